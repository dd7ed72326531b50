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
