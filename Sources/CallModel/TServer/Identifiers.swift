/// A directory number: a small interned value. Whoever adds it to an exchange knows its text.
public struct DN: Hashable, Sendable {
  public var rawValue: UInt16
  @inlinable public init(_ rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static var none: DN { DN(0) }
}

/// The identity of a call: 1, 2, 3 … in the order in which they begin; never used again.
public struct ConnID: Hashable, Comparable, Sendable {
  public var rawValue: UInt64
  @inlinable public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  @inlinable public static var none: ConnID { ConnID(0) }
  @inlinable public static func < (one: ConnID, other: ConnID) -> Bool { one.rawValue < other.rawValue }
}

/// What a DN is.
public enum Kind: UInt8, CaseIterable, Sendable {
  case `extension`
  /// Outside, but monitored: receives events and makes requests.
  case remote
  /// Outside: receives no events, makes no requests.
  case external
  case acdGroup, routingPoint, routeQueue

  @inline(__always) public var isOutside: Bool { self == .external || self == .remote }
  /// It has a line with room for a few calls, at most one of them active; the others may be in any number.
  @inline(__always) var isDevice: Bool { rawValue <= Kind.remote.rawValue }
}
