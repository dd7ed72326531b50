/// A set of words, asked for by their bytes.
struct KeptWords: Sendable {
  private var words: [UInt64: [UInt8]] = [:]

  init(_ texts: some Sequence<String>) {
    for text in texts {
      let bytes = Array(text.utf8)
      words[bytes.span.hash(0..<bytes.count)] = bytes
    }
  }

  func contains(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    guard !word.isEmpty, let known = words[bytes.hash(word)], known.count == word.count else { return false }
    for offset in known.indices where known[offset] != bytes[word.lowerBound + offset] { return false }
    return true
  }

  /// The words that stay in text: names of messages, and what every server's log says.
  static let text = KeptWords(
    Array(LogMessages.all) + ["Trc", "Std", "Int", "Dbg", "Alr", "received", "sent", "from", "to", "BSYNC", "ISCC"])

  static let messages = KeptWords(LogMessages.all)

  /// The names of enumerations, without what logs may begin them with.
  static let enumerations = KeptWords(
    """
    Ok OK Transferred Conferenced GeneralError SystemError RemoteRelease Busy NoAnswer SitDetected \
    AnsweringMachineDetected AllTrunksBusy SitInvalidnum SitInvalidNum SitVacant SitIntercept SitUnknown SitNocircuit \
    SitReorder FaxDetected QueueFull Cleared Overflowed Abandoned Redirected Forwarded Consult Pickedup Dropped \
    Droppednoanswer Unknown Covered ConverseOn Bridged Deafened Held Origination Destination ConferenceMember NewParty \
    AddedBy DeletedBy TransferredBy DeletedParty ConferencedBy Observer Internal Inbound Outbound DN Position Queue \
    RouteDN Trunk VoiceChannel DataChannel Announcement ASAI ACDGroup VSP RouteQueue AgentID Other Default Label \
    OverwriteDNIS DDD IDDD Direct Reject PostFeature DirectAgent Priority DirectPriority CallDisconnect None \
    Unconditional OnBusy OnNoAnswer OnBusyAndNoAnswer SendAllCalls ManualIn AutoIn AfterCallWork AuxWork \
    NoCallDisconnect WalkAway ReturnBack OneCall AllCalls Share Private Monitor IVR Music RingBack Silence \
    CollectDigits PlayAnnouncement PlayAnnouncementAndDigits VerifyDigits RecordUserAnnouncement \
    DeleteUserAnnouncement CancelCall PlayApplication SetDefaultRoute TextToSpeech TextToSpeechAndDigits FastBusy RAN \
    Transfer Conference AddressType DNStatus QueueStatus Mute Coach Connect Agent Call
    """.split(separator: " ").map(String.init))

  static let enumerationPrefixes = [
    "CallState", "CallType", "DNRole", "Role", "AgentWorkMode", "ForwardMode", "Monitor", "RouteType", "Treatment",
    "RegisterMode", "Mode", "MergeType", "AddressInfo", "AddressType", "InfoType",
  ].map { Array($0.utf8) }

  /// Whether the word is the name of an enumeration, with or without a beginning that says which.
  static func isEnumeration(_ bytes: Span<UInt8>, _ word: Range<Int>) -> Bool {
    if enumerations.contains(bytes, word) { return true }
    for prefix in enumerationPrefixes where word.count > prefix.count {
      let isPrefix = prefix.indices.allSatisfy { bytes[word.lowerBound + $0] == prefix[$0] }
      if isPrefix, enumerations.contains(bytes, word.dropFirst(prefix.count)) { return true }
    }
    return false
  }
}

extension LogAttribute {
  /// What its value is, as far as redacting goes.
  enum Content { case enumeration, number, time, message, sequence, list, value }

  var content: Content {
    switch self {
    case .thisDNRole, .otherDNRole, .thirdPartyDNRole, .callState, .callType, .propagatedCallType, .agentWorkMode,
      .forwardMode, .monitorNextCallType, .routeType, .treatmentType, .registerMode, .mergeType, .infoType,
      .addressType:
      .enumeration
    case .errorCode, .referenceID: .number
    case .timeInSeconds, .timeInMicroseconds, .time: .time
    case .userEvent: .message
    case .eventSequenceNumber: .sequence
    case .userData, .reasons, .extensions: .list
    default: .value
    }
  }
}
