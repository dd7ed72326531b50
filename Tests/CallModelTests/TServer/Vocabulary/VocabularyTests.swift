import Testing

@testable import CallModel

/// Names and numbers as the T-Library has them.
@Suite struct VocabularyTests {
  @Test func callStates() {
    let expected: [(UInt16, String)] = [
      (0, "OK"), (1, "Transferred"), (2, "Conferenced"), (3, "GeneralError"), (4, "SystemError"), (5, "RemoteRelease"),
      (6, "Busy"),
      (7, "NoAnswer"), (8, "SitDetected"), (9, "AnsweringMachineDetected"), (10, "AllTrunksBusy"),
      (11, "SitInvalidnum"), (12, "SitVacant"),
      (13, "SitIntercept"), (14, "SitUnknown"), (15, "SitNocircuit"), (16, "SitReorder"), (17, "FaxDetected"),
      (18, "QueueFull"),
      (19, "Cleared"), (20, "Overflowed"), (21, "Abandoned"), (22, "Redirected"), (23, "Forwarded"), (24, "Consult"),
      (25, "Pickedup"),
      (26, "Dropped"), (27, "Droppednoanswer"), (28, "Unknown"), (29, "Covered"), (30, "ConverseOn"), (31, "Bridged"),
      (49, "Deafened"),
      (50, "Held"),
    ]
    #expect(CallState.names.map(\.state.rawValue) == expected.map(\.0))
    #expect(CallState.names.map { "\($0.name)" } == expected.map(\.1))
    for number in 0...UInt16.max where !expected.contains(where: { $0.0 == number }) {
      #expect(CallState(rawValue: number).name == nil)
    }
    #expect([CallState.ok, .conferenced, .busy, .redirected].map(\.rawValue) == [0, 2, 6, 22])
  }

  @Test func roles() {
    let expected = [
      "Unknown", "Origination", "Destination", "ConferenceMember", "NewParty", "AddedBy", "DeletedBy", "TransferredBy",
      "DeletedParty",
      "ConferencedBy", "Observer",
    ]
    #expect(Role.allCases.map { "\($0.name)" } == expected)
    #expect(Role.allCases.map(\.rawValue) == Array(0...10))
  }

  @Test func callTypes() {
    #expect(CallType.allCases.map { "\($0.name)" } == ["Unknown", "Internal", "Inbound", "Outbound", "Consult"])
    #expect(CallType.allCases.map(\.rawValue) == Array(0...4))
  }

  @Test func messages() {
    let expected: [(UInt8, String)] = [
      (52, "EventError"), (53, "EventRegistered"), (54, "EventUnregistered"), (57, "EventQueued"),
      (58, "EventDiverted"), (59, "EventAbandoned"), (60, "EventRinging"),
      (61, "EventDialing"),
      (62, "EventNetworkReached"), (63, "EventDestinationBusy"), (64, "EventEstablished"), (65, "EventReleased"),
      (66, "EventHeld"),
      (67, "EventRetrieved"), (68, "EventPartyChanged"), (69, "EventPartyAdded"), (70, "EventPartyDeleted"),
      (71, "EventRouteRequest"),
      (72, "EventRouteUsed"), (73, "EventAgentLogin"), (74, "EventAgentLogout"), (75, "EventAgentReady"),
      (76, "EventAgentNotReady"),
      (77, "EventDNDOn"), (78, "EventDNDOff"), (84, "EventDigitsCollected"), (85, "EventAttachedDataChanged"),
      (86, "EventOffHook"),
      (87, "EventOnHook"), (88, "EventForwardSet"),
      (89, "EventForwardCancel"), (90, "EventMessageWaitingOn"), (91, "EventMessageWaitingOff"),
      (92, "EventAddressInfo"), (96, "EventUserEvent"), (98, "EventDTMFSent"), (106, "EventListenDisconnected"),
      (107, "EventListenReconnected"), (109, "EventPartyInfo"),
      (114, "EventTreatmentApplied"), (115, "EventTreatmentNotApplied"), (116, "EventTreatmentEnd"),
      (138, "EventACK"),
      (141, "EventMonitoringNextCall"),
      (142, "EventMonitoringCancelled"), (145, "EventMuteOn"), (146, "EventMuteOff"), (147, "EventDNOutOfService"),
      (148, "EventDNBackInService"),
    ]
    #expect(EventType.allCases.map(\.rawValue) == expected.map(\.0))
    #expect(EventType.allCases.map { "\($0.name)" } == expected.map(\.1))
  }

  @Test func errors() {
    let expected: [(UInt16, String)] = [
      (0, "No error"), (41, "Client has not registered the DN"), (43, "Already in the requested state"),
      (50, "Unknown error"), (51, "Operation not supported"),
      (53, "Bad attribute value"), (56, "Invalid connection ID"), (58, "Out of service"), (59, "DN not configured"),
      (71, "Invalid called DN"),
      (1160, "State incompatible"),
      (1161, "Incorrect object state"), (1163, "No active call"), (1164, "No held call"), (1165, "No call to clear"),
    ]
    #expect(ErrorCode.allCases.map(\.rawValue) == expected.map(\.0))
    #expect(ErrorCode.allCases.map { "\($0.message)" } == expected.map(\.1))
  }

  @Test func attributesStandInTheManualsOrder() {
    let expected = [
      "ConnID", "PreviousConnID", "ThisDN", "ThisQueue", "ThisDNRole", "OtherDN", "OtherDNRole", "ThirdPartyDN",
      "ThirdPartyDNRole",
      "ThirdPartyQueue", "CallState", "ErrorCode", "ErrorMessage", "ReferenceID", "CallType", "CallID", "CallUUID",
      "ANI", "DNIS", "AgentID",
      "AgentWorkMode", "ForwardMode", "MonitorNextCallType", "RouteType", "TreatmentType", "CollectedDigits",
      "InfoType", "Reasons", "Extensions", "UserData", "EventSequenceNumber",
    ]
    #expect(Attribute.allCases.map { "\($0.name)" } == expected)
  }

  @Test func onlyEventsAboutADNAreAboutNoCall() {
    let aboutDNs = EventType.allCases.filter(\.isAboutDN)
    #expect(
      aboutDNs == [
        .registered, .unregistered, .agentLogin, .agentLogout, .agentReady, .agentNotReady, .dndOn, .dndOff, .offHook,
        .onHook, .forwardSet, .forwardCancel, .messageWaitingOn, .messageWaitingOff, .addressInfo, .userEvent, .ack,
        .monitoringNextCall, .monitoringCancelled, .dnOutOfService, .dnBackInService,
      ])
  }

  @Test func modes() {
    #expect(
      AgentWorkMode.allCases.map { "\($0.name)" } == [
        "Unknown", "ManualIn", "AutoIn", "AfterCallWork", "AuxWork", "NoCallDisconnect", "WalkAway", "ReturnBack",
      ])
    #expect(
      ForwardMode.allCases.map { "\($0.name)" } == [
        "None", "Unconditional", "OnBusy", "OnNoAnswer", "OnBusyAndNoAnswer", "SendAllCalls",
      ])
    #expect(MonitorNextCallType.allCases.map { "\($0.name)" } == ["OneCall", "AllCalls"])
    #expect(RegisterMode.allCases.map { "\($0.name)" } == ["Share", "Private", "Monitor"])
    #expect(
      RouteType.allCases.map { "\($0.name)" } == [
        "Unknown", "Default", "Label", "OverwriteDNIS", "DDD", "IDDD", "Direct", "Reject", "Announcement",
        "PostFeature", "DirectAgent",
        "Priority", "DirectPriority", "AgentID", "CallDisconnect",
      ])
    #expect(
      TreatmentType.allCases.map { "\($0.name)" } == [
        "Unknown", "IVR", "Music", "RingBack", "Silence", "Busy", "CollectDigits", "PlayAnnouncement",
        "PlayAnnouncementAndDigits",
        "VerifyDigits", "RecordUserAnnouncement", "DeleteUserAnnouncement", "CancelCall", "PlayApplication",
        "SetDefaultRoute",
        "TextToSpeech", "TextToSpeechAndDigits", "FastBusy", "RAN",
      ])
  }

  /// The message says which attribute a mode is.
  @Test func aModeIsSpelledAsItsMessageWantsIt() {
    func spelled(_ mode: Exchange.Mode, in message: EventType) -> String? {
      message.mode.flatMap { kind in kind.name(of: mode).map { "\(kind.name)=\($0)" } }
    }
    #expect(spelled(Exchange.Mode(.auxWork), in: .agentNotReady) == "AgentWorkMode=AuxWork")
    #expect(spelled(Exchange.Mode(.onBusy), in: .forwardSet) == "ForwardMode=OnBusy")
    #expect(spelled(Exchange.Mode(.allCalls), in: .monitoringNextCall) == "MonitorNextCallType=AllCalls")
    #expect(spelled(Exchange.Mode(.reject), in: .routeUsed) == "RouteType=Reject")
    #expect(spelled(Exchange.Mode(.music), in: .treatmentApplied) == "TreatmentType=Music")
    #expect(spelled(Exchange.Mode(.music), in: .established) == nil)
    #expect(Exchange.Mode.Kind.allCases.allSatisfy { $0.name(of: .none) == nil })
  }

  @Test func whatAVerbIsAbout() {
    #expect(
      Verb.allCases.filter { $0.reach == .twoCalls } == [
        .initiateTransfer, .initiateConference, .muteTransfer, .completeTransfer, .completeConference,
        .mergeForTransfer, .mergeForConference, .alternateCall, .reconnectCall,
      ])
    #expect(
      Verb.allCases.filter { $0.reach == .theDN } == [
        .agentLogin, .agentLogout, .agentReady, .agentNotReady, .setDNDOn, .setDNDOff, .setForward, .cancelForward,
        .monitorNextCall, .cancelMonitoring, .endWrapUp, .sendUserEvent, .privateService, .setMessageWaitingOn,
        .setMessageWaitingOff, .fail, .recover, .registerAddress, .unregisterAddress, .queryAddress,
      ])
    #expect(Verb.allCases.filter(\.leavesCallAlone) == [.sendDTMF, .askForDigits, .collectDigits, .queryCall])
    #expect(Verb.allCases.filter(\.begins) == [.makeCall, .makePredictiveCall])
    #expect(Verb.allCases.filter(\.consults) == [.initiateTransfer, .initiateConference, .muteTransfer])
    #expect(
      Verb.allCases.filter(\.joins) == [.completeTransfer, .completeConference, .mergeForTransfer, .mergeForConference])
    #expect(Verb.allCases.filter(\.changesData) == [.attachUserData, .updateUserData, .deletePair, .deleteUserData])
    #expect(Verb.allCases.filter { $0.target == .optional } == [.routeCall, .route, .pickUp])
  }

  @Test func identifiers() {
    #expect(Exchange.DN.none.rawValue == 0 && ConnID.none.rawValue == 0)
    #expect(ConnID(2) < ConnID(10) && Exchange.DN(3) == Exchange.DN(3))
  }
}
