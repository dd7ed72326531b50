package import CallCheck
import CallModel
package import CallScenario

/// A call of a log as a scenario, which `callsim test` passes or fails as `callsim check` did.
///
/// Its expectations are what the log has, and its actions are those that were inferred.
package struct CapturedCall {
  let explanation: ExplainedCalls
  private let words: FindingWords
  private let profileName: String
  private let cast: CapturedCast
  private var lines: [String] = []

  /// `profileName` is the profile by which the log was judged.
  package init(_ explanation: ExplainedCalls, _ words: FindingWords, profileName: String) {
    (self.explanation, self.words, self.profileName) = (explanation, words, profileName)
    cast = CapturedCast(explanation, words.names)
    writeHeader()
    writeSetup()
    for step in explanation.steps { write(step) }
  }

  /// The scenario in the layout of scenario files.
  package func text() throws(Mistakes) -> [UInt8] {
    try Scenario.formatted(Array((lines.joined(separator: "\n") + "\n").utf8), path: "call")
  }

  /// Whether callsim can carry out the actions.
  package var isPossible: Bool { explanation.isPossible }

  /// Whether a scenario with these expectations passes where the call models allow what the log has.
  package var isAllowed: Bool {
    explanation.lost == nil && explanation.isPossible && explanation.steps.allSatisfy { $0.isAllowed }
  }

  // MARK: The header

  private mutating func writeHeader() {
    let first = explanation.observations.first
    let file = first.map { words.file(at: $0.position) } ?? ""
    let time = first.flatMap { words.time(of: $0) }.map { ", \($0.prefix(8))" } ?? ""
    let call = explanation.observations.map(\.connID).first { $0 != .none }.map(words.call) ?? ""
    lines.append("scenario Call \(call) of \(file.printable())\(time)")
    lines.append("source captured; the actions are the fewest that explain it")
    writeProfile()
    for party in cast.parties { lines.append(party.statement) }
    lines.append("")
  }

  private mutating func writeProfile() {
    let usual = SwitchProfile(named: profileName) ?? SwitchProfile()
    let options = SwitchOption.allCases.filter { explanation.profile[$0] != usual[$0] }
      .map { "\($0.rawValue)=\(explanation.profile[$0])" }
    let isNamed = profileName != Scenario.profileNames[0]
    if isNamed || !options.isEmpty {
      lines.append((["profile"] + (isNamed ? [profileName] : []) + options).joined(separator: " "))
    }
  }

  /// What was set on the parties before; nothing is expected of it.
  private mutating func writeSetup() {
    if explanation.setup.isEmpty { return }
    lines.append("# Set before the call.")
    for action in explanation.setup { lines += [statement(action, isByHand: false), " ..."] }
    lines.append("")
  }

  // MARK: Steps

  private func statement(
    _ action: Exchange.Action, isByHand: Bool, _ brought: Exchange.Attachments = .init()
  ) -> String {
    var action = action
    // Only who acts on a call from outside has to name the only one.
    if cast.hasOneCall, !action.verb.changesData, !action.verb.leavesCallAlone { action.on = .none }
    var text = action.words(byHand: isByHand, name: cast.name)
    if action.agentID != 0 { text.append("AgentID=\(words.names[action.agentID].spelled())") }
    // The values are not judged, and so they are not known.
    if !brought.data.isEmpty {
      switch action.verb {
      case .deleteUserData: break
      case .deletePair: text.append("Key=key")
      default: text.append(action.verb.changesData ? "key=value" : "data.key=value")
      }
    }
    if brought.digits != nil { text.append("\(action.verb.nameOfDigits)=0") }
    return text.joined(separator: " ")
  }

  private mutating func write(_ step: ExplainedCalls.Step) {
    lines.append("# \(evidence(of: step))")
    lines.append(statement(step.action, isByHand: step.isByHand, step.brought))
    for line in step.lines {
      switch line {
      case .observed(let observation, let told, let wrong):
        lines.append(" " + expectation(observation, told, wrong, step).joined(separator: " "))
      case .pending(let event):
        lines += ["# The log ends before this event.", " " + expectation(event, step).joined(separator: " ")]
      case .unjudged(let observation):
        lines.append("# Not judged: \(words.whole(observation))")
      }
    }
  }

  /// `Inferred from line 18`
  private func evidence(of step: ExplainedCalls.Step) -> String {
    if step.told.isEmpty { return "Inferred; no DN is told of it." }
    for case .observed(let observation, _?, _) in step.lines {
      let place = observation.position
      return words.files.count > 1
        ? "Inferred from \(words.file(at: place).printable()):\(place.line)."
        : "Inferred from line \(place.line)."
    }
    return "Inferred; the log has no event of it."
  }

  // MARK: Expectations

  /// What the log has: the attributes that are judged, and with exact presence no others.
  private func expectation(
    _ observed: Observation, _ told: Exchange.Event?, _ wrong: AttributeSet, _ step: ExplainedCalls.Step
  ) -> [String] {
    let isExact = explanation.presence == .exact
    let listed = told?.listed ?? observed.present
    let compared = told.map { $0.listed.union($0.known) } ?? observed.present
    let recipient =
      observed.has(.thisDN) ? cast.name(observed.thisDN) : cast.name(told?.thisDN ?? step.action.actor)
    var text = [recipient, "\(observed.type)"]
    let isTold = told?.listed.contains(.thisDN) ?? true
    if !observed.has(.thisDN), isExact || !isTold || wrong.contains(.thisDN) { text.append("!ThisDN") }
    text += connID(of: observed, told, step)
    for attribute in Attribute.allCases where attribute != .thisDN && attribute != .connID {
      if !attribute.isJudged {
        guard isExact, listed.contains(attribute) else { continue }
        text.append("\(attribute)=*\(observed.has(attribute) ? "" : "?")")
      } else if observed.has(attribute) {
        if isExact || compared.contains(attribute) {
          text.append("\(attribute)=\(value(attribute, of: observed))")
        }
      } else if wrong.contains(attribute), !isExact {
        text.append("!\(attribute)")
      }
    }
    return text + (isExact ? [] : ["..."])
  }

  /// The ConnID, where it is not the step's only call.
  private func connID(of observed: Observation, _ told: Exchange.Event?, _ step: ExplainedCalls.Step) -> [String] {
    guard observed.has(.connID) else {
      let isImplied = step.call != .none && !observed.type.isAboutDN
      if explanation.presence == .ignore { return isImplied ? ["ConnID=*?"] : [] }
      return isImplied ? ["!ConnID"] : []
    }
    let call = cast.call(observed.connID)
    return call == step.call && !step.hasSeveralCalls && !observed.type.isAboutDN ? [] : ["ConnID=\(call)"]
  }

  /// What the call models tell, as it would be if the log did not end.
  private func expectation(_ event: Exchange.Event, _ step: ExplainedCalls.Step) -> [String] {
    let call = event.connID == step.call && !step.hasSeveralCalls ? [] : ["ConnID=\(event.connID)"]
    let thisDN = event.listed.contains(.thisDN) ? [] : ["!ThisDN"]
    return [cast.name(event.thisDN), "\(event.type)"] + thisDN + (event.connID == .none ? [] : call) + ["..."]
  }

  private func value(_ attribute: Attribute, of observed: Observation) -> String {
    func name(_ dn: Observation.DN) -> String { dn == .none ? "*" : cast.name(dn) }
    return switch attribute {
    case .previousConnID: "\(cast.call(observed.previousConnID))"
    case .thisQueue: name(observed.thisQueue)
    case .otherDN: name(observed.otherDN)
    case .thirdPartyDN: name(observed.thirdPartyDN)
    case .thirdPartyQueue: name(observed.thirdPartyQueue)
    case .thisDNRole: "\(observed.thisDNRole)"
    case .otherDNRole: "\(observed.otherDNRole)"
    case .thirdPartyDNRole: "\(observed.thirdPartyDNRole)"
    case .callState: "\(observed.callState)"
    case .errorCode: "\(observed.errorCode)"
    case .agentID: observed.agentID == 0 ? "*" : words.names[observed.agentID].spelled()
    default: "*"
    }
  }
}

extension ExplainedCalls.Step {
  /// Whether it tells of more than one call.
  fileprivate var hasSeveralCalls: Bool { Set(told.map(\.connID).filter { $0 != .none }).count > 1 }

  /// Whether the log has what it tells, at each DN in its order, and nothing else.
  fileprivate var isAllowed: Bool {
    var found: [Exchange.Event] = []
    for line in lines {
      switch line {
      case .observed(_, let told?, let wrong) where wrong.isEmpty: found.append(told)
      case .observed: return false
      case .pending(let event): found.append(event)
      case .unjudged: break
      }
    }
    return Set(told.map(\.thisDN.rawValue)).allSatisfy { dn in
      found.filter { $0.thisDN.rawValue == dn } == told.filter { $0.thisDN.rawValue == dn }
    }
  }
}
