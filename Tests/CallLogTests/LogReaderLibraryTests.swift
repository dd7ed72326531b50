import CallLog
import Testing

/// What client libraries and routing servers print.
@Suite struct LogReaderLibraryTests {
  @Test func dotNet() throws {
    let reading = Reading(
      """
      2015-01-07 13:14:26,572 TEST DEBUG [THREAD : 25] - Sending message to TServer - tcp://10.1.11.111:1111
      'RequestAttachUserData' ('30')
      message attributes:
      AttributeConnID [long] = 006c02462a161006
      AttributeReferenceID [int] = 88
      AttributeThisDN [str] = "2214"
      AttributeUserData [bstr] = KVList: 
      \t\t'ActivityID' [str] = "1-"XX" = 'y'"
      \t\t'a [b] = c' [int] = 5
      \t\t'nested' [list] = KVList:
      \t\t\t'k' [str] = "v"
      2015-01-07 13:14:26,574 TEST DEBUG [THREAD : 25] - Writing message RequestAttachUserData in 'proxy1'
      2015-01-07 13:20:31,665 TEST DEBUG [THREAD : SelectorThread] - Proxy got message 'EventOnHook' ('87')
      message attributes:
      AttributeEventSequenceNumber [long] = 4899493
      Time            = ComplexClass(TimeStamp):
      \tAttributeTimeinuSecs [int] = 573000
      \tAttributeTimeinSecs [int] = 1420644031
      AttributeCallUuid [str] = "x"
      AttributeThisDN [str] = "2214"
      . Processing with  state .StatePrimary proxy: proxy1
      AttributeThisDN [str] = "2215"
      """)
    #expect(
      reading.lines == [
        #"request RequestAttachUserData ConnID=006c02462a161006 ReferenceID=88 ThisDN="2214" UserData=KVList: "#
          + #"/ActivityID="1-"XX" = 'y'" /a [b] = c=5 /nested=KVList: //k="v""#,
        #"event EventOnHook EventSequenceNumber=4899493 Time=ComplexClass(TimeStamp): TimeinuSecs=573000 "#
          + #"TimeinSecs=1420644031 CallUuid="x" ThisDN="2214""#,
      ])
    #expect(reading.records.map(\.format) == [.dotNet, .dotNet])
    #expect(reading.records.map(\.position.line) == [2, 13])
    #expect(reading.records[1].time == 1_420_636_831_665_000)
    #expect(reading.records[0].string(named: "ActivityID") == #"1-"XX" = 'y'"#)
    #expect(reading.records[1].string(.thisDN) == "2214")
    #expect(reading.records[1].string(.callUUID) == "x")
    #expect(reading.records[0].hexadecimal(.connID) == 0x006c_0246_2a16_1006)
  }

  @Test func java() throws {
    let reading = Reading(
      """
      11:22:33.444 [pool-1] INFO  'EventRinging' (60) attributes:
      \tEventSequenceNumber = 21866615
      \tTime = TimeStamp:
      \t\tTimeinSecs = 1521555643
      \t\tTimeinuSecs = 436000
      \tConnID = 006C02462A161006
      \tThisDNRole = 2 [RoleDestination]
      \tThisDN = "541143356512"
      \tCallState = 0 [CallStateOk]
      \tUserData [bstr] = KVList:
      \t\t'Ambiente' [str] = "PROD"
      \t\tKeyWithoutQuotes = "1"
      \tattr_#17 = 4

      Foo = "x"
      'EventHeld' (66) attributes:
      """)
    #expect(
      reading.lines == [
        #"event EventRinging EventSequenceNumber=21866615 Time=TimeStamp: TimeinSecs=1521555643 TimeinuSecs=436000 "#
          + #"ConnID=006C02462A161006 ThisDNRole=2 [RoleDestination] ThisDN="541143356512" CallState=0 [CallStateOk] "#
          + #"UserData=KVList: /Ambiente="PROD" /KeyWithoutQuotes="1" attr_#17=4"#,
        "event EventHeld (cut)",
      ])
    let record = try #require(reading.records.first)
    #expect(record.format == .java)
    #expect(record.hexadecimal(.connID) == 0x006c_0246_2a16_1006)
    #expect(record.integer(.thisDNRole) == 2 && record.string(.thisDN) == "541143356512")
    #expect(record.time == 40_953_444_000)
    // The second has no time of its own.
    #expect(reading.records[1].time == 40_953_444_000)
  }

  /// Either head may come with either kind of lines, indented or not.
  @Test(
    arguments: [
      (
        "'EventRinging' (60) attributes:\n",
        "AttributeConnID [long] = 006c02462a161006\nAttributeThisDN [str] = \"1001\"\n", .dotNet
      ),
      (
        "'EventRinging' (60) attributes:\n",
        "\tAttributeConnID [long] = 006c02462a161006\n\tAttributeThisDN [str] = \"1001\"\n", .dotNet
      ),
      ("x 'EventRinging' ('60')\nmessage attributes:\n", "ConnID = 006C02462A161006\nThisDN = \"1001\"\n", .java),
      (
        "\t'EventRinging' ('60')\r\nmessage attributes:\r\n",
        "\tConnID [long] = 006C02462A161006\r\n\tThisDN [str] = \"1001\"\r\n", .java
      ),
    ] as [(String, String, LogFormat)]) func anyHead(_ head: String, _ lines: String, _ format: LogFormat) throws
  {
    let reading = Reading(head + lines + "\n")
    let record = try #require(reading.records.first)
    #expect(reading.records.count == 1 && record.format == format && record.direction == .event && !record.isCut)
    #expect(record.string(.thisDN) == "1001" && record.hexadecimal(.connID) == 0x006c_0246_2a16_1006)
  }

  /// What looks like a head is only text if no attributes follow.
  @Test(arguments: [
    "got 'EventOnHook' ('87')\nnext line\n", "got 'EventOnHook' ('87')\n\tAttributeThisDN\t'1'\n",
    "EventOnHook (87) attributes:\n",
    "'EventOnHook' (x) attributes:\n", "'EventOnHook' ()\nmessage attributes:\n", "' (1)\nmessage attributes:\n",
    "'' (1) attributes:\n",
    "message attributes:\nAttributeThisDN [str] = \"1\"\n", "(87)\nmessage attributes:\n", "x' (87) attributes:\n",
  ]) func noHead(_ text: String) {
    #expect(Reading(text).lines == [])
  }

  @Test func theSameEventOfTwoLogs() {
    let server = """
      @00:00:00.0 [0] 8 distribute_event: message EventHeld
      \tAttributeThisDN\t'1'
      \tAttributeEventSequenceNumber\t000000000000000a
      \tAttributeTimeinSecs\t5 (00:00:05)
      \tAttributeTimeinuSecs\t7


      """
    let library = """
      'EventHeld' ('66')
      message attributes:
      AttributeThisDN [str] = "1"
      AttributeEventSequenceNumber [long] = 10
      AttributeTimeinSecs [int] = 5
      AttributeTimeinuSecs [int] = 7

      """
    #expect(Reading(server, library).summary.repeatedRecords == 1)
  }

  /// Clients print the text of a message within their own, and then its attributes stand at the margin.
  @Test func withinThePrintOfAClient() {
    let reading = Reading(
      """
      2016-08-16 18:50:43,123 DEBUG [] c.g.CallsListener Handling update message:
      CallMessage(super=TelephonyMessage(message='EventRinging' (60) attributes:
      AttributeEventSequenceNumber [long] = 4899495
      TimeStamp:
      \tAttributeTimeinSecs [int] = 1420644031
      CallHistoryInfo:
      AttributeThisDN [str] = "2214"
      AttributeConnID [long] = 0077028a809f7004
      ), device=Device(number=2214))
      AttributeThisDN [str] = "2215"
      2016-08-16 18:50:45,123 DEBUG [] c.g.Proxy Sent: ['RequestAnswerCall' (12) attributes:
      AttributeThisDN [str] = "2214"]
      2016-08-16 18:50:46,123 DEBUG [] c.g.Proxy Sent: ['RequestReleaseCall' (14) attributes:
      AttributeThisDNRole [int] = 2 [RoleDestination]
      AttributeConnID [long] = 0077028a809f7004]


      """)
    #expect(
      reading.lines == [
        #"event EventRinging EventSequenceNumber=4899495 TimeinSecs=1420644031 ThisDN="2214" ConnID=0077028a809f7004"#,
        #"request RequestAnswerCall ThisDN="2214""#,
        "request RequestReleaseCall ThisDNRole=2 [RoleDestination] ConnID=0077028a809f7004",
      ])
  }

  @Test func routingServer() throws {
    let reading = Reading(
      """
      16:56:45.741 Int 04543 Interaction message "EventRouteRequest" received from 65200 ("TServer@8001")
          received from 65200(TServer)host1:3000(fd=12) message EventRouteRequest
      \tAttributeThisDN\t'9001'
      \tAttributeConnID\t006c02462a161006
          received from 65200(TServer)host1:3000(fd=12) message EventQueued
      \tAttributeThisDN\t'VQ_Sales'
      16:56:45.834_T_I_006c02462a161006 [14:0c] EventRouteUsed(normal) is received for tserver TServer[Switch] (this dn=9001)
          _T_I_006c02462a161006 [14:0a] del DN (TServer[Switch] 9001) truly(ref.id=12)
          request to 65200(TServer) message RequestDistributeEvent
      \tAttributeTimeout\t60
      \tAttributeReferenceID\t4294967295
      \tAttributeUserEvent\tEventDiverted
      request to 65200(TServer) message RequestRouteCall
      \tAttributeReferenceID\t13
      received from 65201(StatServer)host1:3000(fd=12) message SEventInfo
      _I_I_006c02462a161006 [09:04] ASSIGN: __Return(SCRIPT) <- STRING:
      """)
    #expect(
      reading.lines == [
        "event EventRouteRequest ThisDN='9001' ConnID=006c02462a161006", "event EventQueued ThisDN='VQ_Sales'",
        "request RequestDistributeEvent Timeout=60 ReferenceID=4294967295 UserEvent=EventDiverted",
        "request RequestRouteCall ReferenceID=13", "other SEventInfo",
      ])
    #expect(reading.records.allSatisfy { $0.format == .router })
    #expect(
      reading.records.map(\.time) == [61_005_741_000, 61_005_741_000] + Array(repeating: 61_005_834_000, count: 3))
    #expect(reading.records[2].string(.userEvent) == "EventDiverted")
    #expect(reading.summary.unknownAttributes.isEmpty)
  }

  /// A head may name the request that the message answers, and an orchestration server has a line of its own.
  @Test func otherHeadsOfRoutingServers() {
    let reading = Reading(
      """
      received from 65200(TServer)host1:3000(fd=) message EventAttachedDataChanged(refid=12)
      \tAttributeThisDN\t'9001'
      received from 23(Client) message RequestInvoke(1000000100)
      \tAttributeThisDN\t'9002'
      16:41:55.299 Int 04543 Interaction message "EventRouteRequest" received from 65200 ("TServer@9001")
      \t: message EventRouteRequest
      \tAttributeThisDN\t'9001'
      \t: message to follow


      """)
    #expect(
      reading.lines == ["event EventAttachedDataChanged ThisDN='9001'", "event EventRouteRequest ThisDN='9001'"])
    #expect(reading.records.last?.time == 60_115_299_000)
  }
}
