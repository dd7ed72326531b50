import CallModel

/// What is known of the kinds of the log's DNs, from the calls that have been explained.
struct KindTable: Sendable {
  private var masks: [UInt8] = []

  private static func bit(_ kind: Kind) -> UInt8 { 1 << kind.rawValue }
  private static let all: UInt8 = 0x7F

  private func mask(_ dn: Observation.DN) -> UInt8 {
    Int(dn.rawValue) < masks.count ? masks[Int(dn.rawValue)] : Self.all
  }

  /// Whether the DN may be of that kind.
  func allows(_ kind: Kind, for dn: Observation.DN, _ effort: Effort) -> Bool {
    if kind == .remote, !effort.takesRemotes { return false }
    return !effort.trustsKinds || mask(dn) & Self.bit(kind) != 0
  }

  /// Whether the DN can only be a queue or a routing point, which does not join the calls that it is in.
  func isQueue(_ dn: Observation.DN) -> Bool {
    mask(dn) & (Self.bit(.extension) | Self.bit(.remote) | Self.bit(.external)) == 0
  }

  /// The DN is of one of these kinds; ignored where that contradicts what is known.
  mutating func learn(_ kinds: some Sequence<Kind>, of dn: Observation.DN) {
    var learned = mask(dn) & kinds.reduce(0) { $0 | Self.bit($1) }
    // Nothing distinguishes them, and the first one is preferred.
    if learned & Self.bit(.extension) != 0 { learned |= Self.bit(.remote) }
    if learned == 0 { return }
    while masks.count <= Int(dn.rawValue) { masks.append(Self.all) }
    masks[Int(dn.rawValue)] = learned
  }
}
