/// How far to look for an explanation. What fails is tried again from its start with the next effort.
struct Effort: Sendable {
  /// Whether the fewest silent steps that explain the event for any hypothesis count for all of them.
  let isFewestOfAll: Bool
  /// How many silent steps more than the fewest that explain the event.
  let extra: Int
  /// Whether a device may be a monitored party outside; nothing distinguishes most of these from extensions.
  let takesRemotes: Bool
  /// Whether DNs may not be registered, so that they are told nothing.
  let takesUnregistered: Bool
  /// Whether what earlier calls have shown of the kinds of DNs is taken for granted.
  let trustsKinds: Bool

  /// The most hypotheses with which it goes on: what needs more is not looked for with a greater effort.
  let limit: Int

  /// From the least to the greatest.
  static let all = [
    Effort(isFewestOfAll: true, limit: 4_000), Effort(limit: 2_000), Effort(extra: 1, limit: 1_000),
    Effort(takesRemotes: true, trustsKinds: false, limit: 1_000),
    Effort(extra: 1, takesRemotes: true, trustsKinds: false, limit: 500),
    Effort(takesUnregistered: true, trustsKinds: false, limit: 500),
  ]

  private init(
    isFewestOfAll: Bool = false, extra: Int = 0, takesRemotes: Bool = false, takesUnregistered: Bool = false,
    trustsKinds: Bool = true, limit: Int
  ) {
    self.limit = limit
    (self.isFewestOfAll, self.extra, self.trustsKinds) = (isFewestOfAll, extra, trustsKinds)
    (self.takesRemotes, self.takesUnregistered) = (takesRemotes, takesUnregistered)
  }

  /// The most silent steps in a row.
  static let silentSteps = 2
}
