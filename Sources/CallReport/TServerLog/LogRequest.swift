import CallModel
import CallScenario

/// A request as the T-Server receives it.
struct LogRequest {
  /// As the T-Library calls the message, without `Request`: `MakeCall`.
  let name: String
  /// The client: each party has one of its own.
  let client: Int
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var lists: [(name: String, pairs: [(key: String, value: String)])] = []

  /// Nil if the action is no request to a T-Server.
  init?(_ step: Transcript.Step, by parties: [Scenario.Party]) {
    guard step.action.verb.isRequest, let known = Self.names[step.action.verb.name] else { return nil }
    name = known.name
    client = step.action.actor + 1
    attributes.reserveCapacity(8)
    let options = step.action.options
    let calls = Calls(of: step)
    if let call = calls.first { attributes.append(("ConnID", call)) }
    if let second = calls.second { attributes.append((known.secondCall, second)) }
    attributes.append(("ThisDN", parties[step.action.actor].dn))
    if let queue = Self.option("Queue", options) {
      attributes.append(("ThisQueue", parties.first { $0.name == queue }?.dn ?? queue))
    }
    if let target = step.action.target { attributes.append(("OtherDN", parties[target].dn)) }
    attributes.append(("ReferenceID", Self.option("ReferenceID", options) ?? String(step.number)))
    if step.action.verb.name == "TMergeCalls" {
      attributes.append(("MergeType", Self.option("MergeType", options) ?? "Conference"))
    }
    if !options.isEmpty { append(options, of: step.action.verb) }
  }

  private static func option(_ key: String, _ options: [Option]) -> String? {
    for index in options.indices where options[index].key == key { return options[index].value }
    return nil
  }

  /// For each function of a request: the name of the request, and of the attribute with its second call.
  private static let names: [String: (name: String, secondCall: String)] = {
    let others = [
      "TAgentSetReady": "AgentReady", "TAgentSetNotReady": "AgentNotReady", "TCallSetForward": "CallForwardSet",
      "TCallCancelForward": "CallForwardCancel", "TSendUserEvent": "DistributeUserEvent",
    ]
    let secondCalls = ["TCompleteTransfer": "TransferConnID", "TCompleteConference": "ConferenceConnID"]
    return TServerNumbers.requests.reduce(into: [:]) { names, verb in
      names[verb] = (others[verb] ?? String(verb.dropFirst()), secondCalls[verb] ?? "PreviousConnID")
    }
  }()

  /// The parameters, and the pairs that the request brings.
  private mutating func append(_ options: [Option], of verb: Vocabulary.Verb) {
    var data: [(key: String, value: String)] = []
    var reasons = data
    var extensions = data
    for option in options {
      switch option.key {
      case "Queue", "ReferenceID", "MergeType": break
      case "MonitorMode", "MonitorScope": extensions.append((option.key, option.value))
      case let key where key.hasPrefix("data."): data.append((Self.key(of: key), option.value))
      case let key where key.hasPrefix("reason."): reasons.append((Self.key(of: key), option.value))
      case let key where key.hasPrefix("extension."): extensions.append((Self.key(of: key), option.value))
      case let key where verb.options.contains(key): attributes.append((key, option.value))
      default: data.append((option.key, option.value))
      }
    }
    if !data.isEmpty { lists.append(("UserData", data)) }
    if !reasons.isEmpty { lists.append(("Reasons", reasons)) }
    if !extensions.isEmpty { lists.append(("Extensions", extensions)) }
  }

  /// The key of a pair, without its prefix.
  private static func key(of option: String) -> String {
    String(decoding: option.utf8.drop { $0 != UInt8(ascii: ".") }.dropFirst(), as: UTF8.self)
  }

  /// The calls that the request is about, as its messages tell.
  private struct Calls {
    var first: String?
    var second: String?

    init(of step: Transcript.Step) {
      // A refused request has no other messages than its error.
      if step.refusal != nil {
        first = Self.touched(by: step)
        return
      }
      switch step.action.verb.name {
      case "TMakeCall", "TMakePredictiveCall": break
      case "TAnswerCall", "TReleaseCall": first = Self.touched(by: step)
      case "TInitiateTransfer", "TInitiateConference", "TMuteTransfer":
        first = step.action.on ?? Self.call("EventHeld", step)
      case "TAlternateCall": (first, second) = (Self.call("EventHeld", step), Self.call("EventRetrieved", step))
      case "TReconnectCall": (first, second) = (Self.call("EventReleased", step), Self.call("EventRetrieved", step))
      case "TCompleteTransfer", "TCompleteConference", "TMergeCalls":
        // One call goes on; its parties are told so.
        let goesOn = ["EventPartyChanged", "EventPartyAdded", "EventRetrieved"]
        first = step.messages.first { goesOn.contains($0.name) }?.connID ?? Self.touched(by: step)
        second = step.messages.lazy.flatMap(\.calls).first { [first] in $0 != first }
      default: first = Self.touched(by: step)
      }
    }

    /// The call of the message that the actor gets.
    private static func call(_ message: String, _ step: Transcript.Step) -> String? {
      let actor = step.action.actor
      return step.messages.first { $0.name == message && $0.to == actor }?.connID
    }

    /// The call that the action names, or that lines about the step imply.
    private static func touched(by step: Transcript.Step) -> String? {
      if let call = step.action.on { return call }
      let defaults = step.defaults
      for index in defaults.indices where defaults[index].name == "ConnID" { return defaults[index].value }
      return nil
    }
  }
}

extension Message {
  /// The call that the message is about, and the call that this one has been.
  fileprivate var calls: [String] {
    attributes.filter { $0.name == "ConnID" || $0.name == "PreviousConnID" }.map(\.value)
  }
}
