import CallModel

/// An action that a hypothesis has taken, and the actions before it.
///
/// Its DNs are numbers in the hypothesis's cast.
final class InferredStep: Sendable {
  let action: Exchange.Action
  let brought: Exchange.Attachments
  /// Whether it told no DN anything.
  let isSilent: Bool
  let previous: InferredStep?

  init(
    action: Exchange.Action, brought: Exchange.Attachments, isSilent: Bool, after previous: InferredStep?
  ) {
    (self.action, self.brought, self.isSilent, self.previous) = (action, brought, isSilent, previous)
  }

  /// This step and those before it, the first one first.
  var path: [InferredStep] {
    var path = [self]
    while let previous = path[path.count - 1].previous { path.append(previous) }
    return path.reversed()
  }
}
