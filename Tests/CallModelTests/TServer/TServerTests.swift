import Testing

@testable import CallModel

/// A switch keeps its rules and its state; an exchange is a plain value.
@Suite struct TServerTests {
  @Test func aSwitchIsWhatItsProfileSays() throws {
    var cold = Switch(SwitchProfile(.dialedNumber, "unknown"))
    let dns = [Kind.extension, .extension].compactMap { cold.add($0) }
    let events = try cold.apply(.makeCall(from: dns[0], to: dns[1]))
    #expect(events.map { Dialogue.attributes($0) } == ["ConnID=1 ThisDN=A ThisDNRole=Origination"])
  }

  @Test func anExchangeCanBeKeptAndPutBack() throws {
    var cold = Switch()
    let dns = [Kind.extension, .extension].compactMap { cold.add($0) }
    let kept = cold.exchange
    _ = try cold.apply(.makeCall(from: dns[0], to: dns[1]))
    #expect(cold.exchange.calls.count == 1 && kept.calls.isEmpty)
    cold.exchange = kept
    let events = try cold.apply(.makeCall(from: dns[0], to: dns[1]))
    #expect(events[0].connID == 1)
  }

  @Test func aRefusalLeavesTheCallersBufferAlone() throws {
    var cold = Switch(calls: 1)
    let dns = [Kind.extension, .acdGroup].compactMap { cold.add($0) }
    var events: [Event] = []
    try cold.apply(.makeCall(from: dns[0], to: dns[1]), into: &events)
    let told = events
    #expect(told.map(\.type) == [.dialing, .queued])
    for action: Action in [
      .makeCall(from: dns[0], to: dns[1]), .answer(dns[1]), .release(dns[1]), .hold(DN(77)), .ring(dns[0], on: 8),
    ] {
      do throws(ModelRefusal<Exchange>) {
        try cold.apply(action, into: &events)
        Issue.record("\(action) is possible")
      } catch {
        #expect(events == told && error.action == action)
      }
    }
  }

  @Test func nothingIsPossibleToStrangers() throws {
    var cold = Switch()
    let a = try #require(cold.add(.extension) as DN?)
    #expect(cold.possibleActions(of: DN(65_535)).isEmpty && cold.possibleActions(of: .none).isEmpty)
    for action: Action in [.ring(DN(65_535)), .makeCall(from: a, to: DN(65_535)), .busy(.none), .answer(DN(2))] {
      #expect(cold.callsPossible(for: action).isEmpty)
      #expect(throws: ModelRefusal<Exchange>.self) { try cold.apply(action) }
    }
  }

  @Test func pairsAreBroughtToTheCallersBufferToo() throws {
    var cold = Switch()
    let (a, b) = (cold.add(.extension) ?? .none, cold.add(.extension) ?? .none)
    _ = try cold.apply(.makeCall(from: a, to: b))
    var events: [Event] = []
    let applied = try cold.apply(.attachUserData(a, on: 1), with: [.init(key: 1, value: 2)], into: &events)
    #expect(applied.connID == 1 && events.map(\.type) == [.attachedDataChanged])
    #expect(cold.exchange.userData(of: 1).pairs == [.init(key: 1, value: 2)])
    #expect(throws: ModelRefusal<Exchange>.self) { try cold.apply(.attachUserData(a, on: 1)) }
    #expect(cold.callsPossible(for: .release(a)) == [1])
  }

  @Test func theAnswerToARefusedRequestComesFromNoRule() throws {
    var cold = Switch()
    let a = cold.add(.extension) ?? .none
    do throws(ModelRefusal<Exchange>) { _ = try cold.apply(.release(a)) } catch {
      let event = cold.error(for: error)
      #expect(event.type == .error && TServer.rule(of: event) == nil)
    }
  }

  @Test func aSwitchTakesAThousandCallsWhereNothingIsSaid() throws {
    var cold = Switch()
    let dns = [Kind.external, .acdGroup].compactMap { cold.add($0) }
    for _ in 1...1_024 { _ = try cold.apply(.makeCall(from: dns[0], to: dns[1])) }
    do throws(ModelRefusal<Exchange>) {
      _ = try cold.apply(.makeCall(from: dns[0], to: dns[1]))
      Issue.record("one more than it was made for")
    } catch {
      #expect(error.situation.contains(.exchangeIsFull))
    }
  }

  /// Who plays which part is read unchecked.
  @Test func aSceneHasRoomForEverybodyWhoIsMeant() {
    let scene = Scene()
    #expect(Who.allCases.map(\.index) == Array(0..<scene.cast.count) && scene.roles.count == scene.cast.count)
  }

  /// The call must be there before anybody can come into it, or be told of it.
  @Test func aCallIsOpenedFirst() {
    for rule in TServer.rules {
      guard let opening = rule.clauses.firstIndex(where: { if case .opens = $0.operation { true } else { false } })
      else { continue }
      let isConsultation = rule.verbs.allSatisfy(\.consults)
      #expect(isConsultation || opening == 0, "\(rule.name)")
      #expect(rule.clauses.prefix(opening).allSatisfy { $0.on == .this }, "\(rule.name)")
    }
  }

  /// Nothing is asked of a second call but by those who are about two.
  @Test func onlyActionsAboutTwoCallsChangeTheOther() {
    for rule in TServer.rules where rule.clauses.contains(where: { $0.on == .other }) {
      #expect(rule.verbs.allSatisfy { $0.reach == .twoCalls }, "\(rule.name)")
    }
  }
}
