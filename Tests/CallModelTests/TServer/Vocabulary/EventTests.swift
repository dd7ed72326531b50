import Testing

@testable import CallModel

/// What an event may list, and how it is read.
@Suite struct EventTests {
  /// By hand from the manual's tables: what every event with this message lists besides ConnID and ThisDN, and what it
  /// may list.
  static let cells: [EventType: (always: Set<Attribute>, sometimes: Set<Attribute>)] = [
    .error: ([.errorCode, .errorMessage], [.referenceID]),
    // A queue is told what answered its predictive call, a person or a machine, but not which party.
    .queued: ([.thisDNRole], [.thisQueue, .otherDN, .otherDNRole, .callState]),
    .diverted: (
      [],
      [.thisQueue, .thisDNRole, .otherDN, .otherDNRole, .thirdPartyDN, .thirdPartyDNRole, .thirdPartyQueue, .callState]
    ),
    .abandoned: ([.callState], [.thisQueue, .otherDN]),
    // Redirected: the CallState alone.
    .ringing: ([], [.thisQueue, .thisDNRole, .otherDN, .otherDNRole, .callState]),
    .dialing: ([.thisDNRole], [.thisQueue, .otherDN, .otherDNRole]),
    .networkReached: ([.thisDNRole], [.otherDN, .otherDNRole]),
    .destinationBusy: ([], [.thisDNRole, .otherDN, .otherDNRole, .callState]),
    .established: ([], [.thisQueue, .thisDNRole, .otherDN, .otherDNRole, .callState]),
    .released: ([.callState], [.thisDNRole, .otherDN, .otherDNRole, .thirdPartyDN, .thirdPartyDNRole]),
    .held: ([], [.otherDN]),
    .retrieved: ([.callState], [.otherDN]),
    .partyChanged: ([.previousConnID, .thirdPartyDN, .thirdPartyDNRole, .callState], [.otherDN]),
    // For an observer the event does not say who added or deleted it.
    .partyAdded: ([.otherDN, .otherDNRole, .callState], [.thisDNRole, .thirdPartyDN, .thirdPartyDNRole]),
    .partyDeleted: ([.otherDN, .otherDNRole, .callState], [.thisDNRole, .thirdPartyDN, .thirdPartyDNRole]),
    .routeRequest: ([.thisDNRole, .otherDN, .otherDNRole], [.thisQueue]),
    .routeUsed: ([.thisDNRole, .otherDN, .otherDNRole], [.thirdPartyDN, .thirdPartyDNRole, .callState]),
    .attachedDataChanged: ([.thirdPartyDN], []),
    .digitsCollected: ([.thisDNRole, .callState, .collectedDigits], []), .dtmfSent: ([], []), .partyInfo: ([], []),
    .muteOn: ([], []), .muteOff: ([], []),
    .listenDisconnected: ([.otherDN, .otherDNRole, .thirdPartyDN, .callState], []),
    .listenReconnected: ([.otherDN, .otherDNRole, .thirdPartyDN, .callState], []),
  ]

  /// What events about a DN list. Those of agents list what the login has named.
  private static let cellsOfDNs: [EventType: (always: Set<Attribute>, sometimes: Set<Attribute>)] = [
    .agentLogin: ([], [.agentID, .thisQueue]), .agentLogout: ([], [.agentID, .thisQueue]),
    .agentReady: ([], [.agentID, .thisQueue]), .agentNotReady: ([], [.agentID, .thisQueue]),
    .monitoringNextCall: ([.otherDN, .otherDNRole], [.thisDNRole]),
    .monitoringCancelled: ([.otherDN, .otherDNRole], [.thisDNRole]),
    .registered: ([.infoType, .extensions], []), .addressInfo: ([.infoType, .extensions], []),
  ]

  @Test func everyCellOfEveryRuleIsLegalUnderEveryProfile() {
    for profile in SwitchProfile.many {
      for (number, rule) in TServer.rules.enumerated() {
        for cell in rule.clauses.compactMap({ Exchange.cell($0, of: number, under: profile) }) {
          expectLegal(cell.event, rule.name)
        }
      }
    }
  }

  /// A role needs a DN, and only EventPartyChanged lists the ConnID that the call had before.
  @Test func theTableItselfIsLegal() {
    #expect(Set(Self.cells.keys) == Set(EventType.allCases.filter { !$0.isAboutDN && !Self.treatments.contains($0) }))
    for (message, cell) in Self.cells {
      let all = cell.always.union(cell.sometimes)
      #expect(cell.always.isDisjoint(with: cell.sometimes))
      #expect(all.contains(.previousConnID) == (message == .partyChanged))
      #expect(!all.contains(.otherDNRole) || all.contains(.otherDN))
      #expect(!all.contains(.thirdPartyDNRole) || all.contains(.thirdPartyDN))
    }
  }

  /// They list ConnID and ThisDN alone.
  private static let treatments: Set<EventType> = [.treatmentApplied, .treatmentNotApplied, .treatmentEnd]

  @Test(arguments: SwitchProfile.many.indices)
  func maskAndValuesOfEveryEventAgree(_ index: Int) {
    let opening = Dialogue(under: SwitchProfile.many[index])
    for flow in Flow.all + Flow.beyond {
      for event in flow.events(opening).compactMap({ $0 }).joined() {
        expectLegal(event, flow.name)
        for (attribute, isThere) in Self.values(event) {
          let isListed = event.listed.contains(attribute)
          #expect(
            isListed == isThere || (isThere && Self.isKnown(attribute, event)),
            "\(flow.name): \(attribute) of \(event.type)")
        }
      }
    }
  }

  private func expectLegal(_ event: Exchange.Event, _ name: String) {
    let listed = event.listed.set.subtracting([.connID, .thisDN])
    let cell = Self.cells[event.type] ?? Self.cellsOfDNs[event.type] ?? ([], [])
    // A client that changes the data of a call from outside is told without it; another DN may be asked about.
    #expect(
      event.listed.contains(.thisDN) || event.type == .attachedDataChanged || event.type == .addressInfo,
      "\(name): ThisDN always")
    #expect(event.listed.contains(.connID) != event.type.isAboutDN, "\(name): ConnID where it is about a call")
    #expect(listed.isSuperset(of: cell.always), "\(name): \(event.type)")
    #expect(listed.isSubset(of: cell.always.union(cell.sometimes)), "\(name): \(event.type)")
    let pairs: [(Attribute, with: Attribute)] = [
      (.otherDNRole, .otherDN), (.thirdPartyDNRole, .thirdPartyDN), (.thirdPartyQueue, .thirdPartyDN),
      (.errorMessage, .errorCode),
      (.errorCode, .errorMessage),
    ]
    for pair in pairs where listed.contains(pair.0) {
      #expect(listed.contains(pair.with), "\(name): \(pair.0) only with \(pair.with)")
    }
  }

  /// Known, though no table lists it: the main call of a consultation, the DN that a setting names, the queue that
  /// the call came through, the routing point itself, the caller after a redirection, and the role that goes with OtherDN.
  private static func isKnown(_ attribute: Attribute, _ event: Exchange.Event) -> Bool {
    attribute == .previousConnID && event.callType == .consult || attribute == .otherDN && event.type.isAboutDN
      || attribute == .thisQueue && ![.dialing, .networkReached, .destinationBusy].contains(event.type)
      || attribute == .otherDN && event.type == .ringing && event.callState == .redirected
      || attribute == .otherDNRole && event.otherDN != .none
  }

  /// Attributes whose value shows whether they are there. T-Server also knows ThisDNRole and ReferenceID where a cell
  /// leaves them out.
  private static func values(_ event: Exchange.Event) -> [(Attribute, Bool)] {
    [
      (.connID, event.connID != .none), (.previousConnID, event.previousConnID != .none),
      (.thisDN, event.thisDN != .none),
      (.thisQueue, event.thisQueue != .none), (.otherDN, event.otherDN != .none),
      (.otherDNRole, event.otherDNRole != .unknown),
      (.thirdPartyDN, event.thirdPartyDN != .none), (.thirdPartyDNRole, event.thirdPartyDNRole != .unknown),
      (.thirdPartyQueue, event.thirdPartyQueue != .none), (.errorCode, event.errorCode != .none),
    ]
  }

  @Test func attributesAreReadInTheManualsOrder() {
    var event = full
    event.listed = AttributeSet(Set(Attribute.allCases.prefix { $0 != .callType }))
    #expect(
      Dialogue.attributes(event)
        == "ConnID=1 PreviousConnID=2 ThisDN=A ThisQueue=G ThisDNRole=Destination OtherDN=B OtherDNRole=Origination ThirdPartyDN=C "
        + "ThirdPartyDNRole=AddedBy ThirdPartyQueue=H CallState=Busy ErrorCode=1163 ErrorMessage=No active call ReferenceID=9"
    )
  }

  @Test func whatIsNotListedIsReadOnlyOnDemand() {
    var event = full
    event.listed = AttributeSet(.thisDN)
    #expect(Dialogue.attributes(event) == "ThisDN=A")
    #expect(
      Dialogue.attributes(event, all: true)
        == "PreviousConnID=2 ThisDN=A ThisQueue=G ThisDNRole=Destination OtherDN=B OtherDNRole=Origination ThirdPartyDN=C "
        + "ThirdPartyDNRole=AddedBy CallState=Busy ReferenceID=9 CallType=Inbound CallID=1 CallUUID=uuid-1 ANI=B DNIS=G "
        + "EventSequenceNumber=5")
    // Of an answer to a request that was about no call nothing of a call is known.
    event.connID = .none
    (event.previousConnID, event.otherDN, event.thisQueue, event.callState) = (.none, .none, .none, .ok)
    (event.thirdPartyDN, event.thirdPartyDNRole) = (.none, .unknown)
    #expect(
      Dialogue.attributes(event, all: true)
        == "ThisDN=A ThisDNRole=Destination CallState=OK ReferenceID=9 EventSequenceNumber=5")
    // The mode of a request becomes an attribute that depends on the message.
    (event.type, event.mode) = (.agentNotReady, Exchange.Mode(.auxWork))
    #expect(Dialogue.attributes(event, all: true).contains(" AgentWorkMode=AuxWork "))
  }

  @Test func aCallStateWithoutANameIsReadAsItsNumber() {
    var event = full
    event.listed = AttributeSet(.callState)
    event.callState = CallState(rawValue: 77)
    #expect(Dialogue.attributes(event) == "CallState=77")
  }

  @Test func whoKnowsWhatOfACall() {
    var call = Dialogue(after: .makeCall(from: x, to: g), .divert(g, to: b), .ring(b))
    #expect(
      call.events.map { Dialogue.attributes($0, all: true) } == [
        "ConnID=1 ThisDN=B ThisQueue=G ThisDNRole=Destination OtherDN=X OtherDNRole=Origination CallState=OK CallType=Inbound CallID=1 "
          + "CallUUID=uuid-1 ANI=X DNIS=G EventSequenceNumber=3"
      ])
    #expect(call(.answer(b).requested(as: 3)) == "B EventEstablished")
    #expect(call.events.first?.referenceID == 3)
    _ = call(.makeCall(from: c, to: x))
    #expect(call.events.first?.callType == .outbound)
    #expect(call.events.first?.ani == Exchange.DN.none)
    _ = call(.makeCall(from: d, to: e))
    #expect(call.events.first?.callType == .internal)
    var all = Dialogue(under: SwitchProfile(.ani, "all-calls"))
    _ = all(.makeCall(from: d, to: e))
    #expect(all.events.first?.ani == d.number)
  }

  private var full: Exchange.Event {
    var event = Exchange.Event(.ringing, rule: 0)
    (event.connID, event.previousConnID, event.sequenceNumber, event.referenceID) = (1, 2, 5, 9)
    (event.thisDN, event.otherDN, event.thirdPartyDN, event.thisQueue, event.thirdPartyQueue) = (
      a.number, b.number, c.number, g.number, h.number
    )
    (event.thisDNRole, event.otherDNRole, event.thirdPartyDNRole) = (.destination, .origination, .addedBy)
    (event.callState, event.errorCode, event.callType, event.ani, event.dnis) = (
      .busy, .noActiveCall, .inbound, b.number, g.number
    )
    return event
  }
}

extension AttributeSet {
  init(_ attributes: Set<Attribute>) { self = attributes.reduce(into: []) { $0.insert($1) } }
  var set: Set<Attribute> { Set(Attribute.allCases.filter { contains($0) }) }
}
