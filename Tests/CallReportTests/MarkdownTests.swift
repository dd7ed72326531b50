@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct MarkdownTests {
  @Test func aFlowIsATable() {
    #expect(
      Markdown().document(.acd, flows: ["*"]) == #"""
        # Internal or inbound call to an ACD group

        Source: Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)

        | Party | Kind | |
        |---|---|---|
        | A | extension |  |
        | B | acd-group |  |
        | C | extension |  |

        ## After \*, following step 1

        | Step | Action | A | B | C |
        |---|---|---|---|---|
        | 2 | **A TReleaseCall** | **EventReleased**<br>ConnID 1<br>ThisDN A<br>OtherDN B<br>CallState OK | **EventAbandoned**<br>ConnID 1<br>ThisDN B<br>OtherDN A<br>CallState OK | |

        """#)
  }

  @Test func marksAreRows() {
    let text = Markdown().document(.acd, flows: ["main"])
    #expect(text.contains("\n| | **\\*\\*** | | | |\n| 3 | **C ring** |"))
  }

  @Test func unlistedAttributesAndRules() {
    let text = Markdown(attributes: .all, why: true).document(.acd, flows: ["*"])
    #expect(text.contains("\\[ThisDNRole\\] Origination"))
    #expect(text.contains("| 2 | **A TReleaseCall**<br>why: The rule (The chapter, the row) |"))
  }

  @Test func sendersAndManyParties() {
    #expect(Markdown().document(.driver).contains("**NewCall**<br>from IVR<br>CallID 1"))
    let names = (1...9).map { "P\($0)" }
    let transcript = Sample(parties: names.map { "\($0) extension" }).transcript([
      .step("P1 TMakeCall P2", names.map { "\($0) EventDialing ConnID=1 ThisDN=\($0)" }), .mark("*"),
      .step("P1 TReleaseCall", []),
    ])
    let text = Markdown().document(transcript)
    #expect(
      text.hasSuffix(
        """
        | Step | Action | To | Event | Attributes |
        |---|---|---|---|---|
        | 1 | **P1 TMakeCall P2** | P1 | **EventDialing** | ConnID 1, ThisDN P1 |
        \((2...9).map { "| | | P\($0) | **EventDialing** | ConnID 1, ThisDN P\($0) |" }.joined(separator: "\n"))
        | | **\\*** | | | |
        | 2 | **P1 TReleaseCall** | | | |

        """))
  }

  @Test func severalScenariosHaveContents() {
    let chapters = [Chapter(.acd, number: 1), Chapter(.hostile("<b>|"), number: 2)]
    #expect(
      Markdown().contents(chapters) == #"""
        # Call flows

        1. [Internal or inbound call to an ACD group](#scenario-1) sample.scenario
        2. [\<b\>\|](#scenario-2) sample.scenario


        """#)
    var text = ""
    Markdown().write(.acd, flows: ["*"], number: 2) { text += $0 }
    #expect(text.hasPrefix("<a id=\"scenario-2\"></a>\n\n## Internal"))
    #expect(text.contains("\n### After"))
  }

  @Test(arguments: Transcript.hostileTexts) func namesAreEscaped(_ text: String) {
    let page = Markdown(attributes: .all, why: true).document(.hostile(text))
    // Each line is a heading, a paragraph or a row, whatever the names are.
    for line in page.split(separator: "\n") where line.hasPrefix("|") {
      var cells = 0
      var isEscaped = false
      for scalar in line.unicodeScalars {
        if scalar == "|" && !isEscaped { cells += 1 }
        isEscaped = scalar == "\\" && !isEscaped
      }
      #expect(cells == (page.split(separator: "\n").firstIndex(of: line)! < 7 ? 4 : 5), "\(line)")
    }
    for character in "<[`*" {
      for piece in page.split(separator: "\\\(character)", omittingEmptySubsequences: false) where character == "<" {
        #expect(!piece.replacing("<br>", with: "").contains("<"), "\(piece)")
      }
    }
    #expect(page.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control })
    #expect(!page.unicodeScalars.contains("\u{202E}"))
  }
}
