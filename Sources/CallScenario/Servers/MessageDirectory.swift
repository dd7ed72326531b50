import CallModel

/// Translates the numbers of a server whose messages have senders.
struct MessageDirectory<State: MessageEngine>: Sendable {
  let partyNumbers: PartyNumbers
  let texts: StringTable
  private let parties: [Scenario.Party]

  init(_ scenario: Scenario, _ texts: StringTable) {
    (partyNumbers, self.texts, parties) = (PartyNumbers(scenario), texts, scenario.parties)
  }

  func modelParty(_ party: Int) -> State.Party { State.Party(UInt32(partyNumbers.number(party))) }
  func number(of party: State.Party) -> Int { partyNumbers.party(UInt16(truncatingIfNeeded: party.rawValue)) }
  func name(_ party: State.Party) -> String { parties[number(of: party)].name }

  func statusLine(_ state: borrowing State) -> Message.Attribute? {
    guard let name = State.statusName else { return nil }
    return Message.Attribute(name: "\(name)", value: state.statusLine { self.name($0) }, isListed: false)
  }

  func messages(_ events: [State.Event], _ statusLine: Message.Attribute?, isRefusal: Bool) -> [Message] {
    events.map { event in
      let attributes = State.Attribute.allCases.compactMap { attribute in
        event.values[attribute].map {
          Message.Attribute(
            name: "\(attribute.name)", value: text($0, attribute.valueType), isListed: event.lists(attribute))
        }
      }
      return Message(
        from: number(of: event.from), to: number(of: event.to), name: "\(event.type.name)",
        attributes: attributes + [statusLine].compactMap(\.self),
        isRefusal: isRefusal, rule: 0)
    }
  }

  func text(_ number: UInt32, _ type: ValueType) -> String {
    switch type {
    case .number: String(number)
    case .text: texts[number]
    case .place: texts[number & 0xFFFF]
    case .party: name(State.Party(number))
    case .names(let names): "\(names[Int(number)])"
    }
  }
}

extension MessageDirectory: EventReader {
  func key(of event: State.Event) -> UInt32 { event.to.rawValue << 8 | UInt32(event.type.rawValue) }

  func key(of expected: ExpectedMessage) -> UInt32? {
    let party = modelParty(expected.recipient)
    guard party != .none, let type = State.EventType.allCases.first(where: { "\($0.name)" == expected.name }) else {
      return nil
    }
    return party.rawValue << 8 | UInt32(type.rawValue)
  }

  func hasNoOwnAttributes(_ expected: ExpectedMessage) -> Bool { true }

  func message(_ event: State.Event, after: borrowing State) -> Message {
    messages([event], statusLine(after), isRefusal: false)[0]
  }
}
