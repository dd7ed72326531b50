import CallCheck
import CallModel
import CallScenario
import Testing

@testable import CallReport

@Suite struct CapturedCallTests {
  private static let flows = CapturedFlow.sample

  private static func differences(_ call: CapturedCall) throws -> [Difference] {
    try Scenario(parsing: call.text(), path: "call").replay(.toCompare).differences()
  }

  /// The scenario passes, and is laid out as `fmt` lays out files.
  @Test(arguments: flows) func aCallThatTheModelsAllowPasses(_ flow: CapturedFlow) throws {
    let converted = flow.converted()
    let call = try #require(converted.call, "\(converted.kept)")
    let text = try call.text()
    #expect(call.isAllowed)
    #expect(try Self.differences(call) == [], "\(String(decoding: text, as: UTF8.self))")
    #expect(try Scenario.formatted(text) == text)
  }

  /// With attributes that no table lists, too.
  @Test(arguments: flows.enumerated().filter { $0.offset % 5 == 0 }.map(\.element), [Presence.listed, .ignore])
  func otherPresencesPass(_ flow: CapturedFlow, _ presence: Presence) throws {
    let call = try #require(flow.converted(presence).call)
    let text = try call.text()
    #expect(try Self.differences(call) == [], "\(String(decoding: text, as: UTF8.self))")
  }

  // MARK: What came before, and who is told

  /// Flows with something of which the events of the call say little, and what the scenario must say of it.
  @Test(arguments: [
    // A client that is not in the call has no ThisDN in the answer.
    ("user-data/by-a-third-party", "main", "    D  EventAttachedDataChanged  !ThisDN ThirdPartyDN=D ..."),
    ("user-data/changed-before-being-told", "main", "    B  EventAttachedDataChanged  !ThisDN "),
    ("user-data/of-a-conference", "main", "    D  EventAttachedDataChanged  !ThisDN ThirdPartyDN=D ..."),
    // What is set on a DN that is not registered was set before.
    ("registration/do-not-disturb", "main", "B TSetDNDOn\n    ...\nB TUnregisterAddress\n    ...\n"),
    ("registration/forwarded", "main", " ForwardMode=Unconditional\n    ...\nB TUnregisterAddress\n    ...\n"),
    // An EventError that answers another request than the one that is to be answered.
    ("registration/a-desktop-connects", "other-kinds", "# Not judged: EventError at P  ErrorCode=41\n"),
  ])
  func aCallWithAPastPasses(_ path: String, _ name: String, _ line: String) throws {
    let flow = try #require(CapturedFlow.logged(path, flow: name))
    let call = try #require(flow.converted(.listed).call)
    let text = String(decoding: try call.text(), as: UTF8.self)
    #expect(try Self.differences(call) == [], "\(text)")
    #expect(call.isPossible && call.isAllowed && text.contains(line), "\(text)")
  }

  /// The log of a switch with an option that nothing shows: the answer to C is still to come.
  @Test func anAnswerWithoutThisDNIsToCome() throws {
    let path = "profile-options/consult-user-data-joint"
    let joint = try #require(CapturedFlow.logged(path, flow: "from-the-other-call"))
    let call = try #require(CapturedFlow(joint.title, SwitchProfile(), joint.lines).converted(.listed).call)
    let text = String(decoding: try call.text(), as: UTF8.self)
    #expect(try Self.differences(call) == [], "\(text)")
    #expect(call.isAllowed && text.contains("    C  EventAttachedDataChanged  !ThisDN ..."), "\(text)")
  }

  // MARK: Faults

  enum Fault: CaseIterable, Sendable { case drop, exchange, repeated, otherValue, noState }

  /// It fails where the log is wrong.
  @Test(arguments: flows.enumerated().filter { $0.offset % 4 == 0 }.map(\.element), Fault.allCases)
  func aFaultyCallFails(_ flow: CapturedFlow, _ fault: Fault) throws {
    // Without the variable, one place of each flow.
    let some = flow.title.utf8.count % flow.lines.count
    for place in CapturedFlow.isThorough ? Array(flow.lines.indices) : [some] {
      guard let faulty = flow.with(fault, at: place) else { continue }
      let (findings, call, _) = faulty.converted()
      guard let call else { continue }
      let errors = findings.filter { finding in
        finding.level > .note && call.explanation.observations.contains { $0.position == finding.observation.position }
      }
      let differences = try Self.differences(call)
      let text = String(decoding: try call.text(), as: UTF8.self)
      #expect(differences.isEmpty == errors.isEmpty, "\(fault) at \(place)\n\(faulty.lines.joined())\(text)")
      #expect(call.isAllowed == errors.isEmpty, "\(fault) at \(place)\n\(faulty.lines.joined())\(text)")
    }
  }
}

extension CapturedFlow {
  /// The log with one fault; nil where there can be none.
  fileprivate func with(_ fault: CapturedCallTests.Fault, at place: Int) -> CapturedFlow? {
    var changed = self
    switch fault {
    case .drop: changed.lines.remove(at: place)
    case .exchange:
      guard place + 1 < lines.count else { return nil }
      changed.lines.swapAt(place, place + 1)
    case .repeated: changed.lines.insert(lines[place], at: place)
    case .otherValue:
      let (old, new) = (#""OtherDNRole":"Destination""#, #""OtherDNRole":"Origination""#)
      changed.lines[place] = lines[place].replacing(old, with: new)
    case .noState: changed.lines[place] = lines[place].replacing(#","CallState":"OK""#, with: "")
    }
    return changed.lines == lines ? nil : changed
  }
}
