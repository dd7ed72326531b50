@testable import CallModel

/// A server and its parties, driven by text: `"IVR InitConf Peer"` is answered by
/// `["IVR InitConf Driver", …]`.
struct TestServer<State: MessageEngine>: ~Copyable {
  typealias Verb = State.Verb
  typealias Kind = State.Kind
  typealias Attribute = State.Attribute
  typealias Party = State.Party
  typealias Action = State.Action
  typealias Event = State.Event

  var state = State()
  private let book = State.rulebook
  private(set) var names: [String] = []
  private(set) var events: [Event] = []

  /// `"Driver ivr-driver"`, `"Agent agent state=logged-out"`, `"Chat interaction place=workbin:3"`
  init(_ parties: String...) { self.init(parties) }

  init(_ parties: [String]) {
    for party in parties {
      let words = party.split(separator: " ").map(String.init)
      names.append(words[0])
      _ = state.add(Kind.allCases.first { "\($0.name)" == words[1] }!, Self.values(words))
    }
  }

  /// What is said as `key=value`.
  private static func values<Attribute: ServerAttribute>(_ words: [String]) -> AttributeValues<Attribute> {
    var values = AttributeValues<Attribute>()
    for option in words where option.contains("=") {
      let pair = option.split(separator: "=").map(String.init)
      let attribute = Attribute.allCases.first { "\($0.name)" == pair[0] }!
      values[attribute] = number(pair[1], attribute.valueType)
    }
    return values
  }

  /// Texts are numbers here.
  private static func number(_ text: String, _ type: ValueType) -> UInt32? {
    switch type {
    case .names(let names): return names.firstIndex { "\($0)" == text }.map(UInt32.init)
    case .place(let names):
      let pair = text.split(separator: ":").map(String.init)
      return UInt32(names.firstIndex { "\($0)" == pair[0] }!) << 16 | UInt32(pair[1])!
    default: return UInt32(text)
    }
  }

  func who(_ name: String) -> Party { names.firstIndex(of: name).map { Party(place: $0) } ?? .unknown }

  /// `"ACTOR VERB [TARGET] [on NAME] [key=value …]"`
  func action(_ text: String, with values: [Attribute: UInt32] = [:]) -> Action {
    let all = text.split(separator: " ").map(String.init)
    let words = all.filter { !$0.contains("=") }
    var action = Action(
      Verb.allCases.first { "\($0.name)" == words[1] }!, by: who(words[0]), with: Self.values(all))
    if words.count % 2 == 1 { action.target = who(words[2]) }
    if let on = words.firstIndex(of: "on") { action.on = who(words[on + 1]) }
    for (attribute, value) in values { action.parameters[attribute] = value }
    return action
  }

  /// As `action` reads it, without a subject.
  func spelled(_ action: Action) -> String {
    let words = [names[action.actor.place], "\(action.verb.name)"]
    let target = action.target == .none ? [] : [names[action.target.place]]
    return (words + target + action.verb.options.compactMap { spelled($0, action.parameters[$0]) }).joined(
      separator: " ")
  }

  private func spelled(_ attribute: Attribute, _ value: UInt32?) -> String? {
    value.map { value in
      if case .names(let names) = attribute.valueType { return "\(attribute.name)=\(names[Int(value)])" }
      return "\(attribute.name)=\(value)"
    }
  }

  func spelled(_ event: Event) -> String {
    "\(names[Int(event.from.rawValue) - 1]) \(event.type.name) \(names[Int(event.to.rawValue) - 1])"
  }

  /// With the listed attributes that are numbers, names or parties: `"SIP INVITE Media Dialog=1 SDP=D1"`.
  func written(_ event: Event) -> String {
    Attribute.allCases.reduce(into: spelled(event)) { text, attribute in
      guard event.lists(attribute), let value = event.values[attribute] else { return }
      switch attribute.valueType {
      case .number: text += " \(attribute.name)=\(value)"
      case .names(let names): text += " \(attribute.name)=\(names[Int(value)])"
      case .party: text += " \(attribute.name)=\(names[Int(value) - 1])"
      case .text, .place: break
      }
    }
  }

  /// Like `says`, with the attributes of each message.
  mutating func writes(_ text: String) -> [String] {
    let said = says(text)
    return events.isEmpty ? said : events.map { written($0) }
  }

  /// What is said when that is done, or `refused:` and why.
  mutating func says(_ text: String, with values: [Attribute: UInt32] = [:]) -> [String] {
    events = []
    do throws(ModelRefusal<State>) {
      try state.apply(action(text, with: values), by: book, into: &events)
      return events.map { spelled($0) }
    } catch {
      let sentence = state.sentence(error, by: book) {
        names.indices.contains($0.place) ? names[$0.place] : "a stranger"
      }
      return ["refused: " + sentence]
    }
  }

  /// Does it all; what is said last.
  mutating func after(_ texts: String...) {
    for text in texts { _ = says(text) }
  }
}

extension MessageEngine {
  /// Requests that no rule answers in some state that can be reached from here.
  func unanswered(by book: Rulebook<Self>) -> [Action] {
    var unanswered: [Action] = []
    var seen = StateTable()
    var words: [UInt64] = []
    pack(into: &words)
    _ = seen.insert(words)
    let attempts = Self.attempts(book, .everything, nil)
    var next = 0
    var state = self
    while next < seen.count {
      state.unpack(seen[next])
      let found = state
      var actions: [Action] = []
      found.eachAttempt(attempts) { actions.append($0) }
      for action in actions {
        var events: [Event] = []
        if (try? state.perform(action, by: book, into: &events)) == nil {
          if action.verb.isRequest { unanswered.append(action) }
          continue
        }
        words = []
        state.pack(into: &words)
        _ = seen.insert(words)
        state = found
      }
      next += 1
    }
    return unanswered
  }
}
