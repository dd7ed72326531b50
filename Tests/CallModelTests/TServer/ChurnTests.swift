import Testing

@testable import CallModel

/// Tens of thousands of random attempts against a dictionary that remembers every call.
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

  @Test(arguments: [(calls: 1, attempts: 8_000), (3, 8_000), (16, 6_000)])
  func everyStepKeepsTheInvariants(_ size: (calls: Int, attempts: Int)) {
    var churn = Churn(calls: size.calls, seed: UInt64(size.calls))
    for _ in 0..<size.attempts {
      let before = churn.exchange
      let action = churn.attempt()
      if let action {
        #expect(Exchange.broken(by: action, from: before, to: churn.exchange, telling: churn.events) == nil)
      } else {
        #expect(Snapshot(before) == Snapshot(churn.exchange))
      }
      churn.compareAll()
    }
    #expect(churn.accepted > size.attempts / 8)
  }

  @Test func aThousandCallsAreFoundAgain() {
    var churn = Churn(calls: 1_000, seed: 7)
    for attempt in 1...30_000 {
      _ = churn.attempt()
      churn.compareSome()
      if attempt.isMultiple(of: 2_000) { churn.compareAll() }
    }
    #expect(churn.most > 500)
    #expect(churn.accepted > 4_000)
  }
}

/// An exchange, and what a dictionary remembers of it.
struct Churn {
  var exchange: Exchange
  var events: [Event] = []
  private(set) var accepted = 0
  private(set) var most = 0
  private var remembered: [ConnID: [Party]] = [:]
  /// In no particular order; those that are over stay for a while.
  private var known: [ConnID] = []
  private var last: ConnID = 0
  private var dice: ChurnTests.Dice
  private let book: Dialogue

  init(calls: Int, seed: UInt64) {
    book = Dialogue(calls: calls)
    exchange = book.exchange
    dice = .init(seed: seed)
  }

  /// Tries something; what it was where it was done.
  mutating func attempt() -> Action? {
    let action = roll()
    var dialogue = book
    swap(&dialogue.exchange, &exchange)
    let refusal = dialogue.refusal(of: action)
    swap(&dialogue.exchange, &exchange)
    events = dialogue.events
    guard refusal == nil else { return nil }
    accepted += 1
    if action.verb == .makeCall {
      last = ConnID(last.rawValue + 1)
      known.append(last)
      remember(last)
    } else {
      remember(action.on)
    }
    most = max(most, remembered.count)
    return action
  }

  /// Mostly something that a party of some call could do; now and then nonsense.
  private mutating func roll() -> Action {
    let dice = Int.random(in: 0..<16, using: &self.dice)
    let target = Cast.everyone.randomElement(using: &self.dice)!
    let verb = Verb.allCases.randomElement(using: &self.dice)!
    guard dice > 2, let call = known.randomElement(using: &self.dice) else {
      let caller = dice == 0 ? Cast.everyone.randomElement(using: &self.dice)! : [x, y].randomElement(using: &self.dice)!
      return .makeCall(from: caller, to: target)
    }
    let party = remembered[call]?.randomElement(using: &self.dice)?.dn ?? target
    let actor = dice == 3 ? Cast.everyone.randomElement(using: &self.dice)! : party
    if remembered[call] == nil, dice < 12 { known.removeAll { $0 == call } }
    return Action(verb == .makeCall ? .release : verb, by: actor, to: verb.takesTarget ? target : .none, on: call)
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
