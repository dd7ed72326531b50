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
    let action = step.action
    let verb = action.verb.name
    guard action.verb.isRequest, let known = Self.names[verb] else { return nil }
    name = known.name
    client = action.actor + 1
    attributes.reserveCapacity(8)
    func option(_ key: String) -> String? { action.options.first { $0.key == key }?.value }
    let calls = Calls(of: step, verb)
    if let call = calls.first { attributes.append(("ConnID", call)) }
    if let second = calls.second { attributes.append((known.secondCall, second)) }
    attributes.append(("ThisDN", parties[action.actor].dn))
    if let queue = option("Queue") {
      attributes.append(("ThisQueue", parties.first { $0.name == queue }?.dn ?? queue))
    }
    if let target = action.target { attributes.append(("OtherDN", parties[target].dn)) }
    attributes.append(("ReferenceID", option("ReferenceID") ?? String(step.number)))
    if verb == "TMergeCalls" { attributes.append(("MergeType", option("MergeType") ?? "Conference")) }
    appendOptions(of: action)
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
  private mutating func appendOptions(of action: ActionStatement) {
    if action.options.isEmpty { return }
    var data: [(key: String, value: String)] = []
    var reasons = data
    var extensions = data
    for option in action.options {
      switch option.key {
      case "Queue", "ReferenceID", "MergeType": break
      case "MonitorMode", "MonitorScope": extensions.append((option.key, option.value))
      case let key where key.hasPrefix("data."): data.append((Self.key(of: key), option.value))
      case let key where key.hasPrefix("reason."): reasons.append((Self.key(of: key), option.value))
      case let key where key.hasPrefix("extension."): extensions.append((Self.key(of: key), option.value))
      case let key where action.verb.options.contains(key): attributes.append((key, option.value))
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

    init(of step: Transcript.Step, _ verb: String) {
      func call(_ message: String) -> String? {
        step.messages.first { $0.name == message && $0.to == step.action.actor }?.connID
      }
      func touched() -> String? { step.action.on ?? step.defaults.first { $0.name == "ConnID" }?.value }
      // A refused request has no other messages than its error.
      if step.refusal != nil {
        first = touched()
        return
      }
      switch verb {
      case "TMakeCall", "TMakePredictiveCall": break
      case "TInitiateTransfer", "TInitiateConference", "TMuteTransfer": first = step.action.on ?? call("EventHeld")
      case "TAlternateCall": (first, second) = (call("EventHeld"), call("EventRetrieved"))
      case "TReconnectCall": (first, second) = (call("EventReleased"), call("EventRetrieved"))
      case "TCompleteTransfer", "TCompleteConference", "TMergeCalls":
        // One call goes on; its parties are told so.
        let goesOn = ["EventPartyChanged", "EventPartyAdded", "EventRetrieved"]
        first = step.messages.first { goesOn.contains($0.name) }?.connID ?? touched()
        second = step.messages.lazy.flatMap(\.calls).first { $0 != first }
      default: first = touched()
      }
    }
  }
}

extension Message {
  /// The call that the message is about, and the call that this one has been.
  fileprivate var calls: [String] {
    attributes.filter { $0.name == "ConnID" || $0.name == "PreviousConnID" }.map(\.value)
  }
}
