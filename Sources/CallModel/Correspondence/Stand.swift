/// What one action finds: who is who, which matter it is about, and what holds.
public struct Stand<Words: Wording>: Finding {
  public internal(set) var state: Words.State
  public internal(set) var situation: Words.Situation = []
  public internal(set) var column = 0
  /// By `Who`.
  var cast = InlineArray<24, Correspondent>(repeating: .none)
  var verb: Words.Verb
  /// The number of the matter, and of one that belongs to it; -1 for none.
  public internal(set) var matter = -1
  var detail = -1
  var says = Values<Words.Attribute>()

  public init() {
    // Every enumeration has a first case.
    state = Words.State.allCases[Words.State.allCases.startIndex]
    verb = Words.Verb.allCases[Words.Verb.allCases.startIndex]
  }

  subscript(who: Words.Who) -> Correspondent {
    get { cast[Int(who.rawValue)] }
    set { cast[Int(who.rawValue)] = newValue }
  }
}
