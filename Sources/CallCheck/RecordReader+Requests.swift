public import CallLog
import CallModel

extension RecordReader {
  /// What a client asks for; nil for a record that is no request, and for a request that the model does not have.
  ///
  /// A request that a transcript shows to be refused is none, either.
  public mutating func request(of record: borrowing LogRecord) -> Request? {
    guard record.direction == .request, record.transcript.refused == nil || record.format != .transcript,
      var verb = RequestWords.all.value(record.bytes.span, record.name)
    else { return nil }
    if record.format == .transcript { return action(verb, of: record) }
    if verb == .mergeForConference, isTransfer(record) { verb = .mergeForTransfer }
    var request = Request(verb, by: dn(.thisDN, of: record))
    if request.actor == .none { return nil }
    request.target = dn(.otherDN, of: record)
    var present: AttributeSet = []
    request.connID = call(.connID, .connID, of: record, &present)
    for other in [LogAttribute.previousConnID, .transferConnID, .conferenceConnID] where record.has(other) {
      request.otherConnID = call(other, .previousConnID, of: record, &present)
    }
    request.referenceID = reference(of: record, &present)
    return placed(request, record)
  }

  /// What the client of a request was told, in a record that has the head `send_to_client`; nil for any other record.
  public mutating func reply(of record: borrowing LogRecord) -> Reply? {
    guard record.direction == .other, record.string(record.head) == "send_to_client" else { return nil }
    var present: AttributeSet = []
    var reply = Reply(to: reference(of: record, &present), isRefusal: record.message == "EventError")
    reply.dn = dn(.thisDN, of: record)
    reply.connID = call(.connID, .connID, of: record, &present)
    reply.time = Int64(record.time ?? 0) / 1_000
    reply.position = .init(
      file: UInt32(clamping: record.position.file), line: UInt32(clamping: record.position.line))
    return reply.referenceID == 0 ? nil : reply
  }

  /// TMergeCalls says with a word, or with its number, what it merges for.
  private func isTransfer(_ record: borrowing LogRecord) -> Bool {
    switch record.enumeration(.mergeType) {
    case .number(let number): number == 0
    case .name(let name): record.string(name).hasSuffix("Transfer")
    case nil: false
    }
  }

  /// An action of a transcript: `B TMergeCalls on 2 MergeType=Transfer`.
  private mutating func action(_ verb: Verb, of record: borrowing LogRecord) -> Request? {
    guard let action = record.transcript.action else { return nil }
    let words = record.string(action).split(separator: " ").map(String.init)
    guard words.count > 1 else { return nil }
    let isTransfer = verb == .mergeForConference && words.contains("MergeType=Transfer")
    var request = Request(isTransfer ? .mergeForTransfer : verb, by: names.dn(words[0]))
    var rest = words.dropFirst(2)
    if verb.target != .none, let target = rest.first, target != "on", !target.contains("=") {
      request.target = names.dn(target)
      rest.removeFirst()
    }
    if rest.first == "on", let call = rest.dropFirst().first.flatMap({ UInt64($0) }) { request.connID = ConnID(call) }
    return placed(request, record)
  }

  private func placed(_ request: Request, _ record: borrowing LogRecord) -> Request {
    var request = request
    request.time = Int64(record.time ?? 0) / 1_000
    request.position = .init(
      file: UInt32(clamping: record.position.file), line: UInt32(clamping: record.position.line))
    return request
  }
}

/// The requests as logs spell them: `RequestMakeCall`, in a transcript `TMakeCall`.
enum RequestWords {
  static let all = WordTable(
    Verb.allCases.flatMap { verb -> [(name: String, value: Verb)] in
      guard let request = verb.request.map({ "\($0)" }) else { return [] }
      return [(request, verb), ("Request\(request.dropFirst())", verb)]
    } + others)

  /// Messages whose names are not those of their functions.
  private static let others: [(name: String, value: Verb)] = [
    ("RequestAgentReady", .agentReady), ("RequestAgentNotReady", .agentNotReady),
    ("RequestCallForwardSet", .setForward), ("RequestSetForward", .setForward),
    ("RequestCallForwardCancel", .cancelForward), ("RequestCancelForward", .cancelForward),
    ("RequestDistributeUserEvent", .sendUserEvent),
  ]
}
