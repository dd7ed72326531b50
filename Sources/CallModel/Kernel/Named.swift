/// A word of the documents. Its name is how the documents, scenarios and encoded values spell it.
public protocol Named: CaseIterable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The word as the documents spell it.
  var name: StaticString { get }
  /// The word with this name; `nil` if there is none.
  init?(named name: String)
}

extension Named {
  /// The word as the documents spell it.
  public var description: String { "\(name)" }

  /// The word with this name; `nil` if there is none.
  public init?(named name: String) {
    guard let found = Self.allCases.first(where: { $0.description == name }) else { return nil }
    self = found
  }
}

// The condition makes these more specific than what the standard library does for numbers.
extension Named where Self: RawRepresentable<UInt8> {
  /// Encodes the name.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  /// Decodes a name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let name = try container.decode(String.self)
    guard let word = Self(named: name) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "there is no \(Self.self) \(name)")
    }
    self = word
  }
}
