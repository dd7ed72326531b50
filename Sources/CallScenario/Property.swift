/// What must hold in everything that a scenario's parties can do: a statement of the header, which `explore` checks.
///
/// Each event is written like an expectation. Its recipient, message and attributes are compared as in a test, except
/// that the ConnID is compared only where it is written: calls are counted by their age, and the oldest is 1.
public struct Property: Hashable, Sendable, Codable {
  /// What the statement claims.
  public internal(set) var claim: Claim
  /// The statement with single blanks between its words: `never A EventRinging ... before B EventRinging ...`.
  public internal(set) var text: String
  /// Where the statement is in the file.
  public internal(set) var position: Position

  /// What a property claims of the events that can be sent.
  public enum Claim: Hashable, Sendable, Codable {
    /// `never P [before Q]`: no P is ever sent, or none before a Q has been sent.
    case never(ExpectedMessage, before: ExpectedMessage?)
    /// `always after P eventually Q [or Q …]`: after a P, one of the others can still be sent, whatever happens.
    case always(after: ExpectedMessage, eventually: [ExpectedMessage])
    /// `sometimes P`: there is a way to a P.
    case sometimes(ExpectedMessage)

    // The keys of the associated values, which have no labels.
    private enum NeverCodingKeys: String, CodingKey { case _0 = "event", before }
    private enum SometimesCodingKeys: String, CodingKey { case _0 = "event" }
  }
}

extension Property {
  /// All events that the property names, in the order of the statement.
  var events: [ExpectedMessage] {
    switch claim {
    case .never(let event, let end): [event] + [end].compactMap(\.self)
    case .always(let event, let ends): [event] + ends
    case .sometimes(let event): [event]
    }
  }
}
