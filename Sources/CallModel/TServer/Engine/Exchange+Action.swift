extension Exchange {
  /// An action in numbers, as the rules take it. `Action` is the action in texts.
  public struct Action: Hashable, Sendable {
    /// What is done.
    public var verb: CallModel.Verb
    /// The party that does it.
    public var actor: DN
    /// The party that it is done to, or the group that an agent logs in to; `none` for no party.
    public var target: DN
    /// The call; `none` if only one can be meant.
    public var on: ConnID
    /// The CallState of `busy`, and of `answer` in a predictive call. OK if the line is busy, or a person answers.
    public var callState: CallState
    /// The request's parameter, such as an AgentWorkMode or a ForwardMode, depending on the verb.
    public var mode: Exchange.Mode
    /// The client's number for its request; 0 if the action is not a request or has no number.
    public var referenceID: UInt32
    /// The number of the text of the AgentID with which an agent logs in; 0 if the request names none.
    public var agentID: UInt32

    /// Makes an action from its parts.
    @inlinable
    public init(
      _ verb: CallModel.Verb, by actor: DN, to target: DN = .none, on call: ConnID = .none, callState: CallState = .ok,
      mode: Exchange.Mode = .none, referenceID: UInt32 = 0, agentID: UInt32 = 0
    ) {
      self.verb = verb
      self.actor = actor
      self.target = target
      on = call
      self.callState = callState
      self.mode = mode
      self.referenceID = referenceID
      self.agentID = agentID
    }
  }
}

extension Exchange.Action {
  /// Whether a client asks for it. Of a verb that is also done by hand, only a request has a number.
  var isRequest: Bool { verb.isRequest && (referenceID != 0 || !verb.isDoneByHand) }
}
