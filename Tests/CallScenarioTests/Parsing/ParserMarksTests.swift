import Testing

@testable import CallScenario

struct ParserMarksTests {
  @Test func flowsBeginAtEarlierMarks() throws {
    let text = """
      mark begin
      A ring
      mark *
      mark **-routed
      after **-routed
      mark within
      A hold
      after within
      after * as again
      after begin as A

      """
    let flows = try parsed(header + text).flows
    #expect(flows.map(\.name) == ["main", "**-routed", "within", "again", "A"])
    #expect(flows.map(\.mark) == [nil, "**-routed", "within", "*", "begin"])
    #expect(flows.map(\.statements.count) == [4, 2, 0, 0, 0])
    #expect(flows[3].position == Position(line: 12, column: 1, length: 16))
    guard case .mark("begin", Position(line: 4, column: 6, length: 5)) = flows[0].statements[0] else {
      throw OfAnotherKind()
    }
  }

  @Test(arguments: [
    ("mark", ["4:5+1 the mark's name is missing — a mark is stars, a word, or stars-word"]),
    ("mark * *", ["4:8+1 unexpected *: `mark` takes one name"]),
    (
      "mark *routed\nafter *routed",
      ["4:6+7 *routed is not a mark: \(spelling) — did you mean *-routed?"] + [
        "5:7+7 *routed is not a mark: \(spelling) — did you mean *-routed?"
      ]
    ),
    ("mark *-", ["4:6+2 *- is not a mark: \(spelling)"]),
    ("mark -x", ["4:6+2 -x is not a mark: \(spelling)"]),
    (
      "mark main",
      ["4:6+4 main is a reserved word: no mark or flow can have this name — main is the flow before the first `after`"]
    ),
    ("mark on", ["4:6+2 on is a reserved word: no mark or flow can have this name"]),
    (
      "mark *\nmark *", ["5:6+1 there is already a mark *, in line 4 — a mark may have a word after its stars: *-WORD"]
    ),
    ("mark x\nmark x", ["5:6+1 there is already a mark x, in line 4"]),
    ("after", ["4:6+1 the mark at which the flow begins is missing — after NAME [as WORD]"]),
    ("after x", ["4:7+1 unknown mark x — write `mark x` where it begins"]),
    ("mark begin\nafter begn", ["5:7+4 unknown mark begn — did you mean begin?"]),
    ("mark *\nafter x", ["5:7+1 unknown mark x — marks: *"]),
    (
      "after x\nmark x\nafter x as y",
      ["4:7+1 the mark x comes later, in line 5: a flow can only begin at a mark above it"]
    ),
    ("mark x\nafter x y", ["5:9+1 unexpected y: only `as WORD` may follow the mark"]),
    ("mark x\nafter x as", ["5:11+1 the flow's name is missing after `as`"]),
    ("mark x\nafter x as y z", ["5:14+1 unexpected z: `after NAME as WORD` ends here"]),
    ("mark x\nafter x as **", ["5:12+2 ** is not a word: it contains `*`, and a word begins with a letter or digit"]),
    ("mark x\nafter x as main", [mainFlow]),
    ("mark x\nafter x\nafter x", ["6:7+1 there is already a flow x, in line 5 — name this one: after x as WORD"]),
    (
      "mark x\nmark y\nafter x as y\nafter y",
      ["7:7+1 there is already a flow y, in line 6 — name this one: after y as WORD"]
    ),
    ("mark x\nafter x as y\nafter x as y", ["6:12+1 there is already a flow y, in line 5"]),
    (
      "mark \"x\nafter \"x",
      ["4:6+2 the quoted value does not end on its line", "5:7+2 the quoted value does not end on its line"]
    ),
  ])
  func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes(header + text) == expected)
  }
}

private let spelling = "a mark is stars, a word, or stars-word"
private let mainFlow =
  "5:12+4 main is a reserved word: no mark or flow can have this name — main is the flow before the first `after`"
