import CallScenario
import Testing

@testable import CallReport

/// Differences as text, as JSON Lines and as a page.
@Suite struct DifferencesTextTests {
  private static let sides = TranscriptDifference.Sides(old: "old.jsonl", new: "new.jsonl")

  private static let old = [
    "a.scenario: main 1 A EventDialing ConnID=1 OtherDN=B", "a.scenario: main 1 B EventQueued ConnID=1 ThisQueue=B",
    "a.scenario: main 2 C EventRinging ConnID=1 CallState=OK", "a.scenario: main 3 A EventReleased ConnID=1",
    "a.scenario: main 3 A EventOnHook", "a.scenario: * 2 A EventReleased ConnID=1 OtherDN=a_b",
    "b.scenario: main 1 A X",
  ]
  private static let new = [
    "a.scenario: main 1 A EventDialing ConnID=1 OtherDN=B",
    "a.scenario: main 2 C EventRinging ConnID=1 CallState=Busy ThisQueue=B", "a.scenario: main 3 A EventOnHook",
    "a.scenario: main 3 A EventReleased ConnID=1", "a.scenario: main 4 B EventQueued ConnID=1 ThisQueue=B",
    "a.scenario: * 2 A EventReleased ConnID=1 OtherDN=a_b",
    "a.scenario: * 2 B EventAbandoned ConnID=1 ThisDN=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination",
  ]

  private static func differences(_ old: [String] = old, _ new: [String] = new) throws -> [TranscriptDifference] {
    var differences: [TranscriptDifference] = []
    TranscriptComparison(try Written.transcript(old), try Written.transcript(new)).each { differences.append($0) }
    return differences
  }

  private static func text(_ differences: [TranscriptDifference], width: Int = 80, color: Bool = false) -> String {
    var text = DifferencesText(sides, width: width, color: color)
    var tally = DifferenceTally()
    var output = ""
    for difference in differences {
      output += text.text(difference)
      tally.add(difference)
    }
    return output + text.summary(tally)
  }

  @Test func asText() throws {
    #expect(
      Self.text(try Self.differences()) == """
        --- old.jsonl
        +++ new.jsonl

        a.scenario: flow main, step 1
          moved    B  EventQueued  ConnID=1  to step 4

        a.scenario: flow main, step 2
          changed  C  EventRinging  ConnID=1
            - CallState=OK
            + CallState=Busy
            + ThisQueue=B

        a.scenario: flow main, step 3
          moved    A  EventReleased  ConnID=1  after EventOnHook, was at the beginning

        a.scenario: flow *, step 2
          added    B  EventAbandoned  ConnID=1 ThisDN=B ThisDNRole=Destination
                     OtherDN=A OtherDNRole=Origination

        b.scenario
          removed  the file, with 1 flow and 1 message

        1 added, 1 removed, 1 changed, 2 moved

        """)
    #expect(Self.text([]) == "no difference\n")
  }

  @Test func asJSONLines() throws {
    let lines = try Self.differences().map { String(decoding: DifferencesJSONL.line($0), as: UTF8.self) }
    #expect(
      lines.joined() == """
        {"difference":"moved","file":"a.scenario","flow":"main","old":{"step":1},"new":{"step":4},"subject":"message",\
        "to":"B","message":"EventQueued","moved":"step"}
        {"difference":"changed","file":"a.scenario","flow":"main","old":{"step":2},"new":{"step":2},"subject":"message",\
        "to":"C","message":"EventRinging","attributes":{"CallState":{"old":"OK","new":"Busy"},"ThisQueue":{"new":"B"}}}
        {"difference":"moved","file":"a.scenario","flow":"main","old":{"step":3},"new":{"step":3},"subject":"message",\
        "to":"A","message":"EventReleased","moved":"order","after":{"new":"EventOnHook"}}
        {"difference":"added","file":"a.scenario","flow":"*","old":{"step":2},"new":{"step":2},"subject":"message",\
        "to":"B","message":"EventAbandoned","attributes":{"ConnID":{"new":"1"},"ThisDN":{"new":"B"},\
        "ThisDNRole":{"new":"Destination"},"OtherDN":{"new":"A"},"OtherDNRole":{"new":"Origination"}}}
        {"difference":"removed","file":"b.scenario","subject":"file","flows":1,"messages":1}

        """)
  }

  /// Findings of the other kinds, one each.
  private static let others: [TranscriptDifference] = {
    let message = WrittenMessage(
      from: "S", to: "A", name: "E", attributes: [], rule: "One rule", source: "One row")
    var other = message
    (other.to, other.rule, other.source) = ("B", "Another rule", "Another row")
    let (old, new) = (
      TranscriptDifference.Step(number: 1, action: "A acts", line: 7),
      TranscriptDifference.Step(number: 2, action: "A acts", line: 7)
    )
    let changes: [TranscriptDifference.Change] = [
      .markChanged(old: "*", new: "**"), .actionAdded("B acts"), .actionRemoved("B acts"),
      .actionChanged(old: "A waits", new: "A acts"), .outcomeChanged(old: nil, new: "no call"),
      .outcomeChanged(old: "no call", new: nil), .outcomeChanged(old: "no call", new: "busy"), .silentActionsAdded(2),
      .silentActionsRemoved(1), .messageRemoved(message), .messageMoved(message, other, .toRecipient),
      .renumbered(attribute: "ConnID", (1...8).map { .init(old: "\($0)", new: "\($0 + 1)") }, messages: 9),
      .flowAdded(messages: 0), .fileAdded(flows: 2, messages: 3),
    ]
    return changes.map { change in
      TranscriptDifference(
        place: .init(file: "f", flow: "main", old: old, new: new), change: change,
        option: .init(name: "errata", old: "printed", new: "corrected"))
    }
  }()

  @Test func allOtherKindsAsText() {
    let lines = Self.text(Self.others).split(separator: "\n").map(String.init)
    #expect(lines[2] == "f:7: flow main, step 1, now 2: A acts")
    #expect(
      lines.dropFirst(3).filter { $0 != "    option  errata: printed → corrected" } == [
        "  changed  the flow begins after **, not after *", "  added    the action B acts",
        "  removed  the action B acts", "  changed  the action is A acts, not A waits",
        "  changed  the action is refused: no call", "  changed  the action is carried out, not refused: no call",
        "  changed  the action is refused for another reason: busy, not no call",
        "  added    2 actions without messages before this step",
        "  removed  1 action without messages before this step", "  removed  A  E  from=S",
        "    rule    One rule", "    source  One row", "  moved    B  E  from A",
        "    rule    Another rule; was: One rule", "    source  Another row; was: One row",
        "  changed  ConnID 1 is now 2, 2 is now 3, 3 is now 4, 4 is now 5, 5 is now 6,",
        "             6 is now 7 and 2 more, in 9 messages", "  added    the flow, with 0 messages",
        "  added    the file, with 2 flows and 3 messages", "4 added, 3 removed, 6 changed, 1 moved",
      ])
  }

  @Test func allOtherKindsAsJSONLines() {
    let lines = Self.others.map { difference in
      String(decoding: DifferencesJSONL.line(difference), as: UTF8.self)
        .replacing("\"file\":\"f\",\"flow\":\"main\",", with: "")
        .replacing("\"old\":{\"line\":7,\"step\":1,\"action\":\"A acts\"},", with: "")
        .replacing("\"new\":{\"line\":7,\"step\":2,\"action\":\"A acts\"},", with: "")
        .replacing(",\"option\":{\"name\":\"errata\",\"old\":\"printed\",\"new\":\"corrected\"}", with: "")
    }
    #expect(
      lines.joined() == """
        {"difference":"changed","subject":"mark","mark":{"old":"*","new":"**"}}
        {"difference":"added","subject":"action"}
        {"difference":"removed","subject":"action"}
        {"difference":"changed","subject":"action"}
        {"difference":"changed","subject":"outcome","refused":{"new":"no call"}}
        {"difference":"changed","subject":"outcome","refused":{"old":"no call"}}
        {"difference":"changed","subject":"outcome","refused":{"old":"no call","new":"busy"}}
        {"difference":"added","subject":"actions","actions":2}
        {"difference":"removed","subject":"actions","actions":1}
        {"difference":"removed","subject":"message","from":"S","to":"A","message":"E","attributes":{},\
        "rule":"One rule","source":"One row"}
        {"difference":"moved","subject":"message","from":"S","to":"B","message":"E","moved":"recipient","oldTo":"A",\
        "rule":"Another rule","source":"Another row","oldRule":"One rule","oldSource":"One row"}
        {"difference":"changed","subject":"numbers","attribute":"ConnID","numbers":{"1":"2","2":"3","3":"4","4":"5",\
        "5":"6","6":"7","7":"8","8":"9"},"messages":9}
        {"difference":"added","subject":"flow","messages":0}
        {"difference":"added","subject":"file","flows":2,"messages":3}

        """)
  }

  // MARK: Layout

  @Test func colorsAddNothingElse() throws {
    let differences = try Self.differences() + Self.others
    let colored = Self.text(differences, color: true)
    #expect(colored.replacing(/\u{1B}\[[0-9]*m/, with: "") == Self.text(differences))
    #expect(colored.contains("\u{1B}[32madded\u{1B}[0m") && colored.contains("\u{1B}[31mremoved\u{1B}[0m"))
    #expect(!Self.text(differences).contains("\u{1B}"))
  }

  @Test(arguments: [40, 57, 80, 200]) func linesFit(_ width: Int) throws {
    let long = String(repeating: "long-", count: 40)
    let lines = [
      "\(long): \(long) 1 \(long) \(long) \(long)=\(long)", "\(long): \(long) 2 A E x=\(long)",
      "\(long): \(long) 3 A E X=\(long)",
    ]
    let text = Self.text(
      try Self.differences(lines, Array(lines[1...]).map { $0.replacing(" 2 A E", with: " 2 A F") }), width: width)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy { $0.last != " " })
  }

  /// Hostile texts as file, flow, party, message, attribute, action, rule and mark.
  private static func hostile(_ text: String) -> [TranscriptDifference] {
    let message = WrittenMessage(
      from: text, to: text, name: text, attributes: [WrittenAttribute(text, text)], rule: text, source: text)
    let step = TranscriptDifference.Step(number: 1, action: text, line: 1)
    let changes: [TranscriptDifference.Change] = [
      .messageAdded(message), .messageRemoved(message),
      .messageChanged(message, message, [.init(name: text, old: text, new: text)]),
      .messageMoved(message, message, .order(after: text, nowAfter: text)), .actionChanged(old: text, new: text),
      .outcomeChanged(old: text, new: text), .markChanged(old: text, new: text),
    ]
    return changes.map {
      TranscriptDifference(
        place: .init(file: text, flow: text, old: step, new: step), change: $0,
        option: .init(name: text, old: text, new: text))
    }
  }

  @Test(arguments: Transcript.hostileTexts) func hostileNames(_ text: String) throws {
    let differences = Self.hostile(text)
    let output = Self.text(differences)
    #expect(
      output.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && !(0x202A...0x202E).contains($0.value)) })
    for difference in differences {
      let line = DifferencesJSONL.line(difference)
      #expect(line.filter { $0 < 0x20 } == [0x0A])
      var parser = JSONParser(line, line.indices)
      guard case .object(let members) = try parser.value() else { throw JSONError("no object", at: 0) }
      #expect(members.first { $0.key == "file" }?.value == .string(text))
    }
    var page = DifferencesPage(.init(old: text, new: text))
    for difference in differences { page.add(difference) }
    let html = page.text(DifferenceTally())
    for mark in ["<script", "<br/>", "\u{202E}", "\r"] { #expect(!html.contains(mark)) }
    // Every tag that is opened is one of ours.
    let tags = Set(html.matches(of: /<([a-zA-Z0-9]+)/).map { String($0.1) })
    let ours = [
      "html", "head", "meta", "title", "style", "body", "header", "main", "h1", "h2", "h3", "dl", "div", "dt", "dd",
      "p", "code",
      "table", "thead", "tbody", "tr", "th", "td", "strong", "span", "small", "b", "ul", "li", "ins", "del",
    ]
    #expect(tags.subtracting(ours) == [])
  }

  // MARK: The page

  private static func page(_ differences: [TranscriptDifference]) -> String {
    var page = DifferencesPage(sides)
    var tally = DifferenceTally()
    for difference in differences {
      page.add(difference)
      tally.add(difference)
    }
    return page.text(tally)
  }

  @Test func thePage() throws {
    let page = Self.page(try Self.differences())
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    #expect(page.contains("<p class=\"summary\">1 added, 1 removed, 1 changed, 2 moved</p>"))
    for heading in ["<h2>a.scenario</h2>", "<h3>Flow main</h3>", "<h3>Flow *</h3>", "<h2>b.scenario</h2>"] {
      #expect(page.ranges(of: heading).count == 1)
    }
    #expect(page.ranges(of: "<table>").count == 3 && page.ranges(of: "</table>").count == 3)
    #expect(
      page.contains(
        """
        <td><p><b>C</b> EventRinging</p><ul><li>ConnID=1</li><li><del>CallState=OK</del></li></ul></td>\
        <td><p><b>C</b> EventRinging</p><ul><li>ConnID=1</li><li><ins>CallState=Busy</ins></li>\
        <li><ins>ThisQueue=B</ins></li></ul></td></tr>
        """))
    #expect(page.contains("<p class=\"summary\">no difference</p>") == false)
    #expect(Self.page([]).contains("<p class=\"summary\">no difference</p>"))
    // Nothing is fetched, and nothing runs.
    for word in ["http", "src=", "href=", "url(", "<script", "onclick"] { #expect(!page.contains(word)) }
  }

  @Test func thePageIsLimited() {
    let many = [TranscriptDifference](repeating: Self.others[0], count: DifferencesPage.limit + 3)
    let page = Self.page(many)
    #expect(page.ranges(of: "<th scope=\"row\">").count == 5_000)
    #expect(page.contains("<p>3 more differences are not on this page, which has 5000: <code>"))
    #expect(!Self.page(many.dropLast(3)).contains("more differences"))
  }
}
