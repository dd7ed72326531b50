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
