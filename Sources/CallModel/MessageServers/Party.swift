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

/// The parties of a server: the kind of each, and the first of each kind.
package struct PartyList<Server: RuleVocabulary>: Equatable, Sendable {
  typealias Party = MessageTypes<Server>.Party
  package private(set) var kinds: [Server.Kind] = []
  /// By kind.
  private var firsts = [Party](repeating: .none, count: Server.Kind.allCases.count)

  mutating func add(_ kind: Server.Kind) -> Party {
    let new = Party(place: kinds.count)
    kinds.append(kind)
    if first(kind) == .none { firsts[Int(kind.rawValue)] = new }
    return new
  }

  func first(_ kind: Server.Kind) -> Party { firsts[Int(kind.rawValue)] }

  subscript(party: Party) -> Server.Kind? { kinds.indices.contains(party.place) ? kinds[party.place] : nil }
}
