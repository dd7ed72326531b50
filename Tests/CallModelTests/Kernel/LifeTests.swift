import Testing

@testable import CallModel

extension Counter: Followable {
  /// Two calls: one counts, and the other one is there as long as the count is odd. Party 7 goes from one to the other.
  func stages(of subject: LifeSubject) -> [Stage] {
    let isOdd = !count.isMultiple(of: 2)
    guard subject == .party else { return [Stage(count < 4 ? "small" : "large", in: 1)] }
    return [Stage(isOdd ? "waiting" : "talking", of: 7, in: isOdd ? 2 : 1)]
      + (count == 4 ? [Stage("recorded", of: 7, in: 1, isRecording: true)] : [])
  }
  static func cause(_ action: Verb) -> (actor: UInt32, word: String, isRequest: Bool) {
    (action == .double ? 7 : 1, "\(action)", action == .double)
  }
}

@Suite struct LifeTests {
  private func life(of subject: LifeSubject, limit: UInt64 = 5) -> Life {
    var counter = Counter()
    counter.limit = limit
    var life = Life(of: subject)
    life.add(counter.explore(by: Rulebook(Counter.rules, under: ())))
    return life
  }

  private func lines(_ life: Life) -> [String] {
    life.ways.map { way, causes in
      let (from, to) = (way.from.map { life.stages[$0] } ?? "start", way.to.map { life.stages[$0] } ?? "end")
      return "\(from) -> \(to): "
        + causes.map { "\($0.cause.isOwn ? "own " : "")\($0.cause.word) \($0.steps)" }.joined(separator: ", ")
    }
  }

  /// 1 2 3 4 5: each step in which the stage changes counts, and no other.
  @Test func aCallGoesFromStageToStage() {
    #expect(life(of: .call).stages == ["small", "large"])
    #expect(lines(life(of: .call)) == ["small -> large: double 2, increment 1"])
    #expect(life(of: .call, limit: 3).ways.isEmpty)
  }

  /// The party leaves one call and is in the other one: its life goes on. That of its recording is another.
  @Test func aPartyMayGoOnInAnotherCall() {
    #expect(
      lines(life(of: .party)) == [
        "waiting -> talking: increment 2, own double 1",
        "talking -> waiting: increment 2, own double 1",
        "start -> recorded: own double 1, increment 1", "recorded -> end: increment 1, own double 1",
      ])
  }

  @Test func explorationsAddUp() {
    var twice = life(of: .call)
    twice.add(Counter().explore(by: Rulebook(Counter.rules, under: ())))
    #expect(lines(twice) == ["small -> large: double 4, increment 2"])
  }
}
