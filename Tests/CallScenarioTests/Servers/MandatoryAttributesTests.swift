import CallModel
import Testing

@testable import CallScenario

/// What an observer of a real T-Server may rely on, in every message of every scenario, listed or not.
struct MandatoryAttributesTests {
  private typealias Values = [String: String]

  @Test(arguments: ScenarioFile.all)
  func everyEventKnowsThem(_ file: ScenarioFile) throws {
    let transcript = try #require(ScenarioFile.transcripts[file.path])
    guard transcript.scenario.parties.allSatisfy({ Kind(named: $0.kindNames) != nil }) else { return }
    let isInboundAlone = transcript.scenario.profile?.options.contains { $0.key == "ani" } != true
    for flow in transcript.flows {
      var diverted: [String: String] = [:]
      for case .step(let step) in flow.entries {
        for message in step.messages {
          let values = Values(message.attributes.map { ($0.name, $0.value) }) { first, _ in first }
          let party = transcript.scenario.parties[message.to]
          var missing = Self.missing(in: message.name, values, at: party, diverted)
          if isInboundAlone, values["CallType"] != "Inbound", values["ANI"] != nil { missing.append("no ANI") }
          #expect(missing == [], "\(flow.name), step \(step.number): \(message.name) at \(values["ThisDN"] ?? "")")
          // A virtual queue hands no call on.
          guard party.kindNames != "virtual-queue", let call = message.call else { continue }
          Self.follow(message.name, values, in: call, &diverted)
        }
      }
    }
  }

  private static func missing(
    in name: String, _ values: Values, at party: Scenario.Party, _ diverted: [String: String]
  ) -> [String] {
    // An event about a DN, and an error, are about no call.
    guard name != "EventError", values["CallType"] != nil else { return [] }
    var mandatory: Set = ["ConnID", "CallID", "CallUUID", "DNIS"]
    switch name {
    case "EventDialing", "EventRinging", "EventAbandoned": mandatory.formUnion(["ThisDN", "ThisDNRole", "CallState"])
    case "EventRouteRequest", "EventRouteUsed": mandatory.formUnion(["ThisQueue", "ThisDNRole"])
    case "EventQueued" where party.kindNames != "extension": mandatory.insert("ThisQueue")
    case "EventPartyChanged", "EventPartyAdded", "EventPartyDeleted":
      mandatory.formUnion(["ThisDNRole", "CallState"])
    default: break
    }
    if values["CallType"] == "Consult" { mandatory.insert("PreviousConnID") }
    if values["CallType"] == "Inbound" { mandatory.insert("ANI") }
    if values["OtherDN"] != nil { mandatory.insert("OtherDNRole") }
    if values["OtherDNRole"] != nil { mandatory.insert("OtherDN") }
    let rings = name == "EventRinging" || name == "EventAbandoned"
    if rings, diverted[values["ConnID"] ?? ""] == values["ThisDN"] { mandatory.insert("ThisQueue") }
    var missing = mandatory.filter { values[$0] == nil }.sorted()
    if name == "EventRouteRequest" || name == "EventRouteUsed", values["ThisQueue"] != values["ThisDN"] {
      missing.append("ThisQueue that is ThisDN")
    }
    return missing
  }

  /// Remembers to which device a queue has diverted each call.
  private static func follow(_ name: String, _ values: Values, in call: String, _ diverted: inout [String: String]) {
    switch name {
    case "EventDiverted": diverted[call] = values["ThirdPartyDN"]
    // Parked on a device, the call has come through no queue.
    case "EventQueued", "EventRouteRequest", "EventEstablished": diverted[call] = nil
    default: break
    }
  }
}
