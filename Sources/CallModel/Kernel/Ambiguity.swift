/// The rules that could answer the same action as another rule: there should be none.
struct Ambiguity<M: Engine>: Sendable {
  /// By number; empty if there are none.
  private var rivals: Set<Int> = []

  init(_ book: Rulebook<M>) {
    let dimensions = M.Situation.dimensions.map(\.members)
    for verb in M.Verb.allCases {
      for state in M.State.allCases {
        let entries = book.entries(verb, by: state)
        for one in entries.indices {
          for other in entries.indices[(one + 1)...] {
            let excluded = entries[one].excluded.union(entries[other].excluded)
            if dimensions.allSatisfy({ $0.subtracting(excluded) != [] }) {
              rivals.formUnion([Int(entries[one].rule), Int(entries[other].rule)])
            }
          }
        }
      }
    }
  }

  /// What is wrong if another rule than the one that answers the action in this state could answer it, too.
  @inline(__always)
  func sentence(_ action: M.Action, in state: borrowing M, answeredBy rule: Int, _ book: Rulebook<M>) -> String? {
    rivals.isEmpty || !rivals.contains(rule) ? nil : rivalry(action, in: state, book)
  }

  @inline(never)
  private func rivalry(_ action: M.Action, in state: borrowing M, _ book: Rulebook<M>) -> String? {
    var scene = M.Scene()
    do throws(ModelRefusal<M>) { try state.survey(action, book, &scene) } catch { return nil }
    let names = book.entries(M.verb(of: action), by: scene.state)
      .filter { $0.excluded.isDisjoint(with: scene.situation) }
      .map { book.rules[Int($0.rule)] }.map { "\"\($0.name)\" (\($0.source))" }
    return names.count < 2 ? nil : "only one rule answers an action: " + names.joined(by: "and")
  }
}
