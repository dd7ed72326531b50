import Testing

@testable import CallModel

/// What holds of the rules of the T-Server as a whole.
@Suite struct TServerTests {
  /// Who plays which part is read unchecked.
  @Test func aSceneHasRoomForEveryParty() {
    let scene = Scene()
    #expect(Who.allCases.map(\.index) == Array(0..<scene.cast.count) && scene.roles.count == scene.cast.count)
  }

  /// The call must exist before a party can enter it, or be told of it.
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
