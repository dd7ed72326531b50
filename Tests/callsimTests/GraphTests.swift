import Testing

/// `callsim graph`: what is printed. The fastest server is enough.
@Suite struct GraphTests {
  private let scratch = Scratch([:])

  private func graph(_ arguments: String...) throws -> Invocation {
    try Invocation(["graph", "--server", "ivr-server"] + arguments, in: scratch)
  }

  @Test func aPartyInMermaid() throws {
    let drawn = try graph()
    #expect(drawn.status == 0 && drawn.error == "")
    #expect(
      drawn.output.hasPrefix("stateDiagram-v2\n    %% The life of a party (ivr-server)\n    state \"talking\" as s1\n"))
    #expect(try graph("--of", "party", "--format", "mermaid") == drawn)
  }

  @Test func aCallForGraphviz() throws {
    let drawn = try graph("--of", "call", "--format=dot")
    #expect(drawn.status == 0 && drawn.error == "")
    #expect(drawn.output.hasPrefix("digraph life {\n    label=\"The life of a call (ivr-server)\""))
    #expect(drawn.output.contains("    start -> s1 [label=\" NewCall \"]\n") && drawn.output.hasSuffix("}\n"))
  }

  @Test func theTServerIsTheUsualOne() throws {
    let drawn = try Invocation(["graph", "--of", "call"], in: scratch)
    #expect(drawn.output.hasPrefix("stateDiagram-v2\n    %% The life of a call (t-server)\n"))
  }
}
