extension MessageTypes {
  /// A party of the server, numbered from 1 in the order in which parties were added. The caller knows its name.
  ///
  /// In messages, a dialog or a recording session has a number of this type too.
  package struct Party: Hashable, Sendable {
    package var rawValue: UInt32
    @inlinable package init(_ number: UInt32) { rawValue = number }
    @inlinable package static var none: Party { Party(0) }
    /// A party that has a name but was never added.
    @inlinable package static var unknown: Party { Party(UInt32.max) }
  }
}

extension MessageTypes.Party {
  /// `place` counts from 0.
  package init(place: Int) { self.init(UInt32(place + 1)) }
  /// -1 for none.
  package var place: Int { Int(rawValue) - 1 }
  /// From a packed word: 16 bits are enough for every party.
  init(packed word: UInt64, at bit: UInt64 = 0) { self.init(UInt32(truncatingIfNeeded: word >> bit & 0xFFFF)) }
}
