@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct CSVTests {
  /// The names and values of the fields that are not empty.
  private func rows(_ text: String) throws -> [[String: String]] {
    let rows = try fields(text)
    return rows.dropFirst().map { row in
      #expect(row.count == rows[0].count)
      return Dictionary(uniqueKeysWithValues: zip(rows[0], row).filter { $0.1 != "" })
    }
  }

  /// What RFC 4180 makes of the text: a reader of its own.
  private func fields(_ text: String) throws -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"" where isQuoted && scalars.first == "\"":
        field.unicodeScalars.append(scalar)
        scalars.removeFirst()
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\r" where !isQuoted:
        let next = scalars.popFirst()
        try #require(next == "\n")
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    #expect(row.isEmpty && field == "" && !isQuoted)
    return rows
  }

  @Test func aMessageIsARow() throws {
    let text = CSV().document(.acd, flows: ["*"])
    #expect(
      try rows(text) == [
        [
          "file": "sample.scenario", "flow": "*", "step": "2", "action": "A TReleaseCall", "to": "A",
          "message": "EventReleased", "ConnID": "1", "ThisDN": "A", "OtherDN": "B", "CallState": "OK",
        ],
        [
          "file": "sample.scenario", "flow": "*", "step": "2", "action": "A TReleaseCall", "to": "B",
          "message": "EventAbandoned", "ConnID": "1", "ThisDN": "B", "OtherDN": "A", "CallState": "OK",
        ],
      ])
    #expect(text.hasPrefix("file,flow,step,action,from,to,message,ConnID,PreviousConnID,ThisDN,ThisQueue,ThisDNRole,"))
    #expect(text.hasSuffix("\r\n"))
    #expect(text.split(separator: "\r\n").count == 3)
  }

  @Test func unlistedAttributesAndRules() throws {
    let row = try rows(CSV(attributes: .all, why: true).document(.acd, flows: ["*"]))[0]
    #expect(row["ThisDNRole"] == "Origination")
    #expect(row["rule"] == "The rule")
    #expect(row["source"] == "The chapter, the row")
    #expect(try rows(CSV().document(.acd, flows: ["*"]))[0]["ThisDNRole"] == nil)
    #expect(CSV(attributes: .all, why: true).opening.hasSuffix(",conversation,endedBy,rule,source\r\n"))
  }

  @Test func sendersHaveAColumn() throws {
    let row = try rows(CSV().document(.driver))[0]
    #expect(row["from"] == "IVR" && row["to"] == "Driver" && row["message"] == "NewCall")
  }

  @Test(arguments: [
    (#""><script>alert(1)</script>"#, #""""><script>alert(1)</script>""#), ("a,b", #""a,b""#), ("a;b#c", "a;b#c"),
    ("a\nb\r\nc", "\"a\nb\r\nc\""), ("a\tb", "a\tb"), ("]]>", "]]>"), ("a\u{202E}b\u{0}", "a\u{FFFD}b␀"), ("é東", "é東"),
    ("", #""""#),
  ])
  func escaping(_ text: String, _ field: String) throws {
    let transcript = Transcript.hostile(text)
    let row = CSV().document(transcript).split(separator: "\r\n", maxSplits: 1)[1]
    #expect(row.contains(",\(field),") || row.unicodeScalars.contains("\n"))
    #expect(try rows(CSV().document(transcript))[0]["UserData"] == (text == "" ? nil : shown(text)))
  }

  private func shown(_ text: String) -> String {
    text.replacing("\u{202E}", with: "\u{FFFD}").replacing("\u{0}", with: "␀")
  }

  @Test func everyAttributeHasAColumn() {
    let names = Set(CSV.attributeNames)
    #expect(names.count == CSV.attributeNames.count)
    // The T-Server's attributes find their columns by their numbers.
    #expect(CSV.attributeNames.starts(with: TServerNumbers.attributes.map(\.name)))
    for vocabulary in Servers.vocabularies {
      for attribute in vocabulary.attributes { #expect(names.contains(attribute.name)) }
    }
  }

  @Test(arguments: Repository.scenarios.indices.filter { $0 % 7 == 0 }.map { Repository.scenarios[$0] })
  func everyScenarioCanBeRead(_ path: String) throws {
    let transcript = try Repository.transcript(of: path)
    let rows = try rows(CSV(attributes: .all).document(transcript))
    var messages: [Message] = []
    for case .step(let step) in transcript.flows.flatMap(\.entries) { messages += step.messages }
    #expect(messages.count == rows.count)
    for (message, row) in zip(messages, rows) {
      #expect(message.attributes.allSatisfy { row[$0.name] == ($0.value == "" ? nil : $0.value) }, "\(message)")
    }
  }
}
