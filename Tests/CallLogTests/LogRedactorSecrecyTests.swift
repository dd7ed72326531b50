import CallLog
import Testing

/// Nothing of what a log said is left in it, and yet it says the same.
@Suite struct LogRedactorSecrecyTests {
  /// What stays wherever it stands: names of messages, and the words of heads.
  private static let kept: Set<String> = [
    "attributes", "message", "received", "from", "sent", "to", "request", "distribute_event", "send_to_client", "list",
    "Trc",
    "Int", "str", "int", "long", "bstr", "KVList", "name", "Application", "Host", "UTC", "time", "Local", "File", "log",
    "type",
    "TServer", "main", "flow", "step", "action", "attributes", "BSYNC", "wait", "on", "after", "rule", "null", "T",
    "Check",
  ]

  /// The attributes whose values stay.
  private static let structural: Set<LogAttribute> = [
    .thisDNRole, .otherDNRole, .thirdPartyDNRole, .callState, .callType, .errorCode, .referenceID, .timeInSeconds,
    .timeInMicroseconds, .time, .userEvent,
  ]

  /// All values, keys, and words of values.
  private func secrets(_ records: [LogRecord]) -> Set<String> {
    var secrets: Set<String> = []
    for record in records {
      for field in record.fields {
        let value = record.string(record.unquoted(field.value))
        let isStructure = ["(list)", "KVList:", ""].contains(value) || value.hasPrefix("[")
        if let attribute = field.attribute, Self.structural.contains(attribute) { continue }
        if !isStructure { secrets.insert(value) }
        if field.isPair { secrets.insert(record.string(field.name)) }
      }
      for member in [record.transcript.to, record.transcript.from, record.transcript.file] {
        if let member { secrets.insert(record.string(member)) }
      }
      if let note = record.note { secrets.insert(record.string(note)) }
    }
    return secrets
  }

  private func words(_ text: some StringProtocol) -> [String] {
    text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }).map { String($0) }
  }

  /// The text without what is allowed to stay: times, enumerations, and the names of messages and attributes.
  private func searched(_ text: String) -> String {
    let staying = Set(LogAttribute.allCases.filter(Self.structural.contains).map { "\($0.name)" })
    return text.split(separator: "\n").map { line in
      var line = line[...]
      if let range = line.firstRange(of: /^\s*@?(\d{4}-\d\d-\d\d[T ])?\d\d:\d\d:\d\d([.,]\d+)?/) {
        line = line[range.upperBound...]
      }
      let name = line.drop { $0 == "\t" || $0 == " " }.prefix { $0.isLetter }
      if let step = line.firstRange(of: /"step":\d+/) { line.removeSubrange(step) }
      if staying.contains(String(name)) || staying.contains(String(name.dropFirst(9))) { return "" }
      return String(line)
    }.joined(separator: "\n")
  }

  private func check(_ files: [String], _ comment: String = "") {
    let redacted = LogRedactorTests.redacted(files)
    let (before, after) = (
      Reading(bytes: files.map { Array($0.utf8) }), Reading(bytes: redacted.map { Array($0.utf8) })
    )
    // Line for line, and record for record.
    for (old, new) in zip(files, redacted) {
      #expect(old.utf8.count { $0 == 10 } == new.utf8.count { $0 == 10 })
    }
    #expect(before.records.count == after.records.count, "\(comment)")
    #expect(before.summary.lines == after.summary.lines)
    var pseudonyms: [String: String] = [:]
    var values: [String: String] = [:]
    for (old, new) in zip(before.records, after.records) {
      #expect(
        old.direction == new.direction && old.format == new.format && old.time == new.time && old.scope == new.scope)
      #expect(
        old.position.line == new.position.line && old.position.file == new.position.file && old.isCut == new.isCut)
      #expect(
        old.message == new.message && old.attributes == new.attributes && old.fields.count == new.fields.count,
        "\(old.line)\n\(new.line)")
      for (field, other) in zip(old.fields, new.fields) {
        let (value, pseudonym) = (old.string(old.unquoted(field.value)), new.string(new.unquoted(other.value)))
        if let attribute = field.attribute {
          if Self.structural.contains(attribute) { #expect(value == pseudonym) }
          if attribute == .eventSequenceNumber || Self.structural.contains(attribute) { continue }
          if [.userData, .reasons, .extensions].contains(attribute) { continue }
        }
        if ["(list)", "KVList:"].contains(value) || pseudonym.hasPrefix("[") { continue }
        if value.isEmpty {
          #expect(pseudonym.isEmpty)
          continue
        }
        // The same values have the same pseudonyms, and different ones have different ones.
        let folded = value.count == 16 ? value.lowercased() : value
        let known = pseudonyms.updateValue(pseudonym.lowercased(), forKey: folded)
        #expect(known == nil || known == pseudonym.lowercased(), "\(value)")
        let owner = values.updateValue(folded, forKey: pseudonym.lowercased())
        #expect(owner == nil || owner == folded, "\(value), \(owner ?? "")")
      }
    }
    let secrets = secrets(before.records).subtracting(Self.kept)
    let text = redacted.map(searched).joined(separator: "\n")
    // Of a value with several words, none is left either, but for short numbers.
    let parts = secrets.flatMap(words).filter { part in part.contains { !$0.isNumber } }
    let leaked = Set(words(text)).intersection(secrets.union(parts)).filter { word in
      !Self.kept.contains(word) && !word.hasPrefix("Event") && !word.hasPrefix("Attribute")
    }
    #expect(leaked.isEmpty, "\(comment): \(leaked.sorted())")
    for secret in secrets where words(secret) != [secret] && !["(list)", "KVList:", ","].contains(secret) {
      let isLeft = text.contains("'\(secret)'") || text.contains("\"\(secret)\"")
      #expect(!isLeft, "\(comment): \(secret)")
    }
  }

  @Test(arguments: Samples.all) func everyFormat(_ log: String) { check([log]) }

  @Test func severalFilesAreOneLog() { check(Samples.all) }

  /// A DN, or another value, that is a number of an enumeration, a word of the log or a pseudonym.
  @Test(arguments: [
    "0", "1", "2", "17", "04541", "66", "8.1.101.25", "1161", "30", "00", "100000", "10001", "name1", "name2", "namex3",
    "text",
    "textx", "EventHeld", "message", "from", "'", "''", "a'b", "*", "#", "*72", "+41612345678", "41612345678", "a b",
    "@12:00:00.000",
    "7001@host", "[12] 41", "(list)", "KVList:", "00f0000000000001", "006C02462A161006",
    "AM5D3AE9D90757BKTSVJTCIAR4000014",
    "é", "東京", "\\", "\"", "=", ",", "k=v", "distribute_event", "Sales", "Redirected", "2 [RoleDestination]", "x\ty",
    "Attribute",
    "AttributeThisDN", "null", "main", "A", "O'Neil", "text text", "1432887247",
  ]) func hostileValues(_ value: String) {
    let server = """
      @10:14:07.1020 [0] 8.1.101.25 distribute_event: message EventDialing
      \tAttributeThisDN\t'\(value)'
      \tAttributeThisDNRole\t2
      \tAttributeReferenceID\t17
      \tAttributeOtherDN\t'7002'
      \tAttributeExtensions\t[30] 00 02 00 00..
      \t\t'\(value)'\t'7002'
      \t\t'list'(list)
      \t\t\t'deep'\t'\(value)'

      10:14:07.103 Trc 04542 EventDialing sent to [66] (00000e85 \(value) 10.51.167.61:49280)
      some text about \(value) and (\(value)), <sip:\(value)@host>
      @10:14:07.2 [0] 8.1 distribute_event: message EventError
      \t(\(value) is busy)
      \tAttributeErrorCode\t1161
      \tAttributeErrorMessage\t'\(value) is busy'
      \tAttributeUnknown\t\(value)


      """
    check([server], value)
    let json = value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\t", with: "\\t")
    let party = json.contains { $0.isWhitespace || $0 == "=" || $0 == "\\" } ? "P" : json
    let transcript = #"""
      {"file":"\#(json)","flow":"main","step":1,"action":"\#(party) TMakeCall B data.\#(party)=x on 2","refused":"\#(json) is busy"}
      {"file":"\#(json)","flow":"main","step":1,"to":"\#(json)","message":"EventDialing","attributes":{"ThisDN":"\#(json)","ThisDNRole":"Origination","CallState":"OK","UserData":"k=\"\#(json)\""},"rule":"\#(json)"}

      """#
    check([transcript, server], value)
  }

  @Test func headersAndNamesOfFiles() {
    let header = Samples.server.split(separator: "\n").prefix(6).joined(separator: "\n")
    let redacted = LogRedactorTests.redacted(
      header
        + "\nCommand line: -host gvoice01 -app SIPServer_Basel\nTime zone: 0, Basel\n\nSIPServer_Basel at gvoice01\n")
    for word in ["SIPServer_Basel", "gvoice01", "Basel", "host"] { #expect(!words(redacted).contains(word)) }
    #expect(redacted.hasSuffix("\ntext text: -text name2 -text name1\ntext text: text, text\n\nname1 text name2\n"))
    #expect(LogRedactor.fileName("srv-7001.20150529_101400_000.log", number: 2) == "log-2.20150529_101400_000.log")
    #expect(LogRedactor.fileName("7001.jsonl", number: 1) == "log-1.jsonl")
    #expect(LogRedactor.fileName("x", number: 1) == "log-1.log")
  }

  /// Keys are hidden however they are written, and so is what only looks like a line of callsim.
  @Test func keysInUnusualPlaces() {
    let library = "'EventHeld' (66) attributes:\n\tUserData = KVList:\n\t\tAnn = \"Basel\"\n\t\t'Ben' = 5\n\n"
    let transcript =
      #"{"flow":"main","Ann Smith":"Basel","attributes":{"Ann Smith":"x","Ben":[1,"Basel"]},"n":7}"# + "\n"
    let redacted = LogRedactorTests.redacted([library, transcript])
    for word in ["Ann", "Smith", "Basel", "Ben"] {
      #expect(!redacted.contains { words($0).contains(word) }, "\(redacted)")
    }
    #expect(Reading(redacted[1]).summary.strangeLines == 0)
  }

  /// What comes as a word of text before it is a value is replaced there, too.
  @Test func valuesThatComeLater() {
    let redacted = LogRedactorTests.redacted([
      "the agent 7001 is ready\n",
      "@00:00:00.0 [0] 8 distribute_event: message EventHeld\n\tAttributeThisDN\t'7001'\n\n",
    ])
    #expect(redacted[0] == "text text 10000 text text\n")
    #expect(redacted[1].contains("'10000'"))
  }

  @Test(arguments: 0..<20) func damagedLogs(_ seed: UInt64) {
    var random = Random(seed)
    for _ in 0..<10 {
      var bytes = Samples.bytes[Int.random(in: 0..<4, using: &random)]
      for _ in 0..<5 {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let end = min(bytes.count, place + Int.random(in: 0...20, using: &random))
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        default: bytes[place] = UInt8.random(in: .min ... .max, using: &random)
        }
      }
      var redactor = LogRedactor()
      redactor.collect(bytes.span)
      redactor.endCollecting()
      let output = redactor.rewrite(bytes.span) + redactor.endRewriting()
      #expect(output.count { $0 == 10 } == bytes.count { $0 == 10 })
    }
  }
}
