import Testing

@testable import CallModel
@testable import CallScenario

/// The lives of all servers, computed once.
enum Lives {
  static let all = Servers.vocabularies.flatMap { words in
    LifeCycle.Subject.allCases.compactMap { LifeCycle(of: $0, on: words.server) }
  }

  static func of(_ subject: LifeCycle.Subject, _ server: String) throws -> LifeCycle {
    try #require(all.first { $0.subject == subject && $0.server == server })
  }
}

@Suite struct LifeCycleTests {
  private static let servers = Servers.vocabularies.map(\.server)

  /// The causes of a way, with a star where the party itself acts.
  private func causes(_ life: LifeCycle, _ from: String?, _ to: String?) -> [String] {
    life.ways.first { $0.from == from && $0.to == to }?.causes.map { ($0.isOwn ? "*" : "") + $0.verb } ?? []
  }

  @Test func everyServerHasLives() {
    #expect(Lives.all.count == 8)
    #expect(LifeCycle(of: .party, on: "x-server") == nil)
  }

  @Test(arguments: servers, LifeCycle.Subject.allCases)
  func everyStageIsOnAWayFromTheStart(_ server: String, _ subject: LifeCycle.Subject) throws {
    let life = try Lives.of(subject, server)
    var reached: Set<String> = []
    var isNew = true
    while isNew {
      let next = life.ways.filter { $0.from.map(reached.contains) ?? true }.compactMap(\.to)
      isNew = !reached.isSuperset(of: next)
      reached.formUnion(next)
    }
    #expect(reached == Set(life.stages) && Set(life.stages).count == life.stages.count)
    #expect(life.stages.allSatisfy { stage in life.ways.contains { $0.from == stage } })
    #expect(life.ways.allSatisfy { $0.from != $0.to && !$0.causes.isEmpty && $0.steps >= $0.causes.count })
    #expect(Set(life.ways.map { [$0.from, $0.to] }).count == life.ways.count)
    let words = Servers.vocabularies.first { $0.server == server }?.verbs ?? []
    for cause in life.ways.flatMap(\.causes) {
      let word = words.first { $0.name == cause.verb.split(separator: " ").first.map(String.init) }
      #expect(word?.isRequest == cause.isRequest, "\(cause.verb)")
    }
  }

  @Test func theSameAgain() throws {
    let life = try #require(LifeCycle(of: .call, on: "ivr-server"))
    #expect(try life.ways == Lives.of(.call, "ivr-server").ways)
  }

  // MARK: What is explored

  @Test func aTServersPartiesComeIntoEveryState() throws {
    var states: Set<PartyState> = [.idle]
    for world in LifeWorld.of("t-server") {
      let replay = TServerReplay(world.scenario, .everything)
      let begun = replay.start(of: world.limits)
      let start = try #require(begun)
      start.exchange.explore(by: replay.rulebook, world.limits.search { TServerWords.word($0)?.verb })
        .eachStep { _, _, after in states.formUnion(after.calls.flatMap { $0.parties.map(\.state) }) }
    }
    #expect(PartyState.allCases.filter { !states.contains($0) } == [])
  }

  @Test func anIVRsCallsComeIntoEveryState() throws {
    let life = try Lives.of(.call, "ivr-server")
    #expect(Set(life.stages) == Set(IVRServer.State.allCases.filter { $0 != .idle }.map { "\($0)" }))
  }

  @Test func recordedDevicesComeIntoEveryState() throws {
    var states: Set<Recording.State> = [.free]
    for world in LifeWorld.of("recording") {
      let replay = MessageServerReplay<Recording>(world.scenario, .everything)
      let search: Search<Recording> = world.limits.search { Recording.Verb(named: $0) }
      replay.start(of: world.limits).explore(by: replay.rulebook, search).eachStep { _, _, after in
        #expect(after.calls.count < 2)
        for call in after.calls { states.formUnion(call.allParties.map(call.state)) }
      }
    }
    #expect(states == Set(Recording.State.allCases))
  }

  // MARK: What is found

  @Test func theLifeOfATServersParty() throws {
    let life = try Lives.of(.party, "t-server")
    #expect(causes(life, "ringing", "talking") == ["*TAnswerCall"])
    #expect(causes(life, "dialing", "talking") == ["TAnswerCall"])
    #expect(causes(life, "not ringing yet", "ringing") == ["*ring"])
    #expect(causes(life, "holding", "talking").contains("*TRetrieveCall"))
    #expect(causes(life, "ringing", nil).contains("*TRedirectCall"))
    #expect(causes(life, "queued", "talking") == [])
    // The party that was consulted goes on in the other call.
    #expect(causes(life, "talking", nil).contains("*TCompleteTransfer"))
    #expect(
      life.ways.filter { $0.to == nil }.flatMap(\.causes).allSatisfy { $0.isOwn || !$0.verb.contains("Complete") })
  }

  @Test func theLifeOfATServersCall() throws {
    let life = try Lives.of(.call, "t-server")
    #expect(causes(life, "being set up", "ringing") == ["ring"])
    #expect(causes(life, "a conversation", "held").contains("THoldCall"))
    #expect(causes(life, "held", "a conference").contains("TCompleteConference"))
    #expect(life.ways.flatMap(\.causes).allSatisfy { !$0.isOwn })
  }

  /// A party that no request has named is the one that answers: it does not begin by talking.
  @Test func theLifeOfAnIVRsParty() throws {
    let life = try Lives.of(.party, "ivr-server")
    #expect(life.ways.filter { $0.from == nil }.map(\.to) == ["talking", "being called", "being added to the call"])
    #expect(causes(life, "being called", "talking") == ["*answer"])
    #expect(causes(life, "talking", "on hold") == ["InitConf"])
  }

  /// A request that fails shows nothing of where the interaction is.
  @Test func theLifeOfAnInteraction() throws {
    let party = try Lives.of(.party, "interaction-server")
    #expect(
      causes(party, "a party", nil) == ["*RequestLeaveInteraction", "*RequestPlaceInQueue", "*RequestPlaceInWorkbin"])
    let call = try Lives.of(.call, "interaction-server")
    #expect(causes(call, "in its queue", "being delivered") == ["deliver"])
    #expect(call.ways.allSatisfy { $0.to != nil })
  }

  @Test func theLifeOfARecording() throws {
    let life = try Lives.of(.party, "recording")
    #expect(causes(life, "recorded", "paused in its recording") == ["*TPrivateService GSIP_RECORD_PAUSE"])
    #expect(causes(life, "paused in its recording", "recorded") == ["*TPrivateService GSIP_RECORD_RESUME"])
    #expect(causes(life, "recorded", nil).contains("*TPrivateService GSIP_RECORD_STOP"))
    #expect(causes(life, "in a conference", "on hold") == [])
  }
}
