/// What is said beside: for each attribute a number, or nothing. At most 16 attributes.
public struct Values<Attribute: Numbered>: Hashable, Sendable {
  private var said: UInt16 = 0
  private var numbers = InlineArray<16, UInt32>(repeating: 0)

  public init() {}

  public subscript(attribute: Attribute) -> UInt32? {
    @inline(__always) get { said & Self.bit(attribute) == 0 ? nil : numbers[Int(attribute.rawValue)] }
    @inline(__always) set {
      guard let newValue else { return said &= ~Self.bit(attribute) }
      said |= Self.bit(attribute)
      numbers[Int(attribute.rawValue)] = newValue
    }
  }

  /// The value that is said there. A number that is none counts as not said.
  @discardableResult
  mutating func read<Name: Numbered>(_ attribute: Attribute, as names: Name.Type) -> Name? {
    guard let number = self[attribute] else { return nil }
    let name = Name(number: number)
    if name == nil { self[attribute] = nil }
    return name
  }

  @inline(__always) static func bit(_ attribute: Attribute) -> UInt16 { 1 << UInt16(attribute.rawValue) }

  public static func == (one: Values, other: Values) -> Bool {
    one.said == other.said && Attribute.allCases.allSatisfy { one[$0] == other[$0] }
  }

  public func hash(into hasher: inout Hasher) {
    for attribute in Attribute.allCases { hasher.combine(self[attribute]) }
  }
}

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
