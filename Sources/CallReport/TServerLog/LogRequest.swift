import CallModel
import CallScenario

/// A request as the T-Server receives it.
struct LogRequest {
  /// As the T-Library calls the message, without `Request`: `MakeCall`.
  private let name: String
  private let calls: Calls
  /// The attribute that has the second call.
  private let secondCall: Int

  /// The calls that a request names, as its messages tell.
  private enum Calls {
    /// The one that it makes is not known yet.
    case none
    /// The call that the action names, or that lines about the step imply.
    case touched
    /// The call that is held because another one begins.
    case held
    /// The call that this event takes from the actor, and the call that the actor retrieves.
    case exchanged(by: String)
    /// The call that goes on, and the call that becomes part of it.
    case joined
  }

  /// The functions that make requests.
  static let verbs = TServerNumbers.requests
  /// The request of each function.
  static let all = verbs.map { LogRequest($0) }

  private init(_ verb: String) {
    let others = [
      "TAgentSetReady": "AgentReady", "TAgentSetNotReady": "AgentNotReady", "TCallSetForward": "CallForwardSet",
      "TCallCancelForward": "CallForwardCancel", "TSendUserEvent": "DistributeUserEvent",
    ]
    name = others[verb] ?? String(verb.dropFirst())
    let secondCalls = ["TCompleteTransfer": "TransferConnID", "TCompleteConference": "ConferenceConnID"]
    secondCall = LogAttributes.all.place(of: secondCalls[verb] ?? "PreviousConnID") ?? 0
    calls =
      switch verb {
      case "TMakeCall", "TMakePredictiveCall": .none
      case "TInitiateTransfer", "TInitiateConference", "TMuteTransfer": .held
      case "TAlternateCall": .exchanged(by: "EventHeld")
      case "TReconnectCall": .exchanged(by: "EventReleased")
      case "TCompleteTransfer", "TCompleteConference", "TMergeCalls": .joined
      default: .touched
      }
  }

  /// ` Trc 04541 RequestMakeCall received from [1] (00000001 callsim localhost)`, and what the request says.
  func write(_ step: Transcript.Step, by parties: [Scenario.Party], to lines: inout LogLines) {
    let actor = step.action.actor
    // Each party has a client of its own.
    lines.text.add(" Trc 04541 Request")
    lines.text.add(built: name)
    lines.text.add(" received from [")
    lines.text.add(actor + 1, digits: 1)
    lines.text.add("] (")
    lines.text.add(hexadecimal: UInt64(clamping: actor + 1), digits: 8)
    lines.text.add(" callsim localhost)\nmessage Request")
    lines.text.add(built: name)
    lines.text.add("\n")
    writeCalls(of: step, to: &lines)
    lines.add(lines.attributes.thisDN, parties[actor].dn, exists: false)
    let options = RequestOptions(step.action)
    if let queue = options["Queue"] {
      lines.add(lines.attributes.thisQueue, parties.first { $0.name == queue }?.dn ?? queue, exists: false)
    }
    if let target = step.action.target { lines.add(lines.attributes.otherDN, parties[target].dn, exists: false) }
    if let number = options["ReferenceID"] {
      lines.add(lines.attributes.referenceID, number, exists: false)
    } else {
      lines.add(lines.attributes.referenceID, number: step.number)
    }
    if step.action.verb.name == "TMergeCalls" {
      lines.add(lines.attributes.mergeType, options["MergeType"] ?? "Conference", exists: false)
    }
    options.writeOthers(of: step.action.verb, to: &lines)
    lines.text.add("\n")
  }

  // MARK: Calls

  private func writeCalls(of step: Transcript.Step, to lines: inout LogLines) {
    func write(_ attribute: Int, _ call: String?) {
      if let call { lines.add(attribute, call, exists: false) }
    }
    let connID = lines.attributes.connID
    // A refused request has no other messages than its error.
    if step.refusal != nil { return write(connID, Self.touched(by: step)) }
    switch calls {
    case .none: break
    case .touched: write(connID, Self.touched(by: step))
    case .held: write(connID, step.action.on ?? Self.call("EventHeld", step))
    case .exchanged(let message):
      write(connID, Self.call(message, step))
      write(secondCall, Self.call("EventRetrieved", step))
    case .joined:
      // The parties of the call that goes on are told so.
      let goesOn = ["EventPartyChanged", "EventPartyAdded", "EventRetrieved"]
      let first = step.messages.first { goesOn.contains($0.name) }?.connID ?? Self.touched(by: step)
      write(connID, first)
      write(secondCall, step.messages.lazy.flatMap(\.calls).first { $0 != first })
    }
  }

  /// The call of the message that the actor gets.
  private static func call(_ message: String, _ step: Transcript.Step) -> String? {
    let actor = step.action.actor
    return step.messages.first { $0.name == message && $0.to == actor }?.connID
  }

  private static func touched(by step: Transcript.Step) -> String? {
    if let call = step.action.on { return call }
    let defaults = step.defaults
    for index in defaults.indices where defaults[index].name == "ConnID" { return defaults[index].value }
    return nil
  }
}

extension Message {
  /// The call that the message is about, and the call that this one has been.
  fileprivate var calls: [String] {
    attributes.filter { $0.name == "ConnID" || $0.name == "PreviousConnID" }.map(\.value)
  }
}
