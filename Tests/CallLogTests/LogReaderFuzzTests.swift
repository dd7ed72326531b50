import CallLog
import Testing

/// Logs that something has damaged are read to their end, and always in the same way.
@Suite struct LogReaderFuzzTests {
  /// What is often in logs, to be put where it does not belong.
  private static let scraps: [String] = [
    "\n", "\r\n", "\t", "'", "\"", "\\", "\0", "\0\0\0", "@", "[0]", ": message ", "message ", "Attribute",
    "AttributeThisDN\t",
    "(list)", "KVList:", " = ", "[str] = ", "{\"flow\":\"", "\"attributes\":{", "}", "]", "received from ",
    "request to ",
    "12:34:56.7890", "2015-05-29T10:14:00", "'EventHeld' (66) attributes:", "'EventHeld' ('66')\nmessage attributes:\n",
    "Application name: x\n", "# Flow: x\n", "[BSYNC]", "[ISCC]", "ISCCAttribute", "attr_#", "\u{FEFF}", "é", "\u{7F}",
  ]

  private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes.removeSubrange(place..<end)
      case 1: bytes.insert(contentsOf: bytes[place..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 2: bytes.insert(UInt8.random(in: .min ... .max, using: &random), at: place)
      case 3: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      default: bytes.insert(contentsOf: Self.scraps.randomElement(using: &random)?.utf8 ?? "".utf8, at: place)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<40) func damagedLogs(_ seed: UInt64) {
    var random = Random(seed)
    for _ in 0..<25 {
      let files = (0..<2).map { _ in mutated(Samples.bytes[Int.random(in: 0..<4, using: &random)], &random) }
      let whole = Reading(bytes: files)
      let pieces = Reading(bytes: files, piece: Int.random(in: 1...100, using: &random))
      #expect(whole.lines == pieces.lines, "\(seed)")
      #expect(whole.records.map(\.position) == pieces.records.map(\.position), "\(seed)")
      for record in whole.records { check(record) }
      let summary = whole.summary
      #expect(summary.events + summary.requests + summary.others == whole.records.count)
      #expect(summary.bytes == files.reduce(0) { $0 + $1.count })
    }
  }

  /// Every range is within the bytes, and every value can be asked for.
  private func check(_ record: LogRecord) {
    #expect(record.name.upperBound <= record.bytes.count && record.head.upperBound <= record.bytes.count)
    for field in record.fields {
      #expect(field.name.upperBound <= record.bytes.count && field.value.upperBound <= record.bytes.count)
    }
    for attribute in LogAttribute.allCases where record.has(attribute) {
      _ = (record.string(attribute), record.integer(attribute), record.hexadecimal(attribute))
      if case .name(let range) = record.enumeration(attribute) { #expect(range.upperBound <= record.bytes.count) }
    }
  }

  @Test(arguments: 0..<10) func noise(_ seed: UInt64) {
    var random = Random(seed)
    let letters = Array("\n\n\t\t\r '\"\\@:[](){}=,.0123AEFatbuemsg#\0".utf8)
    let bytes = (0..<20_000).map { _ in letters[Int.random(in: 0..<letters.count, using: &random)] }
    for record in Reading(bytes: [bytes]).records { check(record) }
  }

  /// Texts that are slow to read if each of their bytes is looked at for each other one.
  @Test(arguments: [
    "'", "' ", "'[a ", "'(", "'\t", "\"", "\\", "\\\"", "[", "{\"flow\":[", "{\"flow\":\"", "\0", "\n", "\r", " ", "\t",
    "(",
    "'x' (1", ": message ", "a", "0", "12:34:56.7 ", "message ", "\0a", "= ",
  ]) func longLines(_ text: String) {
    let body = Array(String(repeating: text, count: 100_000 / text.utf8.count).utf8)
    for head in [
      "", "@00:00:00.1 [0] 8 distribute_event: message EventHeld\n\t\t'", "'EventHeld' (66) attributes:\n\t\t'",
      "{\"flow\":",
    ] {
      _ = Reading(bytes: [Array(head.utf8) + body, body], piece: 1 << 16)
    }
  }
}
