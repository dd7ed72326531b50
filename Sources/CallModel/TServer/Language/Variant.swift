/// One of several situations that a row is about in turn: the row becomes a rule for each.
///
/// Its name takes the place of `…` in the row's name, or is added to it.
struct Variant {
  let name: String
  let situation: Situation
  let mark: String?

  init(_ name: String, _ situation: Situation, at mark: String? = nil) {
    (self.name, self.situation, self.mark) = (name, situation, mark)
  }

  func name(of row: String) -> String {
    let parts = row.split(separator: "…" as Character, omittingEmptySubsequences: false)
    return parts.count > 1 ? parts.joined(separator: name) : row + name
  }
}

extension [Variant] {
  /// The call in which the actor acts, and its other call. With a conference the row is derived.
  static func sizes(ofConferences mark: String) -> Self {
    [
      Variant("a conversation to a conversation", [.pair, .otherPair]),
      Variant("a conversation to a conference", [.pair, .otherConference], at: mark),
      Variant("a conference to a conversation", [.conference, .otherPair], at: mark),
      Variant("a conference to a conference", [.conference, .otherConference], at: mark),
    ]
  }

  /// Those who can be announced in a conference.
  static let devicesAndOutside = [Variant("a device", .toDevice), Variant("an outside party", .toExternal)]
}
