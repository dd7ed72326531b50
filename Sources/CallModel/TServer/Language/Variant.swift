/// One of several situations that a row is about in turn: the row becomes a rule for each.
///
/// Its name takes the place of `…` in the row's name, or is added to it.
struct Variant {
  let name: String
  let situation: Situation
  let citation: Citation

  /// Of a row that is about one situation.
  static let only = Variant("", [])

  init(_ name: String, _ situation: Situation, derived: Int..., decisions: Int...) {
    self.init(name, situation, Citation(derived: derived, decisions: decisions))
  }
  fileprivate init(_ name: String, _ situation: Situation, _ citation: Citation) {
    (self.name, self.situation, self.citation) = (name, situation, citation)
  }

  func name(of row: String) -> String {
    if name.isEmpty { return row }
    guard let first = "…".utf8.first, let place = row.utf8.firstIndex(of: first) else { return row + name }
    return String(row[..<place]) + name + String(row[row.index(after: place)...])
  }
}

extension [Variant] {
  /// The call in which the actor acts, and its other call. With a conference the row is derived.
  static func sizes(conferencesDerived decisions: Int...) -> Self {
    let derived = Citation(derived: decisions)
    return [
      Variant("a conversation to a conversation", [.pair, .otherPair]),
      Variant("a conversation to a conference", [.pair, .otherConference], derived),
      Variant("a conference to a conversation", [.conference, .otherPair], derived),
      Variant("a conference to a conference", [.conference, .otherConference], derived),
    ]
  }

  /// Those who can be announced in a conference.
  static let devicesAndOutside = [Variant("a device", .toDevice), Variant("an outside party", .toExternal)]
}
