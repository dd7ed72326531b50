import CallModel
import Testing

@testable import CallScenario

@Suite struct TServerNumbersTests {
  /// An attribute of a message finds its name and its values by its number.
  @Test func attributesAreInTheOrderOfTheirNumbers() {
    #expect(Attribute.allCases.map { Int($0.rawValue) } == Array(Attribute.allCases.indices))
    #expect(TServerNumbers.attributes.map(\.name) == Attribute.allCases.map { TServerWords.name($0) })
  }

  @Test func attributesOfMessagesHaveTheirNumbers() throws {
    let text =
      "scenario  Calls\nparty     A  extension\nparty     B  extension\n\nA TMakeCall B data.Name=Ann\nB ring\n"
    let messages = try Scenario(parsing: text).replay().flows[0].entries.flatMap { entry in
      if case .step(let step) = entry { step.messages } else { [Message]() }
    }
    #expect(messages.map(\.name) == ["EventDialing", "EventRinging"])
    for attribute in messages.flatMap(\.attributes) {
      #expect(attribute.number.map { TServerNumbers.attributes[Int($0)].name } == attribute.name)
    }
    #expect(Message.Attribute(name: "ConnID", value: "1", isListed: true).number == nil)
  }
}
