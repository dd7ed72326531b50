import CallModel
import CallScenario

@testable import CallCheck

/// A flow of a scenario as a log has it: the events alone, without the actions and the kinds of the DNs.
struct LoggedFlow: Sendable {
  let title: String
  let profile: SwitchProfile
  var observations: [Observation]
  let names: NameTable

  /// All flows of the scenario, each from the start; none if it is not of a T-Server.
  static func flows(of scenario: Scenario, path: String) -> [LoggedFlow] {
    guard scenario.vocabulary.server == "t-server", scenario.servers.count == 1,
      let transcript = try? scenario.replay(.toCompare)
    else { return [] }
    let origins = FlowOrigins(transcript)
    return transcript.flows.indices.map { index in
      LoggedFlow(origins.whole(index), of: scenario, path: path)
    }
  }

  private init(_ flow: Transcript.Flow, of scenario: Scenario, path: String) {
    title = "\(path)#\(flow.name)"
    var profile = scenario.profile?.name.flatMap { SwitchProfile(named: $0) } ?? SwitchProfile()
    for option in scenario.profile?.options ?? [] {
      if let known = SwitchOption(rawValue: option.key) { _ = profile.set(known, to: option.value) }
    }
    self.profile = profile
    var names = NameTable()
    observations = []
    for case .step(let step) in flow.entries {
      for message in step.messages {
        guard var observation = Observation(message, &names) else { continue }
        observation.position.line = UInt32(observations.count + 1)
        observations.append(observation)
      }
    }
    self.names = names
  }
}

extension Observation {
  /// The message as a log has it: with the attributes that the manual's tables list.
  init?(_ message: CallScenario.Message, _ names: inout NameTable) {
    guard let type = EventType(named: message.name) else { return nil }
    self.init(type)
    for attribute in message.attributes where attribute.isListed {
      guard let known = Attribute(named: attribute.name) else { continue }
      present.insert(known)
      set(known, attribute.value, &names)
    }
  }

  mutating func set(_ attribute: Attribute, _ value: String, _ names: inout NameTable) {
    switch attribute {
    case .connID: connID = ConnID(UInt64(value) ?? 0)
    case .previousConnID: previousConnID = ConnID(UInt64(value) ?? 0)
    case .thisDN: thisDN = names.dn(value)
    case .thisQueue: thisQueue = names.dn(value)
    case .otherDN: otherDN = names.dn(value)
    case .thirdPartyDN: thirdPartyDN = names.dn(value)
    case .thirdPartyQueue: thirdPartyQueue = names.dn(value)
    case .thisDNRole: thisDNRole = Role(named: value) ?? .unknown
    case .otherDNRole: otherDNRole = Role(named: value) ?? .unknown
    case .thirdPartyDNRole: thirdPartyDNRole = Role(named: value) ?? .unknown
    case .callState: callState = CallState(named: value) ?? .ok
    case .errorCode: errorCode = UInt16(value) ?? 0
    case .agentID: agentID = names.number(of: value)
    default: break
    }
  }
}
