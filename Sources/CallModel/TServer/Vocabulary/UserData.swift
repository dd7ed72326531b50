/// The data that clients have attached to a call: pairs of keys and values, in the order in which the keys were added.
public struct UserData: Hashable, Sendable, Codable, CustomStringConvertible, ExpressibleByDictionaryLiteral {
  /// One key with its value.
  public struct Pair: Hashable, Sendable, Codable {
    /// The key.
    public var key: String
    /// The value.
    public var value: String

    /// Makes a pair.
    public init(_ key: String, _ value: String) { (self.key, self.value) = (key, value) }
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
  public subscript(key: String) -> String? { pairs.last { $0.key == key }?.value }

  /// The pairs as a table shows them: `Language=German, Name=Ann`.
  public var description: String { pairs.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") }
}
