import Testing

@testable import CallScenario

@Suite struct ShrunkScenarioTests {
  private func shrunk(_ text: String) throws -> ShrunkScenario? { try Scenario(parsing: text).shrunk() }

  @Test func whatDoesNotMatterIsLeftOut() throws {
    let shrunk = try #require(
      try shrunk(
        """
        scenario  Two calls
        source    No chapter
        profile   generic dialed-number=unknown

        party     A  extension
        party     B  extension
        party     C  extension
        party     D  extension

        A TMakeCall B
            ...
        C TMakeCall D
            ...
        mark both
        A TReleaseCall
            ...
        D ring on 2
            D  EventRinging  ConnID=2 ThisDNRole=Destination OtherDN=C OtherDNRole=Origination CallState=OK
        wait 5s

        after both
        D ring on 2
            D  EventRinging  ConnID=2 ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK
        D TAnswerCall
            ...
        """))
    #expect(
      shrunk.text == """
        scenario  Two calls

        party     A  extension
        party     C  extension
        party     D  extension

        C TMakeCall D
            ...
        # scenario, line 23: flow both, step 3: D ring on 2: EventRinging differs in OtherDN
        D ring on 1
            D  EventRinging  ConnID=1 ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK

        """)
    #expect(shrunk.actions == 2)
    #expect(shrunk.actionsBefore == 3)
    #expect(!shrunk.isCutShort)
  }

  @Test func nothingIsLeftToShrinkIfNothingFails() throws {
    #expect(try shrunk("scenario A\nparty A extension\nA TReleaseCall\n    refused\n") == nil)
  }

  @Test func mistakesAreThrown() {
    #expect(throws: Mistakes.self) { try shrunk("scenario A\nparty A extension\nA ring\n") }
  }

  /// Faults in scenarios of all servers: a failing flow shrinks to one in which every action matters.
  @Test func faultsShrinkToScenariosInWhichEveryActionMatters() throws {
    var tried = 0
    var actions = (before: 0, after: 0)
    for (number, file) in ScenarioFile.all.enumerated() where number.isMultiple(of: 20) {
      guard let mutant = try mutant(of: file, number) else { continue }
      let shrunk = try #require(try mutant.shrunk(), "\(file.path)")
      let result = try Scenario(parsing: shrunk.text)
      let signature = try #require(result.signature(of: result.flows[0].actions), "\(file.path)")
      for index in result.flows[0].actions.indices.dropLast() {
        var rest = result.flows[0].actions
        rest.remove(at: index)
        #expect(result.signature(of: rest) != signature, "\(file.path), without action \(index + 1):\n\(shrunk.text)")
      }
      #expect(try Scenario.formatted(Array(shrunk.text.utf8)) == Array(shrunk.text.utf8))
      tried += 1
      actions = (actions.before + shrunk.actionsBefore, actions.after + shrunk.actions)
    }
    #expect(tried >= 20)
    #expect(actions.after < actions.before)
  }

  /// The scenario with one expectation changed, late in the file, so that it fails there.
  private func mutant(of file: ScenarioFile, _ number: Int) throws -> Scenario? {
    let transcript = try #require(ScenarioFile.transcripts[file.path])
    var scenario = transcript.scenario
    for step in transcript.steps.reversed() {
      let mutants = step.mutants(Comparison(scenario)).filter {
        $0.equivalence == nil && $0.expectation.isSpelled(by: scenario.vocabulary)
      }
      guard !mutants.isEmpty else { continue }
      for flow in scenario.flows.indices {
        for index in scenario.flows[flow].statements.indices {
          guard case .action(var action) = scenario.flows[flow].statements[index],
            action.position == step.action.position
          else { continue }
          action.expectation = mutants[number % mutants.count].expectation.withWrittenPatterns
          scenario.flows[flow].statements[index] = .action(action)
          return scenario
        }
      }
    }
    return nil
  }
}

extension CallScenario.Expectation {
  /// Whether the server has these messages and attributes.
  fileprivate func isSpelled(by words: Vocabulary) -> Bool {
    guard case .messages(let lines, _) = self else { return true }
    let attributes = Set(words.attributes.map(\.name))
    return lines.allSatisfy { line in
      words.messages.contains { line.name.hasPrefix($0) }
        && line.attributes.allSatisfy { attributes.contains($0.name) }
    }
  }

  /// With texts that say what the patterns mean.
  fileprivate var withWrittenPatterns: CallScenario.Expectation {
    guard case .messages(var lines, let isOpen) = self else { return self }
    for line in lines.indices {
      for index in lines[line].attributes.indices {
        lines[line].attributes[index].text = lines[line].attributes[index].pattern.spelling
      }
    }
    return .messages(lines, isOpen: isOpen)
  }
}

extension Scenario {
  /// What differs first if these actions are played alone; nil if nothing does, or they cannot be played.
  fileprivate func signature(of actions: [ActionStatement]) -> FailureSignature? {
    var scenario = self
    scenario.flows[0].statements = actions.map(Statement.action)
    let failed = (try? scenario.replay(.toRecord))?.failedSteps().first
    return failed?.step.number == actions.count ? failed?.differences.first.map { FailureSignature($0, in: self) } : nil
  }
}
