import CallCheck
import CallLog
import CallModel
import Testing

@testable import CallReport

@Suite struct LogJudgementTests {
  /// Two calls with different faults, as a T-Server prints them.
  private static let log = Array(
    """
    Local time: 2026-01-01T09:00:00.000

    @09:14:07.5130 [0] 8.1.101.10 distribute_event: message EventDialing
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7001'
    \tAttributeThisDNRole\t1
    \tAttributeOtherDN\t'7002'
    \tAttributeOtherDNRole\t2

    @09:14:09.0310 [0] 8.1.101.10 distribute_event: message EventRinging
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7002'
    \tAttributeThisDNRole\t2
    \tAttributeOtherDN\t'7009'
    \tAttributeOtherDNRole\t1
    \tAttributeCallState\t0

    @09:14:12.2400 [0] 8.1.101.10 distribute_event: message EventReleased
    \tAttributeConnID\t006c02462a161006
    \tAttributeThisDN\t'7001'
    \tAttributeOtherDN\t'7002'
    \tAttributeCallState\t0

    @09:15:07.5130 [0] 8.1.101.10 distribute_event: message EventDialing
    \tAttributeConnID\t006c02462a161007
    \tAttributeThisDN\t'7001'
    \tAttributeThisDNRole\t1
    \tAttributeOtherDN\t'7003'
    \tAttributeOtherDNRole\t2

    @09:15:08.5130 [0] 8.1.101.10 distribute_event: message EventEstablished
    \tAttributeConnID\t006c02462a161007
    \tAttributeThisDN\t'7001'
    \tAttributeThisDNRole\t1
    \tAttributeOtherDN\t'7003'
    \tAttributeOtherDNRole\t2

    """.utf8)

  /// The findings, each with its whole text.
  private static func judged(_ bytes: [UInt8], pieces size: Int) -> (findings: [Finding], texts: [String]) {
    var terms = LogJudgement.Terms(profile: SwitchProfile())
    terms.hurries = true
    var judgement = LogJudgement(terms)
    judgement.beginFile("srv.log")
    var findings: [Finding] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      findings += judgement.read(Array(bytes[start..<min(start + size, bytes.count)]).span)
    }
    findings += judgement.finish()
    let words = judgement.words(files: ["srv.log"])
    return (findings, findings.map(words.text))
  }

  @Test func theFindingsOfARedactedLogAreTheSame() throws {
    var redactor = LogRedactor()
    redactor.collect(Self.log.span)
    redactor.endCollecting()
    let redacted = redactor.rewrite(Self.log.span) + redactor.endRewriting()
    let (old, new) = (Self.judged(Self.log, pieces: 1 << 16), Self.judged(redacted, pieces: 1 << 16))
    #expect(old.findings.count >= 2)
    func lines(_ findings: [Finding]) -> [String] {
      findings.map { finding in
        "\(finding.level) \(finding.kind) \(finding.observation.position.line) \(finding.observation.time) "
          + "\(finding.differences) \(finding.missing.map(\.type)) \(finding.inferred.map(\.verb)) \(finding.rule?.name ?? "")"
      }
    }
    #expect(lines(old.findings) == lines(new.findings))
    // The texts differ in the pseudonyms only.
    for word in ["7001", "7002", "7003", "7009", "006c02462a161006", "006c02462a161007"] {
      #expect(old.texts.contains { $0.contains(word) } && !new.texts.contains { $0.contains(word) }, "\(word)")
    }
    func shape(_ texts: [String]) -> [[Int]] {
      texts.map { $0.split(separator: "\n").map { $0.split(separator: " ").count } }
    }
    #expect(shape(old.texts) == shape(new.texts))
  }

  @Test(arguments: [1, 7, 100]) func theSizeOfThePiecesDoesNotMatter(_ size: Int) {
    #expect(Self.judged(Self.log, pieces: size).texts == Self.judged(Self.log, pieces: Self.log.count).texts)
  }
}
