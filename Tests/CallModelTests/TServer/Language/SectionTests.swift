import Testing

@testable import CallModel

@Suite struct SectionTests {
  /// A scene has no places for columns, and no interpreter knows how a call arrives.
  @Test func noRuleHasAColumnAnArrivalOrABeginning() {
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
        if case .begins = clause.operation { Issue.record("\(rule.name)") }
      }
    }
  }

  @Test func aColumnIsTheSamePartyInEveryRow() {
    let diverts = Columns(actor: .via, target: .callee)
    #expect([Who.caller, .via, .callee].map(diverts.party) == [.caller, .actor, .target])
    let rings = Columns(actor: .callee)
    #expect([Who.caller, .via, .secondVia, .callee].map(rings.party) == [.caller, .from, .past, .called])
    let queued = Columns(actor: .via)
    #expect([Who.caller, .via, .secondVia].map(queued.party) == [.caller, .actor, .firstGroup])
    let waits = Columns(called: .via)
    #expect([Who.caller, .via].map(waits.party) == [.caller, .called])
    let dials = Columns(actor: .caller, target: .callee)
    #expect([Who.caller, .callee, .itself, .noParty].map(dials.party) == [.actor, .target, .itself, .noParty])
    let holds = Columns.inCall(by: .caller)
    #expect([Who.caller, .callee].map(holds.party) == [.caller, .called])
    let leaves = Columns.inCall(by: .partyB)
    #expect([Who.partyA, .partyB].map(leaves.party) == [.opposite, .actor])
  }

  /// What an ACD group, a route queue and a routing point are told comes from the first rows of their sections.
  @Test func placesAreToldWhatTheirSectionsSay() {
    for place in Arrival.all { #expect((place.told != nil) == (place.hop != nil), "\(place.name)") }
  }

  /// A row of another page is there, on a page of the manual, as a row or as a point of interruption.
  @Test func aRowThatAnotherPageHasIsThere() {
    var same = 0
    for section in Contents.sections {
      for case .same(let row) in section.rows {
        same += 1
        #expect(row.section.rows.contains { $0.names.contains(row.name) }, "\(row.name)")
        #expect(Contents.sections.contains { $0.source.description == row.section.source.description }, "\(row.name)")
        #expect(row.section.source.description != section.source.description, "\(row.name)")
      }
    }
    #expect(same > 10)
  }

  @Test func aSourceIsChapterSectionAndMark() {
    let source = Source(.basicCallModels, "Call Parking")
    #expect(source.at().description == "Basic Call Models, Call Parking")
    #expect(source.at("*").description == "Basic Call Models, Call Parking, *")
    #expect(source.at(decisions: 26).description == "Basic Call Models, Call Parking; D26")
    #expect(source.at(derived: 26, 58).description == "Basic Call Models, Call Parking, derived, D26, D58")
    #expect(
      source.and(Source(.tServerModels, "Predictive Call", derived: 26)).description
        == "Basic Call Models, Call Parking; T-Server models, Predictive Call, derived, D26")
    // The decisions that settle a row come last in its section.
    #expect(
      source.at("*", decisions: 1, 4).at("no answer", derived: 48).description
        == "Basic Call Models, Call Parking, *, no answer, derived, D48; D1, D4")
    #expect(
      source.at("*", decisions: 1, 4).and(Source(.tServerModels, "Do-Not-Disturb", at: "**", derived: 55)).description
        == "Basic Call Models, Call Parking, *; D1, D4; T-Server models, Do-Not-Disturb, **, derived, D55")
  }

  /// OtherDN is listed where that side is one party; a clause, where its situation is.
  @Test func aRowBecomesARuleForEachOfItsVariants() {
    let section = Section(.tServerModels, "Alternate", columns: Who.actor, Side.this) { b, c in
      Row(
        "B alternates from …", on: .alternateCall, by: b, .talking, for: .sizes(conferencesDerived: 16), decisions: 40
      ) {
        b.receives(.held, .otherDN(c))
        b.receives(.retrieved).on(.other).only(if: .otherConference)
      }
    }
    var rules: [Rule<Exchange>] = []
    section.add(to: &rules)
    let pair = "a conversation", conference = "a conference"
    #expect(
      rules.map(\.name)
        == [(pair, pair), (pair, conference), (conference, pair), (conference, conference)].map {
          "B alternates from \($0) to \($1)"
        })
    #expect(rules.map(\.clauses.count) == [1, 2, 1, 2])
    #expect(
      rules.map { rule in
        rule.sentMessages[0].attributes.contains { $0.name == "OtherDN" }
      } == [true, true, false, false])
    #expect(rules[0].source == "T-Server models, Alternate; D40")
    #expect(rules[3].source == "T-Server models, Alternate, derived, D16; D40")
  }

  /// The cells are those of the row, and so is what the row says besides.
  @Test func aRowMayAnswerAnotherRequestToo() {
    let rules = TServer.rules.filter { $0.verbs == [.completeTransfer] || $0.verbs == [.mergeForTransfer] }
    for rule in rules where rule.verbs == [.mergeForTransfer] {
      let name = "The transfer" + rule.name.dropFirst("The merge for a transfer".count)
      let completed = rules.first { $0.name == name }
      #expect(completed?.states == rule.states && completed?.clauses.count == rule.clauses.count, "\(rule.name)")
    }
    #expect(rules.count { $0.verbs == [.mergeForTransfer] } == 4)
  }

  /// One interruption while the called party rings stands for all that can end the call there.
  @Test func whatFollowsFromAnInterruptionIsThereOnceEach() {
    let name = "The call ends while the agent rings"
    let expected = [
      name, "Cleared: \(name)", "Reconnected: \(name)", "Reconnected to a conference: \(name)",
      "Declined: \(name)", "Cleared by the called party: \(name)", "No answer: \(name)",
      // A call that a group has diverted to an agent may return to the group.
      "No answer of the agent: \(name)",
    ]
    #expect(Set(TServer.rules.map(\.name).filter { $0.hasSuffix(name) }) == Set(expected))
  }

  /// A row in which a party hangs up stands for the same, and so does a page's release.
  @Test func whatFollowsFromARowInWhichAPartyHangsUpIsThereToo() {
    let name = "A party hangs up"
    let expected = [name, "Cleared: \(name)", "Reconnected: \(name)", "Reconnected to a conference: \(name)"]
    #expect(Set(TServer.rules.map(\.name).filter { $0.hasSuffix(name) }) == Set(expected))
  }

  /// The others are told in the order in which they entered the call, and one party's own cells stand in its place.
  @Test func theCellsOfOnePartyStandAmongThoseOfTheOthers() {
    let clauses = Who.members.receive(.partyDeleted, .otherDN(.actor), around: .actor) {
      Who.actor.receives(.released)
    }
    #expect(
      clauses.map(\.recipients) == [Who.members.before(.actor), Recipients(set: .one), Who.members.after(.actor)])
    #expect(clauses.map(\.who) == [.noParty, .actor, .noParty])
  }

  @Test func onlySomePartiesCanLeaveTogether() async {
    #expect(Who.observers.only(.actor).leaves().recipients == Who.observers.only(.actor))
    await #expect(processExitsWith: .failure) { _ = Who.members.leaves() }
    await #expect(processExitsWith: .failure) { _ = Who.observers.except(.actor).leaves() }
  }
}

extension TableRow {
  /// The names of a row about several situations, or its only name.
  fileprivate var names: [String] {
    switch self {
    case .row(let row): row.variants.map { $0.name(of: row.name) }
    case .interruption(let interruption): [interruption.name]
    case .companion(let companion): [companion.name]
    case .same: []
    }
  }
}
