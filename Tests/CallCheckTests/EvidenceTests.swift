import Testing

@testable import CallCheck
@testable import CallModel

/// Requests decide what events alone leave open, and never what is wrong.
@Suite struct EvidenceTests {
  /// A talks to B. A is 7001, B is 7002, C is 7003; C is called by a consultation or in another call.
  private static let conversation = """
    call 1 Internal
    call 2 Internal
    log L
    7001 RequestMakeCall OtherDN=7002
    7001 EventDialing 1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination

    7002 EventRinging 1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK

    7002 RequestAnswerCall 1
    7001 EventEstablished 1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
    7002 EventEstablished 1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination


    """
  private static let release = """

    7001 RequestReleaseCall 1
    7001 EventReleased 1 OtherDN=7002 CallState=OK
    7002 EventReleased 1 OtherDN=7001 CallState=OK
    """
  private static let consultation = [
    "7002 EventHeld 1 OtherDN=7001",
    "7002 EventDialing 2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination",
  ]
  /// The line at which the first row after the conversation begins.
  private static let next = 93

  /// What is inferred and found in a log: the steps of its first call, and the findings.
  private static func judged(_ text: String, isExact: Bool = false) -> (steps: [String], findings: [String]) {
    var judge = hurried
    judge.wanted = ConnID(0x006c_0246_2a16_1001)
    let read = ReadLog([ServerLogWriter.text(ServerLog.logs(in: text, file: "")[0], isExact: isExact).text])
    let findings = judge.judge(read)
    return (judge.steps(read), findings.map { "\($0.observation.position.line) \($0.level) \($0.kind.rawValue)" })
  }

  private static let hurried = Judge.fresh["listed"] ?? Judge.hurried(presence: .listed)

  // MARK: What is open without requests

  @Test(arguments: ["InitiateTransfer", "InitiateConference", "MuteTransfer"])
  func aConsultationIsThatOfTheRequest(_ name: String) {
    let events = Self.consultation.joined(separator: "\n") + "\n"
    let (steps, findings) = Self.judged(Self.conversation + "7002 Request\(name) 1 OtherDN=7003\n" + events)
    #expect(steps.last == "7002 T\(name) 7003")
    // The transfer is not complete.
    #expect(findings.allSatisfy { name == "MuteTransfer" && $0.hasSuffix("note incomplete") })
  }

  @Test func aCallWhileAnotherIsHeldIsNoConsultation() {
    let text =
      Self.conversation + "7002 RequestHoldCall 1\n" + Self.consultation[0] + "\n\n7002 RequestMakeCall OtherDN=7003\n"
      + Self.consultation[1] + "\n"
    #expect(Self.judged(text).steps.suffix(2) == ["7002 THoldCall", "7002 TMakeCall 7003"])
    // The events have no ReferenceIDs: each is taken for the answer to the request before it.
    #expect(Self.judged(text, isExact: true).steps.suffix(2) == ["7002 THoldCall", "7002 TMakeCall 7003"])
    let transfer = text.replacing("RequestHoldCall 1", with: "RequestInitiateTransfer 1 OtherDN=7003")
      .replacing("7002 RequestMakeCall OtherDN=7003\n", with: "")
    #expect(Self.judged(transfer).steps.last == "7002 TInitiateTransfer 7003")
    #expect(Self.judged(transfer, isExact: true).steps.last == "7002 TInitiateTransfer 7003")
  }

  @Test func userDataAreChangedAsRequested() {
    let changes = ["AttachUserData", "UpdateUserData", "DeletePair"].map { name in
      "7002 Request\(name) 1\n7001 EventAttachedDataChanged 1 ThirdPartyDN=7002\n"
        + "7002 EventAttachedDataChanged 1 ThirdPartyDN=7002\n"
    }
    let (steps, findings) = Self.judged(Self.conversation + changes.joined(separator: "\n") + Self.release)
    #expect(
      steps == [
        "7001 TMakeCall 7002", "7002 ring", "7002 TAnswerCall", "7002 TAttachUserData", "7002 TUpdateUserData",
        "7002 TDeletePair", "7001 TReleaseCall",
      ])
    #expect(findings.isEmpty)
    // Nothing has attached the data that is deleted.
    let deleted = Self.judged(Self.conversation + changes[2] + Self.release)
    #expect(deleted.steps.contains("7002 TAttachUserData") && deleted.findings.isEmpty)
  }

  /// The first of the events is told to the other party.
  @Test(arguments: ["ReleaseCall", "ClearCall"]) func theCallEndsAsRequested(_ name: String) {
    let end = """
      7002 Request\(name) 1
      7001 EventReleased 1 OtherDN=7002 CallState=OK
      7002 EventReleased 1 OtherDN=7001 CallState=OK

      """
    let (steps, findings) = Self.judged(Self.conversation + end)
    #expect(steps.last == "7002 T\(name)" && findings.isEmpty)
  }

  /// The held party may be told first. Its event does not name the call that the request is about.
  @Test(arguments: ["CompleteTransfer", "MergeCalls"]) func aTransferIsThatOfTheRequest(_ name: String) {
    let text = """
      7002 RequestInitiateTransfer 1 OtherDN=7003
      \(Self.consultation.joined(separator: "\n"))

      7003 EventRinging 2 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination CallState=OK

      7003 RequestAnswerCall 2
      7002 EventEstablished 2 ThisDNRole=Origination OtherDN=7003 OtherDNRole=Destination
      7003 EventEstablished 2 ThisDNRole=Destination OtherDN=7002 OtherDNRole=Origination

      7002 Request\(name) 2
      7001 EventPartyChanged 1 PreviousConnID=1 OtherDN=7003 ThirdPartyDN=7002 ThirdPartyDNRole=TransferredBy CallState=Transferred
      7002 EventReleased 1 CallState=Transferred
      7002 EventReleased 2 CallState=Transferred
      7003 EventPartyChanged 1 PreviousConnID=2 OtherDN=7001 ThirdPartyDN=7002 ThirdPartyDNRole=TransferredBy CallState=Transferred

      7001 RequestReleaseCall 1
      7001 EventReleased 1 OtherDN=7003 CallState=OK
      7003 EventReleased 1 OtherDN=7001 CallState=OK
      """
    let (steps, findings) = Self.judged(Self.conversation + text)
    #expect(steps.contains { $0.hasPrefix("7002 T\(name)") } && findings.isEmpty, "\(steps) \(findings)")
  }

  // MARK: Steps that nothing tells of

  /// Who has invited C is told to nobody, since C declines.
  @Test(arguments: ["7001", "7002"]) func anInvitationIsThatOfTheRequest(_ inviter: String) {
    let text = """
      \(inviter) RequestSingleStepConference 1 OtherDN=7003

      7002 RequestHoldCall 1
      7002 EventHeld 1 OtherDN=7001

      7002 RequestRetrieveCall 1
      7002 EventRetrieved 1 OtherDN=7001

      7003 EventRinging 1 ThisDNRole=ConferenceMember

      7003 EventAbandoned 1 OtherDN=\(inviter) CallState=OK

      """
    let (steps, findings) = Self.judged(Self.conversation + text + Self.release)
    let invitation = steps.firstIndex(of: "\(inviter) TSingleStepConference 7003")
    #expect(invitation != nil && findings.isEmpty, "\(steps) \(findings)")
    #expect(invitation ?? .max < steps.firstIndex(of: "7002 THoldCall") ?? 0)
  }

  @Test func aCallIsRoutedAsRequested() {
    let text = """
      call 1 Internal
      log L
      7001 RequestMakeCall OtherDN=9001
      7001 EventDialing 1 ThisDNRole=Origination OtherDN=9001 OtherDNRole=Destination
      9001 EventRouteRequest 1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination | ThisQueue=9001

      9001 RequestRouteCall 1 OtherDN=7003
      9001 EventRouteUsed 1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination ThirdPartyDN=7003 ThirdPartyDNRole=Destination CallState=OK | ThisQueue=9001

      7003 EventRinging 1 ThisDNRole=Destination OtherDN=7001 OtherDNRole=Origination CallState=OK

      """
    let (steps, findings) = Self.judged(text)
    #expect(steps.contains("9001 TRouteCall 7003") && findings.isEmpty, "\(steps) \(findings)")
    // What the generic switch routes by itself is that.
    let redirected = Self.judged(text.replacing("CallState=OK | ThisQueue", with: "CallState=Redirected | ThisQueue"))
    #expect(redirected.findings.isEmpty)
    let unasked = Self.judged(text.replacing("9001 RequestRouteCall 1 OtherDN=7003\n", with: ""))
    #expect(unasked.findings.isEmpty)
  }

  // MARK: Requests without effect

  @Test func aRefusedRequestChangesNothing() {
    let refused = """
      7001 RequestSingleStepConference 1 OtherDN=7003
      7001 EventError 1 ErrorCode=1161

      7002 RequestSingleStepConference 1 OtherDN=7003

      7003 EventRinging 1 ThisDNRole=ConferenceMember

      7003 EventAbandoned 1 OtherDN=7002 CallState=OK

      """
    let (steps, findings) = Self.judged(Self.conversation + refused + Self.release)
    #expect(steps.filter { $0.contains("Single") } == ["7002 TSingleStepConference 7003"] && findings.isEmpty)
  }

  @Test func aRequestWithoutAnswerIsNoted() {
    let (steps, findings) = Self.judged(Self.conversation + "7002 RequestHoldCall 1\n" + Self.release)
    #expect(steps.last == "7001 TReleaseCall" && !steps.contains("7002 THoldCall"))
    #expect(findings == ["\(Self.next) note unanswered"])
    // The call is not over.
    #expect(Self.judged(Self.conversation + "7002 RequestHoldCall 1\n").findings.isEmpty)
  }

  /// An answer may come shortly after the end of the call.
  @Test func anAnswerMayBeLate() {
    let late = "\n\n7002 EventError 1 ErrorCode=1161"
    let text = Self.conversation + "7002 RequestReleaseCall 1 | ReferenceID=99\n" + Self.release
    #expect(Self.judged(text).findings == ["\(Self.next) note unanswered"])
    #expect(Self.judged(text + late + " | ReferenceID=99").findings.isEmpty)
  }

  @Test func equalReferenceIDsOfTwoDNsAreTwoRequests() {
    let text = """
      7001 RequestHoldCall 1 | ReferenceID=5
      7002 RequestHoldCall 1 | ReferenceID=5
      7002 EventHeld 1 OtherDN=7001 | ReferenceID=5
      """
    let (steps, findings) = Self.judged(Self.conversation + text + "\n" + Self.release)
    #expect(steps.contains("7002 THoldCall") && findings == ["\(Self.next) note unanswered"])
  }

  @Test func anAnswerThatIsSomethingElseIsAWarning() {
    let text = "7002 RequestRetrieveCall 1\n7002 EventHeld 1 OtherDN=7001\n"
    let (steps, findings) = Self.judged(Self.conversation + text + Self.release)
    #expect(steps.contains("7002 THoldCall"))
    #expect(findings.count == 1 && findings[0].hasSuffix("warning other-answer"))
  }

  /// They are about a call and a DN that no event names.
  @Test func aRequestThatConcernsNothingChangesNothing() {
    let requests = "9999 RequestRouteCall 7 OtherDN=7003\n7002 RequestHoldCall 7\n8888 RequestAnswerCall 1\n"
    let (steps, findings) = Self.judged(Self.conversation + requests + Self.release)
    #expect((steps, 3) == (Self.judged(Self.conversation + Self.release).steps, findings.count))
    #expect(findings.allSatisfy { $0.hasSuffix("note unanswered") })
  }

  // MARK: Logs

  /// What has been explained by one request is not taken for what another one leads to.
  @Test func whatIsRememberedDependsOnTheRequests() {
    var writer = ServerLogWriter()
    let names = ["InitiateConference", "InitiateTransfer", "InitiateConference", "InitiateTransfer"]
    for name in names {
      let request = "7002 Request\(name) 1 OtherDN=7003\n"
      let text = Self.conversation + request + Self.consultation.joined(separator: "\n")
      writer.add(ServerLog.logs(in: text.replacing("700", with: "70\(writer.texts[0].count)"), file: "")[0])
    }
    let read = ReadLog(writer.texts)
    var steps: [String] = []
    for call in names.indices {
      var judge = Self.hurried
      judge.wanted = ConnID(UInt64(0x006c_0246_2a16_1001 + call * 16))
      #expect(judge.judge(read).isEmpty)
      steps += judge.steps(read).suffix(1).map { String($0.split(separator: " ")[1]) }
    }
    #expect(steps == names.map { "T\($0)" })
  }

  /// Whatever is requested, the errors are those of the events alone.
  @Test(arguments: 0..<(Environment.isThorough ? 20 : 1)) func requestsCauseNoErrors(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let logs = ServerLog.all.enumerated().filter {
      $0.offset % (Environment.isThorough ? 1 : 40) == (Environment.isThorough ? 0 : 5)
    }
    let verbs = ["HoldCall", "SingleStepConference", "ReleaseCall", "RouteCall", "InitiateTransfer", "UpdateUserData"]
    for (_, log) in logs where !log.isSlow && !log.isAlone {
      let read = ReadLog([ServerLogWriter.text(log, isExact: false).text])
      let alone = read.judged(by: Self.hurried, read.observations[...]).findings
      let text = ServerLogWriter.text(log, isExact: false).text
        .split(separator: "message Request", omittingEmptySubsequences: false).enumerated()
        .map { place, part in
          let name = verbs[Int(random.next() % UInt64(verbs.count))]
          return place == 0 ? String(part) : "message Request\(name)" + part.drop { $0.isLetter }
        }.joined()
      let found = ReadLog([text]).judged(by: Self.hurried).findings
      func errors(_ findings: [Finding]) -> [String] {
        findings.filter { $0.level == .error }.map { "\($0.observation.position.line) \($0.kind)" }
      }
      #expect(errors(found) == errors(alone), "\(log.title)")
    }
  }
}

extension Judge {
  /// The steps of the call whose explanation is kept: `7001 TMakeCall 7002`.
  fileprivate func steps(_ read: ReadLog) -> [String] {
    guard let explanation else { return [] }
    func name(_ dn: Exchange.DN) -> String { read.records.names[explanation.parties[Int(dn.rawValue) - 1].name] }
    return explanation.steps.map { step in
      let target = step.action.target == .none ? [] : [name(step.action.target)]
      return ([name(step.action.actor), "\(step.action.verb)"] + target).joined(separator: " ")
    }
  }
}
