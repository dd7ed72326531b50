extension MessageTypes {
  /// What a party does, or what happens outside.
  package struct Action: Hashable, Sendable {
    package var verb: Server.Verb
    package var actor: Party
    package var target: Party
    /// The port, interaction or call, if the action names one.
    package var on: Party
    /// The attributes of the request.
    package var parameters: AttributeValues<Server.Attribute>

    package init(
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
