/// Somebody who takes part, numbered from 1 in the order in which they were added. Whoever adds it knows its name.
///
/// Where a letter is filled in, what else has a number stands among them: a dialog, a session.
public struct Correspondent: Hashable, Sendable {
  public var rawValue: UInt32
  @inlinable public init(_ number: UInt32) { rawValue = number }
  @inlinable public static var none: Correspondent { Correspondent(0) }
  /// Somebody who is named, and not there.
  @inlinable public static var unknown: Correspondent { Correspondent(UInt32.max) }
}

extension Correspondent {
  /// Counted from 0.
  init(place: Int) { self.init(UInt32(place + 1)) }
  /// -1 of nobody.
  var place: Int { Int(rawValue) - 1 }
  /// From a packed word: sixteen bits have room for all that there can be.
  init(packed word: UInt64, at bit: UInt64 = 0) { self.init(UInt32(truncatingIfNeeded: word >> bit & 0xFFFF)) }
}

/// Who takes part: what each of them is, and the first of each kind.
struct Participants<Kind: Numbered>: Equatable, Sendable {
  private(set) var kinds: [Kind] = []
  /// By kind.
  private var firsts = [Correspondent](repeating: .none, count: Kind.allCases.count)

  mutating func add(_ kind: Kind) -> Correspondent {
    let new = Correspondent(place: kinds.count)
    kinds.append(kind)
    if first(kind) == .none { firsts[Int(kind.rawValue)] = new }
    return new
  }

  func first(_ kind: Kind) -> Correspondent { firsts[Int(kind.rawValue)] }

  subscript(who: Correspondent) -> Kind? { kinds.indices.contains(who.place) ? kinds[who.place] : nil }
}
