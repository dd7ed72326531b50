/// A server with many matters: ports, interactions or calls.
package protocol Rememberable: Correspondence {
  associatedtype Matter: Sendable
  var everyMatter: [Matter] { get set }
  /// What an action with this verb could be about.
  func matters(of verb: Verb) -> [Correspondent]
  /// What an action with this verb could say: nothing, or each of a few values.
  static func sayings(of verb: Verb) -> [Values<Words.Attribute>]
}

extension IVRPorts: Rememberable {
  package var everyMatter: [Port] {
    get { ports }
    set { ports = newValue }
  }
}

extension Interactions: Rememberable {
  package var everyMatter: [Interaction] {
    get { interactions }
    set { interactions = newValue }
  }
}

extension RecordedCalls: Rememberable {
  package var everyMatter: [RecordedCall] {
    get { calls }
    set { calls = newValue }
  }
}

/// A server as it was, sharing with an earlier moment the matters that have not changed since.
package struct ServerMoment<State: Rememberable>: Sendable {
  private let matters: Pages<State.Matter>
  private let rest: State

  package init(_ state: State, after earlier: ServerMoment?) {
    matters = Pages(state.everyMatter, after: earlier?.matters)
    var rest = state
    rest.everyMatter = []
    self.rest = rest
  }

  package var state: State {
    var state = rest
    state.everyMatter = matters.array
    return state
  }
}
