import CallModel
import Testing

@testable import CallScenario

@Suite struct ReplayTests {
  private func mistakes(_ count: Int) throws -> [String] {
    let header = "scenario T\nparty A extension\nparty B extension\nA TMakeCall B\nmark *\n"
    let flows = (0..<count).map { "after * as f\($0)\nA ring\n" }.joined()
    let scenario = try Scenario(parsing: header + flows, path: "t")
    do throws(Mistakes) {
      _ = try scenario.replay()
      return []
    } catch {
      return error.diagnostics.map { "\($0.position.line) \($0.message)" }
    }
  }

  /// They are counted as the parser counts its own.
  @Test func mistakesBeyondTheLimitAreCounted() throws {
    let all = try mistakes(Limits.mistakes)
    #expect(all.count == 100)
    #expect(all.first?.hasPrefix("7 A cannot") == true)
    #expect(all.last?.hasPrefix("205 A cannot") == true)
    #expect(try mistakes(101) == all + ["205 and 1 more mistake"])
    #expect(try mistakes(250) == all + ["205 and 150 more mistakes"])
  }

  // MARK: Time

  /// Each action happens 10 milliseconds after the one before it and the waits between them. A flow continues from the
  /// time of its mark.
  @Test func waitsMoveTheClock() throws {
    let text = """
      scenario T
      party A extension
      party B extension
      wait 5s
      A TMakeCall B
      mark *
      wait 1s
      mark **
      B ring
      wait 1h
      wait 1m
      B TAnswerCall
      wait 3s
      after * as early
      A TReleaseCall
      after ** as late
      wait 250ms
      A TReleaseCall
      """
    let transcript = try Scenario(parsing: text, path: "t").replay()
    let times = transcript.flows.map { flow in
      flow.entries.compactMap { if case .step(let step) = $0 { step.time } else { nil } }
    }
    #expect(times == [[5_000, 6_010, 3_666_020], [5_010], [6_260]])
    let entries = transcript.flows[0].entries.map { entry in
      switch entry {
      case .step(let step): "\(step.number)"
      case .mark(let name): "mark \(name)"
      case .wait(let wait): wait.spelling
      }
    }
    #expect(entries == ["wait 5s", "1", "mark *", "wait 1s", "mark **", "2", "wait 1h", "wait 1m", "3", "wait 3s"])
  }

  /// Without waits, nothing is stored.
  @Test func withoutWaitsTheClockTicksWithTheSteps() throws {
    let transcript = try Scenario(
      parsing: "scenario T\nparty A extension\nA hangUp\n refused\nA hangUp\n refused\n", path: "t"
    ).replay()
    let steps = transcript.flows[0].entries.compactMap { if case .step(let step) = $0 { step } else { nil } }
    #expect(steps.map(\.time) == [0, 10])
    #expect(steps.map(\.waited) == [nil, nil])
  }

  // MARK: Hints

  /// A server that refuses everything and counts how often it is asked what would be possible.
  private struct Refusing: ReplayServer {
    final class Count { var hints = 0 }
    let answers: Bool
    let count = Count()
    let opening = 0

    init(answers: Bool) { self.answers = answers }
    init(_ scenario: Scenario, _ detail: Transcript.Detail) { self.init(answers: false) }
    func play(_ action: ActionStatement, step: Int, on state: inout Int) -> Outcome {
      let error = Message(to: action.actor, name: "EventError", attributes: [], isRefusal: true)
      return answers
        ? .errorAnswer(.init(messages: [error]), reason: "no") : .refused(reason: "no")
    }
    func activities(of party: Int, _ state: Int) -> [Activity] { [] }
    func moment(_ state: Int, after earlier: Int?) -> Int { state }
    func state(at moment: Int) -> Int { moment }
    func hint(_ action: ActionStatement, _ state: Int) -> String? {
      count.hints += 1
      return "possible now: nothing"
    }
    func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: Int) -> [String]? { nil }
    func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: Int) -> [VerbUse] { [[[]]] }
    func origins(of action: ActionStatement, step: Int, _ state: Int) -> [MessageOrigin] { [] }
  }

  private func scenario(_ expectation: String) throws -> Scenario {
    let text = "scenario T\nparty A extension\nparty B extension\nA TMakeCall B\n" + expectation
    return try Scenario(parsing: text, path: "t")
  }

  /// Possible actions are computed only if they are shown.
  @Test(arguments: [
    ("    refused\n", true, 0), ("    A EventError ...\n", true, 0), ("", true, 1),
    ("    A EventDialing ...\n", true, 1),
    ("    refused\n", false, 0),
  ])
  func expectedRefusalsAskForNoHint(_ expectation: String, _ answers: Bool, _ hints: Int) throws {
    let stage = Refusing(answers: answers)
    let transcript = try scenario(expectation).replayed(on: stage, .toCompare)
    #expect(stage.count.hints == hints)
    guard case .step(let step) = transcript.flows[0].entries[0] else { return #expect(Bool(false)) }
    #expect(step.explanation == (hints == 1 ? "no; possible now: nothing" : "no"))
  }

  @Test func hintsCanBeLeftOut() throws {
    let stage = Refusing(answers: true)
    _ = try scenario("").replayed(on: stage, .toRecord)
    #expect(stage.count.hints == 0)
  }

  @Test func aMistakeHasItsHint() throws {
    let stage = Refusing(answers: false)
    let scenario = try scenario("")
    do throws(Mistakes) {
      _ = try scenario.replayed(on: stage, .toRecord)
      #expect(Bool(false), "a refused action of the switch is a mistake")
    } catch {
      #expect(error.diagnostics.map(\.suggestion) == ["possible now: nothing"] && stage.count.hints == 1)
    }
  }
}
