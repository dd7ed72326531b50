import CallModel
import CallReport

/// Writes events straight into lines of JSON: the same pieces as a transcript's lines, without its text in between.
struct EventLine: ~Copyable, AttributeReader {
  private var lines = JSONLines(capacity: 1 << 19)
  /// Of the messages and, from `firstDN`, of the DNs, by their numbers.
  private let names: Names
  private static let firstDN = 1 << 8
  /// The attributes that have few values, each with each of them: the roles, and the first states of a call.
  private let wholes: Names
  private static let values = 1 << 6

  init(names: [String]) {
    self.names = Names((0...UInt8.max).map { "\(Message(rawValue: $0)?.name ?? "")" } + names)
    wholes = Names(count: Attribute.allCases.count * Self.values) { index, lines in
      let attribute = Attribute.allCases[index / Self.values]
      let value = index % Self.values
      let word = attribute == .callState ? CallState(rawValue: UInt16(value)).name : Role(rawValue: UInt8(value))?.name
      if let word {
        lines.attribute(attribute.name, word: word)
      } else {
        lines.attribute(attribute.name, number: UInt64(value))
      }
    }
  }

  var count: Int { lines.count }

  @inline(__always)
  mutating func write(_ event: Event, step: Int) {
    lines.begin(flow: "main", step: step, to: Self.entry(event.thisDN), message: Int(event.message.rawValue), in: names)
    event.read(into: &self)
    lines.end()
  }

  mutating func print(on console: inout Console) throws(Failure) {
    try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    lines.removeAll()
  }

  @inline(__always)
  mutating func read(_ attribute: Attribute, _ dn: DN) {
    lines.attribute(attribute.name, dn: Self.entry(dn), in: names)
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ role: Role) {
    lines.attribute(Self.entry(attribute, role.rawValue), in: wholes)
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ state: CallState) {
    if state.rawValue < Self.values {
      lines.attribute(Self.entry(attribute, UInt8(truncatingIfNeeded: state.rawValue)), in: wholes)
    } else {
      read(attribute, UInt64(state.rawValue))
    }
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ name: StaticString) { lines.attribute(attribute.name, word: name) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ number: UInt64) { lines.attribute(attribute.name, number: number) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {}

  @inline(__always)
  private static func entry(_ dn: DN) -> Int { firstDN + Int(dn.rawValue) }
  @inline(__always)
  private static func entry(_ attribute: Attribute, _ value: UInt8) -> Int {
    Int(attribute.rawValue) * values + Int(value)
  }
}
