import Testing

@testable import CallModel

@Suite struct RulebookTests {
  @Test func everyRuleHasANameOfItsOwn() {
    let names = TServer.rules.map(\.name)
    #expect(Set(names).count == names.count, "twice: \(Set(names.filter { name in names.count { $0 == name } > 1 }))")
    for name in names { #expect(name.first?.isUppercase == true && name.last != "." && name.count <= 110, "\(name)") }
  }

  @Test func everyRuleSaysWhereTheManualSaysIt() {
    let chapters = ["Basic Call Models, ", "Releasing Calls, ", "T-Server models, "]
    for rule in TServer.rules {
      #expect(chapters.contains { rule.source.hasPrefix($0) && rule.source != $0 }, "\(rule.name)")
    }
  }

  @Test func everyRuleHasVerbsStatesAndClauses() {
    for rule in TServer.rules {
      // A rule whose events go with those of others answers no verb.
      let isCompanion = rule.occasion != nil
      #expect(rule.verbs.isEmpty == isCompanion && rule.states.isEmpty == isCompanion, "\(rule.name)")
      #expect(!rule.clauses.isEmpty, "\(rule.name)")
      #expect(
        Situation.dimensions.allSatisfy { !rule.situation.isDisjoint(with: $0.members) }, "\(rule.name) can never apply"
      )
    }
  }

  /// Of the profiles those that leave other rules out than the ones before.
  private static let differing = SwitchProfile.many.reduce(into: [(profile: SwitchProfile, rules: [String])]()) {
    found, profile in
    let rules = TServer.rulebook(under: profile).present.map(\.name)
    if !found.contains(where: { $0.rules == rules }) { found.append((profile, rules)) }
  }

  @Test func noTwoRulesEverApplyAtOnce() {
    #expect(Self.differing.count > 2)
    for (profile, _) in Self.differing { expectNoOverlaps(under: profile) }
  }

  private func expectNoOverlaps(under profile: SwitchProfile) {
    let overlaps = TServer.rulebook(under: profile).overlaps
    #expect(overlaps.map { "\($0.0.name) and \($0.1.name)" } == [])
  }

  @Test func twoRulesThatDoAreFound() {
    let twin = Rule<Exchange>(
      "A twin", Source(.tServerModels, "Nowhere"), on: .ring, .hold, by: .offered, .talking,
      if: [.direct, .conference, .byRemote, .open]
    ) {
      Who.actor.becomes(.ringing)
    }
    let overlaps = Rulebook(TServer.rules + [twin], under: SwitchProfile()).overlaps.map { [$0.0.name, $0.1.name] }
      .filter {
        $0.contains("A twin")
      }
    #expect(
      overlaps == [["The called party rings", "A twin"], ["A conference member puts the call on hold", "A twin"]])
  }

  @Test func aProfileLeavesOutTheRulesOfOthers() {
    let seldom = TServer.rules.filter { $0.note == .divertsOnAnswer }
    let reported = Set(TServer.rulebook().present.map(\.name))
    let simulated = Set(TServer.rulebook(under: SwitchProfile(.networkReached, "simulated")).present.map(\.name))
    let all = reported.union(simulated)
    func begins(_ place: String) -> [String] {
      [
        "A call is made to", "A consultation call is made from a conversation to",
        "A consultation call is made from a conference to",
      ].map {
        "\($0) \(place)"
      }
    }
    func busy(_ name: String) -> [String] {
      ["", "Do-not-disturb: "].map { "\($0)\(name)" }
    }
    #expect(
      all.subtracting(simulated)
        == Set(begins("any outside party") + busy("The outside destination is busy after the network is reached")))
    #expect(
      all.subtracting(reported)
        == Set(
          begins("a monitored outside party") + begins("an outside party")
            + busy("The outside destination is busy; the network is not reported")))
    // Left out or not, they keep their numbers; those that are needed least come last and are not even made.
    #expect(TServer.rulebook().rules.map(\.name) == TServer.rules.dropLast(seldom.count).map(\.name))
    let untilTheAnswer = TServer.rulebook(under: SwitchProfile(.divertOnRinging, "false"))
    #expect(untilTheAnswer.rules.map(\.name) == TServer.rules.map(\.name))
    #expect(Set(seldom.map(\.name)).isSubset(of: untilTheAnswer.present.map(\.name)))
  }

  @Test func anEmptyRulebookRefusesEverything() {
    let book = Rulebook<Exchange>([], under: SwitchProfile())
    var exchange = Cast.exchange()
    var events: [Exchange.Event] = []
    do throws(ModelRefusal<Exchange>) {
      try exchange.apply(.makeCall(from: a, to: b), by: book, into: &events)
      Issue.record("no rule, and yet something happens")
    } catch {
      #expect(error.cause == .conditions && book.obstacles(error).isEmpty && book.overlaps.isEmpty)
    }
  }

  /// Two calls of the actor's become one: no party is in it twice, and it is not larger than a call can be.
  @Test func callsAreJoinedOnlyWhereTheyFitIntoOne() {
    for rule in TServer.rules where rule.verbs.contains(where: \.joins) {
      #expect(
        rule.situation.isDisjoint(with: [.joinFull, .sharesParties, .noOtherCall, .severalOtherCalls]), "\(rule.name)")
    }
  }

  @Test func clausesForbidWhatTheyCannotDo() {
    let rule = Rule<Exchange>("A call is made", Source(.tServerModels, "Nowhere"), on: .makeCall, by: .idle) {
      ThisCall.opens(.direct)
      Who.target.enters(as: .destination, .offered)
    }
    #expect(rule.situation.isDisjoint(with: [.exchangeIsFull, .lineFull, .targetFull, .partiesFull]))
    // A party that leaves makes room in the call, but not on the target's line.
    let handed = Rule<Exchange>("The call is handed on", Source(.tServerModels, "Nowhere"), on: .divert, by: .queued) {
      Who.actor.leaves()
      Who.target.enters(as: .destination, .offered)
    }
    #expect(handed.situation.contains(.partiesFull) && handed.situation.isDisjoint(with: .targetFull))
  }

  /// What all rules exclude is what no rule allows.
  @Test func oneLookAnswersForEveryTarget() {
    let book = TServer.rulebook()
    let targets = [Situation.toNoParty, .toItself, .toMember, .toParty] + Kind.allCases.map { Situation.to($0) }
    var allowed = 0
    for verb in Verb.allCases {
      for state in PartyState.allCases {
        for known in [[], .by(.extension), [.by(.remote), .pair, .free], [.conference, .engaged]] as [Situation] {
          let excluded = book.excluded(verb, by: state, where: known)
          for target in targets {
            let mayAnswer = book.mayAnswer(verb, by: state, where: known.union(target))
            #expect((excluded.map { target.isDisjoint(with: $0) } ?? false) == mayAnswer)
            allowed += mayAnswer ? 1 : 0
          }
          #expect((excluded != nil) == book.mayAnswer(verb, by: state, where: known))
        }
      }
    }
    #expect(allowed > 1_000)
  }
}
