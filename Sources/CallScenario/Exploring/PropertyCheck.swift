import CallModel

/// What a search found out, with its paths as actions of the model.
struct CheckedExploration<Server: Explorable> {
  let found: Exploration<Server>
  var results: [Result] = []

  /// What was found out about one property.
  struct Result {
    let verdict: PropertyResult.Verdict
    var path: [Server.Action]?
    var isNeverAsked = false
  }
}

/// Explores a model and finds out which properties hold.
///
/// One search answers everything but `never P before Q`, which takes a search that does not go beyond a Q.
struct PropertyCheck<Reader: EventReader> {
  typealias Server = Reader.Server
  private typealias Pattern = EventPatterns<Reader>.Pattern

  let start: Server
  let book: Rulebook<Server>
  let search: Search<Server>
  let properties: [Property]
  let reader: Reader
  let comparison: Comparison

  func run(progress: (Int) -> Void) -> CheckedExploration<Server> {
    var whole = search
    if !properties.isEmpty { whole.watch = watch(patterns, records: properties.contains(where: \.isAlways)) }
    let found = start.explore(by: book, whole, progress: progress)
    let isComplete = !found.isCutShort && found.fault == nil
    let reach = found.steps.map { EventualReach($0) }
    var checked = CheckedExploration(found: found)
    for (number, property) in properties.enumerated() {
      let (first, second) = Property.signals(number)
      let undecided: PropertyResult.Verdict = isComplete ? .holds : .undecided
      var result = CheckedExploration<Server>.Result(verdict: undecided)
      let isRaised = found.signalled & first != 0
      switch property.claim {
      case .sometimes:
        if isRaised {
          result = .init(verdict: .holds, path: found.path(raising: first))
        } else if isComplete {
          result = .init(verdict: .broken)
        }
      case .never(_, nil):
        if isRaised { result = .init(verdict: .broken, path: found.path(raising: first)) }
      case .never(let event, let end?):
        result.isNeverAsked = !isRaised
        if isRaised { result = self.result(never: event, before: end, progress) }
      case .always:
        result.isNeverAsked = !isRaised
        if isRaised, let escape = reach?.escape(after: first, from: second) {
          result = .init(verdict: .broken, path: found.path(to: escape.state, along: escape.steps))
        }
      }
      checked.results.append(result)
    }
    return checked
  }

  private var patterns: [Pattern] {
    properties.enumerated().flatMap { number, property in
      let (first, second) = Property.signals(number)
      return property.events.enumerated().map { Pattern(event: $1, signal: $0 == 0 ? first : second) }
    }
  }

  private func watch(_ patterns: [Pattern], ends: UInt64 = 0, stops: UInt64 = 0, records: Bool = false) -> Watch<Server>
  {
    let patterns = EventPatterns(patterns, reader, comparison)
    return Watch(ends: ends, stops: stops, records: records) { _, events, after in
      patterns.signals(events, after: after)
    }
  }

  private func result(
    never event: ExpectedMessage, before end: ExpectedMessage, _ progress: (Int) -> Void
  ) -> CheckedExploration<Server>.Result {
    let (first, second) = Property.signals(0)
    var limited = search
    limited.watch = watch(Pattern.never(event, before: end, first, second), ends: first, stops: second)
    let found = start.explore(by: book, limited, progress: progress)
    if let fault = found.fault, fault.signals & first != 0 { return .init(verdict: .broken, path: fault.path) }
    return .init(verdict: found.isCutShort || found.fault != nil ? .undecided : .holds)
  }
}

extension Property {
  /// The signals of the property with that number: of its first event, and of the others.
  static func signals(_ number: Int) -> (first: UInt64, second: UInt64) { (1 << (2 * number), 2 << (2 * number)) }

  fileprivate var isAlways: Bool { if case .always = claim { true } else { false } }
}
