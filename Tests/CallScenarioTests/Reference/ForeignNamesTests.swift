import Testing

@testable import CallScenario

@Suite struct ForeignNamesTests {
  private let names = Servers.vocabularies[0]

  @Test(arguments: [
    ("RequestAnswerCall", "TAnswerCall"), ("RequestMakeCall", "TMakeCall"), ("requestholdcall", "THoldCall"),
    ("RequestSetDndOn", "TSetDNDOn"), ("RequestCallForwardSet", "TCallSetForward"),
    ("RequestCallForwardCancel", "TCallCancelForward"), ("RequestAgentReady", "TAgentSetReady"),
    ("RequestAgentNotReady", "TAgentSetNotReady"), ("RequestAgentLogin", "TAgentLogin"),
    ("RequestAttachUserData", "TAttachUserData"), ("RequestDeletePair", "TDeletePair"),
    ("RequestMonitorNextCall", "TMonitorNextCall"), ("MakeCall", "TMakeCall"),
    ("Answer", "TAnswerCall"), ("login", "TAgentLogin"), ("TAgentReady", "TAgentSetReady"), ("call", "dial"),
    ("ClearConnection", "TReleaseCall"), ("release", "hangUp"),
  ])
  func verbs(_ foreign: String, _ ours: String) {
    #expect(ForeignNames.ourName(for: foreign, in: names.verbs.map(\.name), as: .verb) == ours)
  }

  @Test(arguments: [
    ("AttributeThisDN", "ThisDN"), ("AttributeThisDNRole", "ThisDNRole"), ("AttributeConnID", "ConnID"),
    ("AttributeConnId", "ConnID"),
  ])
  func attributes(_ foreign: String, _ ours: String) {
    #expect(ForeignNames.ourName(for: foreign, in: names.attributes.map(\.name), as: .attribute) == ours)
  }

  @Test func messages() {
    #expect(ForeignNames.ourName(for: "Ringing", in: names.messages, as: .message) == "EventRinging")
    #expect(
      ForeignNames.ourName(for: "EventUserDataChanged", in: names.messages, as: .message) == "EventAttachedDataChanged")
    #expect(ForeignNames.ourName(for: "EventConnected", in: names.messages, as: .message) == "EventEstablished")
  }

  @Test(arguments: [
    ("RoleOrigination", "Origination"), ("CallStateOk", "OK"), ("CallStateSitInvalidNum", "SitInvalidnum"),
    ("CallTypeInbound", "Inbound"), ("AgentWorkModeAfterCallWork", "AfterCallWork"),
    ("RouteTypeCallDisconnect", "CallDisconnect"), ("ForwardModeOnBusy", "OnBusy"), ("TreatmentMusic", "Music"),
    ("MonitorOneCall", "OneCall"),
  ])
  func values(_ foreign: String, _ ours: String) {
    let values = names.attributes.flatMap { attribute -> [String] in
      if case .names(let names) = attribute.values { names } else { [] }
    }
    #expect(ForeignNames.ourName(for: foreign, in: values, as: .value) == ours)
  }

  @Test func kinds() {
    #expect(ForeignNames.ourName(for: "AddressTypeRouteDN", in: names.kinds.map(\.name), as: .kind) == "routing-point")
    #expect(ForeignNames.ourName(for: "ACDQueue", in: names.kinds.map(\.name), as: .kind) == "acd-group")
  }

  @Test(arguments: [
    ("agent", "extension"), ("phone", "extension"), ("queue", "acd-group"), ("customer", "external"),
    ("VDN", "routing-point"),
  ])
  func everydayKinds(_ foreign: String, _ ours: String) {
    #expect(ForeignNames.ourName(for: foreign, in: names.kinds.map(\.name), as: .kind) == ours)
  }

  /// What a name stands for depends on what it is to name.
  @Test func oneNameForManyThings() {
    let ours = ["acd-group", "ThisQueue", "external", "Origination", "dn", "extension"]
    #expect(ForeignNames.ourName(for: "queue", in: ours, as: .kind) == "acd-group")
    #expect(ForeignNames.ourName(for: "queue", in: ours, as: .attribute) == "ThisQueue")
    #expect(ForeignNames.ourName(for: "caller", in: ours, as: .kind) == "external")
    #expect(ForeignNames.ourName(for: "caller", in: ours, as: .value) == "Origination")
    #expect(ForeignNames.ourName(for: "number", in: ours, as: .option) == "dn")
    #expect(ForeignNames.ourName(for: "number", in: ours, as: .kind) == nil)
    #expect(ForeignNames.ourName(for: "number", in: ours) == "dn")
  }

  @Test func misspelledForeignNames() {
    #expect(ForeignNames.nearName(for: "RoleOriginaton", in: ["Destination", "Origination"]) == "Origination")
    #expect(ForeignNames.nearName(for: "Originaton", in: ["Origination"]) == nil)
  }

  @Test func unknownNamesHaveNoTranslation() {
    #expect(ForeignNames.ourName(for: "RequestSing", in: names.verbs.map(\.name), as: .verb) == nil)
    #expect(ForeignNames.ourName(for: "Request", in: names.verbs.map(\.name), as: .verb) == nil)
    #expect(ForeignNames.ourName(for: "", in: names.verbs.map(\.name), as: .verb) == nil)
  }
}
