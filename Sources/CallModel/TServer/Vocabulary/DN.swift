/// A directory number of a switch, such as `7001` or `Sales`.
public struct DN: Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The number as text.
  public let text: String

  /// Makes a DN; the switch knows it once it has been added there.
  public init(_ text: String) { self.text = text }
  /// Makes a DN from a literal: `"7001"`.
  public init(stringLiteral text: String) { self.text = text }

  /// The number as text.
  public var description: String { text }

  /// Compares bytes: two spellings of one letter are two DNs.
  public static func == (one: DN, other: DN) -> Bool { Text(one.text) == Text(other.text) }

  /// Hashes what `==` compares.
  public func hash(into hasher: inout Hasher) { hasher.combine(Text(text)) }

  /// Decodes the text.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
