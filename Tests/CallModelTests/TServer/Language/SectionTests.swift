import Testing

@testable import CallModel

@Suite struct SectionTests {
  /// A scene has no places for columns, and no interpreter knows how a call arrives.
  @Test func noRuleHasAColumnOrAnArrival() {
    for rule in TServer.rules {
      for clause in rule.clauses {
        var parties: Set<Who> = []
        _ = clause.mapParties { who in
          parties.insert(who)
          return who
        }
        #expect(parties.isSubset(of: Who.allCases), "\(rule.name)")
        if case .arrives = clause.operation { Issue.record("\(rule.name)") }
        if case .hears = clause.operation { Issue.record("\(rule.name)") }
      }
    }
  }

  @Test func aColumnIsTheSamePartyInEveryRow() {
    let diverts = Columns(actor: .via, target: .callee)
    #expect([Who.caller, .via, .callee].map(diverts.party) == [.caller, .actor, .target])
    let rings = Columns(actor: .callee)
    #expect([Who.caller, .via, .secondVia, .callee].map(rings.party) == [.caller, .from, .past, .called])
    let waits = Columns(called: .via)
    #expect([Who.caller, .via].map(waits.party) == [.caller, .called])
    let dials = Columns(actor: .caller, target: .callee)
    #expect([Who.caller, .callee, .itself, .noParty].map(dials.party) == [.actor, .target, .itself, .noParty])
  }

  /// What an ACD group, a route queue and a routing point are told comes from the first rows of their sections.
  @Test func placesAreToldWhatTheirSectionsSay() {
    for place in Arrival.all { #expect((place.told != nil) == (place.hop != nil), "\(place.name)") }
  }

  @Test func aSourceIsChapterSectionAndMark() {
    let source = Source(.basicCallModels, "Call Parking")
    #expect(source.at(nil).text == "Basic Call Models, Call Parking")
    #expect(source.at("*").text == "Basic Call Models, Call Parking, *")
    #expect(
      source.and(.tServerModels, "Predictive Call", "derived").text
        == "Basic Call Models, Call Parking; T-Server models, Predictive Call, derived")
    // The decisions that settle a row come last.
    #expect(source.at("; D26").text == "Basic Call Models, Call Parking; D26")
    #expect(
      source.at("*; D1, D4").at("no answer, derived, D48").text
        == "Basic Call Models, Call Parking, *, no answer, derived, D48; D1, D4")
    #expect(
      source.at("*; Do-Not-Disturb, derived, D55").text
        == "Basic Call Models, Call Parking, *; Do-Not-Disturb, derived, D55")
  }

  /// One interruption while the called party rings stands for all that can end the call there.
  @Test func whatFollowsFromAnInterruptionIsThereOnceEach() {
    let name = "The call ends while the agent rings"
    let expected = [
      name, "Cleared: \(name)", "Reconnected: \(name)", "Reconnected to a conference: \(name)",
      "Declined: \(name)", "Cleared by the called party: \(name)", "No answer: \(name)",
    ]
    #expect(Set(TServer.rules.map(\.name).filter { $0.hasSuffix(name) }) == Set(expected))
  }
}
