@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct SVGTests {
  @Test func aFlowIsAPicture() throws {
    let picture = SVG().document(.calls, flows: ["*"])
    let start = try #require(picture.firstRange(of: "</defs>\n"))
    #expect(
      picture[start.upperBound...] == """
        <rect class="g" width="100%" height="100%"/>
        <text class="T" x="16" y="32">Two calls</text>
        <rect class="w c0" x="17" y="46" width="8" height="16" rx="2"/><text class="D" x="31" y="58">dialing or waiting</text>
        <rect class="r c0" x="166" y="46" width="8" height="16" rx="2"/><text class="D" x="180" y="58">ringing</text>
        <rect class="t c0" x="242" y="46" width="8" height="16" rx="2"/><text class="D" x="256" y="58">talking</text>
        <rect class="h c0" fill="url(#held0)" x="318" y="46" width="8" height="16" rx="2"/><text class="D" x="332" y="58">holding</text>
        <text class="F" x="16" y="84">After *, following step 2</text>
        <rect class="B" x="44" y="98" width="122" height="36" rx="6"/><text class="N" x="105" y="114">A</text>
        <text class="K" x="105" y="127">extension</text>
        <rect class="B" x="174" y="98" width="122" height="36" rx="6"/><text class="N" x="235" y="114">B</text>
        <text class="K" x="235" y="127">extension</text>
        <rect class="V" x="304" y="98" width="122" height="36" rx="6"/><text class="N v" x="365" y="120">T-Server</text>
        <path class="l" d="M105 134V211"/>
        <path class="l" d="M235 134V211"/>
        <path class="l" d="M365 134V211"/>
        <rect class="w c0" x="101" y="134" width="8" height="40" rx="2"><title>A dials or waits, call 1</title></rect>
        <rect class="r c0" x="231" y="134" width="8" height="59" rx="2"><title>B rings, call 1</title></rect>
        <path class="s" d="M16 141H784"/><text class="S" x="24" y="159">3</text><path class="q" d="M105 155H363m-7-4l7 4-7 4z"/><text class="A" x="430" y="159">A TReleaseCall</text>
        <path class="e c0" d="M365 174H111m7-4l-7 4 7 4"/><text class="R c0" x="430" y="178"><tspan class="M">EventReleased</tspan> OtherDN=B CallState=OK</text>
        <path class="e c0" d="M365 193H241m7-4l-7 4 7 4"/><text class="R c0" x="430" y="197"><tspan class="M">EventAbandoned</tspan> OtherDN=A CallState=OK</text>
        </svg>

        """)
    #expect(
      picture.hasPrefix(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="800" height="217" viewBox="0 0 800 217" xml:lang="en" \
        xml:space="preserve" role="img" aria-labelledby="title desc">
        <title id="title">Two calls</title>
        <desc id="desc">Sequence diagram of A extension, B extension. After *, following step 2.</desc>
        <style>

        """))
  }

  @Test func callsAreToldApart() throws {
    let picture = try #require(XMLDocument(SVG().document(.calls, flows: ["main"])))
    #expect(picture.elements("text", class: "C").map(\.text) == ["1", "1", "1", "2"])
    let arrows = picture.elements("path", class: "e").compactMap { $0.attributes["class"] }
    #expect(arrows.filter { $0 != "e" } == ["e c0", "e c0", "e c0", "e c1"])
    // The second bar is right of the first.
    let bars = picture.elements("title").map(\.text)
    #expect(
      bars == [
        "Two calls", "A dials or waits, call 1", "A holds, call 1", "A dials or waits, call 2", "B rings, call 1",
      ])
    let held = picture.elements("rect", class: "h").last
    let second = picture.elements("rect", class: "c1").first
    #expect(held?.attributes["x"] == "101" && held?.attributes["fill"] == "url(#held0)")
    #expect(second?.attributes["x"] == "110")
  }

  @Test func marksAndRefusals() throws {
    let picture = try #require(XMLDocument(SVG().document(.calls, flows: ["main"])))
    #expect(picture.elements("text", class: "P").map(\.text) == ["*"])
    #expect(picture.elements("text", class: "X").map(\.text) == ["refused: B is out of service"])
    #expect(picture.elements("path", class: "x").count == 1)
    #expect(
      picture.elements("text", class: "A").map(\.text) == ["A TMakeCall B", "B ring", "B TAnswerCall", "A TMakeCall B"])
    // What no one requests is a dot.
    #expect(picture.elements("circle").map { $0.attributes["cx"] } == ["235"])
    #expect(picture.elements("path", class: "q").count == 3)
  }

  @Test func sendersHaveArrowsOfTheirOwn() throws {
    let picture = try #require(XMLDocument(SVG().document(.driver)))
    #expect(
      picture.elements("path", class: "e").suffix(3).map { $0.attributes["d"] } == [
        "M105 154H233m-7-4l7 4-7 4", "M235 173H363m-7-4l7 4-7 4", "M365 192H237m7-4l-7 4 7 4",
      ])
    #expect(!picture.elements("text").contains { $0.text == "T-Server" || $0.text == "ringing" })
  }

  @Test func rulesAndUnlistedAttributes() throws {
    let picture = try #require(XMLDocument(SVG(attributes: .all, why: true).document(.acd, flows: ["*"])))
    #expect(picture.elements("text", class: "R").contains { $0.text == "why: The rule (The chapter, the row)" })
    #expect(picture.elements("tspan").contains { $0.text.contains("[ThisDNRole=Origination]") })
    #expect(picture.elements("text", class: "D").contains { $0.text.contains("[brackets]") })
  }

  @Test func themes() {
    let both = SVG().document(.acd)
    let light = SVG(theme: .light).document(.acd)
    let dark = SVG(theme: .dark).document(.acd)
    #expect(both.contains("@media screen and (prefers-color-scheme:dark){\nsvg{background:#0d1117}"))
    #expect(both.contains("svg{background:#ffffff}"))
    #expect(!light.contains("@media") && light.contains("svg{background:#ffffff}") && !light.contains("#0d1117"))
    #expect(!dark.contains("@media") && dark.contains("svg{background:#0d1117}") && !dark.contains("#ffffff"))
  }

  /// Its arrow has an open head, like that of other events.
  @Test func anErrorHasTheColorOfRefusals() throws {
    var transcript = Transcript.calls
    guard case .step(var step) = transcript.flows[1].entries[0] else { return }
    step.messages[0].isRefusal = true
    transcript.flows[1].entries[0] = .step(step)
    let text = SVG().document(transcript, flows: ["*"])
    let picture = try #require(XMLDocument(text))
    #expect(picture.elements("path", class: "X").map { $0.attributes["class"] } == ["e X"])
    #expect(picture.elements("text", class: "X").count == 1)
    #expect(text.contains("\n.X{color:#b3261e}\ntext.X{fill:#b3261e}\n"))
  }

  // MARK: Documents

  @Test func severalTranscriptsHaveContents() throws {
    var format = SVG()
    var text = ""
    for (index, transcript) in [Transcript.acd, .calls, .driver].enumerated() {
      format.write(transcript, flows: nil, number: index + 1) { text += $0 }
    }
    let chapters = [Transcript.acd, .calls, .driver].enumerated().map { Chapter($1, number: $0 + 1) }
    let document = format.opening + format.contents(chapters) + text + format.closing
    let picture = try #require(XMLDocument(document))
    #expect(picture.elements("a").map { $0.attributes["href"] } == ["#scenario-1", "#scenario-2", "#scenario-3"])
    #expect(Set(picture.identifiers).count == picture.identifiers.count)
    #expect(Set(picture.references).isSubset(of: Set(picture.identifiers)))
    // Each is below the one before, and all are in the whole.
    let parts = picture.elements.filter { $0.name == "svg" && $0.attributes["id"] != nil }
    var end = 0
    for part in parts {
      #expect(part.depth == 2 && part.attributes["y"] == "\(end)")
      end += Int(part.attributes["height"] ?? "") ?? 0
    }
    let first = picture.elements[1...].first { $0.name == "svg" }?.attributes["y"]
    #expect(picture.elements[0].attributes["height"] == (first.flatMap { Int($0) }.map { "\($0 + end)" }))
  }

  /// The parts of a document are as high alone, so that what is planned fits what is drawn.
  @Test func nothingIsBelowTheEnd() throws {
    for transcript in [Transcript.acd, .groups, .conference, .refusals, .names, .calls, .driver] {
      for format in [SVG(), SVG(attributes: .all, why: true)] {
        let picture = try #require(XMLDocument(format.document(transcript)))
        let height = Int(picture.elements[0].attributes["height"] ?? "") ?? 0
        let width = Int(picture.elements[0].attributes["width"] ?? "") ?? 0
        var lowest = 0
        for element in picture.elements where element.attributes["y"] != nil {
          let y = Int(element.attributes["y"] ?? "") ?? .max
          let own = element.attributes["height"].flatMap { Int($0) } ?? 0
          lowest = max(lowest, y + own)
          #expect(y + own <= height - 6)
          #expect(Int(element.attributes["x"] ?? "") ?? .max < width)
        }
        #expect(lowest > height - 60)
      }
    }
  }

  @Test func manyPartiesGrowInWidth() throws {
    let picture = try #require(XMLDocument(SVG().document(.conference)))
    // Eight parties and the T-Server.
    #expect(picture.elements[0].attributes["width"] == "1110")
    let four = try #require(XMLDocument(SVG().document(.groups.onTServer)))
    #expect(four.elements[0].attributes["width"] == "800")
  }

  /// Each flow has the lifelines of its own parties, so that many flows of many parties do not grow with both.
  @Test func manyPartiesHaveLifelinesWhereTheyTakePart() throws {
    let parties = (1...10).map { "P\($0) extension" }
    let sample = Sample("Many", parties: parties)
    let main = (1...10).map { Sample.Entry.step("P\($0) TSetDNDOn", []) }
    let ringing = Sample.Entry.step("P3 ring", ["P3 EventRinging ConnID=1 ThisDN=P3"])
    let transcript = sample.transcript(
      main + [ringing, .mark("*")], after: [("*", "*", 11, [.step("P7 TSetDNDOff", [])])]
    ).onTServer
    let picture = try #require(XMLDocument(SVG().document(transcript)))
    let names = picture.elements("text", class: "N").map(\.text)
    #expect(names == (1...10).map { "P\($0)" } + ["T-Server", "P3", "P7", "T-Server"])
    #expect(picture.elements("path", class: "l").count == names.count)
    // A lifeline has one place in all flows.
    let places = picture.elements("text", class: "N").compactMap { $0.attributes["x"] }
    #expect(places[2] == places[11] && places[6] == places[12])
  }

  @Test func longNamesAreAbbreviated() throws {
    let picture = try #require(XMLDocument(SVG().document(.names)))
    let whole = "TheReceptionistOfTheHeadOfficeInTheCapital\(String(repeating: "X", count: 200))"
    #expect(picture.elements("text", class: "N").contains { $0.text.hasPrefix("TheRec") && $0.text.hasSuffix("…") })
    #expect(picture.elements("title").contains { $0.text == whole })
    #expect(picture.elements("title").contains { $0.text.hasPrefix("Key=0123456789") && $0.text.utf8.count == 204 })
  }

  // MARK: Names

  @Test(arguments: Transcript.hostileTexts + Hostile.names) func namesAreEscaped(_ text: String) throws {
    let usual = try #require(XMLDocument(SVG(why: true).document(.hostile("x"))))
    let picture = try #require(XMLDocument(SVG(why: true).document(.hostile(text))))
    let tags = ["svg", "style", "defs", "pattern", "rect", "path", "circle", "text", "tspan", "title", "desc"]
    #expect(picture.elements.allSatisfy { tags.contains($0.name) })
    for name in ["svg", "rect", "path", "circle"] {
      #expect(picture.elements(name).count == usual.elements(name).count)
    }
    #expect(picture.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    #expect(picture.elements("title").first?.text == text.visible.printableLine)
  }

  @Test func whatXMLCannotHoldHasAPicture() throws {
    let picture = try #require(XMLDocument(SVG().document(.hostile("a\u{1}\u{FFFE}\u{202E}\tb"))))
    #expect(picture.elements("title").first?.text == "a␁\u{FFFD}\u{FFFD}␉b")
  }

  private static let someScenarios = Repository.scenarios.enumerated().filter { $0.offset % 8 == 0 }.map(\.element)

  /// Nothing is loaded, and nothing runs.
  @Test(arguments: someScenarios) func everyScenarioIsAPicture(_ path: String) throws {
    let text = SVG().document(try Repository.transcript(of: path))
    let picture = try #require(XMLDocument(text))
    #expect(Set(picture.identifiers).count == picture.identifiers.count)
    #expect(Set(picture.references).isSubset(of: Set(picture.identifiers)))
    #expect(text.ranges(of: "http").count == 1 && !text.contains("@import") && !text.contains("url(h"))
  }
}
