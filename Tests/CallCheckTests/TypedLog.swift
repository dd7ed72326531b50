import CallModel

@testable import CallCheck

/// A log as one would type it: `7001 EventDialing ConnID=1 ThisDNRole=Origination`, an event a line.
struct TypedLog {
  private(set) var observations: [Observation] = []
  private(set) var names = NameTable()

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard words.count > 1, let type = EventType(named: words[1]) else { continue }
      var observed = Observation(type)
      observed.position.line = UInt32(observations.count + 1)
      observed.present.insert(.thisDN)
      observed.thisDN = names.dn(words[0])
      for word in words.dropFirst(2) {
        let parts = word.split(separator: "=").map(String.init)
        guard parts.count == 2, let attribute = Attribute(named: parts[0]) else { continue }
        observed.present.insert(attribute)
        observed.set(attribute, parts[1], &names)
      }
      observations.append(observed)
    }
  }

  /// The event, by its place, without these attributes.
  mutating func remove(_ attributes: [Attribute], from place: Int) {
    for attribute in attributes { observations[place].present.subtract(AttributeSet(attribute)) }
    if attributes.contains(.thisDN) { observations[place].thisDN = .none }
    if attributes.contains(.connID) { observations[place].connID = .none }
  }

  /// So many milliseconds pass before each event from that place on.
  mutating func wait(_ time: Int64, from place: Int = 0) {
    for later in observations.indices where later >= place {
      observations[later].time += Int64(later - place + 1) * time
    }
  }

  private static let usual = Judge.hurried()

  /// What a judge finds: the level, the kind and the line.
  func judged(_ judge: Judge = usual) -> (findings: [Finding], summary: Summary) {
    var judge = judge
    var findings = observations.flatMap { judge.judge($0) }
    findings += judge.finish()
    return (findings, judge.summary)
  }

  /// `error differs 6`
  var found: [String] { judged().findings.map { "\($0.level) \($0.kind) \($0.observation.position.line)" } }
}
