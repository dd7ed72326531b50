@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct HTMLTests {
  /// The body of a page, without its style and its script.
  private func body(_ page: String) -> String {
    let start = page.firstRange(of: "<body>\n")?.upperBound ?? page.endIndex
    return String(page[start...]).replacing(HTMLScript.all, with: "")
  }

  private static let scenario = """
    scenario  A & B
    source    The <manual>

    party     A  extension
    party     B  extension  dn=7002

    # A calls B.
    A TMakeCall B
        A  EventDialing  OtherDN=B? ...
    mark *
    B ring
        ...

    # A gives up.
    after *
    # At once.
    A TReleaseCall
        ...

    # Nothing <more>.
    """

  private func page(_ text: String, attributes: AttributeChoice = .listed) throws -> String {
    var scenario = try Scenario(parsing: text, path: "a/b.scenario")
    scenario.readComments(in: text)
    return HTML(attributes: attributes).document(try scenario.replay(HTML.detail))
  }

  @Test func pageWithoutScripts() throws {
    let text = body(try page(Self.scenario))
    #expect(
      text.hasPrefix(
        """
        <main id=text>
        <h1>A &amp; B</h1>
        <p class=source>Lifelines: : dialing or waiting, R ringing, # talking, H held</p>
        <div class=scenario id="a/b">
        <p class=source>The &lt;manual&gt;</p>
        <p class=parties>A extension, B extension dn=7002</p>
        <h2>Normal flow</h2>
        <p class=story>A calls B.</p>
        <pre>  A     B     T-Server
        1 |---------->|   TMakeCall B
          :&lt;----------|   EventDialing ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
          :.....|.....|   *
        2 :     o     |   B ring
          :     R&lt;----|   EventRinging ConnID=1 ThisDN=7002 ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK
        </pre>
        <h2>After *, following step 1</h2>
        <p class=story>A gives up.</p>
        <pre>  A     B     T-Server

        # At once.
        2 :---------->|   TReleaseCall
        """))
  }

  @Test func dataForTheScript() throws {
    let text = body(try page(Self.scenario))
    let data = text.split(separator: "<script type=application/json").dropFirst().map { part in
      part.drop { $0 != ">" }.dropFirst().prefix(while: { $0 != "<" })
    }
    #expect(data.count == 2)
    #expect(
      data[0].hasPrefix(
        """
        {"parties":[["A","A","extension",""],["B","7002","extension","dn=7002"]],"server":"T-Server","ending":0,"flows":[[1,-1,2,[[],[]],[[1,8,0,1,3,-1,-1,[0,
        """))
    #expect(data[1].hasPrefix(#"{"texts":["Nothing \u003cmore>.",\#n"main",\#n"A calls B.",\#n"TMakeCall B","#))
    #expect(data[1].contains(#"["A call is made to a device","Basic Call Models, Internal/Inbound Call"]"#))
  }

  /// Below all flows.
  @Test func whatTheFileSaysAtItsEnd() throws {
    #expect(try page(Self.scenario).contains("</pre>\n<p class=story>Nothing &lt;more&gt;.</p>\n<script "))
  }

  @Test func closingIsTheDataAndTheScript() throws {
    var format = HTML()
    format.write(try Scenario(parsing: Self.scenario).replay(HTML.detail), flows: nil, number: nil) { _ in }
    let pieces = format.closingPieces
    #expect(pieces.count == 2 && pieces[1] == HTMLPage.closing && pieces[0].hasSuffix("}}</script>\n"))
    #expect(pieces[0] + pieces[1] == format.closing)
  }

  /// A transcript may be long: it is passed on in pieces, and none of them has many events.
  @Test func longTranscriptsArePassedOnInPieces() throws {
    let transcript = try Scenario(parsing: Self.scenario).replay(HTML.detail).repeated(messages: 3_000)
    var format = HTML()
    var pieces: [String] = []
    format.write(transcript, flows: nil, number: nil) { pieces.append($0) }
    #expect(pieces.count > 5)
    #expect(pieces.dropFirst().allSatisfy { $0.utf8.count < 2 * TextBuffer.pieceSize })
  }

  @Test func attributesInText() throws {
    #expect(try !page(Self.scenario).contains("[CallType=Internal]"))
    #expect(try page(Self.scenario, attributes: .all).contains("[CallType=Internal]"))
  }

  @Test func scenariosAreInTheirChapters() throws {
    var format = HTML()
    var text = ""
    for (index, path) in ["x/one/a.scenario", "x/one/b.scenario", "x/two/a.scenario", "x/two/a.scenario"].enumerated() {
      let transcript = try Scenario(parsing: Self.scenario, path: path).replay(HTML.detail)
      format.write(transcript, flows: nil, number: index + 1) { text += $0 }
    }
    text += format.closing
    let outline = text.split(separator: "\n").filter {
      $0.hasPrefix("<section") || $0.hasPrefix("</section") || $0.hasPrefix("<h2") || $0.hasPrefix("<details")
    }
    let summary = "<summary><h3>A &amp; B</h3></summary>"
    #expect(
      outline == [
        "<section class=chapter>", "<h2>One</h2>", "<details class=scenario id=\"x/one/a\">\(summary)",
        "<details class=scenario id=\"x/one/b\">\(summary)", "</section>", "<section class=chapter>", "<h2>Two</h2>",
        "<details class=scenario id=\"x/two/a\">\(summary)", "<details class=scenario id=\"x/two/a~2\">\(summary)",
        "</section>",
      ])
    #expect(text.contains("<h1>Call flows</h1>"))
  }

  @Test func onlyTheFlowsAskedFor() throws {
    let transcript = try Scenario(parsing: Self.scenario).replay(HTML.detail)
    let text = HTML().document(transcript, flows: ["*"])
    #expect(!text.contains("Normal flow</h2>") && text.contains("After *, following step 1</h2>"))
    #expect(HTML().closing == "")
  }

  @Test(arguments: Transcript.hostileTexts) func namesAreEscaped(_ text: String) {
    let page = HTML(why: true).document(.hostile(text))
    let own = HTMLPage.opening(title: "") + HTMLPage.closing
    // No name adds an element, an attribute or an end to the page's own.
    for tag in ["<script", "</script", "<img", "<b", "<br", "<!--", "onerror=\"", "alert(1)</"] {
      let added = tag == "<script" || tag == "</script" ? 2 : 0
      #expect(page.split(separator: tag).count == own.split(separator: tag).count + added, "\(tag)")
    }
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }
}

/// Pages of the scenarios of this repository.
@Suite struct HTMLPageTests {
  private static let paths = Repository.scenarios.filter { path in
    ["/basic-call-models/", "/ivr-conference/", "/interaction-models/", "/recording/calls/", "/side-by-side/"].contains
    {
      path.contains($0)
    }
  }

  /// Elements end in the opposite order of their beginnings, and there is no reference to anything outside.
  @Test func pageIsWellFormed() throws {
    var format = HTML()
    var text = ""
    for (index, path) in Self.paths.enumerated() {
      format.write(try Repository.transcript(of: path, HTML.detail), flows: nil, number: index + 1) { text += $0 }
    }
    #expect(text.utf8.count < 26_000 * Self.paths.count)
    text += format.closing
    text = text.replacing(HTMLScript.all, with: "").replacing(HTMLStyle.all, with: "")
    for reference in [" src=", "http:", "https:", "@import", "url("] {
      #expect(!text.contains(reference), "\(reference)")
    }
    #expect(openElements(text) == [])
  }

  /// Each row of a ladder without scripts has all that the manual's table lists.
  @Test(arguments: Self.paths) func listedAttributesAreReadableWithoutScripts(_ path: String) throws {
    let transcript = try Repository.transcript(of: path, HTML.detail)
    // The words of a row are behind its lifelines, which end in blanks.
    let rows = Set(
      HTML().document(transcript).split(separator: "\n").compactMap { $0.split(separator: "   ").last.map(String.init) }
    )
    for message in transcript.flows.flatMap(\.entries).flatMap({ $0.numberedMessages?.messages ?? [] }) {
      let listed = message.attributes.filter(\.isListed).map { " \($0.name)=\($0.value.quotedIfNeeded)" }
      let row = (message.name.quotedIfNeeded + listed.joined()).markup
      #expect(rows.contains(row), "\(row)")
    }
  }

  /// The elements that have not ended, or do so in the wrong place.
  private func openElements(_ text: String) -> [Substring] {
    var open: [Substring] = []
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      let name = piece.prefix { $0.isLetter || $0.isNumber || $0 == "/" || $0 == "!" }
      if name.hasPrefix("!") || name == "meta" || name == "link" { continue }
      guard name.hasPrefix("/") else {
        open.append(name)
        continue
      }
      guard open.last == name.dropFirst() else { return open + [name] }
      open.removeLast()
    }
    return open
  }
}
