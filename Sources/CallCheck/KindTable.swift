import CallModel

/// What is known of the kinds of the log's DNs, from the calls that have been explained.
struct KindTable: Sendable {
  /// The kinds that a DN may be of.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ kind: Kind) { rawValue = 1 << kind.rawValue }
    init(_ kinds: [Kind]) { self = kinds.reduce(into: []) { $0.insert(Kinds($1)) } }

    static let devices = Kinds([.extension, .remote, .external])
    /// The DN has not been told anything, and so need not be registered.
    static let untold = Kinds(rawValue: 0x80)
    static let all = Kinds(rawValue: 0xFF)
  }

  private var kinds: [Kinds] = []

  /// The kinds that the DN may be of.
  subscript(dn: Observation.DN) -> Kinds { Int(dn.rawValue) < kinds.count ? kinds[Int(dn.rawValue)] : .all }

  /// Whether the DN may be of that kind.
  func allows(_ kind: Kind, for dn: Observation.DN) -> Bool { self[dn].contains(Kinds(kind)) }

  /// Whether the DN can only be a monitored party outside.
  func isRemote(_ dn: Observation.DN) -> Bool { self[dn].subtracting(.untold) == Kinds(.remote) }

  /// Whether the DN has not been told anything, and so need not be registered.
  func mayBeUntold(_ dn: Observation.DN) -> Bool { self[dn].contains(.untold) }

  /// The DN has been told something, and so it is registered, and no party outside. If calls have shown that it can
  /// only be one, they have been misunderstood.
  mutating func note(told dn: Observation.DN) {
    let outside: Kinds = [Kinds(.external), Kinds(.remote), .untold]
    let isMistaken = self[dn].contains(Kinds(.external)) && self[dn].isSubset(of: outside)
    set((isMistaken ? .all : self[dn]).subtracting([.untold, Kinds(.external)]), of: dn)
  }

  /// Whether the DN can only be a queue or a routing point, which does not join the calls that it is in.
  func isQueue(_ dn: Observation.DN) -> Bool { self[dn].isDisjoint(with: .devices) }

  /// The DN is of one of these kinds; ignored where that contradicts what is known.
  mutating func learn(_ known: Kinds, of dn: Observation.DN) {
    var learned = self[dn].intersection(known)
    if learned.isEmpty { return }
    // Hardly anything distinguishes a monitored party outside from these, and they are preferred.
    if !learned.isDisjoint(with: [Kinds(.extension), Kinds(.external)]) { learned.insert(Kinds(.remote)) }
    set(learned.union(self[dn].intersection(.untold)), of: dn)
  }

  private mutating func set(_ known: Kinds, of dn: Observation.DN) {
    if known == self[dn] { return }
    while kinds.count <= Int(dn.rawValue) { kinds.append(.all) }
    kinds[Int(dn.rawValue)] = known
  }
}
