/// The attributes of an action or a message, of which there are at most 16: a number for each, or nothing.
package struct AttributeValues<Attribute: Numbered>: Hashable, Sendable {
  private var said: UInt16 = 0
  private var numbers = InlineArray<16, UInt32>(repeating: 0)

  package init() {}

  package subscript(attribute: Attribute) -> UInt32? {
    @inline(__always) get { said & Self.bit(attribute) == 0 ? nil : numbers[Int(attribute.rawValue)] }
    @inline(__always) set {
      guard let newValue else { return said &= ~Self.bit(attribute) }
      said |= Self.bit(attribute)
      numbers[Int(attribute.rawValue)] = newValue
    }
  }

  /// Reads the value of the attribute as a name. A number without a name is removed.
  @discardableResult
  mutating func read<Name: Numbered>(_ attribute: Attribute, as names: Name.Type) -> Name? {
    guard let number = self[attribute] else { return nil }
    let name = Name(number: number)
    if name == nil { self[attribute] = nil }
    return name
  }

  @inline(__always) static func bit(_ attribute: Attribute) -> UInt16 { 1 << UInt16(attribute.rawValue) }

  package static func == (one: AttributeValues, other: AttributeValues) -> Bool {
    one.said == other.said && Attribute.allCases.allSatisfy { one[$0] == other[$0] }
  }

  package func hash(into hasher: inout Hasher) {
    for attribute in Attribute.allCases { hasher.combine(self[attribute]) }
  }
}
