/// What a log consists of, counted while it was read.
public struct LogSummary: Sendable {
  /// The files, their lines and their bytes.
  public internal(set) var files = 0, lines = 0, bytes = 0
  /// The records that were passed on.
  public internal(set) var events = 0, requests = 0, others = 0
  /// The records that were dropped: those that servers tell their backup, those between sites, and repeated events.
  public internal(set) var backupRecords = 0, siteRecords = 0, repeatedRecords = 0
  /// What was longer than the limits, and lines within records that are not understood.
  public internal(set) var cutRecords = 0, cutLines = 0, strangeLines = 0
  /// The first record that was cut because it was too long.
  public internal(set) var firstCut: LogPosition?

  private var formatCounts = InlineArray<5, Int>(repeating: 0)
  var messageCounts = NameCounts()
  var headCounts = NameCounts()
  var attributeCounts = NameCounts()

  init() {}

  /// The number of records in this format.
  public func records(in format: LogFormat) -> Int { formatCounts[Int(format.rawValue)] }

  /// The messages of all records that were passed on, by name.
  public var messages: [LogCount] { messageCounts.all }

  /// The messages that the T-Library does not have, or that callsim does not know.
  public var unknownMessages: [LogCount] { messages.filter { !LogMessages.all.contains($0.name) } }

  /// The attributes that the T-Library does not have, or that callsim does not know.
  public var unknownAttributes: [LogCount] { attributeCounts.all.filter { !LogAttribute.unread.contains($0.name) } }

  /// The heads of records that are neither events nor requests, and the lines `sent to`.
  public var heads: [LogCount] { headCounts.all }

  /// Counts a record that is passed on.
  @inline(__always)
  mutating func count(_ record: borrowing LogRecord) {
    switch record.direction {
    case .event: events &+= 1
    case .request: requests &+= 1
    case .other: others &+= 1
    }
    formatCounts[Int(record.format.rawValue)] &+= 1
    let bytes = record.bytes.span
    // What the switch does by itself is no message.
    let isStep = record.transcript.action != nil && record.direction == .other
    if !record.name.isEmpty, !isStep { messageCounts.count(bytes, record.name, record.nameHash) }
    if !record.head.isEmpty { headCounts.count(bytes, record.head) }
  }
}

/// The messages that callsim knows by name.
enum LogMessages {
  static let all = Set(
    events.split(separator: " ").map { "Event\($0)" } + requests.split(separator: " ").map { "Request\($0)" }
      + requests.split(separator: " ").map { "T\($0)" }
      + ["TAgentSetReady", "TAgentSetNotReady", "TCallSetForward", "TCallCancelForward", "TSendUserEvent"])

  private static let events = """
    Error Registered Unregistered Queued Diverted Abandoned Ringing Dialing NetworkReached DestinationBusy Established \
    Released Held Retrieved PartyChanged PartyAdded PartyDeleted RouteRequest RouteUsed AgentLogin AgentLogout \
    AgentReady AgentNotReady DNDOn DNDOff DigitsCollected AttachedDataChanged OffHook OnHook ForwardSet ForwardCancel \
    MessageWaitingOn MessageWaitingOff AddressInfo UserEvent DTMFSent ListenDisconnected ListenReconnected PartyInfo \
    TreatmentApplied TreatmentNotApplied TreatmentEnd ACK MonitoringNextCall MonitoringCancelled MuteOn MuteOff \
    PrivateInfo DNOutOfService DNBackInService LinkConnected LinkDisconnected ServerInfo ServerConnected \
    ServerDisconnected CallInfoChanged CallCreated CallDataChanged CallDeleted CallPartyAdded CallPartyDeleted \
    CallPartyState CallPartyMoved LocationInfo AgentAfterCallWork AgentIdleReasonSet HardwareError ResourceAllocated \
    ResourceFreed RestoreConnection VoiceFileOpened VoiceFileClosed VoiceFileEndPlay Answer AnswerAccessNumber \
    RemoteConnectionSuccess RemoteConnectionFailed ReqGetAccessNumberCanceled SwitchInfo StuckCall NetworkCallStatus \
    NetworkPrivateInfo PrimaryChanged AgentReserved QueueLogout MailBoxLogin MailBoxLogout
    """
  private static let requests = """
    RegisterClient QueryServer QueryAddress RegisterAddress UnregisterAddress AgentLogin AgentLogout AgentReady \
    AgentNotReady SetDNDOn SetDNDOff MakeCall MakePredictiveCall AnswerCall ReleaseCall HoldCall RetrieveCall \
    InitiateConference CompleteConference DeleteFromConference InitiateTransfer MuteTransfer SingleStepTransfer \
    CompleteTransfer MergeCalls AlternateCall ReconnectCall AttachUserData UpdateUserData DeleteUserData DeletePair \
    CallForwardSet CallForwardCancel RouteCall DistributeUserEvent DistributeEvent RedirectCall ListenDisconnect \
    ListenReconnect ClearCall ApplyTreatment SingleStepConference MonitorNextCall CancelMonitoring SetMuteOn \
    SetMuteOff PrivateService SendDTMF CollectDigits QueryCall QueryLocation QuerySwitch SetMessageWaitingOn \
    SetMessageWaitingOff SetInputMask SetCallInfo SetCallAttributes NetworkConsult NetworkAlternate NetworkTransfer \
    NetworkMerge NetworkReconnect NetworkSingleStepTransfer NetworkPrivateService GetAccessNumber \
    CancelReqGetAccessNumber ReserveAgent LoginMailBox LogoutMailBox OpenVoiceFile CloseVoiceFile PlayVoice
    """
}
