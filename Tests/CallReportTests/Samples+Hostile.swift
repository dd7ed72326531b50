import CallModel
@testable import CallReport
@testable import CallScenario

extension Transcript {
  /// Names that break out of quotes, tags, comments and lines.
  static let hostileTexts = [
    #""><script>alert(1)</script>"#, "a;b", "#1", "]]>", "a\nb", "a\rb", "\u{202E}abc", "end", "**bold**", "--", "'",
    "@enduml", "|", "`x`", "%% x", "style x:y#z;", "$$x$$", "\\n", "<br/>", "a: b", "/' x", "%date()", "!include x",
    "end note", "[[x]]", "~", "==", "é東👩🏽‍💻",
  ]

  /// The text as a title, a name, a message, an attribute, a mark and a rule.
  static func hostile(_ text: String) -> Transcript {
    var transcript = Sample(text, source: text, parties: ["A extension", "B extension"]).transcript(
      [
        .step("A TMakeCall B", ["A EventDialing ConnID=1 ThisDN=A UserData=x"]), .mark("*"),
        .step("B ring", ["B EventRinging ConnID=1 ThisDN=B OtherDN=A"]),
      ],
      after: [("*", "*", 1, [.step("A TReleaseCall", [], refused: "no")])])
    transcript.scenario.parties[0].name = text
    for flow in transcript.flows.indices {
      if transcript.flows[flow].mark != nil {
        (transcript.flows[flow].mark, transcript.flows[flow].name) = (text, text)
      }
      for entry in transcript.flows[flow].entries.indices {
        guard case .step(var step) = transcript.flows[flow].entries[entry] else {
          transcript.flows[flow].entries[entry] = .mark(text)
          continue
        }
        step.rules = [RuleReference(name: text, source: text, verbs: [])]
        if step.refusal != nil { step.refusal = text }
        for message in step.messages.indices {
          for attribute in step.messages[message].attributes.indices
          where step.messages[message].attributes[attribute].name == "UserData" {
            step.messages[message].attributes[attribute].value = text
          }
          if step.messages[message].to == 1 { step.messages[message].name = text }
        }
        transcript.flows[flow].entries[entry] = .step(step)
      }
    }
    return transcript.onTServer
  }

  /// With the words of the T-Server, which says what a request is.
  var onTServer: Transcript {
    var transcript = self
    transcript.scenario.servers = [Servers.vocabularies[0]]
    return transcript
  }
}
