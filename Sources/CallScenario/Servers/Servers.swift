import CallModel

/// Every server whose scenarios can be played; the first is the one that a scenario means when it names none.
public enum Servers {
  public static let vocabularies: [Vocabulary] = [TServerStage.vocabulary, CorrespondenceStage<IVRPorts>.vocabulary]

  /// Every rule of every server, in the order of the manual.
  public static let rules: [RuleDescription] = TServerStage.rules + CorrespondenceStage<IVRPorts>.rules
}

extension Scenario {
  /// Plays every flow; throws what could only be found by playing: what the switch cannot do.
  public func replay() throws(Mistakes) -> Transcript {
    switch vocabulary.server {
    case "ivr-server": try replayed(on: CorrespondenceStage<IVRPorts>(self))
    default: try replayed(on: TServerStage(self))
    }
  }

  /// Visits every state that the parties can reach, with so many calls at a time, and checks what must hold in each. Where verbs are
  /// named, nothing else is done; `settings`: what is set on a DN and kept on a call is changed too.
  public func explore(
    calls: Int = 2, depth: Int? = nil, verbs: [String]? = nil, settings: Bool = false, progress: (Int) -> Void = { _ in }
  ) -> ExplorationReport {
    switch vocabulary.server {
    case "ivr-server":
      CorrespondenceStage<IVRPorts>(self).explore(calls: calls, depth: depth, verbs: verbs, settings: settings, progress: progress)
    default: TServerStage(self).explore(calls: calls, depth: depth, verbs: verbs, settings: settings, progress: progress)
    }
  }
}
