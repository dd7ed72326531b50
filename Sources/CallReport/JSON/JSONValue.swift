/// A value of JSON, as a text of JSON has it.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The digits as they are in the text: nothing is rounded.
  case number(String)
  case string(String)
  case array([JSONValue])
  /// The members in the order of the text. No two have the same key.
  case object([JSONMember])

  /// What the value is, for a message: `a number`.
  package var noun: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .number: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}

/// A key of an object, and its value.
package struct JSONMember: Hashable, Sendable {
  package let key: String
  package let value: JSONValue
  /// Where the key and the value begin, in bytes from the start of the text that was parsed.
  package let keyOffset: Int, valueOffset: Int
}

/// Why a text is no JSON.
package struct JSONError: Error, Hashable, Sendable {
  /// Where, in bytes from the start of the text that was parsed.
  package let offset: Int
  /// A lower-case sentence without a full stop.
  package let message: String
  package let suggestion: String?

  package init(_ message: String, at offset: Int, suggestion: String? = nil) {
    (self.message, self.offset, self.suggestion) = (message, offset, suggestion)
  }
}
