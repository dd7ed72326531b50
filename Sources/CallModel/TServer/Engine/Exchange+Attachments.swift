// What requests bring: user data, reasons, extensions.

extension Exchange {
  /// Refuses the request if it brings more than it may, or more than its call has room for.
  func check(_ brought: Attachments, of action: Action, _ book: Rulebook<Exchange>) throws(ModelRefusal<Exchange>) {
    let isSmall = max(brought.data.count, brought.reasons.count, brought.extensions.count) <= UserData.limit
    // The survey of a request about user data looks at the room in the call.
    if isSmall, action.verb.changesData || brought.data.isEmpty { return }
    var scene = Scene()
    try survey(action, book, &scene)
    let has = scene.slot < 0 ? 0 : dataBefore(brought, in: scene.slot, action, book)
    if isSmall, has + brought.data.count <= UserData.limit { return }
    setValueFit(.valueDoesNotFit, &scene)
    throw ModelRefusal(
      action: action, state: scene.state, situation: scene.situation, cause: .conditions, subject: scene.subject)
  }

  /// The number of pairs that the call already has to which the data are attached.
  private func dataBefore(_ brought: Attachments, in slot: Int, _ action: Action, _ book: Rulebook<Exchange>) -> Int {
    let isSeparate = (brought.consultUserData ?? book.profile.consultUserData) == .separate
    let isMerged = action.verb == .muteTransfer && book.profile.mergedUserData.takesBoth
    if action.verb.begins || action.verb.consults && isSeparate && !isMerged { return 0 }
    return userData(at: slot).count
  }

  /// The data of a call that is made, transferred or joined are there from its first event on, and told by no other.
  mutating func take(_ brought: Attachments, of action: Action, _ applied: Applied) {
    if !brought.data.isEmpty, action.verb.attachesDataSilently, let slot = slot(of: applied.connID) {
      attach(brought.data, to: slot)
    }
    if !brought.reasons.isEmpty, action.verb.saysWhyOfAgent {
      cold[0].reasons[action.actor] = brought.reasons
    }
    if action.verb.isAnsweredLater, let slot = slot(of: applied.connID) {
      cold[0].pending[applied.connID] = PendingRequest(
        dn: action.actor, referenceID: action.referenceID, reasons: brought.reasons, extensions: brought.extensions)
      // So that it is removed when the call ends.
      noteData(slot)
    }
  }

  /// A request that is answered by later actions.
  struct PendingRequest: Sendable {
    private(set) var dn: DN
    let referenceID: UInt32
    let reasons: [UserData.Pair]
    let extensions: [UserData.Pair]

    mutating func eachMention(_ body: (inout DN) -> Void) { body(&dn) }
  }

  /// The reasons and extensions that the event repeats: those of the request that it answers, the action or a pending
  /// request, if it goes to the client that asked. What TMonitorNextCall says of the observation is told to the agent,
  /// too.
  package func repeated(
    in event: Event, after action: Action, bringing brought: Attachments, by book: Rulebook<Exchange>
  ) -> (reasons: [UserData.Pair], extensions: [UserData.Pair]) {
    if brought.isEmpty, cold[0].pending.isEmpty, cold[0].ended.isEmpty, cold[0].digitRequests.isEmpty {
      return ([], [])
    }
    if event.type == .userEvent { return ([], brought.extensions) }
    if event.type == .error || book.isCompanion(event) { return ([], []) }
    let monitoring = event.type == .monitoringNextCall ? brought.monitoring : []
    if event.thisDN == action.actor, event.referenceID == action.referenceID {
      return (brought.reasons, monitoring + brought.extensions)
    }
    if !monitoring.isEmpty { return ([], monitoring) }
    let pending =
      event.type == .digitsCollected
      ? cold[0].digitRequests[event.connID]?.request
      : cold[0].pending[event.connID] ?? cold[0].ended.last { $0.call == event.connID }?.pending
    guard let pending, event.thisDN == pending.dn, event.referenceID != 0, event.referenceID == pending.referenceID
    else { return ([], []) }
    return (pending.reasons, pending.extensions)
  }

  /// The reasons that the agent at the DN has given last.
  package func reasons(of dn: DN) -> [UserData.Pair] { cold[0].reasons[dn] ?? [] }
}

extension Verb {
  /// Whether the request may bring user data.
  package var takesData: Bool { attachesDataSilently || consults || needsPairs || self == .sendUserEvent }

  fileprivate var attachesDataSilently: Bool {
    switch self {
    case .makeCall, .makePredictiveCall, .singleStepTransfer, .singleStepConference: true
    default: false
    }
  }

  fileprivate var isAnsweredLater: Bool { self == .routeCall || self == .applyTreatment }

  fileprivate var saysWhyOfAgent: Bool { self == .agentLogin || self == .agentReady || self == .agentNotReady }
}
