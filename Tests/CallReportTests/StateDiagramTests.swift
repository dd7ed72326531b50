@testable import CallScenario
import Testing

@testable import CallReport

// The example of the page about lives, word for word.

func whatEndsARing() -> [String] {
  guard let life = LifeCycle(of: .party, on: "t-server") else { return [] }
  return life.ways.filter { $0.from == "ringing" && $0.to == nil }.flatMap { way in
    way.causes.map { $0.isOwn ? "its own \($0.verb)" : "another's \($0.verb)" }
  }
}

@Suite struct StateDiagramTests {
  private static let lives = ["t-server", "ivr-server", "interaction-server", "recording"].flatMap { server in
    LifeCycle.Subject.allCases.compactMap { LifeCycle(of: $0, on: server) }
  }

  private static func way(
    _ from: String?, _ to: String?, _ steps: Int = 1, own: [String] = [], others: [String] = []
  ) -> LifeCycle.Way {
    func causes(_ verbs: [String], isOwn: Bool) -> [LifeCycle.Cause] {
      verbs.map { .init(verb: $0, isRequest: $0.first?.isUppercase == true, isOwn: isOwn) }
    }
    return .init(from: from, to: to, causes: causes(own, isOwn: true) + causes(others, isOwn: false), steps: steps)
  }

  private static let call = LifeCycle(
    "t-server", .party, ["ringing", "talking"],
    [
      way(nil, "ringing", own: ["ring"]), way("ringing", "talking", own: ["TAnswerCall"]),
      way("ringing", nil, own: ["timeOut", "TRedirectCall", "TReleaseCall"], others: ["TReleaseCall"]),
      way("talking", nil, own: ["TReleaseCall", "A", "B"], others: ["TReleaseCall", "C", "D"]),
    ])

  // MARK: Every server

  @Test(arguments: StateDiagram.Language.allCases)
  func noDrawingIsTooLarge(_ language: StateDiagram.Language) throws {
    try #require(Self.lives.count == 8)
    for life in Self.lives {
      let lines = StateDiagram(language).text(life).split(separator: "\n")
      let stages = lines.filter { $0.contains(language == .dot ? /^    s\d+ \[/ : /^    state "/) }
      let ways = lines.filter { $0.contains(language == .dot ? " -> " : " --> ") }
      #expect(stages.count == life.stages.count && stages.count + 2 <= 25)
      #expect(ways.count == min(life.ways.count, 40) && Set(ways).count == ways.count)
      // Each stage has a way in and a way out.
      for number in 1...stages.count {
        #expect(ways.contains { $0.contains(language == .dot ? "-> s\(number) " : "--> s\(number):") })
        #expect(ways.contains { $0.hasPrefix("    s\(number) ") })
      }
      #expect(StateDiagram(language).text(life) == lines.joined(separator: "\n") + "\n")
    }
  }

  // MARK: The languages

  @Test func mermaid() {
    #expect(
      StateDiagram().text(Self.call) == """
        stateDiagram-v2
            %% The life of a party (t-server)
            state "ringing" as s1
            state "talking" as s2
            [*] --> s1: ring
            s1 --> s2: TAnswerCall
            s1 --> [*]: TRedirectCall, TReleaseCall, timeOut<br/>(other) TReleaseCall
            s2 --> [*]: TReleaseCall, A, …<br/>(other) TReleaseCall, C, …

        """)
  }

  @Test func dot() {
    #expect(
      StateDiagram(.dot).text(Self.call)
        == #"""
        digraph life {
            label="The life of a party (t-server)" labelloc=t fontname="sans-serif" fontsize=14
            node [shape=box style=rounded fontname="sans-serif" fontsize=12]
            edge [fontname="sans-serif" fontsize=10]
            start [shape=circle style=filled fillcolor=black width=0.2 label=""]
            end [shape=doublecircle style=filled fillcolor=black width=0.15 label=""]
            s1 [label="ringing"]
            s2 [label="talking"]
            start -> s1 [label=" ring " style=dashed]
            s1 -> s2 [label=" TAnswerCall "]
            s1 -> end [label=" TRedirectCall, TReleaseCall, timeOut \n (other) TReleaseCall "]
            s2 -> end [label=" TReleaseCall, A, … \n (other) TReleaseCall, C, … "]
        }

        """#.replacing("\\n", with: "\\n"))
  }

  /// No model has such names.
  @Test func hostileNames() {
    let life = LifeCycle(
      "t-server", .call, ["a\"b\\"],
      [Self.way(nil, "a\"b\\", others: ["x:y;#\n<z>"]), Self.way("a\"b\\", nil, others: ["w"])])
    let mermaid = StateDiagram().text(life)
    #expect(mermaid.contains("    state \"a#34;b#92;\" as s1\n"))
    #expect(mermaid.contains("    [*] --> s1: x#58;y#59;#35;"))
    #expect(mermaid.split(separator: "\n").count == 5 && !mermaid.contains("<z>"))
    let dot = StateDiagram(.dot).text(life)
    #expect(dot.contains(#"    s1 [label="a\"b\\"]"#))
    #expect(dot.split(separator: "\n").count == 10)
  }

  // MARK: What is left out

  /// A start, 30 stages in a row, and from each an end and a way back to the first one.
  @Test func theRarestWaysAreLeftOut() {
    let stages = (1...30).map { "stage \($0)" }
    let ways =
      [Self.way(nil, "stage 1", 1, own: ["begin"])]
      + stages.indices.flatMap { index in
        [
          Self.way(stages[index], index < 29 ? stages[index + 1] : nil, 1, own: ["go"]),
          Self.way(stages[index], index == 0 ? nil : "stage 1", 2 + index, own: ["back"]),
        ]
      }
    let life = LifeCycle("t-server", .party, stages, ways)
    let lines = StateDiagram().text(life).split(separator: "\n")
    #expect(lines[2] == "    %% 21 rare ways are left out")
    let drawn = lines.filter { $0.contains("-->") }
    #expect(drawn.count == 40 && drawn[0] == "    [*] --> s1: begin")
    // The only way into a stage stays, however rare.
    #expect(drawn.count { $0.hasSuffix(": go") } == 29)
    #expect(StateDiagram().text(Self.call).contains("left out") == false)
  }

  // MARK: The page

  @Test func thePageShowsThisCode() throws {
    let page = Repository.text(of: "Sources/CallScenario/CallScenario.docc/DrawingLives.md")
    let block = try #require(
      page.split(separator: "```swift\nimport CallScenario\n\n").last?.split(separator: "```").first)
    #expect(block.count > 200)
    #expect(Repository.text(of: "Tests/CallReportTests/StateDiagramTests.swift").contains(block))
    #expect(whatEndsARing().prefix(2) == ["its own TReleaseCall", "its own TRedirectCall"])
  }
}
