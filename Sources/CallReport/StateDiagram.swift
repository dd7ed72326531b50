public import CallScenario

/// The life of a party or a call as a state diagram, in Mermaid or in the language of Graphviz.
///
///     stateDiagram-v2
///         state "ringing" as s1
///         state "talking" as s2
///         [*] --> s1: ring
///         s1 --> s2: TAnswerCall
///         s2 --> [*]: TReleaseCall<br/>(other) TReleaseCall, TClearCall
///
/// A way of a party has the verbs of the party itself, and then those of others.
public struct StateDiagram: Sendable {
  /// The language of a diagram.
  public enum Language: String, CaseIterable, Sendable {
    /// A `stateDiagram-v2` of Mermaid.
    case mermaid
    /// A `digraph` of Graphviz. The ways that no client requests are dashed.
    case dot
  }

  /// The most ways of a diagram.
  public static let mostWays = 40

  let language: Language

  /// A diagram in that language.
  public init(_ language: Language = .mermaid) { self.language = language }

  /// The text of the diagram, ending in a line feed.
  ///
  /// Of more than ``mostWays``, it leaves out those that the fewest steps out of their stage take, but neither a way
  /// from the start nor the only one into a stage or out of it. The second line says how many.
  public func text(_ life: LifeCycle) -> String {
    let ways = life.mainWays(atMost: Self.mostWays)
    var title = ["The life of a \(life.subject.rawValue) (\(life.server))"]
    let count = life.ways.count - ways.count
    if count > 0 { title.append("\(count) rare \(count == 1 ? "way is" : "ways are") left out") }
    let lines =
      switch language {
      case .mermaid: mermaid(life, ways, title)
      case .dot: dot(life, ways, title)
      }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines on a way: the verbs of the party itself, and those of others, requests first; at most four verbs.
  private func label(_ way: LifeCycle.Way, _ subject: LifeCycle.Subject) -> [String] {
    func list(_ verbs: [String], atMost most: Int) -> String {
      (verbs.prefix(most) + (verbs.count > most ? ["…"] : [])).joined(separator: ", ")
    }
    let causes = way.causes.filter(\.isRequest) + way.causes.filter { !$0.isRequest }
    let own = causes.filter(\.isOwn).map(\.verb)
    let others = causes.filter { !$0.isOwn }.map(\.verb)
    if subject == .call || others.isEmpty { return [list(own + others, atMost: 3)] }
    if own.isEmpty { return ["(other) " + list(others, atMost: 3)] }
    return [list(own, atMost: others.count < 2 ? 3 : 2), "(other) " + list(others, atMost: own.count < 2 ? 3 : 2)]
  }

  // MARK: Mermaid

  private func mermaid(_ life: LifeCycle, _ ways: [LifeCycle.Way], _ title: [String]) -> [String] {
    func name(_ stage: String?) -> String { life.stages.firstIndex { $0 == stage }.map { "s\($0 + 1)" } ?? "[*]" }
    return ["stateDiagram-v2"] + title.map { "    %% \($0.mermaid)" }
      + life.stages.map { "    state \"\($0.mermaid)\" as \(name($0))" }
      + ways.map { way in
        let label = label(way, life.subject).map(\.mermaid).joined(separator: "<br/>")
        return "    \(name(way.from)) --> \(name(way.to)): \(label)"
      }
  }

  // MARK: Graphviz

  private func dot(_ life: LifeCycle, _ ways: [LifeCycle.Way], _ title: [String]) -> [String] {
    func name(_ stage: String?) -> String? { life.stages.firstIndex { $0 == stage }.map { "s\($0 + 1)" } }
    return [
      "digraph life {",
      "    label=\(Self.quoted(title)) labelloc=t fontname=\"sans-serif\" fontsize=14",
      "    node [shape=box style=rounded fontname=\"sans-serif\" fontsize=12]",
      "    edge [fontname=\"sans-serif\" fontsize=10]",
      "    start [shape=circle style=filled fillcolor=black width=0.2 label=\"\"]",
      "    end [shape=doublecircle style=filled fillcolor=black width=0.15 label=\"\"]",
    ]
      + life.stages.map { "    \(name($0) ?? "start") [label=\(Self.quoted($0.wrapped(to: 24)))]" }
      + ways.map { way in
        let style = way.causes.contains(where: \.isRequest) ? "" : " style=dashed"
        // Blanks keep the words off the line.
        let label = Self.quoted(label(way, life.subject).map { " \($0) " })
        return "    \(name(way.from) ?? "start") -> \(name(way.to) ?? "end") [label=\(label)\(style)]"
      } + ["}"]
  }

  private static func quoted(_ lines: [String]) -> String {
    let escaped = lines.map { line in
      line.visible.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }
    return "\"\(escaped.joined(separator: "\\n"))\""
  }
}
