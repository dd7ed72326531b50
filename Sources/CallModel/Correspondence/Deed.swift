/// What somebody does, or what happens outside.
public struct Deed<Words: Wording>: Hashable, Sendable {
  public var verb: Words.Verb
  public var actor: Correspondent
  public var target: Correspondent
  /// The matter that is meant, where it is named: a port, an interaction.
  public var on: Correspondent
  public var says: Values<Words.Attribute>

  public init(
    _ verb: Words.Verb, by actor: Correspondent, to target: Correspondent = .none, on matter: Correspondent = .none,
    saying values: Values<Words.Attribute> = .init()
  ) {
    self.verb = verb
    self.actor = actor
    self.target = target
    on = matter
    says = values
  }
}
