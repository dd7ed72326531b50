/// A message on its way: a plain value.
public struct Letter<Words: Wording>: Hashable, Sendable {
  public internal(set) var from: Correspondent
  public internal(set) var to: Correspondent
  public internal(set) var message: Words.Message
  /// What it carries.
  public internal(set) var values: Values<Words.Attribute>
  private var listed: UInt16
  /// The number of its rule in the rulebook.
  public internal(set) var rule: UInt16

  init(from: Correspondent, to: Correspondent, message: Words.Message, rule: UInt16) {
    (self.from, self.to, self.message, self.rule) = (from, to, message, rule)
    (values, listed) = (Values(), 0)
  }

  mutating func write(_ attribute: Words.Attribute, _ value: UInt32?, isListed: Bool) {
    values[attribute] = value
    if isListed { listed |= Values<Words.Attribute>.bit(attribute) }
  }

  /// The documents show the attribute; the others are what the server also says.
  public func lists(_ attribute: Words.Attribute) -> Bool { listed & Values<Words.Attribute>.bit(attribute) != 0 }
}
