import CallModel

/// What events were found to mean, so that the same events in other calls need not be explained again.
///
/// It is a tree of the events of components, from their first event on. Each place of it keeps the hypotheses that
/// explain the events up to there, with numbers of ``Participants`` instead of names.
struct Memory: Sendable {
  /// A place of the tree.
  struct Place: Sendable {
    let hypotheses: [Hypothesis]
    /// The effort that was needed so far, and the most hypotheses.
    let effort: Int
    let most: Int
    let isAtRest: Bool
    /// What a component that ends here shows of its DNs.
    let lesson: Lesson
    /// The numbers of the requests that the best hypothesis has carried out without an answer, and of those whose
    /// answers it explains by something else.
    let claims: [Int]
    let doubts: [Int]

    init(hypotheses: [Hypothesis], effort: Int, most: Int, isAtRest: Bool) {
      (self.hypotheses, self.effort, self.most, self.isAtRest) = (hypotheses, effort, most, isAtRest)
      lesson = Lesson(hypotheses)
      let best = hypotheses.best
      (claims, doubts) = (best?.claims.map(\.number) ?? [], best?.doubts ?? [])
    }
  }

  /// An event in numbers: all that decides how it is explained.
  struct Event: Hashable, Sendable {
    let head: UInt64
    let values: UInt64
    private(set) var dns: UInt64
    let standings: UInt64

    /// Something else decides, too, how it is explained: the requests with that number.
    func met(by requests: UInt64) -> Event {
      var event = self
      event.dns |= requests << 41
      return event
    }
  }

  private struct Way: NumberedKey {
    let from: Int
    let event: Event

    var number: UInt64 {
      UInt64(truncatingIfNeeded: from).mixed(with: event.head).mixed(with: event.values).mixed(with: event.dns)
        .mixed(with: event.standings)
    }
  }

  /// Words, by the number of those before the last one.
  private struct Words: NumberedKey {
    let known: UInt64
    let last: UInt64

    var number: UInt64 { known.mixed(with: last) }
  }

  private var places: [Place]
  private var ways = KeyTable<Way, Int>()
  /// How DNs may stand when they are first named, each with a number.
  private var standings = KeyTable<Words, UInt64>()
  private var size = 0

  /// The most hypotheses that are kept: some 2,000 bytes each.
  private static let limit = 12_000

  init() {
    places = [Place(hypotheses: Hypothesis.atStart, effort: 0, most: 0, isAtRest: true)]
  }

  /// The place at which each component begins.
  static let start = 0

  /// Whether it is full: then all is forgotten, so that it can learn what is usual by now.
  var isFull: Bool { size > Self.limit }

  subscript(place: Int) -> Place {
    _read { yield places[place] }
  }

  /// The place to which the event leads; nil if it has not been explained there.
  func place(after place: Int, _ event: Event) -> Int? { ways[Way(from: place, event: event)] }

  /// Keeps what the event has led to.
  mutating func add(_ reached: Place, after place: Int, _ event: Event) -> Int {
    places.append(reached)
    ways[Way(from: place, event: event)] = places.count - 1
    size += reached.hypotheses.count
    return places.count - 1
  }

  /// A number for how the DNs that an event names for the first time stand, or for the requests that it meets; 0 if
  /// nothing is set on them, or there are none.
  mutating func number(of words: [UInt64]) -> UInt64 { words.reduce(0) { number(after: $0, $1) } }

  /// The number of the words with that number and one more.
  mutating func number(after number: UInt64, _ word: UInt64) -> UInt64 {
    let words = Words(known: number, last: word)
    if let known = standings[words] { return known }
    standings[words] = UInt64(standings.count + 1)
    return UInt64(standings.count)
  }
}

extension Explainer {
  /// The event in the numbers of the component; nil if more than the event decides how it is explained.
  mutating func numbered(_ observed: Observation, _ participants: inout Participants) -> Memory.Event? {
    let known = participants.dns.count
    let present = observed.present.intersection(.judged)
    var (dns, kinds) = (UInt64(0), UInt64(0))
    func add(_ dn: Observation.DN, at bit: UInt64) {
      if dn == .none { return }
      dns |= participants.number(dn) &<< bit
      kinds |= UInt64(terms.kinds[dn].rawValue) &<< bit
    }
    add(observed.thisDN, at: 0)
    add(observed.otherDN, at: 8)
    add(observed.thirdPartyDN, at: 16)
    add(observed.thisQueue, at: 24)
    add(observed.thirdPartyQueue, at: 32)
    let call = participants.number(observed.connID)
    let previous = participants.number(observed.previousConnID)
    let agent = participants.number(agent: observed.agentID)
    var words: [UInt64] = []
    if participants.dns.count > known, !terms.settings.isEmpty {
      for dn in participants.dns.dropFirst(known) {
        guard terms.settings.add(dn, to: &words, &participants) else { return nil }
      }
    }
    guard terms.settings.addKnown(by: observed, to: &words, participants) else { return nil }
    let standing = words.isEmpty ? 0 : memory.number(of: words)
    // A login keeps its AgentID in the steps, which have no numbers.
    guard participants.areFew, observed.connID != .none || observed.agentID == 0 else { return nil }
    let roles =
      UInt64(observed.thisDNRole.rawValue) | UInt64(observed.otherDNRole.rawValue) << 8
      | UInt64(observed.thirdPartyDNRole.rawValue) << 16
    return Memory.Event(
      head: UInt64(observed.type.rawValue) | UInt64(present.rawValue) << 8 | roles << 40,
      values: UInt64(observed.callState.rawValue) | UInt64(observed.errorCode) << 16
        | UInt64(observed.mode.rawValue) << 32 | agent << 40 | call << 48 | previous << 56,
      dns: dns, standings: kinds | standing << 40)
  }
}
