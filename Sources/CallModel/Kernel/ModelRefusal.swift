/// An action that no rule answers, with what its survey found. The state has not changed.
package struct ModelRefusal<M: Model>: Error, Sendable {
  package let action: M.Action
  /// The actor's state.
  package let state: M.State
  package let situation: M.Situation
  package let cause: Cause
  /// The number of the call, port or interaction in question; -1 for none.
  let subject: Int

  // Takes the parts of a scene, because passing a whole scene would force it into memory for every action.
  init(action: M.Action, state: M.State, situation: M.Situation, cause: Cause, subject: Int) {
    self.action = action
    self.state = state
    self.situation = situation
    self.cause = cause
    self.subject = subject
  }

  /// Makes a refusal that comes before the survey found anything.
  init(_ action: M.Action, cause: Cause) {
    let nothing = M.Scene()
    self.init(action: action, state: nothing.state, situation: nothing.situation, cause: cause, subject: -1)
  }

  package enum Cause: Hashable, Sendable {
    /// No rule allows what was found.
    case conditions
    /// The call that the action names does not exist.
    case unknownCall
    /// The action is possible in several calls and names none.
    case severalCalls
    /// The action names a party that does not exist.
    case unknownParty
    /// The actor is out of service.
    case outOfService
    /// The DN that requests it is not registered, or registered only to be watched.
    case unregistered, watchesOnly
  }
}

/// A rule that nearly applied, and the conditions that it lacked.
package struct Obstacle<M: Model>: Sendable {
  package let rule: Rule<M>
  /// Whether the actor is in none of the rule's states.
  package let isElsewhere: Bool
  /// The indices of the dimensions in which the rule does not allow what was found.
  package let dimensions: [Int]
}

extension Rulebook {
  /// The rules of the verb that came nearest to applying, with the conditions that failed.
  package func obstacles(_ refusal: ModelRefusal<M>) -> [Obstacle<M>] {
    let verb = M.verb(of: refusal.action)
    let members = M.Situation.dimensions.map(\.members)
    var nearest: [Int] = []
    var least = Int.max
    for number in kept.map(Int.init) where rules[number].verbs.contains(verb) && !isRejection(number) {
      if !M.explains(rules[number], in: refusal.situation) { continue }
      let missing = refusal.situation.subtracting(rules[number].situation)
      // The actor's state weighs most: a condition for a ringing party explains nothing to a talking one.
      let weight =
        (rules[number].states.contains(refusal.state) ? 0 : 100) + members.count { !missing.isDisjoint(with: $0) }
      if weight < least { (least, nearest) = (weight, []) }
      if weight == least { nearest.append(number) }
    }
    return nearest.map { number in
      let missing = refusal.situation.subtracting(rules[number].situation)
      return Obstacle(
        rule: rules[number], isElsewhere: !rules[number].states.contains(refusal.state),
        dimensions: members.indices.filter { !missing.isDisjoint(with: members[$0]) })
    }
  }
}
