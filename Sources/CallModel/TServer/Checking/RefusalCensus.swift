/// How requests are refused in a small office: which errors each verb gets, and why.
///
/// The census comes from the model itself, by trying every request in the first states that the office reaches.
package struct RefusalCensus: Sendable {
  package struct Entry: Sendable {
    package let verb: Verb
    package let code: ErrorCode
    /// The first reason that was found, as the end of a sentence.
    package let reason: String
  }

  package private(set) var entries: [Entry] = []

  /// Computed once, when it is first needed.
  package static let taken = RefusalCensus(states: 60)

  private static let kinds: [Kind] = [.extension, .extension, .extension, .acdGroup, .routingPoint]

  /// Tries the requests in the first `most` states.
  init(states most: Int) {
    let book = TServer.rulebook()
    var exchange = Self.office(Self.kinds)
    var seen = StateTable()
    var words: [UInt64] = []
    exchange.pack(into: &words)
    _ = seen.insert(words)
    var next = 0
    while next < min(seen.count, most) {
      exchange.unpack(seen[next])
      let found = exchange
      for action in Self.requests(found) {
        do throws(ModelRefusal<Exchange>) {
          try exchange.apply(action, by: book)
          // Registration has states of its own, below.
          guard seen.count < most, !action.verb.isAboutRegistration else {
            exchange = found
            continue
          }
          words = []
          exchange.pack(into: &words)
          _ = seen.insert(words)
          exchange = found
        } catch {
          count(error, found, book)
        }
      }
      next += 1
    }
    countAll(in: Self.office(Self.kinds + [.external]), book)
    for mode: RegisterMode? in [nil, .monitor] {
      var exchange = Self.office(Self.kinds)
      for number in 1...Self.kinds.count { exchange.register(Exchange.DN(UInt16(number)), as: mode) }
      countBarred(in: exchange, book)
    }
  }

  private static func office(_ kinds: [Kind]) -> Exchange {
    var exchange = Exchange(calls: 3)
    for kind in kinds { _ = exchange.add(kind) }
    return exchange
  }

  /// Tries all requests where nothing has happened.
  private mutating func countAll(in exchange: Exchange, _ book: Rulebook<Exchange>) {
    for action in Self.requests(exchange) {
      var trial = exchange
      do throws(ModelRefusal<Exchange>) { try trial.apply(action, by: book) } catch { count(error, exchange, book) }
    }
  }

  /// Tries the requests of DNs that may not make them.
  private mutating func countBarred(in exchange: Exchange, _ book: Rulebook<Exchange>) {
    for action in Self.requests(exchange) {
      var trial = exchange
      do throws(ModelRefusal<Exchange>) {
        try trial.apply(action, by: book)
      } catch {
        if error.cause == .unregistered || error.cause == .watchesOnly { count(error, exchange, book) }
      }
    }
  }

  private mutating func count(
    _ refusal: ModelRefusal<Exchange>, _ exchange: Exchange, _ book: Rulebook<Exchange>
  ) {
    let (verb, code) = (refusal.action.verb, refusal.errorCode)
    // An ambiguous call says nothing about the request itself.
    guard refusal.cause != .severalCalls, !entries.contains(where: { $0.verb == verb && $0.code == code }) else {
      return
    }
    entries.append(Entry(verb: verb, code: code, reason: exchange.reason(refusal, by: book)))
  }

  /// Every request of every party but an external one, and the actions that move calls on.
  private static func requests(_ exchange: Exchange) -> [Exchange.Action] {
    let dns = (1..<exchange.lines.count).map { Exchange.DN(UInt16($0)) }
    let calls = [ConnID.none, ConnID(9)] + exchange.calls.map(\.connID)
    return Verb.allCases.flatMap { verb in
      let targets = (verb.target == .required ? [] : [Exchange.DN.none]) + (verb.target == .none ? [] : dns)
      let modes: [Exchange.Mode] = verb.mode != nil ? [.none, Exchange.Mode(rawValue: 99)] : [.none]
      return dns.filter { exchange.kind($0) != .external }.flatMap { actor in
        targets.flatMap { target in
          (verb.reach == .theDN || verb.begins ? [.none] : calls).flatMap { call in
            modes.map { Exchange.Action(verb, by: actor, to: target, on: call, mode: $0, referenceID: 1) }
          }
        }
      }
    }
  }
}

extension Exchange {
  fileprivate mutating func apply(_ action: Action, by book: Rulebook<Exchange>) throws(ModelRefusal<
    Exchange
  >) {
    var events: [Event] = []
    try apply(action, by: book, into: &events)
  }
}
