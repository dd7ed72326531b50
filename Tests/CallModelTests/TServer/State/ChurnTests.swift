import Testing

@testable import CallModel

/// Thousands of random attempts against a dictionary that remembers every call.
@Suite struct ChurnTests {
  /// SplitMix64: the same numbers in every run.
  struct Dice: RandomNumberGenerator {
    var seed: UInt64
    mutating func next() -> UInt64 {
      seed &+= 0x9E37_79B9_7F4A_7C15
      var number = seed
      number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
      number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
      return number ^ number >> 31
    }
  }

  @Test(arguments: [(calls: 1, attempts: 1_500), (3, 8_000), (16, 9_000)])
  func everyStepKeepsTheInvariants(_ size: (calls: Int, attempts: Int)) {
    var churn = Churn(calls: size.calls, seed: UInt64(size.calls))
    for _ in 0..<size.attempts {
      let before = churn.exchange
      let action = churn.attempt()
      if let action {
        #expect(Exchange.broken(by: .init(action), from: before, to: churn.exchange, telling: churn.events) == nil)
      } else {
        #expect(Snapshot(before) == Snapshot(churn.exchange))
      }
      churn.compareAll()
    }
    #expect(churn.accepted > size.attempts / 8)
    if size.calls > 1 {
      // After-call work is for a profile that has it, and these actions bring no digits.
      let possible = Set(TServer.rules.flatMap(\.verbs)).subtracting([.endWrapUp, .sendDTMF])
      #expect(churn.verbs.count > possible.count * 3 / 4, "not \(possible.subtracting(churn.verbs))")
    }
  }

  @Test func aThousandCallsAreFoundAgain() {
    var churn = Churn(calls: 1_000, seed: 7, beginnings: 11)
    for attempt in 1...8_000 {
      _ = churn.attempt()
      churn.compareSome()
      if attempt.isMultiple(of: 2_000) { churn.compareAll() }
    }
    #expect(churn.most > 250)
    #expect(churn.accepted > 1_500)
  }
}

/// An exchange, and what a dictionary remembers of it.
struct Churn {
  var exchange: Exchange
  var events: [Exchange.Event] = []
  private(set) var accepted = 0
  private(set) var most = 0
  /// What has fired, by verb.
  private(set) var verbs: Set<Verb> = []
  private var remembered: [ConnID: [Exchange.Call.Party]] = [:]
  /// In no particular order; those that are over stay for a while.
  private var known: [ConnID] = []
  private var last: ConnID = 0
  private var dice: ChurnTests.Dice
  private let book: Dialogue
  private let data: [Brought]
  /// Of 16 attempts so many begin a call.
  private let beginnings: Int

  init(calls: Int, seed: UInt64, beginnings: Int = 3) {
    self.beginnings = beginnings
    var book = Dialogue(calls: calls)
    data = (1...3).map { book.data((key: $0, value: $0), (key: 4, value: $0)) }
    self.book = book
    exchange = book.exchange
    dice = .init(seed: seed)
  }

  /// Tries something; what it was where it was done.
  mutating func attempt() -> Action? {
    let action = roll()
    let isAboutTwo = action.verb.reach == .twoCalls
    let own =
      isAboutTwo
      ? exchange.calls.filter { call in call.parties.contains { $0.dn == action.actor.number } }.map(\.connID) : []
    var dialogue = book
    swap(&dialogue.exchange, &exchange)
    let refusal = dialogue.refusal(of: action)
    swap(&dialogue.exchange, &exchange)
    events = dialogue.events
    guard refusal == nil else { return nil }
    accepted += 1
    verbs.insert(action.verb)
    if action.verb.begins || action.verb.consults {
      last = ConnID(last.rawValue + 1)
      known.append(last)
      remember(last)
    }
    // What is about two calls may change any of the actor's, what is about the DN none.
    if isAboutTwo {
      own.forEach { remember($0) }
    } else if action.verb.reach == .oneCall, let call = action.on {
      remember(call)
    }
    most = max(most, remembered.count)
    return action
  }

  /// Mostly something that a party of some call can do where it stands; now and then anything, or nonsense.
  private mutating func roll() -> Action {
    let dice = Int.random(in: 0..<16, using: &self.dice)
    let target = Cast.everyone.randomElement(using: &self.dice)!
    let anything = Verb.allCases.randomElement(using: &self.dice)!
    let mode = Exchange.Mode(rawValue: UInt8.random(in: 0...6, using: &self.dice))
    let data = data.randomElement(using: &self.dice)!
    guard dice >= beginnings, let call = known.randomElement(using: &self.dice) else {
      let caller =
        dice < 3 ? Cast.everyone.randomElement(using: &self.dice)! : [x, y].randomElement(using: &self.dice)!
      return dice == 0 && anything.target == .none
        ? .makePredictiveCall(from: caller, to: target) : .makeCall(from: caller, to: target)
    }
    if remembered[call] == nil, dice < 12 { known.removeAll { $0 == call } }
    let party = dice == 15 ? nil : remembered[call]?.randomElement(using: &self.dice)
    func lawful() -> Verb? { party.flatMap { Self.lawful[$0.state]?.randomElement(using: &self.dice) } }
    var verb = dice < 6 ? anything : lawful() ?? anything
    // Calls come through, and last for a while.
    if Self.ends.contains(verb), dice < 14 { verb = lawful() ?? verb }
    if Self.ends.contains(verb), dice < 13 { verb = lawful() ?? verb }
    if verb == .setDNDOn || verb == .setForward, dice > 4 { verb = verb == .setDNDOn ? .setDNDOff : .cancelForward }
    // A device that is out of service or not registered makes no requests.
    if verb == .fail, dice > 1 { verb = .recover }
    if verb == .unregisterAddress || verb == .registerAddress, dice > 1 {
      return .registerAddress(party.map { DN(Cast.letter($0.dn)) } ?? target)
    }
    return Action(
      verb, by: party.map { DN(Cast.letter($0.dn)) } ?? target, to: verb.target != .none ? target : nil,
      on: verb.begins || verb.reach == .theDN ? nil : call,
      mode: RequestMode(mode, of: verb), data: data)
  }

  private static let ends: Set<Verb> = [.release, .clearCall, .busy, .timeOut, .deleteFromConference, .divert, .route]

  /// The law of SituationTests, in an order that is the same in every run.
  private static let lawful = SituationTests.law.mapValues { law in
    Verb.allCases.filter { law.contains($0) && !$0.begins }
  }

  private mutating func remember(_ call: ConnID) { remembered[call] = exchange[call]?.parties }

  /// Every call is as it was, or as its last action made it; and those that are over are not found.
  func compareAll() {
    let calls = exchange.calls
    #expect(calls.map(\.connID) == remembered.keys.sorted())
    for call in calls { #expect(call.parties == remembered[call.connID]) }
    for call in known { #expect(exchange[call]?.parties == remembered[call]) }
  }

  mutating func compareSome() {
    for _ in 1...3 {
      guard let call = known.randomElement(using: &dice) else { return }
      #expect(exchange[call]?.parties == remembered[call])
    }
  }
}
