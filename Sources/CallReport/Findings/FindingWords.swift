package import CallCheck
package import CallModel

/// What the numbers of a log's findings stand for, and its findings in words.
package struct FindingWords: Sendable {
  /// The paths of the files, in the order in which they were read.
  package var files: [String]
  /// The names of the DNs and agents.
  package var names: NameTable
  /// Whether calls are numbered as in a transcript, and not as in a log of a T-Server.
  package var countsCalls: Bool

  package init(files: [String], names: NameTable, countsCalls: Bool = false) {
    (self.files, self.names, self.countsCalls) = (files, names, countsCalls)
  }

  // MARK: The event

  package func file(of finding: Finding) -> String { file(at: finding.observation.position) }

  func file(at position: Observation.Position) -> String {
    let number = Int(position.file)
    return number < files.count ? files[number] : ""
  }

  /// `006c02462a161006`; in a transcript `1`.
  package func call(_ connID: ConnID) -> String {
    if countsCalls { return "\(connID)" }
    let digits = String(connID.rawValue, radix: 16)
    return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
  }

  /// The call that is written so, in capitals, too; none for any other text.
  package static func connID(_ call: String, countsCalls: Bool) -> ConnID {
    ConnID(UInt64(call, radix: countsCalls ? 10 : 16) ?? 0)
  }

  /// Whether the event, or the request, that the finding is about names the call.
  package func isAbout(_ call: String, _ finding: Finding) -> Bool {
    let wanted = Self.connID(call, countsCalls: countsCalls)
    let request = finding.request
    return wanted != .none && [finding.observation.connID, request?.connID, request?.otherConnID].contains(wanted)
  }

  /// `EventRinging at 7003`
  package func event(_ observation: Observation) -> String {
    observation.thisDN == .none ? "\(observation.type)" : "\(observation.type) at \(name(observation.thisDN))"
  }

  /// `TMakeCall of 7003`
  func request(_ request: Request) -> String {
    request.actor == .none ? "\(request.verb)" : "\(request.verb) of \(name(request.actor))"
  }

  /// `EventRinging at 7003`; of a finding about a request alone `TMakeCall of 7003`.
  package func subject(_ finding: Finding) -> String {
    finding.kind == .unanswered ? finding.request.map(request) ?? "" : event(finding.observation)
  }

  /// `EventRinging at 7003  ThisDNRole=Destination OtherDN=7001`
  func whole(_ observation: Observation) -> String {
    let attributes = Attribute.allCases.filter { observation.has($0) && $0 != .thisDN && $0 != .connID }
    let values = attributes.compactMap { attribute in
      value(attribute, of: observation).map { "\(attribute)=\($0)" }
    }
    return ([event(observation)] + (values.isEmpty ? [] : [values.joined(separator: " ")])).joined(separator: "  ")
  }

  /// `09:14:07.513`, by the clock of the log; nil if the log has no times.
  func time(of observation: Observation) -> String? {
    if observation.time == 0 { return nil }
    let milliseconds = ((observation.time % 86_400_000) + 86_400_000) % 86_400_000
    func digits(_ number: Int64, _ count: Int) -> String {
      let text = "\(number)"
      return String(repeating: "0", count: count - text.count) + text
    }
    let seconds = milliseconds / 1_000
    return "\(digits(seconds / 3_600, 2)):\(digits(seconds / 60 % 60, 2)):\(digits(seconds % 60, 2))"
      + ".\(digits(milliseconds % 1_000, 3))"
  }

  private func name(_ dn: Observation.DN) -> String { names[dn].quotedIfNeeded }

  /// The value as it is spelled; nil for an attribute whose value is not judged.
  private func value(_ attribute: Attribute, of observation: Observation) -> String? {
    switch attribute {
    case .connID: call(observation.connID)
    case .previousConnID: call(observation.previousConnID)
    case .thisDN: name(observation.thisDN)
    case .thisQueue: name(observation.thisQueue)
    case .otherDN: name(observation.otherDN)
    case .thirdPartyDN: name(observation.thirdPartyDN)
    case .thirdPartyQueue: name(observation.thirdPartyQueue)
    case .thisDNRole: "\(observation.thisDNRole)"
    case .otherDNRole: "\(observation.otherDNRole)"
    case .thirdPartyDNRole: "\(observation.thirdPartyDNRole)"
    case .callState: "\(observation.callState)"
    case .errorCode: "\(observation.errorCode)"
    case .agentID: names[observation.agentID].quotedIfNeeded
    default: nil
    }
  }

  // MARK: The finding

  /// What is wrong, as a sentence without a full stop.
  package func sentence(_ finding: Finding) -> String {
    let event = event(finding.observation)
    return switch finding.kind {
    case .repeated: "\(event) has been sent before"
    case .differs:
      "\(event) is not what the call models say: "
        + finding.differences.map { "\($0.attribute)" }.joined(separator: ", ")
    case .otherMessage: "\(event) stands in the place of \(finding.nearest.map { "\($0.type.name)" } ?? "another one")"
    case .neverListed: "\(event) has what no table lists for it"
    case .missing: "before \(event), \(missing(finding)) missing"
    case .notLogged: "before \(event), a step is missing: \(missing(finding)) not there"
    case .misplaced: "\(event) does not belong here"
    case .outOfOrder:
      finding.missing.first.map { "\(event) comes before \(self.event($0))" } ?? "\(event) comes out of order"
    case .unexplained: "no call model explains \(event); the call is not judged from here on"
    case .unknownPast where finding.observation.connID == .none:
      "what \(event) is about began before the log; it is not judged"
    case .unknownPast:
      "the call began before the log, or has to do with one that did; it is not judged from \(event) on"
    case .tooMany: "the call has too many possible explanations; its judgement may be too strict"
    case .idle: "nothing follows \(event) for so long that the call is not judged from here on"
    case .unverified: "the inferred actions do not lead to \(event): please report this bug of callsim"
    case .learnedOption: "the switch has \(option(finding)): nothing else explains \(event)"
    case .contradictedOption:
      "\(event) needs \(option(finding)), but other calls need another value: "
        + "the switch is not of one kind"
    case .unanswered: "nothing answers \(subject(finding))"
    case .otherAnswer:
      "\(event) answers \(finding.request.map(request) ?? "a request"), but only something else explains it"
    case .incomplete where finding.level == .error: "nothing follows \(event), and \(missing(finding)) missing"
    case .incomplete:
      "the log ends before \(finding.missing.first.map { self.event($0) } ?? "the last step is complete")"
    }
  }

  /// `network-reached=simulated`
  private func option(_ finding: Finding) -> String {
    finding.option.map { "\($0.option.rawValue)=\($0.value)" } ?? "other options"
  }

  /// `EventRinging at 7003 is`, or how many events are missing.
  private func missing(_ finding: Finding) -> String {
    switch finding.missing.count {
    case 0: "an event is"
    case 1: "\(event(finding.missing[0])) is"
    case let count: "\(count) events are"
    }
  }

  /// What else there is to say, each with a word for what it is: `because`, `parties`.
  package func details(_ finding: Finding) -> [(label: String, texts: [String])] {
    var details: [(label: String, texts: [String])] = []
    func add(_ label: String, _ texts: [String]) { if !texts.isEmpty { details.append((label, texts)) } }
    if finding.observation.connID != .none {
      let time = time(of: finding.observation).map { ", \($0)" } ?? ""
      add("call", [call(finding.observation.connID) + time])
    }
    add("request", finding.request.map { [whole($0)] } ?? [])
    add("differs", finding.differences.map { difference(finding, $0) })
    add("missing", finding.missing.map(whole))
    if finding.level == .error { add("event", finding.differences.isEmpty ? [whole(finding.observation)] : []) }
    add("because", finding.rule.map { ["\($0)"] } ?? [])
    add("parties", finding.parties.map(standing))
    add("inferred", finding.inferred.map(step))
    add("possible", finding.alternatives.map(whole).eachOnce)
    return details
  }

  /// `7001 TMakeCall 7002, ReferenceID 17`
  private func whole(_ request: Request) -> String {
    let target = request.target == .none ? [] : [name(request.target)]
    let number = request.referenceID == 0 ? "" : ", ReferenceID \(request.referenceID)"
    return ([name(request.actor), "\(request.verb)"] + target).joined(separator: " ") + number
  }

  /// `OtherDN is 8001, expected 7001`
  private func difference(_ finding: Finding, _ difference: Finding.Difference) -> String {
    let attribute = difference.attribute
    let is_ = value(attribute, of: finding.observation) ?? "there"
    let expected = finding.nearest.flatMap { value(attribute, of: $0) } ?? "there"
    return switch (difference.isPresent, difference.isExpected) {
    case (true, true): "\(attribute) is \(is_), expected \(expected)"
    case (true, false): "\(attribute) is \(is_), expected none"
    case (false, _): "\(attribute) is missing, expected \(expected)"
    }
  }

  /// `7003 is ringing`
  private func standing(_ standing: Finding.Standing) -> String {
    let name = standing.dn == .none ? "someone outside" : name(standing.dn)
    return standing.activities.isEmpty ? name : "\(name) \(standing.activities.joined(separator: ", "))"
  }

  /// `[7001 TMakeCall 8001]`
  private func step(_ step: Finding.Inference) -> String {
    func named(_ dn: Observation.DN) -> String { dn == .none ? "someone outside" : name(dn) }
    let words = [named(step.actor), "\(step.verb)"] + (step.target.map { [named($0)] } ?? [])
    return "[\(words.joined(separator: " "))]"
  }
}

extension [String] {
  /// Each text once, where it comes first.
  fileprivate var eachOnce: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
