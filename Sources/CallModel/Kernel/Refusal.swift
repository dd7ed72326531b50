/// An action that no rule answers, and what was found; the state is as it was.
public struct Refusal<M: Model>: Error, Sendable {
  public let action: M.Action
  /// Where the actor stands.
  public let state: M.State
  public let situation: M.Situation
  public let cause: Cause

  init(action: M.Action, state: M.State, situation: M.Situation, cause: Cause) {
    self.action = action
    self.state = state
    self.situation = situation
    self.cause = cause
  }

  /// Refused before anything could be found out.
  init(_ action: M.Action, cause: Cause) {
    let nothing = M.Scene()
    self.init(action: action, state: nothing.state, situation: nothing.situation, cause: cause)
  }

  public enum Cause: Hashable, Sendable {
    /// No rule allows what was found.
    case conditions
    /// The call that the action names does not exist.
    case unknownCall
    /// The action is possible in several calls and names none.
    case severalCalls
    /// It names somebody who does not exist.
    case unknownParty
  }
}

/// A rule that came near, and what stood in its way.
public struct Obstacle<M: Model>: Sendable {
  public let rule: Rule<M>
  /// The actor stands in none of the rule's states.
  public let isElsewhere: Bool
  /// The dimensions, by their index, whose answer the rule does not allow.
  public let dimensions: [Int]
}

extension Rulebook {
  /// The rules of the verb that came nearest, with the conditions that failed.
  public func obstacles(_ refusal: Refusal<M>) -> [Obstacle<M>] {
    let verb = M.verb(of: refusal.action)
    let members = M.Situation.dimensions.map(\.members)
    var nearest: [Int] = []
    var least = Int.max
    for number in kept.map(Int.init) where rules[number].verbs.contains(verb) {
      let missing = refusal.situation.subtracting(rules[number].situation)
      // Where somebody stands weighs more than anything else: what is asked of one who rings says nothing to one who
      // talks.
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

  /// Why, as the end of a sentence: what is found, and what would have to be.
  public func reason(_ refusal: Refusal<M>) -> String {
    switch refusal.cause {
    case .unknownCall: return "there is no such \(M.matter)"
    case .unknownParty: return "there is no such party"
    case .severalCalls: return "it is possible in several \(M.matter)s"
    case .conditions: break
    }
    let obstacles = obstacles(refusal)
    if obstacles.allSatisfy(\.isElsewhere) {
      let near = Set(obstacles.flatMap(\.rule.states))
      let needed = M.State.allCases.filter(near.contains)
      let found = "it is \(refusal.state.words)"
      // A long list explains less than none.
      if needed.isEmpty || needed.count > 3 { return found }
      return "\(found), and would have to be \(needed.map(\.words).joined(separator: " or "))"
    }
    // What stands in the way of all that came near; where that is nothing, of the first.
    let common = M.Situation.dimensions.indices.filter { index in obstacles.allSatisfy { $0.dimensions.contains(index) }
    }
    let shown = common.isEmpty ? Array(obstacles.prefix(1)) : obstacles
    return (common.isEmpty ? shown.flatMap(\.dimensions) : common).map { index in
      let dimension = M.Situation.dimensions[index]
      let found = "\(dimension.subject) is \(dimension.text(of: refusal.situation))"
      // Of two answers the one says that the other would be needed.
      if dimension.answers.count == 2 { return found }
      let needed = shown.reduce(into: M.Situation()) { $0.formUnion($1.rule.situation) }
      return "\(found), and would have to be \(dimension.text(of: needed))"
    }.joined(separator: "; ")
  }
}
