/// Where a party stands in a call, or where a call itself stands.
package struct Stage: Hashable, Sendable {
  /// The number of the party; 0 if this is about the call itself.
  package let party: UInt32
  /// The number of the call, port or interaction. It stays the same in a step.
  package let call: UInt64
  /// Whether this is about its recording, which begins and ends apart from the rest.
  package let isRecording: Bool
  /// As the end of `it is …`: `ringing`.
  package let name: String

  package init(_ name: String, of party: UInt32 = 0, in call: UInt64, isRecording: Bool = false) {
    (self.name, self.party, self.call, self.isRecording) = (name, party, call, isRecording)
  }

  /// Whether it is about the same thing in the same call.
  fileprivate func isSame(as other: Stage) -> Bool { call == other.call && isAlike(other) }
  /// Whether it is about the same thing, perhaps in another call.
  fileprivate func isAlike(_ other: Stage) -> Bool { party == other.party && isRecording == other.isRecording }
}

/// What a life is the life of: a party of a call, or a call.
package enum LifeSubject: Sendable { case party, call }

/// A model whose parties and calls can be followed from step to step.
package protocol Followable: Explorable {
  /// Where every party of every call stands, or every call.
  func stages(of subject: LifeSubject) -> [Stage]
  /// Where they stand according to the action, which may show more than the state says.
  func stages(of subject: LifeSubject, foundBy action: Action) -> [Stage]
  /// Who acts, what it does as scenarios spell it, and whether a client requests it.
  static func cause(_ action: Action) -> (actor: UInt32, word: String, isRequest: Bool)
}

extension Followable {
  package func stages(of subject: LifeSubject, foundBy action: Action) -> [Stage] { stages(of: subject) }
}

/// The stages of parties or calls, and the ways between them that the steps of explorations take.
package struct Life: Sendable {
  /// From one stage to another, by number; nil before the first and after the last one.
  package struct Way: Hashable, Sendable {
    package let from: Int?
    package let to: Int?
  }

  /// Why a party or a call goes that way.
  package struct Cause: Hashable, Sendable {
    /// What is done, as scenarios spell it.
    package let word: String
    package let isRequest: Bool
    /// Whether the party itself acts.
    package let isOwn: Bool
  }

  package let subject: LifeSubject
  /// In the order in which they are found.
  package private(set) var stages: [String] = []
  /// In the order in which they are found, as are the causes of each, with how many steps they make.
  package private(set) var ways: [(way: Way, causes: [(cause: Cause, steps: Int)])] = []
  private var stageNumbers: [String: Int] = [:]
  private var wayNumbers: [Way: Int] = [:]

  package init(of subject: LifeSubject) { self.subject = subject }

  /// Adds the steps of an exploration.
  package mutating func add<M: Followable>(_ exploration: Exploration<M>) {
    let subject = subject
    exploration.eachStep { before, action, after in
      let now = after.stages(of: subject)
      // Whatever it finds, an action that changes nothing leads nowhere.
      if now == before.stages(of: subject) { return }
      let cause = M.cause(action)
      add(before.stages(of: subject, foundBy: action), now) { party in
        Cause(word: cause.word, isRequest: cause.isRequest, isOwn: subject == .party && cause.actor == party)
      }
    }
  }

  private mutating func add(_ before: [Stage], _ after: [Stage], _ cause: (_ party: UInt32) -> Cause) {
    var entered = after.filter { stage in !before.contains { $0.isSame(as: stage) } }
    for stage in before {
      var next = after.first { $0.isSame(as: stage) }
      // A party whose call becomes a part of another call goes on there.
      if next == nil, subject == .party, let moved = entered.firstIndex(where: { $0.isAlike(stage) }) {
        next = entered.remove(at: moved)
      }
      if next?.name == stage.name { continue }
      let way = Way(from: number(of: stage), to: next.map { number(of: $0) })
      count(way, cause(stage.party))
    }
    for stage in entered { count(Way(from: nil, to: number(of: stage)), cause(stage.party)) }
  }

  private mutating func number(of stage: Stage) -> Int {
    if let known = stageNumbers[stage.name] { return known }
    stageNumbers[stage.name] = stages.count
    stages.append(stage.name)
    return stages.count - 1
  }

  private mutating func count(_ way: Way, _ cause: Cause) {
    let number = wayNumbers[way] ?? ways.count
    if number == ways.count {
      wayNumbers[way] = number
      ways.append((way: way, causes: []))
    }
    if let known = ways[number].causes.firstIndex(where: { $0.cause == cause }) {
      ways[number].causes[known].steps += 1
    } else {
      ways[number].causes.append((cause: cause, steps: 1))
    }
  }
}
