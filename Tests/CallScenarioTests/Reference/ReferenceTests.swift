import CallModel
import Testing

@testable import CallScenario

@Suite struct ReferenceTests {
  static let reference = Reference()
  private var reference: Reference { Self.reference }

  private func names(_ answer: Reference.Answer?) -> [String] { answer?.topics.map(\.text) ?? [] }

  // MARK: Topics

  @Test func everyNameIsATopic() {
    let topics = Set(reference.topics)
    func expect(_ kind: Topic.Kind, _ names: [String], of server: String? = nil) {
      for name in names { #expect(topics.contains(Topic(kind, name, of: server)), "\(kind) \(name)") }
    }
    for words in Servers.vocabularies {
      expect(.server, [words.server])
      expect(.partyKind, words.kinds.map(\.name), of: words.server)
      expect(.partyOption, words.kinds.flatMap { $0.options.map(\.key) }, of: words.server)
      expect(.verb, words.verbs.map(\.name), of: words.server)
      expect(.message, words.messages, of: words.server)
      expect(.attribute, (words.attributes + words.parameters).map(\.name), of: words.server)
      expect(.profile, words.profiles)
      expect(.option, words.profileOptions.map(\.key))
    }
    expect(.statement, Keywords.statement)
    expect(.error, ErrorCode.allCases.filter { $0 != .none }.map { "\($0.rawValue)" })
    expect(.state, PartyState.allCases.map(\.description), of: "t-server")
    for vocabulary in Servers.vocabularies {
      expect(.rule, Servers.rules(of: vocabulary.server).map(\.name), of: vocabulary.server)
    }
    #expect(topics.count == reference.topics.count, "each once")
  }

  @Test func everyTopicIsFoundByItsName() {
    for topic in reference.topics {
      #expect(reference.find(topic.name)?.topics.contains(topic) ?? false, "\(topic.text)")
    }
  }

  @Test func everyTopicHasAnArticle() {
    // A value may need no explanation, and a name that servers share is explained once for each.
    let mute: Set<Topic.Kind> = [.value]
    for topic in reference.topics {
      let article = reference.article(on: topic)
      #expect(article.title == topic.name)
      #expect(!article.kind.isEmpty, "\(topic.text)")
      #expect(!article.parts.isEmpty, "\(topic.text)")
      #expect(!article.summary.isEmpty || mute.contains(topic.kind), "\(topic.text)")
    }
  }

  /// With `all`, nothing is folded: every rule is listed.
  @Test func allListsEverything() {
    let rules = reference.servers[0].rules.filter { rule in rule.messages.contains { $0.name == "EventReleased" } }
    let topic = Topic(.message, "EventReleased", of: "t-server")
    func rows(all: Bool) -> [Article.Row] { reference.article(on: topic, all: all).parts[0].rows }
    #expect(rows(all: true).count { $0.level == 1 } == rules.count)
    #expect(rows(all: false).count < 50)
  }

  // MARK: Finding topics

  @Test func exactSpellingComesFirst() {
    #expect(names(reference.find("busy")) == ["busy, verb of t-server", "busy, verb of ivr-server"])
    #expect(reference.find("busy")?.others.map(\.text) == ["Busy, value of t-server"])
    #expect(names(reference.find("Busy")) == ["Busy, value of t-server"])
    #expect(names(reference.find("eventringing")) == ["EventRinging, message of t-server"])
  }

  @Test func aNameOfSeveralServersIsFoundAtEach() {
    #expect(
      names(reference.find("RetrieveCall")) == [
        "RetrieveCall, verb of ivr-server", "RetrieveCall, message of ivr-server", "RetrieveCall, value of ivr-server",
      ])
    #expect(reference.find("external")?.topics.map(\.server) == ["t-server", "ivr-server"])
  }

  @Test func severalWordsNeedNoPunctuation() {
    #expect(names(reference.find("call to acd")) == ["Call to ACD, section of the manual of t-server"])
    #expect(names(reference.find("network reached")) == ["network-reached, option of the profile"])
    #expect(names(reference.find("party changed")) == ["EventPartyChanged, message of t-server"])
    #expect(names(reference.find("the agent RINGS")) == ["The agent rings, rule of t-server"])
  }

  @Test func rulesAreFoundByWordsOfTheirNameOrSource() {
    #expect(reference.find("customer gives up in the queue")?.topics.allSatisfy { $0.kind == .rule } ?? false)
    #expect(
      names(reference.find("invitation times out")).contains(
        "The invitation to a transfer times out, rule of interaction-server"))
    #expect(reference.find("gent rings") == nil)
  }

  @Test func numbersAreErrorsAndMessages() {
    #expect(names(reference.find("1163")) == ["1163, error"])
    #expect(names(reference.find("57")) == ["EventQueued, message of t-server"])
    #expect(reference.find("57")?.note == "57 is the number of EventQueued.")
    #expect(names(reference.find("71")) == ["71, error", "EventRouteRequest, message of t-server"])
  }

  @Test(arguments: [
    ("RequestAnswerCall", "TAnswerCall"), ("AttributeThisDN", "ThisDN"), ("RoleOrigination", "Origination"),
    ("CallStateBridged", "Bridged"), ("MakeCall", "TMakeCall"),
  ])
  func foreignNamesLeadToOurs(_ foreign: String, _ ours: String) {
    // The IVR Server has a value of this name.
    let answer = reference.find(foreign)
    if foreign != "MakeCall" {
      #expect(answer?.topics.first?.name == ours)
      #expect(answer?.note == "callsim calls \(foreign) \(ours).")
    } else {
      #expect(names(answer) == ["MakeCall, value of ivr-server"])
    }
  }

  @Test func unknownNamesHaveNearOnes() {
    #expect(reference.find("EvntRinging") == nil)
    #expect(reference.near("EvntRinging") == ["EventRinging"])
    #expect(reference.near("EventHeldd").count <= 3)
    #expect(reference.find("") == nil)
    #expect(reference.find("???") == nil)
    #expect(reference.near("xyzzy-xyzzy") == [])
  }

  // MARK: Articles come from the rules

  private func text(_ topic: Topic, _ heading: String) -> [String] {
    reference.article(on: topic).parts.first { $0.heading.hasPrefix(heading) }?.rows.map {
      ($0.name.map { "\($0): " } ?? "") + $0.text
    } ?? []
  }

  @Test func aMessageHasRecipientsAndAttributes() {
    let topic = Topic(.message, "EventNetworkReached", of: "t-server")
    #expect(text(topic, "Who gets it").contains { $0.contains("Outbound Call, 3 rules") })
    #expect(
      text(topic, "Attributes").contains {
        $0.hasPrefix("OtherDN: listed, in some only where dialed-number=known (*DIAL)")
          || $0.hasPrefix("OtherDN: listed")
      })
    let error = Topic(.message, "EventError", of: "t-server")
    #expect(text(error, "As the answer").contains("ErrorCode: the reason"))
  }

  @Test func anOptionSaysWhatItDecides() {
    let topic = Topic(.option, "acd-agents")
    #expect(text(topic, "What it decides") == ["EventDiverted CallState: Redirected where direct, in Multiple ACDs"])
    #expect(text(topic, "Values")[0].hasPrefix("acd-agents=direct: "))
    #expect(
      text(Topic(.profile, "aspect-acd"), "What it sets") == [
        "route-call-state=absent: EventRouteUsed has no CallState"
      ])
  }

  @Test func aVerbSaysWhoDoesIt() {
    let topic = Topic(.verb, "TRouteCall", of: "t-server")
    #expect(text(topic, "Form").contains("done by: acd-group, routing-point, route-queue"))
    #expect(text(topic, "Form")[0].hasPrefix("written: ACTOR TRouteCall [TARGET] [on CALL] [RouteType=…]"))
    #expect(text(topic, "Errors").contains { $0.hasPrefix("1163: No active call") })
    #expect(
      text(Topic(.verb, "RetrieveCall", of: "ivr-server"), "Messages") == [
        "RetrieveCall, CallStatus(Retrieved), CallRetrieved, CallError"
      ])
  }

  @Test func aRuleIsDescribedInFull() {
    let topic = Topic(.rule, "The agent rings", of: "t-server")
    #expect(text(topic, "When").contains("the actor is: not ringing yet"))
    #expect(text(topic, "What changes") == ["the called party is now ringing"])
    #expect(text(topic, "EventRinging to the called party").contains("ThisQueue: the party that handed the call on"))
  }

  @Test func aDecisionSaysWhatItDecidesAndWhichRulesCiteIt() {
    let topic = Topic(.decision, "D23")
    #expect(names(reference.find("d23")) == ["D23, decision"])
    let article = reference.article(on: topic)
    #expect(
      article.summary
        == "Where a call can go. `divert` and `route` work towards every kind of destination. The last hop decides "
        + "what is listed.")
    #expect(article.kind == "decision about rules")
    #expect(text(topic, "Chapter") == ["What no table prints: one call"])
    let all = reference.article(on: topic, all: true).parts.last
    #expect(all?.heading == "Rules of t-server that cite it: 38")
    #expect(all?.rows.contains { $0.text == "The group diverts the call to a device" } == true)
    #expect(
      reference.article(on: Topic(.decision, "D3")).summary.hasSuffix(
        "; under `profile errata=corrected`: as in Call to ACD"))
    #expect(reference.article(on: Topic(.decision, "D87")).parts.map(\.heading).last?.contains("recording") == true)
  }

  @Test func valuesStayTogetherWithTheirNumbers() {
    let callState = Topic(.attribute, "CallState", of: "t-server")
    #expect(text(callState, "Values").first?.hasPrefix("OK=0, Transferred=1, Conferenced=2, ") == true)
    #expect(text(callState, "Options that govern it") == ["acd-agents (note a), route-call-state (note c)"])
    #expect(
      text(callState, "Messages").contains(
        "EventRouteUsed: listed in 49 of 80 cells where route-call-state says so (note c): OK or Redirected"))
    #expect(
      text(callState, "Messages").contains(
        "EventDiverted: listed in 12 of 67 cells where acd-agents=direct (note a): Redirected"))
  }

  @Test func aParameterIsNotAnAttribute() {
    let article = reference.article(on: Topic(.attribute, "MergeType", of: "t-server"))
    #expect(article.kind == "parameter of t-server")
    #expect(article.parts.map(\.heading) == ["Values", "Verbs that take it"])
  }
}
