extension MessageTypes {
  /// A clause of a rule: a change, or a message to send.
  ///
  /// The changes are made before any message is sent, whatever their order in the rule.
  package enum Clause: Sendable {
    case change(Server.Change)
    case message(Cell)
  }

  /// A message with blanks. A value that is not known when the message is sent is omitted.
  package struct Cell: Sendable {
    let from: Server.Who
    let to: Server.Who
    /// `nil` for the message of the action itself.
    let type: Server.EventType?
    let values: [Value]
    var rule: UInt16 = 0
    /// Sent once for each of these parties, together with the neighboring cells that are repeated for the same ones.
    var repeatedFor: Server.Who?
  }

  /// An attribute of a message, and where its value comes from.
  package struct Value: Sendable {
    enum Source: Sendable {
      case number(UInt32)
      /// What the action carries, or what the server has stored.
      case parameter
      /// The party itself, or what the server knows about it.
      case of(Server.Who)
    }
    let attribute: Server.Attribute
    let source: Source
    var isListed = true

    var unlisted: Value {
      var value = self
      value.isListed = false
      return value
    }
  }
}

extension MessageTypes.Clause {
  typealias Who = Server.Who
  typealias Value = MessageTypes<Server>.Value

  static func sends(_ from: Who, _ type: Server.EventType, to who: Who, _ values: [Value]) -> Self {
    .message(.init(from: from, to: who, type: type, values: values))
  }

  /// Passes the action's own message on.
  static func asks(_ from: Who, _ who: Who, _ values: [Value] = []) -> Self {
    .message(.init(from: from, to: who, type: nil, values: values))
  }

  /// All the messages for one party, then all those for the next.
  static func each(_ who: Who, _ clauses: [Self]) -> [Self] {
    clauses.map { clause in
      guard case .message(var cell) = clause else { return clause }
      cell.repeatedFor = who
      return .message(cell)
    }
  }
}

extension MessageTypes.Value {
  static func parameter(_ attribute: Server.Attribute) -> Self { Self(attribute: attribute, source: .parameter) }
  static func of(_ attribute: Server.Attribute, _ who: Server.Who) -> Self {
    Self(attribute: attribute, source: .of(who))
  }
  static func number(_ attribute: Server.Attribute, _ value: some Numbered) -> Self {
    Self(attribute: attribute, source: .number(UInt32(value.rawValue)))
  }
}

extension Rule where M: MessageModel {
  /// Whether the rule only answers with an error and changes nothing.
  package var isRejection: Bool {
    clauses.contains { if case .message(let cell) = $0 { cell.type?.isError ?? false } else { false } }
      && !clauses.contains { if case .change = $0 { true } else { false } }
  }
}
