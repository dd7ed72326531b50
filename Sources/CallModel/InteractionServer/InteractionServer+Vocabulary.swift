/// The Interaction Server's vocabulary: parties, actions and messages, spelled as in its models.
extension InteractionServer {
  /// What a party can do: a request has the name of its message; what happens outside is in lower case.
  public enum Verb: UInt8, Named, ServerVerb {
    /// Requests about an interaction: invite, hand over, accept, reject, leave.
    case requestConference, requestTransfer, requestAccept, requestReject, requestLeaveInteraction
    /// Requests about where an interaction is: submit, pull, place in a queue or workbin.
    case requestSubmit, requestPull, requestPlaceInQueue, requestPlaceInWorkbin
    /// Requests about the agent.
    case requestAgentLogin, requestAgentLogout
    /// The server delivers an interaction, or an invitation is not answered in time.
    case deliver, timeOut

    private enum Spelling { case message(EventType), word(StaticString) }
    private var spelling: Spelling {
      switch self {
      case .requestConference: .message(.requestConference)
      case .requestTransfer: .message(.requestTransfer)
      case .requestAccept: .message(.requestAccept)
      case .requestReject: .message(.requestReject)
      case .requestLeaveInteraction: .message(.requestLeaveInteraction)
      case .requestSubmit: .message(.requestSubmit)
      case .requestPull: .message(.requestPull)
      case .requestPlaceInQueue: .message(.requestPlaceInQueue)
      case .requestPlaceInWorkbin: .message(.requestPlaceInWorkbin)
      case .requestAgentLogin: .message(.requestAgentLogin)
      case .requestAgentLogout: .message(.requestAgentLogout)
      case .deliver: .word("deliver")
      case .timeOut: .word("timeOut")
      }
    }

    /// The message that makes the request.
    var request: EventType? { if case .message(let request) = spelling { request } else { nil } }

    /// The word as the documents spell it.
    public var name: StaticString {
      switch spelling {
      case .message(let request): request.name
      case .word(let word): word
      }
    }

    package var isRequest: Bool { request != nil }

    package var target: TargetNeed {
      switch self {
      case .requestConference, .requestTransfer, .deliver: .required
      case .requestAccept, .requestReject, .requestLeaveInteraction, .requestSubmit, .requestPull, .requestPlaceInQueue,
        .requestPlaceInWorkbin, .requestAgentLogin, .requestAgentLogout, .timeOut:
        .none
      }
    }

    package var options: [Attribute] {
      switch self {
      case .requestConference: [.placeID, .visibilityMode, .referenceID]
      case .requestTransfer: [.placeID, .referenceID]
      case .requestAccept, .requestReject: [.ticketID, .referenceID]
      case .requestLeaveInteraction: [.reason, .referenceID]
      case .requestPlaceInQueue: [.queue, .referenceID]
      case .requestPlaceInWorkbin: [.workbin, .referenceID]
      case .requestSubmit, .requestPull, .requestAgentLogin, .requestAgentLogout: [.referenceID]
      case .deliver, .timeOut: []
      }
    }

    package var numbered: Attribute? { isRequest ? .referenceID : nil }

    var isAboutAnInteraction: Bool {
      switch self {
      case .requestConference, .requestTransfer, .requestAccept, .requestReject, .requestLeaveInteraction,
        .requestSubmit, .requestPull, .requestPlaceInQueue, .requestPlaceInWorkbin, .deliver, .timeOut:
        true
      case .requestAgentLogin, .requestAgentLogout: false
      }
    }

    /// Whether no agent has the interaction yet.
    var isAboutANewOne: Bool {
      switch self {
      case .requestSubmit, .requestPull, .deliver: true
      case .requestConference, .requestTransfer, .requestAccept, .requestReject, .requestLeaveInteraction,
        .requestPlaceInQueue, .requestPlaceInWorkbin, .requestAgentLogin, .requestAgentLogout, .timeOut:
        false
      }
    }

    /// Where an interaction has to be for this action, and is assumed to be until another action shows where it is.
    var presumption: Presumption {
      switch self {
      case .requestConference, .requestTransfer, .requestLeaveInteraction, .requestPlaceInQueue, .requestPlaceInWorkbin:
        .withTheActor
      case .requestPull, .deliver: .atItsPlace
      case .requestAccept, .requestReject, .requestSubmit, .requestAgentLogin, .requestAgentLogout, .timeOut: .notThere
      }
    }

    enum Presumption { case withTheActor, atItsPlace, notThere }
  }

  /// The kinds of parties.
  public enum Kind: UInt8, Named {
    /// An agent.
    case agent
    /// The Interaction Server.
    case server
    /// The reporting client.
    case reporting
    /// A chat or an e-mail that the server keeps.
    case interaction

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .agent: "agent"
      case .server: "interaction-server"
      case .reporting: "reporting"
      case .interaction: "interaction"
      }
    }
  }

  /// `inviter` is the agent that requested the invitation; `others` are the parties except for the actor.
  package enum Who: UInt8, Numbered, CustomStringConvertible {
    case actor, target, inviter, server, reporting, interaction, parties, others

    package var description: String {
      switch self {
      case .actor: "the actor"
      case .target: "the target"
      case .inviter: "the agent that invited the actor"
      case .server: "the Interaction Server"
      case .reporting: "the Reporting engine"
      case .interaction: "the interaction"
      case .parties: "each party"
      case .others: "each party except the actor"
      }
    }
  }

  /// The messages.
  public enum EventType: UInt8, Named, ServerEventType {
    /// Requests about an interaction: invite, hand over, accept, reject, leave.
    case requestConference, requestTransfer, requestAccept, requestReject, requestLeaveInteraction
    /// Requests, continued.
    case requestSubmit, requestPull, requestPlaceInQueue, requestPlaceInWorkbin, requestAgentLogin, requestAgentLogout
    /// Invitations and parties.
    case invite, revoked, agentInvited, rejected, partyAdded, partyRemoved
    /// Where interactions come from.
    case interactionSubmitted, pulledInteractions, workbinContentChanged
    /// Where interactions are.
    case placedInQueue, placedInWorkbin, takenFromQueue, takenFromWorkbin
    /// The answers to requests.
    case ack, error

    package var isError: Bool { self == .error }
    /// Whether the message ends what a request began.
    var isAnswer: Bool { self == .ack || self == .error || self == .pulledInteractions }

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .requestConference: "RequestConference"
      case .requestTransfer: "RequestTransfer"
      case .requestAccept: "RequestAccept"
      case .requestReject: "RequestReject"
      case .requestLeaveInteraction: "RequestLeaveInteraction"
      case .requestSubmit: "RequestSubmit"
      case .requestPull: "RequestPull"
      case .requestPlaceInQueue: "RequestPlaceInQueue"
      case .requestPlaceInWorkbin: "RequestPlaceInWorkbin"
      case .requestAgentLogin: "RequestAgentLogin"
      case .requestAgentLogout: "RequestAgentLogout"
      case .invite: "EventInvite"
      case .revoked: "EventRevoked"
      case .agentInvited: "EventAgentInvited"
      case .rejected: "EventRejected"
      case .partyAdded: "EventPartyAdded"
      case .partyRemoved: "EventPartyRemoved"
      case .interactionSubmitted: "EventInteractionSubmitted"
      case .pulledInteractions: "EventPulledInteractions"
      case .workbinContentChanged: "EventWorkbinContentChanged"
      case .placedInQueue: "EventPlacedInQueue"
      case .placedInWorkbin: "EventPlacedInWorkbin"
      case .takenFromQueue: "EventTakenFromQueue"
      case .takenFromWorkbin: "EventTakenFromWorkbin"
      case .ack: "EventAck"
      case .error: "EventError"
      }
    }
  }

  /// The attributes of messages and requests.
  public enum Attribute: UInt8, Named, ServerAttribute {
    /// The protocol, the parties and places, how an agent is seen, and the numbers of tickets and requests.
    case `protocol`, interactionID, agentID, placeID, visibilityMode, ticketID, referenceID, queue, workbin, reason

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .protocol: "protocol"
      case .interactionID: "InteractionId"
      case .agentID: "AgentId"
      case .placeID: "PlaceId"
      case .visibilityMode: "VisibilityMode"
      case .ticketID: "TicketId"
      case .referenceID: "ReferenceId"
      case .queue: "Queue"
      case .workbin: "Workbin"
      case .reason: "Reason"
      }
    }

    package var valueType: ValueType {
      switch self {
      case .protocol: .names(Channel.allCases.map(\.name))
      case .interactionID, .agentID: .party
      case .visibilityMode: .names(VisibilityMode.allCases.map(\.name))
      case .ticketID, .referenceID: .number
      case .placeID, .queue, .workbin, .reason: .text
      }
    }
  }

  /// What can be set when a party is added.
  public enum Setting: UInt8, Named, ServerAttribute {
    /// The state of an agent: `ready`, `unregistered` or `logged-out`.
    case state
    /// Where an interaction is: `queue:Support`, `workbin:Mine`.
    case place

    /// The word as the documents spell it.
    public var name: StaticString {
      switch self {
      case .state: "state"
      case .place: "place"
      }
    }

    package var valueType: ValueType {
      switch self {
      case .state: .names(Presence.allCases.map(\.name))
      case .place: .place(["queue", "workbin"])
      }
    }
  }

  /// The name of a queue or a workbin if none is given.
  package static var usualName: StaticString { "Default" }

  package static func number(of kind: Kind) -> ClosedRange<Int> {
    switch kind {
    case .server: 1...1
    case .reporting: 0...1
    case .agent, .interaction: 0...Int(UInt16.max)
    }
  }

  package static func settings(of kind: Kind) -> [Setting] {
    switch kind {
    case .agent: [.state]
    case .interaction: [.place]
    case .server, .reporting: []
    }
  }

  package static func actorKinds(of verb: Verb) -> [Kind] { verb == .deliver ? [.server] : [.agent] }
}

extension InteractionServer {
  /// The protocol of a message.
  package enum Channel: UInt8, Numbered, Named {
    case interactionManagement, reporting

    package var name: StaticString {
      switch self {
      case .interactionManagement: "InteractionManagement"
      case .reporting: "Reporting"
      }
    }
  }

  /// What an invited agent will be in the conference.
  package enum VisibilityMode: UInt8, Numbered, Named {
    case conference, coach, monitor

    package var name: StaticString {
      switch self {
      case .conference: "Conference"
      case .coach: "Coach"
      case .monitor: "Monitor"
      }
    }
  }

  /// The state of an agent at the server.
  package enum Presence: UInt8, Numbered, Named {
    case ready, loggedOut, unregistered

    package var name: StaticString {
      switch self {
      case .ready: "ready"
      case .loggedOut: "logged-out"
      case .unregistered: "unregistered"
      }
    }
  }

  /// What an agent is invited to.
  package enum Purpose: UInt8, Numbered { case conference, transfer, delivery }
}
