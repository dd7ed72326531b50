import CallLog
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The examples of the pages, word for word.

/// How often each DN rings.
func rings(in files: [(name: String, bytes: [UInt8])]) -> [String: Int] {
  var rings: [String: Int] = [:]
  var reader = LogReader()
  func count(_ record: borrowing LogRecord) {
    guard record.direction == .event, record.message == "EventRinging" else { return }
    rings[record.string(.thisDN) ?? "", default: 0] += 1
  }
  // A log that was rolled over: the files in the order in which they were begun.
  for index in LogStart.order(files.map { LogStart(name: $0.name, bytes: $0.bytes.span) }) {
    let (name, bytes) = files[index]
    reader.beginFile(name)
    reader.read(bytes.span, count)
  }
  reader.finish(count)
  return rings
}

func redacted(_ files: [[UInt8]]) -> [[UInt8]] {
  var redactor = LogRedactor()
  for file in files {
    redactor.collect(file.span)
    redactor.endCollecting()
  }
  return files.map { redactor.rewrite($0.span) + redactor.endRewriting() }
}

@Suite struct CallLogPagesTests {
  private static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// The file of the repository, as text.
  private func text(of path: String) -> String {
    guard let file = fopen("\(Self.folder)/\(path)", "r") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The code blocks of a page, without the line that says their language.
  private func blocks(_ page: String, _ language: String) -> [String] {
    text(of: "Sources/CallLog/CallLog.docc/\(page).md").split(separator: "```", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 && $0.element.hasPrefix("\(language)\n") }
      .map { String($0.element.dropFirst(language.count + 1)) }
  }

  @Test func readingIsAsThePageShows() {
    let ringing = "\n@00:00:01.0 [0] 8 distribute_event: message EventRinging\n\tAttributeThisDN\t'7001'\n"
    #expect(
      rings(in: [("a.20260102_000000.log", Array(ringing.utf8)), ("a.20260101_000000.log", Array(ringing.utf8))]) == [
        "7001": 2
      ])
  }

  @Test(arguments: ["CallLog", "RedactingLogs"]) func thePagesShowThisCode(_ page: String) throws {
    let code = blocks(page, "swift")
    try #require(code.count == 1)
    let file = text(of: "Tests/CallLogTests/CallLogPagesTests.swift")
    #expect(file.contains(code[0].split(separator: "\n\n", maxSplits: 1)[1]))
  }

  @Test func thePageShowsWhatIsRedacted() throws {
    let texts = blocks("RedactingLogs", "text")
    try #require(texts.count == 2)
    let redacted = redacted([Array(texts[0].utf8)])
    #expect(String(decoding: redacted[0], as: UTF8.self) == texts[1])
  }
}
