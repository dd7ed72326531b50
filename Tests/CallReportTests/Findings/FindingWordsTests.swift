import CallCheck
import CallModel
import Testing

@testable import CallReport

@Suite struct FindingWordsTests {
  /// A call with a request that nothing answers, and with an answer that only something else explains.
  private static let log = """
    Local time: 2026-01-01T09:00:00.000

    09:14:07.500 Trc 04541 RequestMakeCall received from [66] (00000e85 Desktop 10.51.167.61:49280)
    message RequestMakeCall
    \tAttributeThisDN\t'7001'
    \tAttributeOtherDN\t'7002'
    \tAttributeReferenceID\t17

    @09:14:07.5130 [0] 8.1.101.10 distribute_event: message EventDialing
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7001'
    \tAttributeThisDNRole\t1
    \tAttributeOtherDN\t'7002'
    \tAttributeOtherDNRole\t2
    \tAttributeReferenceID\t17

    09:14:08.000 Trc 04541 RequestHoldCall received from [66] (00000e85 Desktop 10.51.167.61:49280)
    message RequestHoldCall
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7001'
    \tAttributeReferenceID\t18

    09:14:09.000 Trc 04541 RequestRetrieveCall received from [66] (00000e85 Desktop 10.51.167.61:49280)
    message RequestRetrieveCall
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7001'
    \tAttributeReferenceID\t19

    @09:14:12.2400 [0] 8.1.101.10 distribute_event: message EventReleased
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7001'
    \tAttributeThisDNRole\t1
    \tAttributeCallState\t0
    \tAttributeReferenceID\t19

    """

  @Test func findingsAboutRequestsInAllFormats() {
    var judgement = LogJudgement(LogJudgement.Terms(profile: SwitchProfile()))
    judgement.beginFile("srv.log")
    let findings = judgement.read(Array(Self.log.utf8).span) + judgement.finish()
    let words = judgement.words(files: ["srv.log"])
    #expect(
      findings.map { FindingText(words).text($0) } == [
        """
        srv.log:29: warning: EventReleased at 7001 answers TRetrieveCall of 7001, but only something else explains it
          call      006c02462a161006, 09:14:12.240
          request   7001 TRetrieveCall, ReferenceID 19


        """,
        """
        srv.log:17: note: nothing answers THoldCall of 7001
          call      006c02462a161006, 09:14:08.000
          request   7001 THoldCall, ReferenceID 18


        """,
      ])
    #expect(
      judgement.sentence([.note: 1, .warning: 1])
        == "1 log, 2 events, 3 requests (1 unanswered), 1 call: 0 errors, 1 warning, 1 note")
    guard let note = findings.last else { return }
    let line = String(decoding: FindingJSONL.line(note, words), as: UTF8.self)
    #expect(
      line.hasPrefix(
        #"{"level":"note","file":"srv.log","line":17,"request":"THoldCall","call":"006c02462a161006","text":"nothing"#))
    #expect(FlowResult(note, words, fails: false).flow == "line 17: THoldCall of 7001")
    var github = GitHubReport()
    github.add(note, words)
    let annotation = String(decoding: github.takeBytes(), as: UTF8.self)
    #expect(annotation.hasPrefix("::notice file=srv.log,line=17,title=THoldCall of 7001::nothing answers"))
    var page = FindingPage()
    page.add(note, words)
    let html = page.text(files: ["srv.log"], summary: "")
    #expect(html.contains("<small>line 17</small> <strong>note</strong> nothing answers THoldCall of 7001</h3>"))
  }
}
