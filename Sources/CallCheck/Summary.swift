public import CallModel

/// What a judge has seen.
public struct Summary: Sendable {
  /// The events that were read.
  public package(set) var events = 0
  /// The calls that were judged.
  public package(set) var calls = 0
  /// The calls whose inferred actions were replayed.
  public package(set) var verified = 0
  /// The groups of calls that had not ended when the log did.
  public package(set) var openCalls = 0
  /// The greatest effort that was needed for an explanation, from 0, and the most explanations of an event.
  package var greatestEffort = 0
  package var mostHypotheses = 0
  /// What the log has shown of the options of its switch.
  public package(set) var options: [LearnedOption] = []
  /// The requests that were read.
  public package(set) var requests = 0
  /// How many findings there are of each kind.
  public package(set) var findings: [Finding.Kind: Int] = [:]
  /// How many events of a type were counted only: of types about which the models say too little, and of calls that
  /// could not be explained.
  public package(set) var notJudged: [EventType: Int] = [:]
}
