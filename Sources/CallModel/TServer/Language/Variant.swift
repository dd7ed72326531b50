/// One of several situations that a row is about in turn: the row becomes a rule for each.
///
/// Its name takes the place of `…` in the row's name, or is added to it.
struct Variant {
  let name: String
  let situation: Situation
  let mark: String?

  /// Of a row that is about one situation.
  static let only = Variant("", [])

  init(_ name: String, _ situation: Situation, at mark: String? = nil) {
    (self.name, self.situation, self.mark) = (name, situation, mark)
  }

  func name(of row: String) -> String {
    if name.isEmpty { return row }
    guard let first = "…".utf8.first, let place = row.utf8.firstIndex(of: first) else { return row + name }
    return String(row[..<place]) + name + String(row[row.index(after: place)...])
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
