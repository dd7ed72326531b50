extension Exchange: Model {
  package typealias Source = CallModel.Source
  package typealias Note = Footnote
  package typealias Clause = CallModel.Clause
  package typealias Change = CallModel.Change
  package typealias Cell = CallModel.Cell
  package typealias Scene = CallModel.Scene

  package static func applies(_ note: Footnote, under profile: SwitchProfile) -> Bool { note.applies(under: profile) }
  package static func verb(of action: Action) -> Verb { action.verb }
  package static func change(_ clause: Clause, under profile: SwitchProfile) -> Change? {
    Change(clause, under: profile)
  }
  package static func cell(_ clause: Clause, of rule: Int, under profile: SwitchProfile) -> Cell? {
    Cell(clause, of: rule, under: profile)
  }

  package static func isDerived(_ rule: Rule<Exchange>) -> Bool { rule.origin.isDerived }

  /// Virtual queues are not in the calls that they queue and divert.
  package static func explains(_ rule: Rule<Exchange>, in situation: Situation) -> Bool {
    let isOfVirtualQueues = rule.situation.intersection(.byAnyone) == .byVirtualQueue
    return !isOfVirtualQueues || situation.contains(.byVirtualQueue)
  }

  package static func goesWithAny(_ rule: Rule<Exchange>) -> Bool {
    !rule.clauses.contains { $0.terms?.occasion.isSeldom ?? false }
  }

  /// Only a predictive call accepts an answer with a CallState other than OK. Where a routing point waits for the
  /// answer, what the called party does is told by rules of its own.
  package static func implied(by verbs: [Verb]) -> Situation {
    var implied: Situation = []
    for verb in verbs {
      switch verb {
      case .answer: implied.formUnion([.valueFits, .unawaited])
      case .release, .clearCall, .redirectCall, .busy, .timeOut: implied.formUnion(.unawaited)
      default: break
      }
    }
    return implied
  }

  package static func forbidden(by verbs: [Verb], _ clauses: [Clause]) -> Situation {
    var situation: Situation = []
    if !verbs.contains(where: \.isDoneByHand) { situation.formUnion(.byExternal) }
    if verbs.allSatisfy({ $0.reach != .theDN }) { situation.formUnion(.to(.virtualQueue)) }
    if verbs.allSatisfy({ !$0.isOfVirtualQueues }) { situation.formUnion(.byVirtualQueue) }
    if !verbs.contains(where: \.takesCallState) { situation.formUnion(.valueDoesNotFit) }
    var hasLeft = false
    for clause in clauses {
      switch clause.operation {
      case .opens: situation.formUnion([.exchangeIsFull, .lineFull])
      case .leaves, .handsOn: hasLeft = true
      case .joins: situation.formUnion([.joinFull, .sharesParties])
      case .enters where clause.on == .other: if clause.who == .target { situation.formUnion(.targetFull) }
      case .enters where clause.who == .target:
        situation.formUnion(hasLeft ? .targetFull : [.targetFull, .partiesFull])
      case .enters where clause.who == .actor: situation.formUnion([.lineFull, .partiesFull])
      case .enters, .travels, .treats, .asksForDigits, .bringsDigits, .stays, .becomes, .connects, .changesHold, .plays,
        .takesQueue, .asks, .aims, .arrives, .hears, .begins, .sets, .keeps, .receives:
        break
      }
    }
    return situation
  }
}
