/// The texts of a model's refusals: sentences with blanks, such as `{target} is already in {call}`.
///
/// A sentence follows `B cannot answer:`, so it calls the actor `it`. The model fills in the blanks.
package struct Reasons<M: Model>: Sendable {
  /// What a verb does, and why it fails if the actor is in none of the states that it needs.
  struct VerbPhrase: Sendable {
    /// What follows `cannot`, with a target and without.
    let phrase: String
    let untargeted: String
    /// What precedes the state that was found: `it is not ringing`.
    let elsewhere: String?
    /// What is said if the actor is in no call: `it holds no call`.
    let idle: String?

    init(_ phrase: String, without untargeted: String? = nil, elsewhere: String? = nil, idle: String? = nil) {
      (self.phrase, self.untargeted) = (phrase, untargeted ?? phrase)
      (self.elsewhere, self.idle) = (elsewhere, idle)
    }
  }

  /// The sentence for a condition that was found; with verbs or states, only for these.
  struct ConditionSentence: Sendable {
    let situation: M.Situation
    let sentence: String
    let verbs: [M.Verb]
    let states: [M.State]

    init(_ situation: M.Situation, _ sentence: String, on verbs: M.Verb..., by states: M.State...) {
      (self.situation, self.sentence, self.verbs, self.states) = (situation, sentence, verbs, states)
    }
  }

  /// The sentence for a state of the actor: complete, or in parentheses after what the verb needs.
  struct StateSentence: Sendable {
    let sentence: String
    let isComplete: Bool

    init(_ sentence: String, isComplete: Bool = false) { (self.sentence, self.isComplete) = (sentence, isComplete) }
  }

  /// What is said instead where one of these verbs finds the actor in one of these states. It is complete.
  struct StateException: Sendable {
    let states: [M.State]
    let sentence: String
    let verbs: [M.Verb]

    init(_ states: M.State..., say sentence: String, on verbs: M.Verb...) {
      (self.states, self.sentence, self.verbs) = (states, sentence, verbs)
    }
  }

  var phrase: @Sendable (M.Verb) -> VerbPhrase = { _ in VerbPhrase("") }
  var stateSentence: @Sendable (M.State) -> StateSentence = { StateSentence("it is \($0)") }
  /// The first that fits counts, in both lists.
  var exceptions: [StateException] = []
  var conditions: [ConditionSentence] = []

  /// What cannot be done: `call 7003`.
  func phrase(_ verb: M.Verb, hasTarget: Bool, filledBy fill: (Substring) -> String) -> String {
    let phrase = phrase(verb)
    return (hasTarget ? phrase.phrase : phrase.untargeted).filled(fill)
  }

  /// The state of the actor, and that it is not the one that the verb needs.
  func sentence(_ state: M.State, for verb: M.Verb, isIdle: Bool) -> String {
    let phrase = phrase(verb)
    if isIdle, let idle = phrase.idle { return idle }
    if let exception = exceptions.first(where: { $0.states.contains(state) && $0.verbs.contains(verb) }) {
      return exception.sentence
    }
    let stateSentence = stateSentence(state)
    guard !stateSentence.isComplete, let elsewhere = phrase.elsewhere else { return stateSentence.sentence }
    return "\(elsewhere) (\(stateSentence.sentence))"
  }

  /// What was found in the dimensions. If several sentences fit, the first in the list counts.
  func sentence(_ refusal: ModelRefusal<M>, in dimensions: [Int]) -> String {
    let verb = M.verb(of: refusal.action)
    let members = dimensions.reduce(into: M.Situation()) { $0.formUnion(M.Situation.dimensions[$1].members) }
    let found = refusal.situation.intersection(members)
    let condition = conditions.first {
      !found.isDisjoint(with: $0.situation) && ($0.verbs.isEmpty || $0.verbs.contains(verb))
        && ($0.states.isEmpty || $0.states.contains(refusal.state))
    }
    if let condition { return condition.sentence }
    guard let first = dimensions.first else { return "it is not possible" }
    let dimension = M.Situation.dimensions[first]
    return "\(dimension.subject) is \(dimension.text(of: refusal.situation))"
  }
}

extension Rulebook {
  /// Why no rule allows the action: the conditions that failed in the rules that came nearest, with blanks.
  func reason(_ refusal: ModelRefusal<M>, _ reasons: Reasons<M> = Reasons(), isIdle: Bool = false) -> String {
    let obstacles = obstacles(refusal)
    let verb = M.verb(of: refusal.action)
    if obstacles.allSatisfy(\.isElsewhere) { return reasons.sentence(refusal.state, for: verb, isIdle: isIdle) }
    // The conditions that failed in all these rules or, if there are none, in the first.
    let common = M.Situation.dimensions.indices.filter { index in
      obstacles.allSatisfy { $0.dimensions.contains(index) }
    }
    return reasons.sentence(refusal, in: common.isEmpty ? obstacles[0].dimensions : common)
  }

  /// The members that some rule of the verb allows.
  func allowed(_ verb: M.Verb, of members: M.Situation) -> M.Situation {
    var allowed: M.Situation = []
    for number in kept where rules[Int(number)].verbs.contains(verb) {
      allowed.formUnion(rules[Int(number)].situation)
    }
    return allowed.intersection(members)
  }
}

extension String {
  /// The sentence with its blanks filled in.
  func filled(_ fill: (Substring) -> String) -> String {
    var text = ""
    var rest = self[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      text += rest[..<start] + fill(rest[rest.index(after: start)..<end])
      rest = rest[rest.index(after: end)...]
    }
    return text + rest
  }
}
