import CallModel

/// The life of a party or of a call, as a server's rules make it: its stages, and the ways from one to another.
///
///     guard let life = LifeCycle(of: .party, on: "t-server") else { return }
///     for way in life.ways where way.from == "ringing" {
///       print(way.to ?? "the end", way.causes.map(\.verb))  // talking ["TAnswerCall"] …
///     }
///
/// It is found by exploring a few parties of every kind: it has each way that a step of these explorations takes.
/// `StateDiagram` draws it.
public struct LifeCycle: Sendable {
  /// What the life is the life of.
  public enum Subject: String, CaseIterable, Sendable {
    /// A party of a call, from its first moment there to its last one.
    case party
    /// A call; at an Interaction Server, an interaction.
    case call
  }

  /// A way from one stage to another.
  public struct Way: Hashable, Sendable {
    /// The stage that it begins in; nil for the start of the life.
    public let from: String?
    /// The stage that it leads to; nil for the end of the life.
    public let to: String?
    /// What leads there: first what does so after the fewest actions.
    public let causes: [Cause]
    /// How many of the steps that were explored take this way.
    public let steps: Int
  }

  /// What leads from one stage to another.
  public struct Cause: Hashable, Sendable {
    /// What is done, as scenarios spell it. A request stands for the same done by hand, too.
    public let verb: String
    /// Whether a client requests it. The switch, the network or a person does what no client requests.
    public let isRequest: Bool
    /// Whether the party itself does it; false in the life of a call.
    public let isOwn: Bool
  }

  /// The server: `t-server`.
  public let server: String
  /// What the life is the life of.
  public let subject: Subject
  /// What a party is doing, as `:state` in a shell says it, or how far a call is: first what takes the fewest actions.
  public let stages: [String]
  /// The ways in the order of their stages. The start comes before all stages, and the end after them.
  public let ways: [Way]

  package init(_ server: String, _ subject: Subject, _ stages: [String], _ ways: [Way]) {
    (self.server, self.subject, self.stages, self.ways) = (server, subject, stages, ways)
  }

  /// Explores some parties of the server, which takes a moment; nil if there is no such server.
  public init?(of subject: Subject, on server: String = "t-server") {
    let worlds = LifeWorld.of(server)
    if worlds.isEmpty { return nil }
    var life = Life(of: subject == .party ? .party : .call)
    for world in worlds { world.follow(&life) }
    self.init(server, subject, life.stages, Self.ways(life))
  }

  private static func ways(_ life: Life) -> [Way] {
    let places = [nil] + life.stages.indices.map { $0 } + [nil]
    return places.dropLast().flatMap { from in
      places.dropFirst().compactMap { to in
        life.ways.first { $0.way.from == from && $0.way.to == to }.map { _, causes in
          Way(
            from: from.map { life.stages[$0] }, to: to.map { life.stages[$0] },
            causes: causes.map { Cause(verb: $0.cause.word, isRequest: $0.cause.isRequest, isOwn: $0.cause.isOwn) },
            steps: causes.reduce(0) { $0 + $1.steps })
        }
      }
    }
  }
}
