import CallModel
import CallReport

/// Writes events as lines of JSON: the lines that a transcript of them would have.
struct EventWriter: ~Copyable, AttributeReader {
  /// Its prepared texts are the names of the messages, then from `firstAttribute` the attributes that have few values,
  /// each with each of its values (the roles, and the first states of a call), then from `firstDN` the DNs.
  private var lines: JSONLines
  private static let firstAttribute = 1 << 8
  private static let values = 1 << 6
  private static let firstDN = firstAttribute + Attribute.allCases.count * values

  init(names: [String]) {
    let texts = PreparedTexts(count: Self.firstDN + names.count) { index, lines in
      if index < Self.firstAttribute { return lines.append(EventType(rawValue: UInt8(index))?.name ?? "") }
      if index >= Self.firstDN { return lines.append(names[index - Self.firstDN]) }
      let (number, value) = (index - Self.firstAttribute).quotientAndRemainder(dividingBy: Self.values)
      let attribute = Attribute.allCases[number]
      let word = attribute == .callState ? CallState(rawValue: UInt16(value)).name : Role(rawValue: UInt8(value))?.name
      if let word {
        lines.attribute(attribute.name, word)
      } else {
        lines.attribute(attribute.name, UInt64(value))
      }
    }
    lines = JSONLines(capacity: 1 << 19, prepared: texts)
  }

  var count: Int { lines.count }

  @inline(__always)
  mutating func write(_ event: Exchange.Event, step: Int) {
    let message = lines.prepared(Int(event.type.rawValue))
    lines.begin(flow: "main" as StaticString, step: step, to: prepared(event.thisDN), message: message)
    event.read(into: &self)
    lines.end()
  }

  mutating func print(on console: inout Console) throws(Failure) {
    try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    lines.removeAll()
  }

  @inline(__always)
  mutating func read(_ attribute: Attribute, _ dn: Exchange.DN) {
    lines.attribute(attribute.name, prepared(dn))
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ role: Role) {
    lines.append(prepared(attribute, role.rawValue))
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ state: CallState) {
    if state.rawValue < Self.values {
      lines.append(prepared(attribute, UInt8(truncatingIfNeeded: state.rawValue)))
    } else {
      read(attribute, UInt64(state.rawValue))
    }
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ name: StaticString) { lines.attribute(attribute.name, name) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ number: UInt64) { lines.attribute(attribute.name, number) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {}

  @inline(__always)
  private borrowing func prepared(_ dn: Exchange.DN) -> PreparedText { lines.prepared(Self.firstDN + Int(dn.rawValue)) }
  @inline(__always)
  private borrowing func prepared(_ attribute: Attribute, _ value: UInt8) -> PreparedText {
    lines.prepared(Self.firstAttribute + Int(attribute.rawValue) * Self.values + Int(value))
  }
}
