import CallModel

/// What the model knows by number: the names of the scenario's parties, their DNs, and the texts of its user data.
struct Directory {
  private let parties: [Participant]
  private let roll: Roll
  private let texts: Texts
  /// The user data that were spelled last.
  let lastSpelled = UserDataText.Last()
  /// The attributes that messages hold though no table lists them.
  private let unlisted: Attributes

  init(_ scenario: Scenario, _ detail: Transcript.Detail = .everything) {
    unlisted = detail.unlisted ? Attributes(rawValue: .max) : TServerWords.attributes(namedIn: scenario)
    parties = scenario.parties
    roll = Roll(scenario)
    texts = Texts(scenario)
  }

  /// The exchange numbers its DNs from 1, in the order of the header.
  func dn(_ party: Int) -> DN { DN(roll.number(party)) }
  func party(_ dn: DN) -> Int { roll.party(dn.rawValue) }
  func party(_ name: String) -> Int? { roll.party(named: name) }
  func text(_ dn: DN) -> String { dn == .none ? "" : parties[party(dn)].dn }
  func text(_ connID: ConnID) -> String { String(connID.rawValue) }

  func number(_ text: String) -> UInt32 { texts[text] }
  func text(ofNumber number: UInt32) -> String { texts[number] }

  /// `key=value, key="value, with a comma"`
  func text(_ data: UserData) -> String {
    data.pairs.map { pair in
      let value = texts[pair.value]
      let isOpen = !value.utf8.contains { $0 == .comma || $0 == .quote }
      return "\(texts[pair.key])=\(isOpen ? value : spelled(value, inQuotes: true))"
    }.joined(separator: ", ")
  }

  /// The events with their attributes spelled, the user data of their calls, and the rules that they come from; `actor`
  /// did it.
  ///
  /// User data that have not changed since `known` are the same object.
  func messages(
    _ events: [Event], by actor: Int, in exchange: Exchange, _ known: inout UserDataText?
  ) -> [Message] {
    events.map { event in
      var wanted = event.listed.union(unlisted)
      // What is recorded of a refusal says which request was refused.
      if event.message == .error { wanted.insert(.referenceID) }
      var speller = Speller(listed: event.listed, wanted: wanted, directory: self)
      event.read(all: true, into: &speller)
      if unlisted.contains(.userData), let data = exchange.lastUserData(of: event.connID), !data.isEmpty {
        let text = known.flatMap { $0.data == data ? $0 : nil } ?? UserDataText(data, self)
        known = text
        speller.add(.userData, text)
      }
      let rule = TServer.rule(of: event)
      return Message(
        from: nil, to: party(event.thisDN), name: TServerWords.name(event.message), attributes: speller.attributes,
        isRefusal: rule == nil,
        rule: rule?.name,
        source: rule?.source,
        conversation: event.connID == .none || event.errorCode == .invalidConnID ? nil : text(event.connID),
        endedBy: event.message == .released || event.message == .abandoned ? actor : nil)
    }
  }

  /// A scenario can say it: outside nobody makes requests.
  func isSayable(_ action: Action) -> Bool {
    !parties[party(action.actor)].kinds.contains("external")
      || TServerWords.words(for: action.verb).contains { !$0.isRequest }
  }

  func name(_ dn: DN) -> String { parties[party(dn)].name }

  /// The verb as a scenario would say it of that actor.
  func word(for action: Action) -> String {
    let words = TServerWords.words(for: action.verb)
    let isOutside = parties[party(action.actor)].kinds.contains("external")
    return (words.first { isOutside ? !$0.isRequest : true } ?? words[0]).name
  }

  /// The action as a scenario would say it, by hand where that is possible.
  func text(_ action: Action, isNamingCall: Bool) -> String {
    var text = "\(name(action.actor)) \(word(for: action))"
    if action.target != .none { text += " \(name(action.target))" }
    if isNamingCall, action.on != .none { text += " on \(action.on.rawValue)" }
    if let option = TServerWords.option(of: action) { text += " " + option }
    return text
  }
}

/// Spells an event's attributes as text.
private struct Speller: AttributeReader {
  let listed: Attributes
  let wanted: Attributes
  let directory: Directory
  var attributes: [Message.Attribute] = []

  mutating func read(_ attribute: Attribute, _ dn: DN) {
    if wanted.contains(attribute) { add(attribute, directory.text(dn)) }
  }
  mutating func read(_ attribute: Attribute, _ name: StaticString) {
    if wanted.contains(attribute) { add(attribute, "\(name)") }
  }
  mutating func read(_ attribute: Attribute, _ number: UInt64) {
    if wanted.contains(attribute) { add(attribute, String(number)) }
  }
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {
    guard wanted.contains(attribute) else { return }
    let digits = String(call.rawValue, radix: 32, uppercase: true)
    add(attribute, String(repeating: "0", count: 32 - digits.count) + digits)
  }

  private mutating func add(_ attribute: Attribute, _ value: String) {
    attributes.append(.init(name: TServerWords.name(attribute), value: value, isListed: listed.contains(attribute)))
  }

  mutating func add(_ attribute: Attribute, _ text: UserDataText) {
    attributes.append(.init(name: TServerWords.name(attribute), text, isListed: listed.contains(attribute)))
  }
}
