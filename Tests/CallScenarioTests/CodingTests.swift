import Foundation
import Testing

@testable import CallScenario

/// Transcripts as JSON: what is decoded is what was encoded.
@Suite struct CodingTests {
  private func encoded(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return try encoder.encode(value)
  }

  private func decoded<Value: Decodable>(_ type: Value.Type, _ data: Data) throws -> Value {
    try JSONDecoder().decode(type, from: data)
  }

  /// A file of every server, and those that are played on two.
  private static let files: [ScenarioFile] = {
    var servers: Set<[String]> = []
    return ScenarioFile.all.filter { file in
      guard let scenario = try? file.parsed() else { return false }
      return servers.insert(scenario.servers.map(\.server)).inserted
    }
  }()

  @Test func everyServerHasAFile() {
    #expect(Self.files.count == 6)
  }

  @Test(arguments: files) func transcriptsSurvive(_ file: ScenarioFile) throws {
    let transcript = try #require(ScenarioFile.transcripts[file.path])
    let again = try decoded(Transcript.self, encoded(transcript))
    #expect(again == transcript)
    #expect(again.hashValue == transcript.hashValue)
    #expect(try again.scenario.replay() == transcript)
  }

  private static let scenario = """
    scenario  Everything that a file can say
    source    Nowhere
    profile   route-call-state=redirected
    party     A  extension  dn=100
    party     B  acd-group
    party     C  extension  group=B
    party     X  external
    never     A EventRinging OtherDN=B before C EventRinging ...
    always    after B EventQueued ... eventually X EventReleased or A EventReleased CallState=*?
    sometimes C EventRinging !ThisQueue
    A TMakeCall B
        A  EventDialing  OtherDN=100|B?  ThisDNRole=*  !ThirdPartyDN  CallState=*?  ThisQueue=cb ...
        ...
    A TAttachUserData k="v w"
        ...
    wait 250ms
    mark here
    wait 2h
    B TReleaseCall
        refused cannot
    C ring
        refused
    after here as there
    A TReleaseCall on 1
        X  EventReleased
    """

  @Test(arguments: [scenario, scenario.replacing("source    Nowhere", with: "derived   D14")])
  func everyKindOfStatementSurvives(_ text: String) throws {
    let scenario = try Scenario(parsing: text, path: "x")
    let again = try decoded(Scenario.self, encoded(scenario))
    #expect(again == scenario)
    #expect(again.warnings.map(\.message) == ["cb is neither a party nor a DN of this file"])
    #expect(again.vocabulary == scenario.vocabulary)
    let transcript = try scenario.replay()
    let decodedTranscript = try decoded(Transcript.self, encoded(transcript))
    #expect(decodedTranscript == transcript)
    #expect(decodedTranscript.differences() == transcript.differences())
    #expect(!transcript.differences().isEmpty)
  }

  @Test func aReaderUnderstandsIt() throws {
    let scenario = try Scenario(parsing: Self.scenario, path: "x")
    let text = String(decoding: try encoded(scenario), as: UTF8.self)
    for piece in [
      #""servers":["t-server"]"#, #""verb":{"name":"TMakeCall","server":"t-server"}"#,
      #""kinds":[{"name":"extension","server":"t-server"}]"#, #"{"mark":"here","position":"#,
      #"{"wait":{"duration":"2h","milliseconds":7200000,"position":"#,
      #""pattern":{"oneOf":{"isOptional":true,"values":["100","B"]}}"#, #""pattern":{"absent":{}}"#,
      #""properties":[{"claim":{"never":{"before":{"attributes":[]"#, #""claim":{"sometimes":{"event":{"#,
      #""refused":{"position":"#, #""reason":"cannot""#, #""messages":{"expected":["#,
    ] {
      #expect(text.contains(piece), "\(piece)")
    }
    let message = Message.Attribute(name: "CallState", value: "OK", isListed: true)
    #expect(
      String(decoding: try encoded(message), as: UTF8.self) == #"{"isListed":true,"name":"CallState","value":"OK"}"#)
  }

  @Test(arguments: [
    (#""servers":["t-server"]"#, #""servers":["v-server"]"#), (#""servers":["t-server"]"#, #""servers":[]"#),
    (#""servers":["t-server"]"#, #""servers":["ivr-server"]"#), (#""actor":0"#, #""actor":4"#),
    (#""actor":0"#, #""actor":-1"#), (#""target":1"#, #""target":9"#), (#""recipient":3"#, #""recipient":4"#),
    (#""name":"TMakeCall","server":"t-server""#, #""name":"NewCall","server":"ivr-server""#),
    (#""name":"TMakeCall","server":"t-server""#, #""name":"TMake","server":"t-server""#),
    (#""kinds":[{"name":"acd-group","server":"t-server"}]"#, #""kinds":[]"#), (#""to":0"#, #""to":4"#),
    (#""rule":0"#, #""rule":1"#),
    (#""name":"EventQueued","position":"#, #""recipient":5,"name":"EventQueued","position":"#),
    (#""milliseconds":250,"#, #""milliseconds":-1,"#),
    (#""milliseconds":250,"#, #""milliseconds":3600000000001,"#),
  ])
  func whatDoesNotFitIsRefused(_ change: (good: String, bad: String)) throws {
    let transcript = try Scenario(parsing: Self.scenario, path: "x").replay()
    let text = String(decoding: try encoded(transcript), as: UTF8.self)
    let damaged = text.replacingOccurrences(of: change.good, with: change.bad)
    #expect(damaged != text)
    #expect(throws: DecodingError.self) { try decoded(Transcript.self, Data(damaged.utf8)) }
  }
}
