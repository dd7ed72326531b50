import CallLog
import Testing

/// However the bytes come, the records are the same.
@Suite struct LogReaderPiecesTests {
  /// All that a record says, as text.
  private func outline(_ reading: Reading) -> [String] {
    reading.records.map { record in
      let position = "\(record.position.file):\(record.position.line):\(record.position.byte)"
      return "\(position) \(record.format) \(record.time ?? -1) \(record.scope) \(record.line) \(record.bytes)"
    }
  }

  @Test(arguments: Samples.all.indices) func anySizeOfPieces(_ sample: Int) {
    let whole = Reading(bytes: [Samples.bytes[sample]])
    #expect(whole.records.count > 1)
    for size in (1...130).reversed() {
      let pieces = Reading(bytes: [Samples.bytes[sample]], piece: size)
      #expect(outline(pieces) == outline(whole), "\(size)")
      #expect(pieces.summary.lines == whole.summary.lines && pieces.summary.bytes == whole.summary.bytes)
    }
  }

  /// A log is cut anywhere: what is complete before is read as ever.
  @Test(arguments: Samples.all.indices) func everyBeginning(_ sample: Int) {
    let bytes = Samples.bytes[sample]
    let whole = Reading(bytes: [bytes]).lines
    for count in bytes.indices {
      let lines = Reading(bytes: [Array(bytes[..<count])]).records.filter { !$0.isCut }.map(\.line)
      // In a transcript a line is whole without its end.
      let isSame = whole.starts(with: lines)
      #expect(isSame, "\(count): \(lines.last ?? "")")
    }
  }

  @Test func everyEnd() {
    for bytes in Samples.bytes {
      for count in bytes.indices { _ = Reading(bytes: [Array(bytes[count...])]) }
    }
  }

  // MARK: Files

  @Test func aRecordGoesOnInTheNextFile() throws {
    let begin = "\n@23:59:59.9000 [0] 8.1 distribute_event: message EventHeld\n\tAttributeThisDN\t'1'\n"
    let header = """
      Application name: S
      Local time: 2015-05-30T00:00:00.000
      File: (2) S.20150530_000000_000.log

      """
    let end = "\tAttributeConnID\t006c02462a161006\n\n@00:00:00.1 [0] 8.1 distribute_event: message EventRetrieved\n\n"
    let first = header.replacing("05-30T00:00", with: "05-29T22:00") + begin
    let whole = ["event EventHeld ThisDN='1' ConnID=006c02462a161006", "event EventRetrieved"]
    let otherHeader = header.replacing("Application name: S\n", with: "")
    for next in [
      header + "\n" + end, end, header.replacing("\n", with: "\r\n") + "\r\n" + end, otherHeader + "\n" + end,
    ] {
      let reading = Reading(first, next)
      #expect(reading.lines == whole)
      #expect(reading.records.map(\.isCut) == [false, false])
      #expect(reading.records.map(\.position.file) == [0, 1])
      // The second one is on the next day.
      let times = reading.records.compactMap(\.time)
      #expect(times == [1_432_943_999_900_000, 1_432_944_000_100_000])
    }
    // The same in one file.
    #expect(Reading(first + header + "\n" + end).lines == whole)
  }

  @Test func theLastLineOfAFileNeedsNoEnd() {
    let first = "@00:00:00.1 [0] 8.1 distribute_event: message EventHeld\n\tAttributeThisDN\t'1'"
    let reading = Reading(first, "\tAttributeOtherDN\t'2'\n\n", piece: 7)
    #expect(reading.lines == ["event EventHeld ThisDN='1' OtherDN='2'"])
    let head = "\n@00:00:00.2 [0] 8.1 distribute_event: message EventRetrieved"
    #expect(Reading(first + head, "\n").lines == ["event EventHeld ThisDN='1'", "event EventRetrieved"])
    #expect(Reading(first + head, "\n").records.map(\.position.file) == [0, 0])
  }

  @Test func filesOfSeveralFormats() {
    let reading = Reading(bytes: Samples.bytes)
    let apart = Samples.bytes.flatMap { Reading(bytes: [$0]).lines }
    #expect(reading.lines == apart.map { $0.replacing(" (cut)", with: "") })
    #expect(LogFormat.allCases.allSatisfy { reading.summary.records(in: $0) > 0 })
    #expect(reading.summary.files == 4)
  }

  // MARK: Limits

  @Test func aLongRecordIsCut() throws {
    let limits = LogLimits(record: 1_000, line: 200, fields: 100, depth: 8)
    let head = "@00:00:00.1 [0] 8.1 distribute_event: message EventHeld\n\tAttributeThisDN\t'1'\n"
    let pairs = (0..<1_000).map { "\t\t'k\($0)'\t'v'\n" }.joined()
    let text = "\n" + head + pairs + "\tAttributeOtherDN\t'2'\n\n" + head + "\n"
    let reading = Reading(text, limits: limits)
    #expect(reading.records.map(\.isCut) == [true, false])
    #expect(reading.records.allSatisfy { $0.bytes.count <= 1_000 && $0.fields.count <= 100 })
    #expect(reading.records[0].string(.thisDN) == "1" && !reading.records[0].has(.otherDN))
    #expect(reading.summary.cutRecords == 1)
    #expect(reading.summary.firstCut == LogPosition(file: 0, line: 2, byte: 1))
    for piece in [1, 10, 100, 199, 200, 201, 1_000] {
      #expect(outline(Reading(text, piece: piece, limits: limits)) == outline(reading))
    }
    let fields = LogLimits(record: 1 << 20, line: 200, fields: 100, depth: 8)
    #expect(Reading(text, limits: fields).records.map(\.fields.count) == [100, 1])
  }

  @Test func aLongLineIsCut() throws {
    let limits = LogLimits(record: 10_000, line: 100, fields: 100, depth: 8)
    let head = "@00:00:00.1 [0] 8.1 distribute_event: message EventHeld\n\tAttributeThisDN\t'"
    for length in [80, 82, 83, 84, 200, 5_000] {
      let text = head + String(repeating: "x", count: length) + "'\n\tAttributeOtherDN\t'2'\n\n"
      let reading = Reading(text, limits: limits)
      let record = try #require(reading.records.first)
      #expect(record.string(.thisDN) == String(repeating: "x", count: min(length, 82)))
      #expect(record.string(.otherDN) == "2")
      // The tab, the name, the tab and two quotes are 19 bytes.
      #expect(reading.summary.cutLines == (length + 19 > 100 ? 1 : 0))
      for piece in [1, 7, 99, 100, 101, 1_000] {
        #expect(outline(Reading(text, piece: piece, limits: limits)) == outline(reading))
      }
    }
  }

  @Test func deepPairsAreLeftOut() {
    let head = "@00:00:00.1 [0] 8.1 distribute_event: message EventHeld\n"
    let limits = LogLimits(record: 10_000, line: 1_000, fields: 100, depth: 3)
    let text = head + (1...6).map { String(repeating: "\t", count: $0 + 1) + "'k'\t'v'\n" }.joined() + "\n"
    #expect(Reading(text, limits: limits).lines == ["event EventHeld /k='v' //k='v' ///k='v'"])
    #expect(Reading(text, limits: limits).summary.strangeLines == 3)
  }
}
