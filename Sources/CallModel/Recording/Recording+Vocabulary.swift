/// The words of recording: the parties, what is done with calls, and the SIP messages, spelled as in the call flows.
extension Recording {
  /// What a device does.
  public enum Verb: UInt8, Named, ServerVerb {
    /// A device calls, transfers, confers, consults, retrieves, hangs up, routes a call, or asks for recording.
    case connect, transfer, conference, consult, retrieve, hangUp, routeCall, privateService

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .connect: "connect"
      case .transfer: "transfer"
      case .conference: "conference"
      case .consult: "consult"
      case .retrieve: "retrieve"
      case .hangUp: "hangUp"
      case .routeCall: "TRouteCall"
      case .privateService: "TPrivateService"
      }
    }

    package var isRequest: Bool { self == .routeCall || self == .privateService }

    package var target: TargetNeed {
      switch self {
      case .connect, .transfer, .conference, .consult, .routeCall: .required
      case .retrieve, .hangUp, .privateService: .none
      }
    }

    package var options: [Attribute] { self == .routeCall ? [.record] : self == .privateService ? [.privateMsgID] : [] }
  }

  /// The kinds of parties.
  public enum Kind: UInt8, Named {
    /// A telephone.
    case device
    /// SIP Server.
    case sipServer
    /// Media Server.
    case mediaServer
    /// The recording server, which fetches the files.
    case recordingServer

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .device: "device"
      case .sipServer: "sip-server"
      case .mediaServer: "media-server"
      case .recordingServer: "recording-server"
      }
    }
  }

  /// The parts that parties, dialogs and sessions play in an action: all of them have numbers.
  package enum Who: UInt8, Numbered, CustomStringConvertible {
    case sip, media, recorder
    case actor, target
    /// The other party of a plain call; for the consulting party, the held one, and the other way round.
    case other
    /// The first two parties, the caller's side first, after the changes.
    case a, b
    /// The third party of a conference, or the consulted party.
    case third
    /// The two recording dialogs after the changes, and the one of the two that took the INFO before.
    case first, second, control
    case legOfActor, legOfOther, legOfA, legOfB
    /// The dialogs of the conference service.
    case one, two, three
    case session, targetsSession
    /// The recording dialogs that close, the sessions that end, and every session that the call has had.
    case closing, ending, every

    package var description: String {
      switch self {
      case .sip: "SIP Server"
      case .media: "Media Server"
      case .recorder: "Recording Server"
      case .actor: "the actor"
      case .target: "the target"
      case .other: "the other party"
      case .a: "the first party of the call"
      case .b: "the second party of the call"
      case .third: "the third party"
      case .first: "the first recording dialog"
      case .second: "the second recording dialog"
      case .control: "the dialog that controls the recording"
      case .legOfActor: "the recording dialog of the actor"
      case .legOfOther: "the recording dialog of the other party"
      case .legOfA: "the recording dialog of the first party"
      case .legOfB: "the recording dialog of the second party"
      case .one: "the first dialog of the conference"
      case .two: "the second dialog of the conference"
      case .three: "the third dialog of the conference"
      case .session: "the actor's session"
      case .targetsSession: "the target's session"
      case .closing: "each recording dialog that closes"
      case .ending: "each session that ends"
      case .every: "each session of the call"
      }
    }
  }

  /// The messages.
  public enum EventType: UInt8, Named, ServerEventType {
    /// SIP messages, and the requests and answers of the T-Library.
    case invite, reInvite, ok, ack, bye, info, get, routeCall, privateService, eventACK, eventError

    package var isError: Bool { self == .eventError }

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .invite: "INVITE"
      case .reInvite: "re-INVITE"
      case .ok: "200"
      case .ack: "ACK"
      case .bye: "BYE"
      case .info: "INFO"
      case .get: "GET"
      case .routeCall: "TRouteCall"
      case .privateService: "TPrivateService"
      case .eventACK: "EventACK"
      case .eventError: "EventError"
      }
    }
  }

  /// The attributes of messages and requests.
  public enum Attribute: UInt8, Named, ServerAttribute {
    /// The SIP dialog, the recording session, what they carry, and what is requested of the recording.
    case dialog, session, sdp, msml, privateMsgID, record

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .dialog: "Dialog"
      case .session: "Session"
      case .sdp: "SDP"
      case .msml: "MSML"
      case .privateMsgID: "PrivateMsgID"
      case .record: "record"
      }
    }

    package var valueType: ValueType {
      switch self {
      case .dialog, .session: .number
      case .sdp: .party
      case .msml: .names(MSML.allCases.map(\.name))
      case .privateMsgID: .names(Service.allCases.map(\.name))
      case .record: .names(Side.allCases.map(\.name))
      }
    }
  }

  /// The options of a DN; both are false by default.
  public enum Setting: UInt8, Named, ServerAttribute {
    /// Whether its calls and its consultations are recorded.
    case record, recordConsultCalls

    /// The word as the documents spell it.
    public var name: StaticString { self == .record ? "record" : "record-consult-calls" }
    package var valueType: ValueType { .names(["false", "true"]) }
  }

  /// What Media Server is told to do with a session.
  package enum MSML: UInt8, Numbered, Named {
    case record, pause, resume, stop

    package var name: StaticString {
      switch self {
      case .record: "record"
      case .pause: "pause"
      case .resume: "resume"
      case .stop: "stop"
      }
    }
  }

  /// What a device requests of its recording.
  package enum Service: UInt8, Numbered, Named {
    case start, pause, resume, stop

    package var name: StaticString {
      switch self {
      case .start: "GSIP_RECORD_START"
      case .pause: "GSIP_RECORD_PAUSE"
      case .resume: "GSIP_RECORD_RESUME"
      case .stop: "GSIP_RECORD_STOP"
      }
    }
  }

  /// Which side of a routed call is recorded.
  package enum Side: UInt8, Numbered, Named {
    case source, destination, disableDestination

    package var name: StaticString {
      switch self {
      case .source: "source"
      case .destination: "destination"
      case .disableDestination: "disable_destination"
      }
    }
  }

  package static func number(of kind: Kind) -> ClosedRange<Int> {
    switch kind {
    case .device: 0...Int(UInt16.max)
    case .sipServer, .mediaServer: 1...1
    case .recordingServer: 0...1
    }
  }
  package static func settings(of kind: Kind) -> [Setting] { kind == .device ? Setting.allCases : [] }
  package static func actorKinds(of verb: Verb) -> [Kind] { [.device] }
}
