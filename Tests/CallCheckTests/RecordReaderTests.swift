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
}
