import Testing

@testable import CallModel

/// What the events of a treatment know: the request, and the digits that the caller has entered.
@Suite struct TreatmentTests {
  private static func office(_ actions: [Action] = []) throws -> Switch {
    var office = Switch()
    office.add(.extension, "7001")
    office.add(.routingPoint, "P")
    try office.apply(.makeCall(from: "7001", to: "P"))
    for action in actions { try office.apply(action) }
    return office
  }

  private static func treated(_ type: TreatmentType?) throws -> Switch {
    try office([.applyTreatment("P", type: type).requested(as: 81), .treat("P")])
  }

  @Test func theEndReportsTheDigitsAndTheRequest() throws {
    var office = try Self.treated(.collectDigits)
    let end = try #require(try office.apply(.endTreatment("P", digits: "12*#")).first)
    #expect(end.type == .treatmentEnd && end.collectedDigits == "12*#" && end.referenceID == 81)
    #expect(end[.treatmentType] == "CollectDigits" && !end.lists(.collectedDigits) && !end.lists(.referenceID))
    let attributes = end.values.map(\.attribute.rawValue)
    #expect(attributes == attributes.sorted())
    // A later event has no digits, and neither has the end of another treatment.
    try office.apply(.applyTreatment("P", type: .collectDigits))
    #expect(try office.apply(.treat("P")).first?.collectedDigits == nil)
    let other = try #require(try office.apply(.endTreatment("P")).first)
    #expect(other.collectedDigits == nil && other.referenceID == nil)
  }

  @Test(arguments: TreatmentType.allCases)
  func onlyTreatmentsThatDoNotGoOnHaveAnEnd(_ type: TreatmentType) throws {
    let office = try Self.treated(type)
    let goesOn = [.music, .ringBack, .silence, .busy, .fastBusy].contains(type)
    #expect((office.refusal(of: .endTreatment("P")) != nil) == goesOn)
    #expect((office.refusal(of: .endTreatment("P", digits: "1")) != nil) == goesOn)
  }

  @Test func aTreatmentWithoutATypeGoesOn() throws {
    let office = try Self.treated(nil)
    #expect(
      office.refusal(of: .endTreatment("P"))?.description
        == "P cannot end a treatment: a treatment of this type goes on until the call leaves or another treatment "
        + "replaces it")
  }

  @Test(arguments: ["", "a", "1 2", "1\u{301}", String(repeating: "1", count: 65)])
  func whatIsNoDigitIsRefusedAndChangesNothing(_ digits: String) throws {
    var office = try Self.treated(.collectDigits)
    #expect(throws: Refusal.self) { try office.apply(.endTreatment("P", digits: digits)) }
    let most = String(repeating: "1", count: 64)
    #expect(try office.apply(.endTreatment("P", digits: most)).first?.collectedDigits == most)
  }

  @Test func otherVerbsTakeNoDigits() throws {
    let office = try Self.office()
    let refusal = office.refusal(of: Action(.release, by: "7001", digits: "1"))
    #expect(refusal?.reason == "TReleaseCall takes no digits")
  }

  @Test func aCallRoutedByDefaultAnswersNoEarlierRequest() throws {
    var office = Switch()
    for (kind, name) in [(Kind.extension, "7001"), (.routeQueue, "Q"), (.acdGroup, "G")] { office.add(kind, name) }
    for action in [
      .makeCall(from: "7001", to: "Q"), .requestRoute("Q"), .applyTreatment("Q", type: .ran).requested(as: 5),
      .treat("Q"),
    ] as [Action] { try office.apply(action) }
    let used = try #require(try office.apply(.route("Q", to: "G")).first)
    #expect(used.type == .routeUsed && used.referenceID == nil)
  }
}
