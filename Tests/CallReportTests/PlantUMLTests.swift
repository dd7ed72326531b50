@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct PlantUMLTests {
  @Test func aFlowIsADiagram() {
    #expect(
      PlantUML().document(.calls)
        == #"""
        @startuml
        title Two calls\nNormal flow
        participant "A\nextension" as p1
        participant "B\nextension" as p2
        participant "T<U+002D>Server" as p3
        p1 -> p3 : 1 TMakeCall B
        p3 --> p1 : EventDialing\nConnID=1\nOtherDN=B
        note over p2 : 2 B ring
        p3 --> p2 : EventRinging\nConnID=1\nOtherDN=A
        note over p1, p3 : <U+002A>
        p2 -> p3 : 3 TAnswerCall
        note over p2 : refused<U+003A> B is out of service
        p1 -> p3 : 4 TMakeCall B
        p3 --> p1 : EventHeld\nConnID=1
        p3 --> p1 : EventDialing\nConnID=2\nOtherDN=B
        @enduml

        @startuml
        title Two calls\nAfter *, following step 2
        participant "A\nextension" as p1
        participant "B\nextension" as p2
        participant "T-Server" as p3
        p1 -> p3 : 3 TReleaseCall
        p3 --> p1 : EventReleased\nOtherDN=B\nCallState=OK
        p3 --> p2 : EventAbandoned\nOtherDN=A\nCallState=OK
        @enduml

        """#.replacing("T<U+002D>Server", with: "T-Server"))
  }

  @Test func sendersHaveNoServer() {
    let text = PlantUML().document(.driver)
    #expect(text.contains("note over p1 : 1 IVR NewCall\np1 --> p2 : NewCall\\nCallID=1\n"))
    #expect(!text.contains("T-Server"))
  }

  @Test func contentsAreComments() {
    #expect(
      PlantUML().contents([Chapter(.acd, number: 1), Chapter(.hostile("@enduml"), number: 2)])
        == "' 1. Internal or inbound call to an ACD group (sample.scenario)\n' 2. <U+0040>enduml (sample.scenario)\n\n")
  }

  @Test(arguments: Transcript.hostileTexts) func namesAreEscaped(_ text: String) {
    let usual = PlantUML().document(.hostile("x"))
    let diagram = PlantUML().document(.hostile(text))
    #expect(diagram.split(separator: "\n").count == usual.split(separator: "\n").count)
    for line in diagram.split(separator: "\n") where line.first != "@" {
      for character in "~'`|;#%$!&@[]{}" { #expect(!line.contains(character), "\(line)") }
      for pair in ["**", "//", "__", "..", "==", "\\\\", ">>"] { #expect(!line.contains(pair), "\(line)") }
      for piece in line.split(separator: "<").dropFirst() {
        #expect(piece.hasPrefix("U+") && piece.dropFirst(6).hasPrefix(">"), "\(line)")
      }
    }
  }
}
