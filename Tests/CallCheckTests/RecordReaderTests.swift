import CallLog
import CallModel
import Testing

@testable import CallCheck

@Suite struct RecordReaderTests {
  /// The observations in a log, in words.
  private static func read(_ log: String) -> (lines: [String], records: RecordReader) {
    var reader = LogReader()
    var records = RecordReader()
    var lines: [String] = []
    func add(_ record: borrowing LogRecord) {
      guard let observed = records.observation(of: record) else { return }
      let names = records.names
      lines.append(
        "\(observed.type) \(names[observed.thisDN])/\(names[observed.otherDN]) \(observed.thisDNRole) "
          + "\(observed.callState) \(observed.connID) \(observed.position.line) \(observed.time) "
          + observed.present.attributes.map { "\($0)" }.joined(separator: "+"))
    }
    reader.beginFile()
    let bytes = Array(log.utf8)
    reader.read(bytes.span, add)
    reader.finish(add)
    return (lines, records)
  }

  private static func event(_ name: String, _ attributes: String...) -> String {
    "@00:00:01.5000 [0] 8.1 distribute_event: message \(name)\n" + attributes.map { "\tAttribute\($0)\n" }.joined()
      + "\n"
  }

  @Test(arguments: ["22", "Redirected", "CallStateRedirected", "22 [CallStateRedirected]", "redirected"])
  func valuesAreNumbersOrNames(_ state: String) {
    let log = Self.event(
      "EventRinging", "ConnID\t000000000000000a", "ThisDN\t'7001'", "ThisDNRole\tRoleDestination", "OtherDN\t'9'",
      "CallState\t\(state)")
    #expect(
      Self.read(log).lines == [
        "EventRinging 7001/9 Destination Redirected 10 1 1500 ConnID+ThisDN+ThisDNRole+OtherDN+CallState"
      ])
  }

  @Test func aTranscript() {
    let line =
      #"{"flow":"main","step":1,"to":"A","message":"EventDialing","attributes":{"ConnID":"12","ThisDN":"A","#
      + #""ThisDNRole":"Origination","OtherDN":"B"}}"#
    #expect(Self.read(line).lines == ["EventDialing A/B Origination OK 12 1 0 ConnID+ThisDN+ThisDNRole+OtherDN"])
  }

  /// Attributes without a value that means something are not there.
  @Test func whatIsNotUnderstood() {
    let log =
      Self.event(
        "EventRinging", "ConnID\t0000000000000000", "ThisDN\t'7001'", "ThisDNRole\t77", "ReferenceID\t4294967295")
      + Self.event("EventSomething", "ThisDN\t'7001'") + Self.event("RequestMakeCall", "ThisDN\t'7001'")
    let (lines, records) = Self.read(log)
    #expect(lines == ["EventRinging 7001/ Unknown OK 0 1 1500 ThisDN"])
    #expect(records.unknownValues == ["ThisDNRole 77": 1])
  }

  @Test func thereIsALimitToWhatIsCounted() {
    let log = (0..<2_000).map { Self.event("EventRinging", "ThisDNRole\tRole\($0)") }.joined()
    #expect(Self.read(log).records.unknownValues.count == 1_000)
  }

  // MARK: Requests

  /// What a record requests, in words; nil if it requests nothing.
  private static func request(_ log: String) -> String? {
    var reader = LogReader()
    var records = RecordReader()
    var found: [String] = []
    func add(_ record: borrowing LogRecord) {
      guard let request = records.request(of: record) else { return }
      let calls = [request.connID, request.otherConnID].filter { $0 != .none }.map { "on \($0)" }
      let names = [records.names[request.actor], "\(request.verb)", records.names[request.target]]
      found.append((names.filter { !$0.isEmpty } + calls + ["#\(request.referenceID)"]).joined(separator: " "))
    }
    reader.beginFile()
    let bytes = Array((log + "\n").utf8)
    reader.read(bytes.span, add)
    reader.finish(add)
    return found.isEmpty ? nil : found.joined(separator: "; ")
  }

  @Test(arguments: [
    "09:00:00.000 Trc 04541 RequestInitiateTransfer received from [66] (0e85 Desktop 10.0.0.1:49280)\n"
      + "message RequestInitiateTransfer\n\tAttributeThisDN\t'7002'\n\tAttributeConnID\t000000000000000a\n"
      + "\tAttributeOtherDN\t'7003'\n\tAttributeReferenceID\t17\n",
    "'RequestInitiateTransfer' (35) attributes:\n\tAttributeThisDN [str] = \"7002\"\n"
      + "\tAttributeConnID [long] = 000000000000000a\n\tAttributeOtherDN [str] = \"7003\"\n"
      + "\tAttributeReferenceID [int] = 17\n",
    "'RequestInitiateTransfer' ('35')\nmessage attributes:\nThisDN [str] = \"7002\"\n"
      + "ConnID [long] = 000000000000000A\nOtherDN [str] = \"7003\"\nReferenceID [int] = 17\n",
    "    09:00:00.000 request to 65200(TServer) message RequestInitiateTransfer\n\tAttributeThisDN\t'7002'\n"
      + "\tAttributeConnID\t000000000000000a\n\tAttributeOtherDN\t'7003'\n\tAttributeReferenceID\t17\n",
    #"{"flow":"main","step":1,"action":"7002 TInitiateTransfer 7003 on 10"}"#,
  ])
  func requestsInAllFormats(_ log: String) {
    let number = log.hasPrefix("{") ? 0 : 17
    #expect(Self.request(log) == "7002 TInitiateTransfer 7003 on 10 #\(number)")
  }

  @Test func requestsWithNamesOfTheirOwn() {
    func merge(_ type: String) -> String? {
      let head = "message RequestMergeCalls\n".requestHead
      return Self.request(head + "\tAttributeThisDN\t'1'\n\tAttributeMergeType\t\(type)\n")
    }
    #expect([merge("0"), merge("1")] == ["1 TMergeCalls MergeType=Transfer #0", "1 TMergeCalls #0"])
    #expect(merge("MergeTypeTransfer") == merge("0"))
    let action = #"{"flow":"main","step":1,"action":"B TMergeCalls on 2 MergeType=Transfer"}"#
    #expect(Self.request(action) == "B TMergeCalls MergeType=Transfer on 2 #0")
    let ready = "message RequestAgentReady\n".requestHead + "\tAttributeThisDN\t'1'\n"
    #expect(Self.request(ready) == "1 TAgentSetReady #0")
  }

  @Test(arguments: [
    "message RequestPlayVoice\n".requestHead + "\tAttributeThisDN\t'1'\n",
    "message RequestHoldCall\n".requestHead + "\tAttributeReferenceID\t1\n",
    #"{"flow":"main","step":1,"action":"B TRetrieveCall","refused":"B has no call"}"#,
    #"{"flow":"main","step":1,"action":"B ring"}"#, "message EventHeld\n\tAttributeThisDN\t'1'\n",
  ])
  func whatIsNoRequestOfTheModel(_ log: String) { #expect(Self.request(log) == nil) }
}

extension String {
  /// The line with the one before it that makes it a request.
  fileprivate var requestHead: String { "09:00:00.000 Trc 04541 RequestAny received from [1] (1 Any host)\n" + self }
}
