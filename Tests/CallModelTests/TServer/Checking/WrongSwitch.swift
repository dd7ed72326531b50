import Testing

@testable import CallModel

/// A small exchange, and what is tried there.
struct World: Sendable, ExpressibleByStringLiteral {
  private let letters: [Character]
  private let calls: Int
  private let profile: SwitchProfile
  private let search: Search<Exchange>

  /// DNs of the cast, or `V` for a virtual queue. Without verbs only actions on calls are tried, with verbs these.
  init(_ letters: String, calls: Int = 2, trying verbs: [Verb] = [], under profile: SwitchProfile = SwitchProfile()) {
    (self.letters, self.calls, self.profile) = (Array(letters), calls, profile)
    search = verbs.isEmpty ? Search(.calls) : Search(.everything, verbs: Set(verbs))
  }

  init(stringLiteral letters: String) { self.init(letters) }

  /// The first fault under these rules.
  func fault(by rules: [Rule<Exchange>]) -> Exploration<Exchange>.Fault? {
    var exchange = Exchange(calls: calls)
    let group = Exchange.DN(letters.firstIndex(of: "G").map { UInt16($0 + 1) } ?? 0)
    for letter in letters {
      let kind = Cast.kinds.first { $0.letter == "\(letter)" }?.kind
      _ = exchange.add(kind ?? .virtualQueue, agentOf: letter == "D" ? group : .none)
    }
    return exchange.explore(by: Rulebook(rules, under: profile), search).fault
  }

  /// `B ring on 1`
  func text(_ action: Exchange.Action) -> String {
    "\(Action(action) { "\(letters[Int($0.rawValue) - 1])" })"
  }
}

/// A wrong rule of the T-Server, and the exchange in which the explorer is to find it.
struct Wrong: Sendable {
  let rule: WrongRule<Exchange>
  private let world: World

  /// The rule stands before those of the manual.
  init(
    _ sentence: String, in world: World = "AB", _ path: String..., on verb: Verb, by state: PartyState = .idle,
    if situations: Situation..., @Clauses<Clause> clauses: () -> [Clause]
  ) {
    self.world = world
    let rule = Rule<Exchange>(
      "A wrong rule", Source(.tServerModels, "Nowhere"), on: [verb], by: [state], if: .all(situations),
      clauses: clauses())
    self.rule = WrongRule(sentence, path, adding: rule)
  }

  /// The rule of the manual with that name has other clauses, or, without any, is missing.
  init(
    _ sentence: String, in world: World, _ path: String..., changing name: String,
    _ change: (@Sendable ([Clause]) -> [Clause])?
  ) {
    (self.world, rule) = (world, WrongRule(sentence, path, in: name, change))
  }

  func isMet() throws {
    let fault = try #require(world.fault(by: rule.rules(TServer.rules)), "\(rule.sentence)")
    #expect(fault.sentence == rule.sentence)
    #expect(fault.path.map(world.text) == rule.path, "\(rule.sentence)")
  }
}

/// A state, or what was told, is broken by hand.
struct Broken: Sendable {
  typealias Break = @Sendable (inout Exchange, inout [Exchange.Event]) -> Void

  let sentence: String
  private let done: [Action]
  private let action: Action
  private let profile: SwitchProfile
  private let breaks: Break

  init(
    _ sentence: String, _ done: [Action], _ action: Action, under profile: SwitchProfile = SwitchProfile(),
    _ breaks: @escaping Break
  ) {
    (self.sentence, self.done, self.action) = (sentence, done, action)
    (self.profile, self.breaks) = (profile, breaks)
  }

  func isFound() {
    var before = Dialogue(under: profile)
    _ = before.data((key: 1, value: 1))
    for action in done { #expect(before.reason(action) == nil, "\(Dialogue.text(action))") }
    var after = before
    #expect(after.reason(action) == nil)
    var (wrong, events) = (after.exchange, after.events)
    func found() -> String? { Exchange.broken(by: .init(action), from: before.exchange, to: wrong, telling: events) }
    #expect(found() == nil)
    breaks(&wrong, &events)
    #expect(found() == sentence)
  }
}
