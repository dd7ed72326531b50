/// The parts of an exchange that few actions need.
struct ColdState: Sendable {
  /// Indexed by DN; number 0 means no DN.
  var settings = [DNSettings()]
  /// By DN: the reasons of its agent's last request that has given any. Looked up, never iterated.
  var reasons: [Exchange.DN: [Exchange.UserData.Pair]] = [:]
  /// Where the agents are logged in.
  var agents = AgentList()
  /// The observers and the agents they observe, in the order of the requests.
  var monitors: [Monitor] = []
  /// By call: the virtual queues at which it waits. Looked up, never iterated.
  var virtualWaits: [ConnID: [VirtualWait]] = [:]
  /// The calls that have observers and were handed on before the answer.
  var observedBeforeAnswer: [ConnID] = []
  /// By call: the parties that are muted or do not listen, and the observers that are not muted.
  var voices: [ConnID: [VoiceChange]] = [:]
  /// By slot: the user data of the calls that have some of their own. Later slots have none.
  var data: [Exchange.UserData] = []
  /// By main call: the consultations that share its user data. Looked up, never iterated.
  var sharing: [ConnID: [ConnID]] = [:]
  /// What the action brings.
  var brought = Exchange.Attachments()
  /// The digits that the caller entered last, as the number of a text, and the event that reports them.
  var collected: (event: UInt64, digits: UInt32)?
  /// The number of DNs that are not registered.
  var unregistered = 0
  /// The number of events that were left out because their DNs were not registered.
  var untold: UInt64 = 0
  /// How a DN stood when the last action told of that, and the event that did.
  var snapshot: (event: UInt64, snapshot: Exchange.Snapshot)?
  /// By call: the last TRouteCall or TApplyTreatment, if it brought what its answers repeat. Looked up, never iterated.
  var pending: [ConnID: Exchange.PendingRequest] = [:]
  /// By call: the last TCollectDigits. Looked up, never iterated.
  var digitRequests: [ConnID: Exchange.DigitRequest] = [:]
  /// The user data of the calls that ended last, and their pending requests.
  var ended: [(call: ConnID, data: Exchange.UserData, pending: Exchange.PendingRequest?)] = []
  /// The calls as the last action found them, if several parties may have to be notified: the call in question and the
  /// actor's other call.
  var before = Self.noCalls
  /// How the DNs stood before the last action that events of other rules may go with.
  var standings: [Exchange.Standing] = []
  /// The observers of those calls, before that action.
  var waitingObservers: [Exchange.WaitingObserver] = []
  /// The calls of that action that waited at virtual queues.
  var waitingCalls: [Exchange.WaitingCall] = []

  private static let noCalls = [Exchange.Call(), Exchange.Call()]

  /// Lets go of what only the last action needed.
  mutating func forgetLastAction() {
    (before, standings, waitingObservers, waitingCalls) = (Self.noCalls, [], [], [])
  }
}
