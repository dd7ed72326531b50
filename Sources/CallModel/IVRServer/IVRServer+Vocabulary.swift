/// The IVR Server's vocabulary: parties, actions and messages, spelled as in the call flow diagrams.
extension IVRServer {
  /// What a party can do: a request has the name of its message; what happens outside is in lower case.
  public enum Verb: UInt8, Named, ServerVerb {
    /// The requests of the IVR.
    case newCall, routeRequest, initConf, oneStepConf, completeConf, retrieveCall
    /// What the other parties do.
    case answer, busy, fail, hangUp

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .newCall: "NewCall"
      case .routeRequest: "RouteRequest"
      case .initConf: "InitConf"
      case .oneStepConf: "OneStepConf"
      case .completeConf: "CompleteConf"
      case .retrieveCall: "RetrieveCall"
      case .answer: "answer"
      case .busy: "busy"
      case .fail: "fail"
      case .hangUp: "hangUp"
      }
    }

    /// How a CallError names the failed request; `nil` if none can fail.
    var failed: FailedReq? {
      switch self {
      case .initConf: .initConf
      case .oneStepConf: .oneStepConf
      case .completeConf: .completeConf
      case .retrieveCall: .retrieveCall
      case .newCall, .routeRequest, .answer, .busy, .fail, .hangUp: nil
      }
    }

    package var isRequest: Bool {
      switch self {
      case .newCall, .routeRequest, .initConf, .oneStepConf, .completeConf, .retrieveCall: true
      case .answer, .busy, .fail, .hangUp: false
      }
    }

    package var target: TargetNeed {
      switch self {
      case .newCall, .initConf, .oneStepConf: .optional
      case .routeRequest, .completeConf, .retrieveCall, .answer, .busy, .fail, .hangUp: .none
      }
    }

    package var options: [Attribute] {
      switch self {
      case .routeRequest: [.routeType]
      case .initConf, .oneStepConf, .completeConf, .retrieveCall: [.reqID]
      case .fail: [.tLibErrCode]
      case .newCall, .answer, .busy, .hangUp: []
      }
    }
  }

  /// The kinds of parties.
  public enum Kind: UInt8, Named {
    /// A port of the IVR.
    case ivr
    /// The IVR Driver.
    case driver
    /// The IVR Server.
    case server
    /// An outside party.
    case external

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .ivr: "ivr"
      case .driver: "ivr-driver"
      case .server: "ivr-server"
      case .external: "external"
      }
    }
  }

  /// `peer`: the party that is conferenced.
  package enum Who: UInt8, Numbered, CustomStringConvertible {
    case ivr, driver, server, caller, peer

    package var description: String {
      switch self {
      case .ivr: "the IVR"
      case .driver: "the IVR Driver"
      case .server: "the IVR Server"
      case .caller: "the caller"
      case .peer: "the conferenced party"
      }
    }
  }

  /// The messages.
  public enum EventType: UInt8, Named, ServerEventType {
    /// Requests, and the answers to them.
    case newCall, newCallNetwork, routeRequest, routeResponse, connect, initConf, oneStepConf, completeConf,
      retrieveCall
    /// CallStatus, as the server sends it.
    case statusRinging, statusEstablished, statusHeld, statusDialing, statusRetrieved, statusBusy, statusAdded,
      statusDeleted,
      statusReleased
    /// The status as the driver passes it on.
    case ringing, established, held, dialing, retrieved, added, deleted, released
    /// CallError: a request could not be carried out.
    case error

    package var isError: Bool { self == .error }

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .newCall: "NewCall"
      case .newCallNetwork: "NewCall(Network)"
      case .routeRequest: "RouteRequest"
      case .routeResponse: "RouteResponse"
      case .connect: "Connect"
      case .initConf: "InitConf"
      case .oneStepConf: "OneStepConf"
      case .completeConf: "CompleteConf"
      case .retrieveCall: "RetrieveCall"
      case .statusRinging: "CallStatus(Ringing)"
      case .statusEstablished: "CallStatus(Established)"
      case .statusHeld: "CallStatus(Held)"
      case .statusDialing: "CallStatus(Dialing)"
      case .statusRetrieved: "CallStatus(Retrieved)"
      case .statusBusy: "CallStatus(Busy)"
      case .statusAdded: "CallStatus(ConfPartyAdd)"
      case .statusDeleted: "CallStatus(ConfPartyDel)"
      case .statusReleased: "CallStatus(Released)"
      case .ringing: "CallRinging"
      case .established: "CallEstablished"
      case .held: "CallHeld"
      case .dialing: "CallDialing"
      case .retrieved: "CallRetrieved"
      case .added: "CallConfPartyAdd"
      case .deleted: "CallConfPartyDel"
      case .released: "CallReleased"
      case .error: "CallError"
      }
    }

    /// The message as the driver sends it to the IVR. For Busy, the document prints the name that is used on the wire.
    var atTheIVR: EventType {
      switch self {
      case .newCallNetwork: .newCall
      case .routeResponse: .connect
      case .statusRinging: .ringing
      case .statusEstablished: .established
      case .statusHeld: .held
      case .statusDialing: .dialing
      case .statusRetrieved: .retrieved
      case .statusAdded: .added
      case .statusDeleted: .deleted
      case .statusReleased: .released
      case .newCall, .routeRequest, .connect, .initConf, .oneStepConf, .completeConf, .retrieveCall, .statusBusy,
        .ringing, .established, .held, .dialing, .retrieved, .added, .deleted, .released, .error:
        self
      }
    }
  }

  /// The attributes of messages and requests.
  public enum Attribute: UInt8, Named, ServerAttribute {
    /// Which request failed and why, the number of a request, and the type of a route.
    case failedReq, tLibErrCode, reqID, routeType

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .failedReq: "FailedReq"
      case .tLibErrCode: "TLibErrCode"
      case .reqID: "ReqId"
      case .routeType: "RouteType"
      }
    }

    package var valueType: ValueType {
      switch self {
      case .failedReq: .names(FailedReq.allCases.map(\.name))
      case .routeType: .names(RouteType.allCases.map(\.name))
      case .tLibErrCode, .reqID: .number
      }
    }
  }

  /// Its parties have no settings.
  public typealias Setting = NoSettings

  /// Which request failed.
  package enum FailedReq: UInt8, Numbered, Named {
    case unknown, noSuchCall, oneStepXfer, oneStepConf, initConf, completeConf, initXfer, completeXfer, retrieveCall,
      makeCall
    case agentControl, notAllowed

    package var name: StaticString {
      switch self {
      case .unknown: "Unknown"
      case .noSuchCall: "NoSuchCall"
      case .oneStepXfer: "OneStepXfer"
      case .oneStepConf: "OneStepConf"
      case .initConf: "InitConf"
      case .completeConf: "CompleteConf"
      case .initXfer: "InitXfer"
      case .completeXfer: "CompleteXfer"
      case .retrieveCall: "RetrieveCall"
      case .makeCall: "MakeCall"
      case .agentControl: "AgentControl"
      case .notAllowed: "NotAllowed"
      }
    }
  }

  /// The answer of the router.
  package enum RouteType: UInt8, Numbered, Named {
    case `default`, normal, reroute, rerouteAttended, rerouteConferenced

    package var name: StaticString {
      switch self {
      case .default: "Default"
      case .normal: "Normal"
      case .reroute: "Reroute"
      case .rerouteAttended: "RerouteAttended"
      case .rerouteConferenced: "RerouteConferenced"
      }
    }
  }

  package static func number(of kind: Kind) -> ClosedRange<Int> {
    switch kind {
    case .driver, .server: 1...1
    case .ivr, .external: 0...Int(UInt16.max)
    }
  }
  package static func settings(of kind: Kind) -> [Setting] { [] }
  package static func actorKinds(of verb: Verb) -> [Kind] {
    switch verb {
    case .newCall, .routeRequest, .initConf, .oneStepConf, .completeConf, .retrieveCall: [.ivr]
    case .hangUp: [.ivr, .external]
    case .answer, .busy, .fail: [.external]
    }
  }
}
