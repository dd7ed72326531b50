/// The identity of a call: 1, 2, 3 … in the order in which calls begin; never reused.
public struct ConnID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  /// The ordinal of the call; 0 for none.
  public var rawValue: UInt64
  /// The ConnID of the call with this ordinal.
  @inlinable public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  /// Makes a ConnID from a literal: `1`.
  @inlinable public init(integerLiteral value: UInt64) { rawValue = value }
  /// No call.
  @inlinable public static var none: ConnID { ConnID(0) }
  /// Orders calls by age, the oldest first.
  @inlinable public static func < (one: ConnID, other: ConnID) -> Bool { one.rawValue < other.rawValue }

  /// The ordinal, as scenarios and tables write it.
  public var description: String { "\(rawValue)" }

  /// Decodes the ordinal.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(UInt64.self)
  }

  /// Encodes the ordinal.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// The unique identifier of the call: its ordinal as 32 digits of base 32.
  package var uuid: String {
    let digits = String(rawValue, radix: 32, uppercase: true)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
