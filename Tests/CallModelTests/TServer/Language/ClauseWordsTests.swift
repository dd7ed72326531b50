import Testing

@testable import CallModel

@Suite struct ClauseWordsTests {
  private func sent(_ name: String) -> [SentMessage] {
    TServer.rules.first { $0.name == name }?.sentMessages ?? []
  }

  /// `OtherDN: the caller`
  private func text(_ attribute: SentAttribute) -> String {
    let condition = attribute.condition.map { condition in
      " under \(condition.option)=\(condition.values.joined(separator: "|"))"
        + (condition.footnote.map { ", \($0)" } ?? "")
    }
    return "\(attribute.name): \(attribute.origin)\(attribute.isListed ? "" : ", known")\(condition ?? "")"
  }

  @Test func aRowSaysWhoGetsWhatFromWhere() {
    let messages = sent("The group diverts the call to a device")
    #expect(messages.map { "\($0.name) \($0.recipient)" } == ["EventDiverted the actor"])
    #expect(
      messages.flatMap { $0.attributes.map { text($0) } } == [
        "ConnID: the call", "ThisDN: the recipient", "ThisQueue: the actor",
        "ThisDNRole: the recipient's role, Destination unless the call was handed on", "OtherDN: the caller",
        "OtherDNRole: the other party's role, Origination unless the call was handed on",
        "ThirdPartyDN: the target under optional=reported, *OPT",
        "ThirdPartyDNRole: Destination (given by the rule) under optional=reported, *OPT",
      ])
  }

  @Test func aSlipIsOneMessageOrTheOther() {
    let messages = sent("The call ends while an agent of one of the groups rings")
    #expect(
      messages.map { "\($0.clause) \($0.name) \($0.condition?.values ?? [])" } == [
        "0 EventReleased []", "1 EventAbandoned [\"printed\"]", "2 EventAbandoned [\"corrected\"]",
      ])
  }

  @Test func severalAreToldInTheirOrder() {
    let messages = sent("One of the groups diverts the call to a device")
    #expect(
      messages.map(\.recipient) == [
        "each group that came before the actor", "the actor", "the actor", "each group that came after the actor",
      ])
  }

  @Test func whatIsKnownIsNotListed() {
    let attributes = sent("The caller gives up in the queue").last?.attributes.map { text($0) }
    #expect(
      attributes?.filter { $0.hasPrefix("ThisQueue") } == [
        "ThisQueue: the called party under errata=corrected", "ThisQueue: the called party, known",
      ])
  }

  @Test func whatGoesWithWhatIsListedIsKnown() {
    let attributes = sent("The called party answers a held call").first?.attributes.map { text($0) }
    #expect(attributes?.suffix(2) == ["OtherDN: the called party", "OtherDNRole: the role of the called party, known"])
    let asked = sent("A call is made to a routing point").last?.attributes.map { text($0) }
    #expect(asked?.last == "ThisQueue: the recipient, known")
  }

  @Test func aPartyThatHasBeenConnectedIsToldOfNoAnswer() {
    #expect(
      sent("The agent answers").map { "\($0.name) \($0.recipient)" } == [
        "EventEstablished the caller that has been dialing", "EventEstablished the called party",
      ])
  }

  @Test func theDestinationAskedForIsTheBusyPartyWhereTheCallerHearsBusy() {
    let origins = TServer.rules.flatMap { rule in
      rule.sentMessages.flatMap(\.attributes).map(\.origin).filter { $0 == "the busy party" }.map { _ in rule }
    }
    #expect(!origins.isEmpty)
    #expect(origins.allSatisfy { $0.states.allSatisfy { $0 == .hearingBusy || $0 == .hearingBusyHeld } })
  }

  @Test func everyMessageIsInWords() {
    let attributes = Set(Attribute.allCases.map { "\($0.name)" })
    for rule in TServer.rules {
      for message in rule.sentMessages {
        #expect(message.recipient != Who.noParty.words, "\(rule.name)")
        for attribute in message.attributes {
          #expect(attributes.contains(attribute.name), "\(rule.name)")
          #expect(!attribute.origin.contains(Who.noParty.words), "\(rule.name): \(message.name) \(attribute.name)")
        }
      }
    }
    #expect(Set(Who.allCases.map(\.words)).count == Who.allCases.count)
  }

  /// A footnote stands under the values of its option, whatever the others say.
  @Test func aConditionIsThatOfTheFootnote() {
    let notes: [Footnote] = [
      .none, .optional, .dialed, .directAgents, .printed, .corrected, .parkingBusy, .networkReported,
      .networkSimulated, .routeOK, .routeRedirected, .routeListed, .routeOutsideOK, .routeOutsideListed,
    ]
    for note in notes {
      for option in SwitchOption.allCases {
        for value in option.values {
          var profile = SwitchProfile()
          _ = profile.set(option, to: value)
          #expect(profile[option] == value)
          #expect((note.condition?.holds(under: profile) ?? true) == note.applies(under: profile), "\(note) \(value)")
        }
      }
    }
    #expect(Footnote.none.condition == nil)
    #expect(notes.dropFirst().allSatisfy { $0.condition != nil })
  }
}
