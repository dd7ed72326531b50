public import CallScenario

/// A way to write transcripts as text.
///
/// A document is the opening, the contents if it has several transcripts, the transcripts with separators between them,
/// and the closing. ``Table`` and ``CSV`` are formats, among others. A format may remember what it has written: each
/// document needs its own.
public protocol TranscriptFormat: Sendable {
  /// What a document begins with.
  var opening: String { get }
  /// What stands between two transcripts.
  var separator: String { get }
  /// Whether a document of several transcripts lists them at its beginning.
  var hasContents: Bool { get }
  /// What a document ends with, below the transcripts that have been written.
  var closing: String { get }
  /// The closing in pieces, so that a long one does not have to be put together.
  var closingPieces: [String] { get }

  /// The list of the transcripts of a document.
  func contents(_ chapters: [Chapter]) -> String

  /// Passes the text of a transcript, or of the flows named, to `sink`, piece by piece: it may be much longer than the
  /// scenario. `number` is its place in a document of several, counted from 1.
  mutating func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure)
}

/// What the contents of a document say about a transcript.
public struct Chapter: Sendable {
  /// Its place in the document, counted from 1.
  public var number: Int
  /// The title of the scenario.
  public var title: String
  /// The path of the scenario, as it was given.
  public var path: String

  /// Describes the transcript that has this place.
  public init(_ transcript: Transcript, number: Int) {
    self.number = number
    title = transcript.scenario.title
    path = transcript.scenario.path
  }
}

extension TranscriptFormat {
  /// Nothing.
  public var opening: String { "" }
  /// Nothing.
  public var separator: String { "" }
  /// No.
  public var hasContents: Bool { false }
  /// Nothing.
  public var closing: String { "" }
  /// The whole closing.
  public var closingPieces: [String] { [closing] }
  /// Nothing.
  public func contents(_ chapters: [Chapter]) -> String { "" }

  /// The text of a document with this transcript alone.
  public func document(_ transcript: Transcript, flows: [String]? = nil) -> String {
    var format = self
    var text = opening
    format.write(transcript, flows: flows, number: nil) { text += $0 }
    return text + format.closing
  }
}

extension Table: TranscriptFormat {
  /// A blank line.
  public var separator: String { "\n" }

  /// Passes the table to `sink`; it is the same at each place.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    try write(transcript, flows: flows, to: sink)
  }
}

// MARK: - What formats share

extension Transcript {
  /// All flows, or the named ones.
  func flows(named names: [String]?) -> ShownFlows { flows(named: names, whole: isWhole) }

  /// These flows, each from its mark or whole.
  func flows(named names: [String]?, whole: Bool) -> ShownFlows { ShownFlows(self, names, whole: whole) }
}

/// The flows that a report prints. Those of a whole transcript are put together one at a time: all of them may be much
/// longer than the scenario.
struct ShownFlows: RandomAccessCollection {
  private let flows: [Transcript.Flow]
  /// The indices of the flows in the transcript.
  private let shown: [Int]
  /// Only where flows are printed from the start.
  private let origins: FlowOrigins?

  fileprivate init(_ transcript: Transcript, _ names: [String]?, whole: Bool) {
    flows = transcript.flows
    shown = flows.indices.filter { index in names?.contains(transcript.flows[index].name) ?? true }
    origins = whole ? FlowOrigins(transcript) : nil
  }

  var startIndex: Int { 0 }
  var endIndex: Int { shown.count }
  subscript(position: Int) -> Transcript.Flow { origins?.whole(shown[position]) ?? flows[shown[position]] }

  /// All that they print, each step once; for a layout that is the same for all of them.
  var parts: [Transcript.Flow] { origins?.parts(of: shown) ?? shown.map { flows[$0] } }
}

extension Transcript.Flow {
  /// `Normal flow`, or the mark at which the flow begins, the flow's own name if it has one, and the step that it
  /// continues.
  var title: String {
    guard let mark else { return "Normal flow" }
    let name = name == mark ? "" : " (\(name))"
    let origin = origin.map { $0 == 0 ? ", from the start" : ", following step \($0)" } ?? ""
    return "After \(mark)\(name)\(origin)"
  }

  /// The number of the step before the flow's mark; 0 if the mark is before the first step.
  private var origin: Int? {
    for case .step(let first) in entries {
      return first.number - 1
    }
    return nil
  }
}

extension Scenario {
  /// The source in the manual, or what the scenario is derived from.
  var origin: String? { source ?? derived.map { "derived: \($0)" } }

  /// `Profile generic option=value`, if the scenario has a profile.
  var profileLine: String? {
    profile.map { profile in
      (["Profile"] + (profile.name.map { [$0] } ?? []) + profile.options.map(\.spelling)).joined(separator: " ")
    }
  }
}

extension String {
  /// Whether the text has nothing but letters and digits of ASCII, and blanks.
  var isPlainWords: Bool {
    utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "):
        true
      default: false
      }
    }
  }
}
