/// Which verbs are worth trying: those that some rule answers, by the kind of the DN, its state in the call, and the
/// last hop of the call.
package struct AttemptTable: Sendable {
  let book: Rulebook<Exchange>
  /// Verbs about the DN itself, about user data, and others that leave calls as they are.
  let ofDN: VerbsByKind
  let beginning: VerbsByKind
  /// Verbs about two calls that name one of them, and the state in the other may decide: those that join them, and the
  /// others.
  let ofTwoCalls: [[Verb]]
  private var verbs: [Verb] = []
  /// By kind, state and column: where its verbs begin; then the end.
  private var starts: [UInt32] = [0]

  private static let states = PartyState.allCases.count
  private static let columns = Hop.allCases.count + 1

  init(_ book: Rulebook<Exchange>, _ scope: ExplorationScope, _ named: Set<Verb>?) {
    self.book = book
    let all = Verb.allCases.filter { named?.contains($0) ?? true }
    let aboutDN = all.filter { $0.reach == .theDN || $0.changesData || $0.leavesCallAlone }
    ofDN = VerbsByKind(scope == .everything ? aboutDN : [])
    beginning = VerbsByKind(all.filter { $0.begins && book.answers($0, by: .idle) })
    let inCalls = all.filter {
      !$0.begins && !aboutDN.contains($0) && (scope == .everything || !$0.isAboutVoices)
    }
    let ofTwoCalls = inCalls.filter(\.concernsTwoCalls)
    self.ofTwoCalls = [ofTwoCalls.filter(\.joins), ofTwoCalls.filter { !$0.joins }]
    let answered = PartyState.allCases.map { state in
      (0..<Self.columns).map { column in inCalls.filter { book.answers($0, by: state, column) } }
    }
    for kind in Kind.allCases {
      for state in PartyState.allCases {
        for column in 0..<Self.columns {
          verbs += answered[Int(state.rawValue)][column].filter { verb in
            // Only a virtual queue diverts a call that it is not in.
            if verb == .divert, state == .idle, kind != .virtualQueue { return false }
            return VerbsByKind.isWorthTrying(verb, by: kind)
          }
          starts.append(UInt32(verbs.count))
        }
      }
    }
  }

  /// Where its verbs are.
  @inline(__always)
  func places(_ kind: Kind, _ state: PartyState, _ column: Int) -> Range<Int> {
    let place = (Int(kind.rawValue) * Self.states + Int(state.rawValue)) * Self.columns + column
    return Int(starts[place])..<Int(starts[place + 1])
  }

  @inline(__always) subscript(place: Int) -> Verb { verbs[place] }
}

/// The verbs that each kind of DN can use.
struct VerbsByKind: Sendable {
  private let verbs: [[Verb]]

  init(_ all: [Verb]) { verbs = Kind.allCases.map { kind in all.filter { Self.isWorthTrying($0, by: kind) } } }

  subscript(kind: Kind) -> [Verb] { verbs[Int(kind.rawValue)] }

  /// External parties make no requests.
  static func isWorthTrying(_ verb: Verb, by kind: Kind) -> Bool { kind != .external || verb.isDoneByHand }
}
