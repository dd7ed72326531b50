import CallModel

/// Every server whose scenarios can be played; the first is the one that a scenario means when it names none.
public enum Servers {
  public static let vocabularies: [Vocabulary] = [
    TServerStage.vocabulary, CorrespondenceStage<IVRPorts>.vocabulary, CorrespondenceStage<Interactions>.vocabulary,
    CorrespondenceStage<RecordedCalls>.vocabulary,
  ]

  /// Every rule of every server, in the order of the manual.
  public static let rules: [RuleDescription] =
    TServerStage.rules + CorrespondenceStage<IVRPorts>.rules + CorrespondenceStage<Interactions>.rules
    + CorrespondenceStage<RecordedCalls>.rules
}

extension Scenario {
  /// Plays every flow; throws what could only be found by playing: what the switch cannot do.
  public func replay() throws(Mistakes) -> Transcript {
    switch servers.last?.server {
    case "ivr-server": try replayed(beside: CorrespondenceStage<IVRPorts>.self)
    case "interaction-server": try replayed(beside: CorrespondenceStage<Interactions>.self)
    case "recording": try replayed(beside: CorrespondenceStage<RecordedCalls>.self)
    default: try replayed(on: TServerStage(self))
    }
  }

  private func replayed<S: Stage & ~Copyable>(beside stage: S.Type) throws(Mistakes) -> Transcript {
    servers.count > 1 ? try replayed(on: SideBySide<TServerStage, S>(self)) : try replayed(on: S(self))
  }

  /// Visits every state that the parties can reach, with so many calls at a time, and checks what must hold in each. Where verbs are
  /// named, nothing else is done; `settings`: what is set on a DN and kept on a call is changed too. Of two servers the first is explored.
  public func explore(
    calls: Int = 2, depth: Int? = nil, verbs: [String]? = nil, settings: Bool = false, progress: (Int) -> Void = { _ in }
  ) -> ExplorationReport {
    func explored<S: Stage & ~Copyable>(on stage: borrowing S) -> ExplorationReport {
      stage.explore(calls: calls, depth: depth, verbs: verbs, settings: settings, progress: progress)
    }
    return switch vocabulary.server {
    case "ivr-server": explored(on: CorrespondenceStage<IVRPorts>(self))
    case "interaction-server": explored(on: CorrespondenceStage<Interactions>(self))
    case "recording": explored(on: CorrespondenceStage<RecordedCalls>(self))
    default: explored(on: TServerStage(servers.count > 1 ? asSeen(by: servers[0], beside: servers[1]) : self))
    }
  }
}
