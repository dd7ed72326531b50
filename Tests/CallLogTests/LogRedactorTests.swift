import CallLog
import Testing

@Suite struct LogRedactorTests {
  /// The files of one log, redacted, in pieces of so many bytes.
  static func redacted(_ files: [String], piece: Int = .max) -> [String] {
    var redactor = LogRedactor()
    func pieces(_ file: String, _ body: (Span<UInt8>) -> Void) {
      var rest = Array(file.utf8)[...]
      while !rest.isEmpty {
        let bytes = Array(rest.prefix(piece))
        rest = rest.dropFirst(bytes.count)
        body(bytes.span)
      }
    }
    for file in files {
      pieces(file) { redactor.collect($0) }
      redactor.endCollecting()
    }
    return files.map { file in
      var output: [UInt8] = []
      pieces(file) { output += redactor.rewrite($0) }
      output += redactor.endRewriting()
      return String(decoding: output, as: UTF8.self)
    }
  }

  static func redacted(_ file: String) -> String { redacted([file])[0] }

  @Test func aServersLog() {
    #expect(
      Self.redacted(Samples.server) == """
        Application name: name1
        Application type: TServer (1)
        Host name:        name2
        UTC time:         2015-05-29T08:14:00.000
        Local time:       2015-05-29T10:14:00.000
        File:             (1) name1.20150529_101400_000.log

        10:14:00.120 Trc 04120 Check point 2015-05-29T10:14:00
        10:14:07.100 Trc 04541 RequestMakeCall received from [text] (text text text.text.text.text:text)
        message RequestMakeCall
        \tAttributeThisDN\t'1000002'
        \tAttributeOtherDN\t'name4'
        \tAttributeReferenceID\t17
        @10:14:07.1010 [BSYNC] text: text to text (text) [text]:
        message RequestMakeCall
        \tAttributeThisDN\t'1000002'
        @10:14:07.1020 [0] 8.1.101.25 distribute_event: message EventDialing
        \tAttributeEventSequenceNumber\t7ffe000000000000
        \tAttributeTimeinuSecs\t102000
        \tAttributeTimeinSecs\t1432887247 (08:14:07)
        \tAttributeThisDNRole\t1
        \tAttributeThisDN\t'1000002'
        \tAttributeReferenceID\t17
        \tAttributeConnID\t00f0000000000005
        10:14:07.103 Trc 04542 EventDialing sent to [text] (text text text.text.text.text:text)

        @10:14:07.5130 [0] 8.1.101.25 distribute_event: message EventAttachedDataChanged
        \tAttributeExtensions\t[194] 00 07 00 00..
        \t\t'name6'\t'name7'
        \t\t'name8'(list)
        \t\t\t'name9'\t'name10'
        \t\t'name11'\t1000011
        \tattr_#172\t1000012
        \tAttributeThisDN\t'1000002'

        @10:14:07.5140 [0] 8.1.101.25 send_to_client: message EventError
        \t(text text text)
        \tAttributeErrorCode\t1161


        """)
  }

  @Test func whatALibraryPrints() {
    #expect(
      Self.redacted(Samples.library) == #"""
        2015-01-07 13:14:26,572 text [text : text] - text text to text - text://text.text.text.text:text
        'RequestAttachUserData' ('30')
        message attributes:
        AttributeConnID [long] = 00f0000000000001
        AttributeThisDN [str] = "10001"
        AttributeUserData [bstr] = KVList: 
        \#t\#t'name3' [str] = "name4"
        \#t\#t'name5' [list] = KVList:
        \#t\#t\#t'name6' [str] = "name7"
        2015-01-07 13:20:31,665 text [text : text] - text text text 'EventOnHook' ('87')
        message attributes:
        AttributeEventSequenceNumber [long] = 9222809086901354496
        Time            = ComplexClass(TimeStamp):
        \#tAttributeTimeinuSecs [int] = 573000
        \#tAttributeTimeinSecs [int] = 1420644031
        AttributeThisDN [str] = "10001"
        . text text  text .text text: text
        11:22:33.444 [text-text] text  'EventRinging' (60) attributes:
        \#tConnID = 00F0000000000001
        \#tThisDNRole = 2 [RoleDestination]
        \#tThisDN = "10007"
        \#tUserData [bstr] = KVList:
        \#t\#t'name9' [str] = "name10"


        """#)
  }

  @Test func whatARoutingServerPrints() {
    #expect(
      Self.redacted(Samples.router) == """
        16:56:45.741 Int 04543 text text "EventRouteRequest" received from text ("text@text")
            received from text(text)text:text(text=text) message EventRouteRequest
        \tAttributeThisDN\t'100000'
        \tAttributeConnID\t00f0000000000002
        16:56:45.834text [text:text] EventRouteUsed(text) text received text text text[text]
            request to text(text) message RequestDistributeEvent
        \tAttributeReferenceID\t4294967295
        \tAttributeUserEvent\tEventDiverted


        """)
  }

  /// ConnIDs count upwards. A log may name a call first that began before another one.
  @Test func callsStayInTheirOrder() throws {
    let calls = ["006c02462a161009", "006c02462a161003", "006c02462a161012", "006C02462A161005"]
    let log = calls.map { call in
      "@10:14:07.1020 [0] 8.1 distribute_event: message EventHeld\n\tAttributeThisDN\t'7001'\n\tAttributeConnID\t\(call)\n\n"
    }
    let redacted = Reading(Self.redacted(log.joined())).records.compactMap { $0.hexadecimal(.connID) }
    #expect(redacted.count == 4 && redacted[1] < redacted[3] && redacted[3] < redacted[0] && redacted[0] < redacted[2])
  }

  @Test func aTranscript() {
    #expect(
      Self.redacted(Samples.transcript) == #"""
        {"flow":"main","step":1,"action":"name1 TMakeCall name2 data.name3=name4"}
        {"flow":"main","step":1,"to":"name1","message":"EventDialing","attributes":{"ConnID":"10004","ThisDN":"name1","UserData":"name6=name7"}}
        {"flow":"main","action":"wait 5s"}
        {"flow":"name8","step":1,"after":"name8"}
        {"flow":"name8","step":2,"to":"name2","message":"EventRinging","attributes":{"ThisDN":"name9"},"rule":"text"}

        """#)
  }

  @Test(arguments: [1, 2, 7, 64]) func anySizeOfPieces(_ piece: Int) {
    #expect(Self.redacted(Samples.all, piece: piece) == Self.redacted(Samples.all))
    let ends = Samples.all.map { $0.replacing("\n", with: "\r\n") }
    #expect(Self.redacted(ends, piece: piece) == Self.redacted(Samples.all).map { $0.replacing("\n", with: "\r\n") })
  }
}
