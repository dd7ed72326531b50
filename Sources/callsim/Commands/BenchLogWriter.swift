import CallModel

/// Writes events as a T-Server logs them, with all that it knows of them.
struct LogWriter: ~Copyable, AttributeReader {
  private(set) var log: [UInt8] = []
  /// The names of the DNs, by their numbers.
  private let names: [String]
  /// What the time of an action is written as, and which action it is.
  private var clock = ""
  private var milliseconds = 0

  init(names: [String]) { self.names = names }

  /// An action comes ten milliseconds after the one before it.
  mutating func begin(action: Int) {
    milliseconds = action * 10
    let seconds = milliseconds / 1_000
    clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map { Self.digits($0, 2) }.joined(separator: ":")
  }

  mutating func write(_ event: Exchange.Event) {
    add("@\(clock).\(Self.digits(milliseconds % 1_000, 3))0 [0] \(Program.number) distribute_event: message ")
    add("\(event.type.name)\n")
    event.read(all: true, into: &self)
    add("TimeinSecs", "\(Self.start + milliseconds / 1_000) (\(clock))")
    add("TimeinuSecs", "\(milliseconds % 1_000 * 1_000)")
    add("\n")
  }

  /// The seconds from 1970 to 2026.
  private static let start = 1_767_225_600

  mutating func read(_ attribute: Attribute, _ dn: Exchange.DN) {
    add(attribute.name, "'\(names[Int(dn.rawValue)])'")
  }
  mutating func read(_ attribute: Attribute, _ role: Role) { add(attribute.name, "\(role.rawValue)") }
  mutating func read(_ attribute: Attribute, _ state: CallState) { add(attribute.name, "\(state.rawValue)") }
  mutating func read(_ attribute: Attribute, _ name: StaticString) { add(attribute.name, "\(name)") }
  mutating func read(_ attribute: Attribute, _ number: UInt64) {
    let isLong = attribute == .connID || attribute == .previousConnID || attribute == .eventSequenceNumber
    add(attribute.name, isLong ? Self.hexadecimal(number, 16) : "\(number)")
  }
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {
    add(attribute.name, "'\(Self.hexadecimal(call.rawValue, 32))'")
  }

  private mutating func add(_ name: StaticString, _ value: String) { add("\tAttribute\(name)\t\(value)\n") }
  private mutating func add(_ text: String) { log += text.utf8 }

  private static func digits(_ number: Int, _ count: Int) -> String { padded("\(number)", count) }
  private static func hexadecimal(_ number: UInt64, _ count: Int) -> String {
    padded(String(number, radix: 16), count)
  }
  private static func padded(_ text: String, _ count: Int) -> String {
    String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
