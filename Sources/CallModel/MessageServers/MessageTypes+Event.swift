extension MessageTypes {
  /// A message from one party to another.
  package struct Event: Hashable, Sendable {
    package internal(set) var from: Party
    package internal(set) var to: Party
    package internal(set) var type: Server.EventType
    /// Its attributes.
    package internal(set) var values: AttributeValues<Server.Attribute>
    private var listed: UInt16
    /// The number of its rule in the rulebook.
    package internal(set) var rule: UInt16

    init(_ type: Server.EventType, from: Party, to: Party, rule: UInt16) {
      (self.from, self.to, self.type, self.rule) = (from, to, type, rule)
      (values, listed) = (AttributeValues(), 0)
    }

    @inline(__always)
    mutating func write(_ attribute: Server.Attribute, _ value: UInt32?, isListed: Bool) {
      values[attribute] = value
      if isListed { listed |= AttributeValues<Server.Attribute>.bit(attribute) }
    }

    /// Whether the server's documents show the attribute; the server knows the others, too.
    package func lists(_ attribute: Server.Attribute) -> Bool {
      listed & AttributeValues<Server.Attribute>.bit(attribute) != 0
    }
  }
}
