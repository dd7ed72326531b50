import CallModel
import CallScenario

/// How a T-Server's log writes the attributes of its records.
struct LogAttributes {
  /// What a value looks like.
  enum Form {
    /// Sixteen hexadecimal digits; calls go on counting from flow to flow.
    case connID
    /// As `connID`, as a decimal number.
    case callID
    /// 32 digits and letters.
    case uuid
    case number
    case text
    /// The number of the name.
    case names([(name: String, number: Int)])
    /// The pairs, each on a line.
    case list
  }

  struct Known {
    let name: String
    let form: Form
    /// What the line begins with.
    let head: String
  }

  /// In the order in which events have them.
  let known: [Known]

  /// As the T-Library calls them, if that differs from the scenario's word.
  private static let names = [
    "Reasons": "Reason", "InfoType": "AddressInfoType", "Digits": "DTMFDigits", "Key": "DataKey", "Queue": "ThisQueue",
  ]

  static let all = LogAttributes()

  private init() {
    let events = TServerNumbers.attributes.map { attribute in
      Self.known(attribute.name, Self.form(of: attribute.name, attribute.values))
    }
    // Only requests have these.
    let registerMode = Self.known(
      TServerNumbers.registerMode.name, Self.form(of: "", TServerNumbers.registerMode.values))
    let others = [
      Self.known("TransferConnID", .connID), Self.known("ConferenceConnID", .connID), Self.known("Digits", .text),
      Self.known("Key", .text), Self.known("Queue", .text),
      Self.known("MergeType", .names([("Transfer", 0), ("Conference", 1)])), registerMode,
    ]
    known = events + others
  }

  private static func known(_ name: String, _ form: Form) -> Known {
    Known(name: name, form: form, head: "\tAttribute\(names[name] ?? name)\t")
  }

  private static func form(of name: String, _ values: TServerNumbers.Values) -> Form {
    switch name {
    case "ConnID", "PreviousConnID": .connID
    case "CallID": .callID
    case "CallUUID": .uuid
    case "UserData", "Reasons", "Extensions": .list
    default:
      switch values {
      case .number: .number
      case .names(let names): .names(names)
      case .dn, .text: .text
      }
    }
  }

  /// The attribute with this name; `place` is where to look first, and then the place behind it.
  func find(_ name: String, from place: inout Int) -> Known? {
    for index in place..<known.count where known[index].name == name {
      place = index + 1
      return known[index]
    }
    return known[..<min(place, known.count)].first { $0.name == name }
  }
}
