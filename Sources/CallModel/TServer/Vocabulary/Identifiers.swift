/// A directory number, as a small integer. The exchange stores no text for it; keep your own mapping from DN to number.
public struct DN: Hashable, Sendable {
  public var rawValue: UInt16
  @inlinable public init(_ rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static var none: DN { DN(0) }
}

/// The identity of a call: 1, 2, 3 … in the order in which calls begin; never reused.
public struct ConnID: Hashable, Comparable, Sendable {
  public var rawValue: UInt64
  @inlinable public init(_ rawValue: UInt64) { self.rawValue = rawValue }
  @inlinable public static var none: ConnID { ConnID(0) }
  @inlinable public static func < (one: ConnID, other: ConnID) -> Bool { one.rawValue < other.rawValue }
}

/// The kind of a DN.
public enum Kind: UInt8, CaseIterable, Sendable {
  case `extension`
  /// An outside party that is monitored: it receives events and makes requests.
  case remote
  /// An outside party that is not monitored: it receives no events and makes no requests.
  case external
  case acdGroup, routingPoint, routeQueue

  @inline(__always) public var isOutside: Bool {
    switch self {
    case .remote, .external: true
    case .extension, .acdGroup, .routingPoint, .routeQueue: false
    }
  }
  /// Whether it has a line for a few calls, of which at most one is active; other kinds may be in any number of calls.
  @inline(__always) var isDevice: Bool {
    switch self {
    case .extension, .remote: true
    case .external, .acdGroup, .routingPoint, .routeQueue: false
    }
  }
}
