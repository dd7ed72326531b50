extension MessageTypes {
  /// What the survey of an action finds: the parties, the subject and the conditions.
  package struct Scene: SceneProtocol {
    package internal(set) var state: Server.State
    package internal(set) var situation: Server.Situation = []
    package internal(set) var column = 0
    /// The party of each `Who`.
    var cast = InlineArray<24, Party>(repeating: .none)
    var verb: Server.Verb
    /// The number of the port, interaction or call, and of the invitation in it; -1 for none.
    package internal(set) var subject = -1
    var part = -1
    var parameters = AttributeValues<Server.Attribute>()

    package init() {
      // Every enumeration has a first case.
      state = Server.State.allCases[Server.State.allCases.startIndex]
      verb = Server.Verb.allCases[Server.Verb.allCases.startIndex]
    }

    subscript(who: Server.Who) -> Party {
      get { cast[Int(who.rawValue)] }
      set { cast[Int(who.rawValue)] = newValue }
    }
  }
}
