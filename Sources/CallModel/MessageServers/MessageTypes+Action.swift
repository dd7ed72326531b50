extension MessageTypes {
  /// What a party does, or what happens outside.
  public struct Action: Hashable, Sendable {
    public var verb: Server.Verb
    public var actor: Party
    public var target: Party
    /// The port, interaction or call that is meant, if the action names one.
    public var on: Party
    /// What the request carries.
    public var parameters: AttributeValues<Server.Attribute>

    public init(
      _ verb: Server.Verb, by actor: Party, to target: Party = .none, on subject: Party = .none,
      with parameters: AttributeValues<Server.Attribute> = .init()
    ) {
      self.verb = verb
      self.actor = actor
      self.target = target
      on = subject
      self.parameters = parameters
    }
  }
}
