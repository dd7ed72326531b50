import Testing

/// `callsim what-if`: the table, the lines, and the scenario that it writes.
@Suite struct WhatIfTests {
  private let scratch = Scratch(["good.scenario": Scenes.passing, "mistaken.scenario": Scenes.mistaken])

  private func whatIf(_ arguments: String...) throws -> Invocation {
    try Invocation(["what-if"] + arguments, in: scratch)
  }

  @Test func everyPointHasARow() throws {
    #expect(
      try whatIf("good.scenario", "A TReleaseCall")
        == Invocation(
          status: 0,
          output: """
            What if A TReleaseCall, at any point of main
            A call

            after                   A
            ---------------------   -------------------------
            the start               refused: A cannot release: it is in no call

            1  A TMakeCall B  (*)   EventReleased
                                      ConnID      1
                                      ThisDN      A
                                      ThisDNRole  Origination
                                      CallState   OK

            """))
  }

  @Test func aPointIsALineOfJSON() throws {
    let lines = try whatIf("good.scenario", "A hangUp", "--format", "jsonl").output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0] == #"{"flow":"main","step":0,"action":"A hangUp","refused":"A cannot release: it is in no call"}"#)
    #expect(
      lines[1] == """
        {"flow":"main","step":1,"action":"A hangUp","events":[{"to":"A","message":"EventReleased","attributes":\
        {"ConnID":"1","ThisDN":"A","ThisDNRole":"Origination","CallState":"OK"}}]}
        """)
    let flow = try whatIf("good.scenario", "A hangUp", "--format", "jsonl", "--flow", "*").output
    #expect(flow.hasPrefix(#"{"flow":"*","step":1,"action":"A hangUp","events":["#))
  }

  @Test func theScenarioThatItWritesPasses() throws {
    #expect(try whatIf("good.scenario", "A hangUp", "-o", "written.scenario") == Invocation(status: 0))
    #expect(try Invocation(["test", "written.scenario"], in: scratch).output == "3 passed, 0 failed\n")
    #expect(try whatIf("good.scenario", "A hangUp", "-o", "good.scenario").status == 2)
    #expect(scratch.read("good.scenario") == Scenes.passing)
  }

  @Test func mistakesInTheActionAreReported() throws {
    let unknown = try whatIf("good.scenario", "A TReleaseCal")
    #expect(
      unknown
        == Invocation(
          status: 2,
          error: """
            ACTION:1:3: error: unknown verb TReleaseCal
                A TReleaseCal
                  ^~~~~~~~~~~
                did you mean TReleaseCall?

            """))
    #expect(
      try whatIf("good.scenario")
        == Invocation(
          status: 2,
          error: """
            callsim: error: the action is missing
                write it in quotes after the file: 'A TReleaseCall'

            """))
    #expect(
      try whatIf("good.scenario", "A", "TReleaseCall").error == """
        callsim: error: the action is one argument, not several
            write it in quotes: 'A TReleaseCall'

        """)
    #expect(
      try whatIf("A TReleaseCall", "good.scenario").error == """
        callsim: error: the file comes first, and then the action
            write callsim what-if good.scenario 'A TReleaseCall'

        """)
    #expect(try whatIf("good.scenario", "A hangUp", "--flow", "none").error.contains("unknown flow none"))
    #expect(try whatIf("mistaken.scenario", "A hangUp").status == 2)
  }
}
