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

  /// From the least to the greatest.
  static let all = [
    Effort(isFewestOfAll: true), Effort(), Effort(extra: 1), Effort(takesRemotes: true, trustsKinds: false),
    Effort(extra: 1, takesRemotes: true, trustsKinds: false), Effort(takesUnregistered: true, trustsKinds: false),
  ]

  private init(
    isFewestOfAll: Bool = false, extra: Int = 0, takesRemotes: Bool = false, takesUnregistered: Bool = false,
    trustsKinds: Bool = true
  ) {
    (self.isFewestOfAll, self.extra, self.trustsKinds) = (isFewestOfAll, extra, trustsKinds)
    (self.takesRemotes, self.takesUnregistered) = (takesRemotes, takesUnregistered)
  }

  /// The most silent steps in a row.
  static let silentSteps = 2
}
