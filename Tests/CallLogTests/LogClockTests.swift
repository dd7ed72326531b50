import Testing

@testable import CallLog

@Suite struct LogClockTests {
  private func stamp(_ text: String) -> LogStamp? {
    let bytes = Array(text.utf8)
    return LogStamp(bytes.span, 0, bytes.count)
  }

  /// The numbers are those of `date -u -d … +%s`.
  @Test(arguments: [
    (1970, 1, 1, 0), (1972, 2, 29, 68_169_600), (1999, 12, 31, 946_598_400), (2000, 2, 29, 951_782_400),
    (2000, 3, 1, 951_868_800), (2024, 2, 29, 1_709_164_800), (2026, 1, 1, 1_767_225_600), (2100, 3, 1, 4_107_542_400),
  ]) func days(_ year: Int, _ month: Int, _ day: Int, _ seconds: Int) {
    #expect(LogStamp.day(year, month, day) * 86_400 == seconds)
  }

  @Test(
    arguments: [
      ("00:00:00", nil, 0, 8), ("01:02:03.0040", nil, 3_723_004_000, 13), ("23:59:59,999", nil, 86_399_999_000, 12),
      ("01:02:03.1234567x", nil, 3_723_123_456, 16), ("01:02:03.", nil, 3_723_000_000, 8),
      ("01:02:03_x", nil, 3_723_000_000, 8),
      ("1970-01-02T00:00:01.5 x", 1, 1_500_000, 21), ("1970-01-02 00:00:01", 1, 1_000_000, 19),
    ] as [(String, Int?, Int, Int)]) func stamps(_ text: String, _ day: Int?, _ time: Int, _ end: Int) throws
  {
    let stamp = try #require(self.stamp(text))
    #expect(stamp.day == day && stamp.time == time && stamp.end == end)
  }

  @Test(arguments: [
    "", "1", "0:00:00", "24:00:00", "00:60:00", "00:00:61", "00-00-00", "aa:bb:cc", "1970-13-01T00:00:00",
    "1970-01-32T00:00:00",
    "1970-01-01x00:00:00", "1970-01-01", "1970-01-01T00:00",
  ]) func whatIsNoStamp(_ text: String) {
    #expect(stamp(text) == nil)
  }

  @Test(arguments: [
    ("callsim.20260101_000000_000.log", 20_454, 0), ("a.20150529_121621_438.log", 16_584, 44_181),
    ("20150529_121621", 16_584, 44_181), ("x.20150529_121621.20260101_000001.gz", 20_454, 1),
  ]) func namesOfFiles(_ name: String, _ day: Int, _ seconds: Int) throws {
    let stamp = try #require(LogStamp(fileName: name))
    #expect(stamp.day == day && stamp.time == seconds * 1_000_000)
  }

  @Test(arguments: ["", "srv-001.log", "20151329_121621", "20150529_126621", "20150529-121621", "0150529_121621"])
  func namesWithoutADate(_ name: String) {
    #expect(LogStamp(fileName: name) == nil)
  }

  /// The times that a clock gives to stamps, as days and hours.
  private func times(_ stamps: String..., beginning: String? = nil) -> [String] {
    var clock = LogClock()
    if let stamp = beginning.flatMap(stamp) { clock.set(stamp) }
    return stamps.compactMap(stamp).map { stamp in
      let time = clock.time(stamp)
      let (day, rest) = (time / LogStamp.wholeDay, time % LogStamp.wholeDay)
      return "\(day) \(rest / LogStamp.hour)h"
    }
  }

  @Test func midnight() {
    #expect(
      times("22:00:00", "23:00:00", "01:00:00", "23:00:00", "00:30:00") == ["0 22h", "0 23h", "1 1h", "1 23h", "2 0h"])
    // Time that only goes back a little is no midnight.
    #expect(times("22:00:00", "21:00:00", "22:00:00") == ["0 22h", "0 21h", "0 22h"])
    // A line from before midnight, written after it.
    #expect(times("23:59:59", "00:00:01", "23:59:59", "00:00:02") == ["0 23h", "1 0h", "0 23h", "1 0h"])
    #expect(
      times("1970-01-06T23:00:00", "01:00:00", "1970-01-09T00:00:00", "01:00:00") == ["5 23h", "6 1h", "8 0h", "8 1h"])
  }

  /// The header's clock may be that of another time zone.
  @Test func theBeginningOfAFile() {
    #expect(times("10:00:00", beginning: "1970-01-06T08:00:00") == ["5 10h"])
    #expect(times("01:00:00", beginning: "1970-01-06T23:00:00") == ["6 1h"])
    #expect(times("23:00:00", beginning: "1970-01-06T01:00:00") == ["4 23h"])
  }

  @Test func checkPoints() {
    let reading = Reading(
      "09:00:00.123 Std 04120 Check point 2015-05-29T09:00:00\n@09:00:01.0 [0] 8 distribute_event: message EventHeld\n\n"
    )
    #expect(reading.records.map(\.time) == [1_432_890_001_000_000])
  }

  @Test func orderOfFiles() {
    func start(_ name: String, _ text: String) -> LogStart { LogStart(name: name, bytes: Array(text.utf8).span) }
    let header = "Application name: x\nLocal time: 2015-05-29T10:00:00\n\n"
    let starts = [
      start("b.20150529_120000_000.log", "12:00:01.0 x\n"), start("", header + "09:59:00.0 x\n"),
      start("", "11:00:00.0 x\n"),
      start("", "2015-05-29 11:00:00.0 x\n"), start("", ""), start("", header),
    ]
    #expect(starts.map { $0.time != nil } == [true, true, false, true, false, true])
    #expect(LogStart.order(starts) == [1, 2, 5, 3, 4, 0])
    #expect(LogStart.order([]) == [])
  }
}
