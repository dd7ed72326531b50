import Testing

@testable import CallModel

/// A switch keeps its rules and its state; an exchange is a plain value.
@Suite struct TServerTests {
  @Test func aSwitchIsWhatItsProfileSays() throws {
    var office = Switch(SwitchProfile(.dialedNumber, "unknown"))
    let dns = [Kind.extension, .extension].compactMap { office.add($0) }
    let events = try office.apply(.makeCall(from: dns[0], to: dns[1]))
    #expect(events.map { Dialogue.attributes($0) } == ["ConnID=1 ThisDN=A ThisDNRole=Origination"])
  }

  @Test func anExchangeCanBeKeptAndPutBack() throws {
    var office = Switch()
    let dns = [Kind.extension, .extension].compactMap { office.add($0) }
    let kept = office.exchange
    _ = try office.apply(.makeCall(from: dns[0], to: dns[1]))
    #expect(office.exchange.calls.count == 1 && kept.calls.isEmpty)
    office.exchange = kept
    let events = try office.apply(.makeCall(from: dns[0], to: dns[1]))
    #expect(events[0].connID == 1)
  }

  @Test func aRefusalLeavesTheCallersBufferAlone() throws {
    var office = Switch(calls: 1)
    let dns = [Kind.extension, .acdGroup].compactMap { office.add($0) }
    var events: [Event] = []
    try office.apply(.makeCall(from: dns[0], to: dns[1]), into: &events)
    let told = events
    #expect(told.map(\.message) == [.dialing, .queued])
    for action: Action in [
      .makeCall(from: dns[0], to: dns[1]), .answer(dns[1]), .release(dns[1]), .hold(DN(77)), .ring(dns[0], on: 8),
    ] {
      do throws(Refusal<Exchange>) {
        try office.apply(action, into: &events)
        Issue.record("\(action) is possible")
      } catch {
        #expect(events == told && error.action == action)
      }
    }
  }

  @Test func nothingIsPossibleToStrangers() throws {
    var office = Switch()
    let a = try #require(office.add(.extension) as DN?)
    #expect(office.possibleActions(of: DN(65_535)).isEmpty && office.possibleActions(of: .none).isEmpty)
    for action: Action in [.ring(DN(65_535)), .makeCall(from: a, to: DN(65_535)), .busy(.none), .answer(DN(2))] {
      #expect(office.callsPossible(for: action).isEmpty)
      #expect(throws: Refusal<Exchange>.self) { try office.apply(action) }
    }
  }

  @Test func pairsAreBroughtToTheCallersBufferToo() throws {
    var office = Switch()
    let (a, b) = (office.add(.extension) ?? .none, office.add(.extension) ?? .none)
    _ = try office.apply(.makeCall(from: a, to: b))
    var events: [Event] = []
    let applied = try office.apply(.attachUserData(a, on: 1), with: [.init(key: 1, value: 2)], into: &events)
    #expect(applied.connID == 1 && events.map(\.message) == [.attachedDataChanged])
    #expect(office.exchange.userData(of: 1).pairs == [.init(key: 1, value: 2)])
    #expect(throws: Refusal<Exchange>.self) { try office.apply(.attachUserData(a, on: 1)) }
    #expect(office.callsPossible(for: .release(a)) == [1])
  }

  @Test func theAnswerToARefusedRequestComesFromNoRule() throws {
    var office = Switch()
    let a = office.add(.extension) ?? .none
    do throws(Refusal<Exchange>) { _ = try office.apply(.release(a)) } catch {
      let event = office.error(for: error)
      #expect(event.message == .error && TServer.rule(of: event) == nil)
    }
  }

  @Test func aSwitchTakesAThousandCallsWhereNothingIsSaid() throws {
    var office = Switch()
    let dns = [Kind.external, .acdGroup].compactMap { office.add($0) }
    for _ in 1...1_024 { _ = try office.apply(.makeCall(from: dns[0], to: dns[1])) }
    do throws(Refusal<Exchange>) {
      _ = try office.apply(.makeCall(from: dns[0], to: dns[1]))
      Issue.record("one more than it was made for")
    } catch {
      #expect(error.situation.contains(.noRoom))
    }
  }

  /// Who plays which part is read unchecked.
  @Test func aSceneHasRoomForEverybodyWhoIsMeant() {
    let scene = Scene()
    #expect(Who.allCases.count == scene.cast.count && scene.roles.count == scene.cast.count)
  }

  /// The call must be there before anybody can come into it, or be told of it.
  @Test func aCallIsOpenedFirst() {
    for rule in TServer.rules {
      guard let opening = rule.clauses.firstIndex(where: { if case .opens = $0.operation { true } else { false } })
      else { continue }
      let isConsultation = rule.verbs.allSatisfy(\.consults)
      #expect(isConsultation || opening == 0, "\(rule.name)")
      #expect(rule.clauses.prefix(opening).allSatisfy { $0.on == .here }, "\(rule.name)")
    }
  }

  /// Nothing is asked of a second call but by those who are about two.
  @Test func onlyActionsAboutTwoCallsChangeTheOther() {
    for rule in TServer.rules where rule.clauses.contains(where: { $0.on == .other }) {
      #expect(rule.verbs.allSatisfy { $0.reach == .twoCalls }, "\(rule.name)")
    }
  }
}
