extension Exchange {
  /// A DN in numbers: its place among the DNs of the switch, counted from 1 in the order in which they were added.
  public struct DN: Hashable, Sendable {
    /// The number.
    public var rawValue: UInt16
    /// The DN with this number.
    @inlinable public init(_ rawValue: UInt16) { self.rawValue = rawValue }
    /// No DN.
    @inlinable public static var none: DN { DN(0) }
  }
}
