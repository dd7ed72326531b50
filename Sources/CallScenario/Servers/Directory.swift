import CallModel

/// Translates the model's numbers: parties, DNs, and the texts of user data and AgentIDs, of which number 0 is none.
struct Directory {
  private let parties: [Scenario.Party]
  private let partyNumbers: PartyNumbers
  private let texts: StringTable
  /// The text of the user data that were read last.
  let lastSpelled = UserDataText.Last()
  /// The attributes that messages have even if no table lists them.
  private let unlisted: AttributeSet

  init(_ scenario: Scenario, _ detail: Transcript.Detail = .everything) {
    self.init(
      scenario,
      unlisted: detail.unlisted ? AttributeSet(rawValue: .max) : TServerWords.attributes(namedIn: scenario),
      grows: detail.takesMore)
  }

  init(_ scenario: Scenario, unlisted: AttributeSet, grows: Bool = false) {
    self.unlisted = unlisted
    parties = scenario.parties
    partyNumbers = PartyNumbers(scenario)
    texts = StringTable(scenario, usual: "", grows: grows)
  }

  /// The exchange numbers its DNs from 1, in the order of the header.
  func dn(_ party: Int) -> Exchange.DN { Exchange.DN(partyNumbers.number(party)) }
  func party(_ dn: Exchange.DN) -> Int { partyNumbers.party(dn.rawValue) }
  func party(_ name: String) -> Int? { partyNumbers.party(named: name) }
  func text(_ dn: Exchange.DN) -> String { dn == .none ? "" : parties[party(dn)].dn }
  func text(_ connID: ConnID) -> String { String(connID.rawValue) }

  func number(_ text: String) -> UInt32 { texts[text] }
  func text(ofNumber number: UInt32) -> String { texts[number] }

  /// Adds pairs that no table lists, if the transcript holds such attributes.
  func add(_ attribute: Attribute, _ pairs: [Exchange.UserData.Pair], to message: inout Message) {
    guard unlisted.contains(attribute), !pairs.isEmpty else { return }
    let text = UserDataText(Exchange.UserData(pairs), self)
    message.attributes.append(.init(attribute, text, isListed: false))
  }

  /// `key=value, key="value, with a comma"`
  func text(_ data: Exchange.UserData) -> String { text(data.pairs) }

  private func text(_ pairs: [Exchange.UserData.Pair]) -> String {
    pairs.map { text(texts[$0.key], texts[$0.value]) }.joined(separator: ", ")
  }

  private func text(_ key: String, _ value: String) -> String {
    let isOpen = !value.utf8.contains { $0 == .comma || $0 == .quote }
    return "\(key)=\(isOpen ? value : value.spelled(inQuotes: true))"
  }

  /// The events of an action of `actor` as messages, with attributes and user data as text.
  ///
  /// `rule` is the index of their rule; nil for the error of a refused request. User data that have not changed since
  /// `known` are the same object.
  func messages(
    _ events: [Exchange.Event], by actor: Int, rule: Int?, in exchange: Exchange, _ known: inout UserDataText?
  ) -> [Message] {
    events.map { event in
      var wanted = event.listed.union(unlisted)
      // The recorded line of a refusal says which request was refused.
      if event.type == .error { wanted.insert(.referenceID) }
      var speller = Speller(listed: event.listed, wanted: wanted, directory: self)
      event.read(all: true, into: &speller)
      if let snapshot = exchange.snapshot(in: event) { add(snapshot, of: event, to: &speller) }
      if wanted.contains(.collectedDigits), let digits = exchange.digits(in: event) {
        speller.add(.collectedDigits, texts[digits])
      }
      if unlisted.contains(.userData), event.type != .error, let data = exchange.lastUserData(of: event.connID),
        !data.isEmpty
      {
        let text = known.flatMap { $0.data == data ? $0 : nil } ?? UserDataText(data, self)
        known = text
        speller.add(.userData, text)
      }
      return Message(
        to: party(event.thisDN), name: TServerWords.name(event.type), attributes: speller.attributes,
        isRefusal: rule == nil, isAboutDN: event.type.isAboutDN, rule: rule,
        call: event.connID == .none || event.errorCode == .invalidConnID ? nil : text(event.connID),
        endedBy: event.type == .released || event.type == .abandoned ? actor : nil)
    }
  }

  /// How a DN stands is listed, and the DN itself where it is not the recipient.
  private func add(_ snapshot: Exchange.Snapshot, of event: Exchange.Event, to speller: inout Speller) {
    if event.type == .addressInfo {
      speller.attributes.insert(.init(.thisDN, value: text(snapshot.dn), isListed: true), at: 0)
    }
    speller.add(.infoType, "\(snapshot.infoType)")
    speller.add(
      .extensions, snapshot.pairs.map { text($0.key, $0.value.text(text)) }.joined(separator: ", "))
  }

  func name(_ dn: Exchange.DN) -> String { parties[party(dn)].name }

  /// Whether the party is external, so that it makes no requests.
  func isOutside(_ party: Int) -> Bool { parties[party].kinds.contains { TServerWords.kinds[$0.id].kind == .external } }

  /// The action as a scenario writes it; for an external party, by hand, and where that is wanted.
  func statement(of action: Exchange.Action, byHand: Bool = false) -> ActionStatement {
    let actor = party(action.actor)
    let isByHand = byHand || isOutside(actor)
    let words = TServerWords.words(for: action.verb)
    let word = words.first { !isByHand || !$0.isRequest } ?? words[0]
    return ActionStatement(
      by: actor, TServerWords.vocabulary.verbs[word.id],
      to: action.target == .none || action.verb == .agentLogin ? nil : party(action.target),
      on: action.on == .none ? nil : text(action.on),
      options: loginOptions(of: action) + [TServerWords.option(of: action)].compactMap(\.self))
  }

  private func loginOptions(of action: Exchange.Action) -> [Option] {
    guard action.verb == .agentLogin else { return [] }
    return [
      action.agentID == 0 ? nil : Option(TServerWords.name(.agentID), texts[action.agentID]),
      action.target == .none ? nil : Option(TServerWords.queue, text(action.target)),
    ].compactMap(\.self)
  }
}

/// Spells an event's attributes as text.
private struct Speller: AttributeReader {
  let listed: AttributeSet
  let wanted: AttributeSet
  let directory: Directory
  var attributes: [Message.Attribute] = []

  mutating func read(_ attribute: Attribute, _ dn: Exchange.DN) {
    if wanted.contains(attribute) { add(attribute, directory.text(dn)) }
  }
  mutating func read(_ attribute: Attribute, _ name: StaticString) {
    if wanted.contains(attribute) { add(attribute, "\(name)") }
  }
  mutating func read(_ attribute: Attribute, _ number: UInt64) {
    if wanted.contains(attribute) { add(attribute, String(number)) }
  }
  mutating func read(_ attribute: Attribute, text number: UInt32) {
    if wanted.contains(attribute) { add(attribute, directory.text(ofNumber: number)) }
  }
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {
    guard wanted.contains(attribute) else { return }
    add(attribute, call.uuid)
  }

  mutating func add(_ attribute: Attribute, _ value: String) {
    attributes.append(.init(attribute, value: value, isListed: listed.contains(attribute)))
  }

  mutating func add(_ attribute: Attribute, _ text: UserDataText) {
    attributes.append(.init(attribute, text, isListed: listed.contains(attribute)))
  }
}
