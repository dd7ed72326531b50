import CallModel
import CallScenario

/// How a T-Server's log writes the attributes of its records.
///
/// The tables are kept in plain memory, which the program never gives back: every attribute of every event is looked up
/// here.
final class LogAttributes: @unchecked Sendable {
  /// What a value looks like.
  enum Form: UInt8 {
    /// Sixteen hexadecimal digits; calls go on counting from flow to flow.
    case connID
    /// As `connID`, as a decimal number.
    case callID
    /// 32 digits and letters.
    case uuid
    /// Every record writes it at its end.
    case sequence
    case number
    case text
    /// The number of the name.
    case name
    /// The pairs, each on a line.
    case list

    /// Whether a value is written the same way next time, and takes longer to write than to remember.
    @inline(__always)
    var repeats: Bool { self == .connID || self == .callID || self == .text || self == .name }
  }

  /// A name of an enumeration, with its number.
  struct Value {
    let name: String
    let number: UInt64
  }

  struct Known {
    let name: String
    let form: Form
    /// The names of an enumeration, in the order of their numbers.
    let values: UnsafeBufferPointer<Value>
    /// What the line begins with: `\tAttributeThisDN\t`.
    let head: UnsafeBufferPointer<UInt8>
  }

  /// In the order in which events have them.
  let known: UnsafeBufferPointer<Known>
  /// Their names.
  let knownNames: [String]
  /// Those that requests have, as indices into `known`.
  let connID: Int
  let thisDN: Int
  let thisQueue: Int
  let otherDN: Int
  let referenceID: Int
  let mergeType: Int
  let userData: Int
  let reasons: Int
  let extensions: Int

  static let all = LogAttributes()

  /// As the T-Library calls them, if that differs from the scenario's word.
  private static let names = [
    "Reasons": "Reason", "InfoType": "AddressInfoType", "Digits": "DTMFDigits", "Key": "DataKey", "Queue": "ThisQueue",
  ]

  private init() {
    let events = TServerNumbers.attributes.map { Self.known($0.name, Self.form(of: $0.name, $0.values), $0.values) }
    // Only requests have these.
    let mergeTypes = TServerNumbers.Values.names([("Transfer", 0), ("Conference", 1)])
    let registerMode = TServerNumbers.registerMode
    let others = [
      Self.known("TransferConnID", .connID), Self.known("ConferenceConnID", .connID), Self.known("Digits", .text),
      Self.known("Key", .text), Self.known("Queue", .text), Self.known("MergeType", .name, mergeTypes),
      Self.known(registerMode.name, .name, registerMode.values),
    ]
    known = Self.kept(events + others)
    let names = known.map(\.name)
    knownNames = names
    func place(_ name: String) -> Int { names.firstIndex(of: name) ?? 0 }
    (connID, thisDN, thisQueue, otherDN) = (place("ConnID"), place("ThisDN"), place("ThisQueue"), place("OtherDN"))
    (referenceID, mergeType) = (place("ReferenceID"), place("MergeType"))
    (userData, reasons, extensions) = (place("UserData"), place("Reasons"), place("Extensions"))
  }

  /// The index of the attribute with this name.
  func place(of name: String) -> Int? { knownNames.firstIndex(of: name) }

  private static func kept<Element>(_ elements: [Element]) -> UnsafeBufferPointer<Element> {
    let memory = UnsafeMutableBufferPointer<Element>.allocate(capacity: elements.count)
    _ = memory.initialize(from: elements)
    return UnsafeBufferPointer(memory)
  }

  private static func known(_ name: String, _ form: Form, _ values: TServerNumbers.Values = .text) -> Known {
    var named: [Value] = []
    if case .names(let names) = values {
      named = names.map { Value(name: $0.name, number: UInt64(clamping: $0.number)) }
    }
    return Known(
      name: name, form: form, values: kept(named), head: kept(Array("\tAttribute\(names[name] ?? name)\t".utf8)))
  }

  private static func form(of name: String, _ values: TServerNumbers.Values) -> Form {
    switch name {
    case "ConnID", "PreviousConnID": .connID
    case "CallID": .callID
    case "CallUUID": .uuid
    case "EventSequenceNumber": .sequence
    case "UserData", "Reasons", "Extensions": .list
    default:
      switch values {
      case .number: .number
      case .names: .name
      case .dn, .text: .text
      }
    }
  }
}
