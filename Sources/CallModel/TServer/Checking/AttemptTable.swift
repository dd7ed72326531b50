/// Which verbs are worth trying: those that some rule answers, by the kind of the DN, its state in the call, and the
/// last hop of the call.
package struct AttemptTable: Sendable {
  let book: Rulebook<Exchange>
  /// Verbs about the DN itself, about user data, and others that leave calls as they are.
  let ofDN: VerbsByKind
  let beginning: VerbsByKind
  /// Those that begin a call even for a DN that is active in another one.
  let beginningAnother: VerbsByKind
  /// Verbs about two calls that name one of them, and the state in the other may decide: those that join them, and the
  /// others.
  let ofTwoCalls: [[Verb]]
  private var verbs: [Entry] = []
  /// By kind, state and column: where its verbs begin; then the end. Beyond all states: for a DN that is not in the
  /// call, where no DN observes any.
  private var starts: [UInt32] = [0]

  /// A verb, and what is asked about it in every state.
  struct Entry: Sendable {
    let verb: Verb
    let concernsTwoCalls: Bool
    let need: TargetNeed
  }

  private static let states = PartyState.allCases.count + 1
  private static let columns = Hop.allCases.count + 1

  init(_ book: Rulebook<Exchange>, _ scope: ExplorationScope, _ named: Set<Verb>?) {
    self.book = book
    let all = Verb.allCases.filter { named?.contains($0) ?? true }
    let aboutDN = all.filter { $0.reach == .theDN || $0.changesData || $0.leavesCallAlone }
    ofDN = VerbsByKind(scope == .everything ? aboutDN : [])
    let beginning = all.filter { $0.begins && book.answers($0, by: .idle) }
    self.beginning = VerbsByKind(beginning)
    beginningAnother = VerbsByKind(beginning.filter { book.mayAnswer($0, by: .idle, where: .engaged) })
    let inCalls = all.filter {
      !$0.begins && !aboutDN.contains($0) && (scope == .everything || !$0.isAboutVoices)
    }
    let ofTwoCalls = inCalls.filter(\.concernsTwoCalls)
    self.ofTwoCalls = [ofTwoCalls.filter(\.joins), ofTwoCalls.filter { !$0.joins }]
    let rows = PartyState.allCases.map { (state: $0, known: Situation()) } + [(.idle, .unobserved)]
    for kind in Kind.allCases {
      for (state, known) in rows {
        for column in 0..<Self.columns {
          for verb in inCalls where VerbsByKind.isWorthTrying(verb, by: kind) {
            // Only a virtual queue diverts a call that it is not in.
            if verb == .divert, state == .idle, kind != .virtualQueue { continue }
            guard book.mayAnswer(verb, by: state, column, where: known.union(.by(kind))) else { continue }
            verbs.append(Entry(verb: verb, concernsTwoCalls: verb.concernsTwoCalls, need: verb.target))
          }
          starts.append(UInt32(verbs.count))
        }
      }
    }
  }

  /// The part of the table that is about these verbs.
  package func restricted(to named: Set<Verb>) -> AttemptTable {
    var isNamed = [Bool](repeating: false, count: 256)
    for verb in named { isNamed[Int(verb.rawValue)] = true }
    return AttemptTable(self) { isNamed[Int($0.rawValue)] }
  }

  private init(_ whole: AttemptTable, where isNamed: (Verb) -> Bool) {
    book = whole.book
    ofDN = VerbsByKind(whole.ofDN, where: isNamed)
    beginning = VerbsByKind(whole.beginning, where: isNamed)
    beginningAnother = VerbsByKind(whole.beginningAnother, where: isNamed)
    ofTwoCalls = whole.ofTwoCalls.map { $0.filter(isNamed) }
    starts.reserveCapacity(whole.starts.count)
    var place = 0
    for end in whole.starts.dropFirst() {
      while place < Int(end) {
        if isNamed(whole.verbs[place].verb) { verbs.append(whole.verbs[place]) }
        place += 1
      }
      starts.append(UInt32(verbs.count))
    }
  }

  /// Where its verbs are. It is idle and `unobserved` if it is not in the call and no DN observes any.
  @inline(__always)
  func places(_ kind: Kind, _ state: PartyState, _ column: Int, unobserved: Bool) -> Range<Int> {
    let row = unobserved && state == .idle ? Self.states - 1 : Int(state.rawValue)
    let place = (Int(kind.rawValue) * Self.states + row) * Self.columns + column
    return Int(starts[place])..<Int(starts[place + 1])
  }

  @inline(__always) subscript(place: Int) -> Entry { verbs[place] }
}

/// The verbs that each kind of DN can use.
struct VerbsByKind: Sendable {
  private var verbs: [Verb] = []
  /// By kind: where its verbs begin; then the end.
  private var starts = [0]

  init(_ all: [Verb]) {
    for kind in Kind.allCases {
      verbs += all.filter { Self.isWorthTrying($0, by: kind) }
      starts.append(verbs.count)
    }
  }

  /// The part of these that is about the named verbs.
  init(_ whole: VerbsByKind, where isNamed: (Verb) -> Bool) {
    for kind in Kind.allCases {
      verbs += whole.places(kind).map { whole[$0] }.filter(isNamed)
      starts.append(verbs.count)
    }
  }

  /// Where the verbs of the kind are.
  @inline(__always)
  func places(_ kind: Kind) -> Range<Int> { starts[Int(kind.rawValue)]..<starts[Int(kind.rawValue) + 1] }

  @inline(__always) subscript(place: Int) -> Verb { verbs[place] }

  /// External parties make no requests.
  static func isWorthTrying(_ verb: Verb, by kind: Kind) -> Bool { kind != .external || verb.isDoneByHand }
}
