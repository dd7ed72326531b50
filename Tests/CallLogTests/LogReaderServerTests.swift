import CallLog
import Testing

/// Logs of a T-Server, typed by hand.
@Suite struct LogReaderServerTests {
  private static let header = """
    Application name: SIPServer_Basel
    Application type: TServer (1)
    Application version: 8.1.101.25
    Host name:        gvoice01
    UTC time:         2015-05-29T08:14:00.000
    Local time:       2015-05-29T10:14:00.000
    File:             (1) SIPServer_Basel.20150529_101400_000.log


    """

  private static let ringing = """
    @10:14:07.5130 [0] 8.1.101.25 distribute_event: message EventRinging
    \tAttributeEventSequenceNumber\t0000000000002345
    \tAttributeTimeinuSecs\t513000
    \tAttributeTimeinSecs\t1432887247 (08:14:07)
    \tAttributeExtensions\t[194] 00 07 00 00..
    \t\t'SIGNATURE'\t'router'
    \t\t'RTR'\t115
    \tAttributeThisDNRole\t2
    \tAttributeThisDN\t'7003'
    \tAttributeCallState\t22
    \tAttributeCallUUID\t'AM5D3AE9D90757BKTSVJTCIAR4000014'
    \tAttributeConnID\t006c02462a161006


    """

  /// A head that begins like the one before is read as it would be alone.
  @Test(arguments: [
    "[0] 8.1 distribute_event: message EventRetrieved", "[0] 8.1 distribute_event: message EventRetrieved \r",
    "[0] 8.1 distribute_event: message EventHeld now", "[0] 8.1 distribute_event: message Event-Held",
    "[0] 8.1 distribute_event: message ", "[0] 8.1 distribute_event: message RequestMakeCall",
    "[1] 8.1 distribute_event: message EventHeld", "[0] 8.1 send_to_client: message EventHeld",
    "[BSYNC] Trc: distribute_event: message EventHeld", "[0] 8.1 distribute_event: messages EventHeld", "",
  ])
  func aHeadAfterAnother(_ words: String) {
    for stamp in ["@10:14:08.5130", "@10:14:08", "@2015-05-29T10:14:08.5", "10:14:08.5", "@10:14"] {
      let text = "\(stamp) \(words)\n\tAttributeThisDN\t'1'\n\n"
      let alone = Reading(text)
      let after = Reading("@10:14:07.5130 [0] 8.1 distribute_event: message EventHeld\n\n" + text)
      #expect(Array(after.lines.dropFirst()) == alone.lines, "\(stamp)")
      #expect(after.records.dropFirst().map(\.time) == alone.records.map(\.time), "\(stamp)")
      #expect(after.records.dropFirst().map(\.head) == alone.records.map(\.head), "\(stamp)")
    }
  }

  @Test func anEvent() throws {
    let reading = Reading(Self.header + Self.ringing)
    #expect(
      reading.lines == [
        "event EventRinging EventSequenceNumber=0000000000002345 TimeinuSecs=513000 TimeinSecs=1432887247 (08:14:07) "
          + "Extensions=[194] 00 07 00 00.. /SIGNATURE='router' /RTR=115 ThisDNRole=2 ThisDN='7003' CallState=22 "
          + "CallUUID='AM5D3AE9D90757BKTSVJTCIAR4000014' ConnID=006c02462a161006"
      ])
    let record = try #require(reading.records.first)
    #expect(record.message == "EventRinging")
    #expect(record.direction == .event && record.format == .server && !record.isCut)
    #expect(record.position == LogPosition(file: 0, line: 9, byte: Self.header.utf8.count))
    // 2015-05-29T10:14:07.513 by the clock of the log.
    #expect(record.time == 1_432_894_447_513_000)
    #expect(record.string(.thisDN) == "7003")
    #expect(record.hexadecimal(.connID) == 0x006c_0246_2a16_1006)
    #expect(record.integer(.timeInSeconds) == 1_432_887_247)
    #expect(record.enumeration(.callState) == .number(22))
    #expect(record.string(.callUUID) == "AM5D3AE9D90757BKTSVJTCIAR4000014")
    #expect(record.string(named: "SIGNATURE") == "router")
    #expect(record.string(named: "RTR") == "115")
    #expect(!record.has(.otherDN) && record.value(.otherDN) == nil)
    #expect(record.has(.thisDN) && record.attributes.nonzeroBitCount == 9)
    let summary = reading.summary
    #expect(summary.files == 1 && summary.events == 1 && summary.requests == 0 && summary.others == 0)
    #expect(summary.records(in: .server) == 1 && summary.records(in: .router) == 0)
    #expect(summary.lines == 21 && summary.bytes == (Self.header + Self.ringing).utf8.count)
    #expect(summary.unknownAttributes.isEmpty && summary.unknownMessages.isEmpty)
    #expect(summary.messages == [LogCount(name: "EventRinging", count: 1)])
  }

  @Test func aRequest() throws {
    let reading = Reading(
      """
      12:21:16.438 Trc 04541 RequestMakeCall received from [66] (00000e85 Desktop 10.51.167.61:49280)
      message RequestMakeCall
      \tAttributeThisDN\t'7001'
      \tAttributeOtherDN\t'8001'
      \tAttributeReferenceID\t17
      12:21:16.439 Trc 04542 EventDialing sent to [66] (00000e85 Desktop 10.51.167.61:49280)
      """)
    #expect(reading.lines == ["request RequestMakeCall ThisDN='7001' OtherDN='8001' ReferenceID=17"])
    let record = try #require(reading.records.first)
    #expect(record.position.line == 1)
    #expect(record.time == 44_476_438_000)
    #expect(record.integer(.referenceID) == 17)
    #expect(reading.summary.heads == [LogCount(name: "sent to", count: 1)])
  }

  /// A message without the line before it is no request that a client has made for certain.
  @Test func aMessageWithoutAHead() {
    let reading = Reading(
      "message RequestMakeCall\n\tAttributeThisDN\t'1'\n\nmessage attributes:\nmessage\n message x\n")
    #expect(reading.lines == ["other RequestMakeCall ThisDN='1'"])
  }

  @Test func otherHeads() {
    let reading = Reading(
      """
      @16:45:24.5942 [0] 8.1.101.25 distribute call/party event: message EventCallPartyDeleted
      \tAttributeConnID\t006c02462a161006
      @16:45:25.1041 [0] 8.1.101.25 send_to_client: message EventACK
      \tAttributeReferenceID\t2
      @16:45:25.1042 [0] 8.1.101.25 something new: message EventTea
      """)
    #expect(
      reading.lines == [
        "other EventCallPartyDeleted ConnID=006c02462a161006", "other EventACK ReferenceID=2", "other EventTea (cut)",
      ])
    #expect(
      reading.records.map { $0.string($0.head) } == ["distribute call/party event", "send_to_client", "something new"])
    #expect(reading.summary.heads.map(\.name) == ["distribute call/party event", "send_to_client", "something new"])
    #expect(reading.summary.others == 3)
    #expect(reading.summary.unknownMessages == [LogCount(name: "EventTea", count: 1)])
  }

  @Test func whatServersTellEachOtherIsDropped() {
    let reading = Reading(
      """
      @12:21:16.4386 [BSYNC] Trace: Send to backup (SIPS_B) [20]:
      message RequestSetCallInfo
      \tAttributeConnID\t006c02462a161006
      \tAttributeThisDN\t'1'

      @12:21:16.4387 [ISCC] Debug: Translate
      \tISCCAttributeCallState\t0
      \tISCCAttributeThisDN\t'2'
      @12:21:16.4388 [BSYNC] connected
      @12:21:16.4389 [0] 8.1 distribute_event: message EventHeld
      \tAttributeThisDN\t'3'
      @12:21:16.4390 [ISCC] Received
      message ISCCEventHeartbeat
      \tISCCAttributeX\t1
      message ISCCEventHeartbeat
      \tAttributeThisDN\t'4'

      """)
    #expect(reading.lines == ["event EventHeld ThisDN='3'"])
    #expect(reading.summary.backupRecords == 1)
    #expect(reading.summary.siteRecords == 3)
    #expect(reading.summary.unknownAttributes.isEmpty)
  }

  /// A record ends at the next head, indented or not, and at a line that begins with something else.
  @Test(arguments: [
    "@1:00", "@00:00:01.0 [0] 8 distribute_event: message EventHeld",
    "  @00:00:01.0 [0] 8 distribute_event: message EventHeld",
    "text", "00:00:01.0 text", "\t00:00:01.000 Trc 04541 RequestHoldCall received from [1] (1)", "", "\r", "# x",
    "message RequestHoldCall", "    received from 65200(TServer)h:1(fd=3) message EventHeld",
  ]) func aRecordEnds(_ line: String) {
    let reading = Reading(
      "@00:00:00.0 [0] 8 distribute_event: message EventDialing\n\tAttributeThisDN\t'1'\n\(line)\n\tAttributeOtherDN\t'2'\n\n"
    )
    #expect(reading.lines.first == "event EventDialing ThisDN='1'")
  }

  @Test(arguments: [
    "\tcontinued", "  (a note)", "\tISCCAttributeX\t1", "\tAttribute", "\t'", "\tmessage x", "\tAttribute X [str] = 1",
  ])
  func aRecordGoesOn(_ line: String) {
    let reading = Reading(
      "@00:00:00.0 [0] 8 distribute_event: message EventDialing\n\tAttributeThisDN\t'1'\n\(line)\n\tAttributeOtherDN\t'2'\n\n"
    )
    #expect(reading.lines == ["event EventDialing ThisDN='1' OtherDN='2'"])
  }

  @Test func anError() throws {
    let reading = Reading(
      """
      @00:00:00.0000 [0] 8.1 distribute_event: message EventError
      \t(Incorrect object (state))
      \tAttributeErrorCode\t1161
      \tAttributeErrorMessage\t'Incorrect 'object' state'

      """)
    let record = try #require(reading.records.first)
    #expect(record.note.map(record.string) == "Incorrect object (state)")
    #expect(record.string(.errorMessage) == "Incorrect 'object' state")
    #expect(record.integer(.errorCode) == 1161)
  }

  // MARK: Values

  @Test(arguments: [
    ("\tAttributeThisDN\t'7001'", "7001"), ("\tAttributeThisDN\t''", ""), ("\tAttributeThisDN\t'O'Neil'", "O'Neil"),
    ("\tAttributeThisDN\t' a  b '", " a  b "), ("\tAttributeThisDN\t'@12:00:00.000 x'", "@12:00:00.000 x"),
    ("\tAttributeThisDN\t'a'b' trailing", "a'b"), ("\tAttributeThisDN\t'tab\there'", "tab\there"),
    ("    AttributeThisDN    '7001'  ", "7001"), ("\tAttributeThisDN '7 1'\t", "7 1"),
    ("\tAttributeThisDN\t7001", "7001"),
    ("\tAttributeThisDN", ""), ("\tAttributeThisDN\t'7001", "7001"), ("\tAttributeThisDN\t'", ""),
    ("\tAttributeThisDN\t'Zoë 東京'", "Zoë 東京"), ("\tAttributeThisDN\t'a = b'", "a = b"),
    ("\tAttributeThisDN\t'x'\r", "x"),
  ]) func texts(_ line: String, _ text: String) throws {
    let reading = Reading("@00:00:00.0000 [0] 8.1 distribute_event: message EventHeld\n\(line)\n\n")
    let record = try #require(reading.records.first)
    #expect(record.string(.thisDN) == text)
    #expect(record.fields.count == 1)
  }

  @Test func lists() {
    let reading = Reading(
      """
      @00:00:00.0000 [0] 8.1 distribute_event: message EventAttachedDataChanged
      \tAttributeUserData\t[598] 00 16 00 00..
      \t\t'Name'\t'Ann 'the first''
      \t\t'RRequestedSkills'(list)
      \t\t\t'Skill'\t'?:Skill1 > 1'
      \t\t\t'deep'(list)
      \t\t\t\t'x'\t1
      \t\t'it's a key'\t'1'
      \t\t'a 'b' c'\t''
      \t\t'data'\t[12] 41 42 43 44..
      \t\t'empty'\t
      \tattr_#172\t3
      \tAttributeInvented\t'x'


      """)
    #expect(
      reading.lines == [
        "event EventAttachedDataChanged UserData=[598] 00 16 00 00.. /Name='Ann 'the first'' /RRequestedSkills=(list) "
          + "//Skill='?:Skill1 > 1' //deep=(list) ///x=1 /it's a key='1' /a 'b' c='' /data=[12] 41 42 43 44.. /empty= "
          + "attr_#172=3 Invented='x'"
      ])
    #expect(
      reading.summary.unknownAttributes == [
        LogCount(name: "Invented", count: 1), LogCount(name: "attr_#172", count: 1),
      ])
  }

  /// Copies have blanks for tabs.
  @Test func blanksForTabs() {
    let reading = Reading(
      """
      @00:00:00.0000 [0] 8.1 distribute_event: message EventHeld
       AttributeUserData    [30] 00 02 00 00..
       'my key'    'my value'
       'list'(list)
       'n'    115
       AttributeThisDN    '1'


      """)
    #expect(
      reading.lines == ["event EventHeld UserData=[30] 00 02 00 00.. /my key='my value' /list=(list) /n=115 ThisDN='1'"]
    )
  }

  /// Web pages lose the blanks at the beginning of lines. Other words at the margin still end a record.
  @Test func nothingForTabs() {
    let reading = Reading(
      """
      @00:00:00.0000 [0] 8.1 distribute_event: message EventHeld
      AttributeUserData\t[30] 00 02 00 00..
      'my key'\t'my value'
      'n' 115
      AttributeThisDN    '1'
      Attribute of nothing
      AttributeOtherDN\t'2'
      'n'\t116
      """)
    #expect(reading.lines == ["event EventHeld UserData=[30] 00 02 00 00.. /my key='my value' /n=115 ThisDN='1'"])
  }

  /// The first of two counts, and a list may be named by all its spellings.
  @Test func names() throws {
    let reading = Reading(
      """
      @00:00:00.0000 [0] 8.1 distribute_event: message EventHeld
      \tAttributeThisDN\t'1'
      \tAttributeThisDN\t'2'
      \tAttributeReason\t[2] 00 00 00 00..
      \tAttributeCallUuid\t'x'
      \tAttributeAddressInfoType\t8

      """)
    let record = try #require(reading.records.first)
    #expect(record.string(.thisDN) == "1")
    #expect(record.has(.reasons) && record.has(.callUUID) && record.has(.infoType))
  }

  @Test(arguments: LogAttribute.allCases) func everyAttributeIsFoundByItsName(_ attribute: LogAttribute) throws {
    let reading = Reading("@00:00:00.0 [0] 8 distribute_event: message EventHeld\n\tAttribute\(attribute.name)\t7\n\n")
    let record = try #require(reading.records.first)
    #expect(record.fields.first?.attribute == attribute && record.integer(attribute) == 7)
    #expect(record.attributes == 1 << UInt64(attribute.rawValue))
  }

  @Test(
    arguments: [
      (.callState, "22", .number(22)), (.callState, "Redirected", .name("Redirected")),
      (.callState, "CallStateRedirected", .name("Redirected")), (.thisDNRole, "2 [RoleDestination]", .number(2)),
      (.thisDNRole, "RoleDestination", .name("Destination")), (.callType, "CallTypeInbound", .name("Inbound")),
      (.callState, "2x", .name("2x")), (.callState, "", nil), (.infoType, "AddressType", .name("AddressType")),
      (.callState, "99999999999999999999", .name("99999999999999999999")),
    ] as [(LogAttribute, String, Named?)]) func enumerations(_ attribute: LogAttribute, _ text: String, _ value: Named?)
    throws
  {
    let reading = Reading(
      "@00:00:00.0 [0] 8 distribute_event: message EventHeld\n\tAttribute\(attribute.name)\t\(text)\n\n")
    let record = try #require(reading.records.first)
    switch record.enumeration(attribute) {
    case .number(let number): #expect(value == .number(number))
    case .name(let name): #expect(value == .name(record.string(name)))
    case nil: #expect(value == nil)
    }
  }

  enum Named: Equatable { case number(Int), name(String) }

  // MARK: Bytes

  @Test func lineEndsAndZeros() {
    let plain = Reading(Self.header + Self.ringing + Self.ringing.replacing("2345", with: "2346"))
    let text = Self.header + Self.ringing + Self.ringing.replacing("2345", with: "2346")
    #expect(Reading(text.replacing("\n", with: "\r\n")).lines == plain.lines)
    #expect(Reading("\u{FEFF}" + text).lines == plain.lines)
    #expect(Reading(text.replacing("\t", with: "\0\t\0\0")).lines == plain.lines)
    #expect(
      Reading(String(repeating: "\0", count: 100_000) + text + String(repeating: "\0", count: 100_000)).lines
        == plain.lines)
  }

  @Test func repeatedEventsAreOne() {
    let next = Self.ringing.replacing("2345", with: "2346")
    let reading = Reading(Self.ringing + next + Self.ringing + next)
    #expect(reading.records.count == 2)
    #expect(reading.summary.repeatedRecords == 2 && reading.summary.events == 2)
    // Another server, or one that was started again, counts from the beginning.
    #expect(Reading(Self.ringing + Self.ringing.replacing("513000", with: "513001")).records.count == 2)
    #expect(Reading(Self.ringing + Self.ringing.replacing("7003", with: "7004")).records.count == 2)
  }

  @Test func aLogThatIsCut() {
    #expect(Reading(Self.ringing).records.map(\.isCut) == [false])
    #expect(Reading(String(Self.ringing.dropLast())).records.map(\.isCut) == [true])
    // What is left of a value says nothing.
    let cut = Reading(String(Self.ringing.dropLast(10)))
    #expect(cut.records.map(\.isCut) == [true] && cut.records[0].value(.connID) == nil)
    #expect(cut.records[0].string(.callUUID) == "AM5D3AE9D90757BKTSVJTCIAR4000014")
    #expect(Reading(String(Self.ringing.dropLast(2))).records[0].string(.connID) == "006c02462a161006")
    let text = "@00:00:00.0 [0] 8 distribute_event: message EventHeld\n\tAttributeThisDN\t'70"
    #expect(Reading(text).records.map { $0.string(.thisDN) } == [nil])
    #expect(Reading(text + "01'").records.map { $0.string(.thisDN) } == ["7001"])
    #expect(Reading(text, "\n").records.map { $0.string(.thisDN) } == ["70"])
  }

  @Test func nothingAtAll() {
    #expect(
      Reading("").lines == [] && Reading().lines == [] && Reading("\n\n\n").lines == []
        && Reading("", "", "").summary.files == 3)
  }
}
