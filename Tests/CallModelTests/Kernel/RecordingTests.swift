import Testing

@testable import CallModel

/// A miniature of recording on the unchanged kernel: the option record-consult-calls decides which of two rules there is.
struct RecordingServer: Conversation {
  enum Verb: UInt8, Numbered { case record, consult }
  enum State: UInt8, Standing {
    case connected, recorded, consulting
    var words: String { ["connected", "recorded", "consulting"][Int(rawValue)] }
  }
  enum Note: Remark {
    case none, kept, interrupted
    func stands(under recordsConsultCalls: Bool) -> Bool { self == .none || (self == .kept) == recordsConsultCalls }
  }
  var state = State.connected

  static let rules: [Rule<RecordingServer>] = [
    Rule("A call is recorded", "Interaction Recording, Basic Call", on: .record, by: .connected) {
      becomes(.recorded)
      invites("Customer")
      invites("Agent")
    },
    Rule("The recording goes on", "Interaction Recording, Consultation", on: .consult, by: .recorded, only: .kept) {
      becomes(.consulting)
      sends("SIP Server", "re-INVITE", to: "Media Server")
    },
    Rule("The consultation is not recorded", "Interaction Recording, Consultation", on: .consult, by: .recorded, only: .interrupted) {
      becomes(.consulting)
    },
  ]

  /// One dialog for each party, and the Media Server's offer goes to that party.
  private static func invites(_ party: String) -> [Step<State>] {
    [
      sends("SIP Server", "INVITE (\(party))", to: "Media Server"), sends("SIP Server", "re-INVITE", to: "Media Server"),
      sends("SIP Server", "re-INVITE", to: party),
    ]
  }
}

@Suite struct RecordingTests {
  @Test func aCallIsRecorded() {
    var server = RecordingServer()
    let book = Rulebook(RecordingServer.rules, under: true)
    #expect(
      server.says(.record, by: book) == [
        "SIP Server INVITE (Customer) Media Server", "SIP Server re-INVITE Media Server", "SIP Server re-INVITE Customer",
        "SIP Server INVITE (Agent) Media Server", "SIP Server re-INVITE Media Server", "SIP Server re-INVITE Agent",
      ])
    #expect(server.says(.record, by: book) == ["refused: it is recorded, and would have to be connected"])
  }

  @Test(arguments: [true, false])
  func anOptionDecidesAboutTheConsultation(_ isRecorded: Bool) {
    var server = RecordingServer(state: .recorded)
    let book = Rulebook(RecordingServer.rules, under: isRecorded)
    #expect(book.present.count == 2 && book.rules.count == 3 && book.overlaps.isEmpty)
    #expect(server.says(.consult, by: book) == (isRecorded ? ["SIP Server re-INVITE Media Server"] : []))
    #expect(server.state == .consulting)
  }
}
