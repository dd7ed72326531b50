import CallModel

/// What is known of the kinds of the log's DNs, from the calls that have been explained.
struct KindTable: Sendable {
  /// The kinds that a DN may be of.
  struct Kinds: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }
    init(_ kind: Kind) { rawValue = 1 << kind.rawValue }
    init(_ kinds: [Kind]) { self = kinds.reduce(into: []) { $0.insert(Kinds($1)) } }

    static let all = Kinds(rawValue: 0x7F)
    static let devices = Kinds([.extension, .remote, .external])
  }

  private var kinds: [Kinds] = []

  /// The kinds that the DN may be of.
  subscript(dn: Observation.DN) -> Kinds { Int(dn.rawValue) < kinds.count ? kinds[Int(dn.rawValue)] : .all }

  /// Whether the DN may be of that kind.
  func allows(_ kind: Kind, for dn: Observation.DN, _ effort: Effort) -> Bool {
    if kind == .remote, !effort.takesRemotes { return false }
    return !effort.trustsKinds || self[dn].contains(Kinds(kind))
  }

  /// Whether the DN can only be a queue or a routing point, which does not join the calls that it is in.
  func isQueue(_ dn: Observation.DN) -> Bool { self[dn].isDisjoint(with: .devices) }

  /// The DN is of one of these kinds; ignored where that contradicts what is known.
  mutating func learn(_ known: Kinds, of dn: Observation.DN) {
    var learned = self[dn].intersection(known)
    // Nothing distinguishes them, and the first one is preferred.
    if learned.contains(Kinds(.extension)) { learned.insert(Kinds(.remote)) }
    if learned.isEmpty || learned == self[dn] { return }
    while kinds.count <= Int(dn.rawValue) { kinds.append(.all) }
    kinds[Int(dn.rawValue)] = learned
  }
}
