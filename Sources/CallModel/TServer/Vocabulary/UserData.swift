/// The data that clients have attached to a call: pairs of keys and values, in the order in which the keys were added.
///
/// The order counts: two are equal if they have the same pairs in the same order. An encoder makes an array of them.
public struct UserData: Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByDictionaryLiteral {
  /// One key with its value.
  public struct Pair: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The key.
    public var key: String
    /// The value.
    public var value: String

    /// Makes a pair.
    public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }

    /// The pair as a scenario writes it: `Language=German`.
    public var description: String { "\(key)=\(value)" }

    /// Compares bytes: two spellings of one letter are two texts.
    public static func == (one: Pair, other: Pair) -> Bool {
      Text(one.key) == Text(other.key) && Text(one.value) == Text(other.value)
    }

    /// Hashes what `==` compares.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(Text(key))
      hasher.combine(Text(value))
    }
  }

  /// The most pairs that an action can bring, and the most that a call can hold.
  public static let limit = Exchange.UserData.limit

  /// The pairs, in order.
  public var pairs: [Pair]

  /// Makes user data from pairs.
  public init(_ pairs: [Pair] = []) { self.pairs = pairs }
  /// Makes user data from a literal: `["Language": "German"]`.
  public init(dictionaryLiteral elements: (String, String)...) { pairs = elements.map { Pair($0, $1) } }

  /// The value of the last pair with this key; `nil` if there is none.
  public subscript(key: String) -> String? { pairs.last { Text($0.key) == Text(key) }?.value }

  /// The pairs as a table shows them: `Language=German, Name=Ann`.
  public var description: String { pairs.map(\.description).joined(separator: ", ") }

  /// Decodes an array of pairs.
  public init(from decoder: any Decoder) throws { pairs = try [Pair](from: decoder) }

  /// Encodes an array of pairs.
  public func encode(to encoder: any Encoder) throws { try pairs.encode(to: encoder) }
}
