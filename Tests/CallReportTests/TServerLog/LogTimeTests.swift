import Testing

@testable import CallReport

@Suite struct LogTimeTests {
  /// The numbers are those of `date -u -d … +%s`.
  @Test(arguments: [
    ("1970-01-01T00:00:00Z", 0), ("1970-03-01T00:00:00Z", 5_097_600), ("1972-02-29T23:59:59Z", 68_255_999),
    ("1999-12-31T23:59:59Z", 946_684_799), ("2000-02-29T12:00:00Z", 951_825_600),
    ("2000-03-01T00:00:00Z", 951_868_800), ("2023-02-28T00:00:00Z", 1_677_542_400),
    ("2024-02-29T00:00:00Z", 1_709_164_800), ("2024-12-31T00:00:00Z", 1_735_603_200),
    ("2026-01-01T00:00:00Z", 1_767_225_600), ("2100-02-28T23:59:59Z", 4_107_542_399),
    ("2100-03-01T00:00:00Z", 4_107_542_400), ("9999-12-31T23:59:59Z", 253_402_300_799),
  ]) func secondsSince1970(_ text: String, _ seconds: Int) throws {
    let time = try #require(LogTime(text))
    #expect(time.seconds == seconds)
    var written = TextBuffer()
    written.add(dateAndTime: time)
    #expect(written.take() + "Z" == text)
  }

  @Test func theUsualTime() {
    #expect(LogTime("2026-01-01T00:00:00Z") == .usual)
    #expect(LogTime("2026-01-01T00:00:00.000Z") == .usual)
  }

  /// Each day has the date after that of the day before it.
  @Test func everyDayOf900Years() {
    var date = CivilDate(year: 1970, month: 1, day: 1)
    for day in 0..<330_000 {
      let found = CivilDate(daysSince1970: day)
      guard found == date, date.daysSince1970 == day else {
        Issue.record("day \(day) is \(found), \(date) is \(date.daysSince1970)")
        return
      }
      date.day += 1
      if date.day > CivilDate.days(in: date.month, of: date.year) { (date.month, date.day) = (date.month + 1, 1) }
      if date.month == 13 { (date.year, date.month) = (date.year + 1, 1) }
    }
    #expect(date == CivilDate(year: 2873, month: 7, day: 5))
  }

  @Test(arguments: [("0.5", 500), ("0.05", 50), ("0.123", 123), ("9.9", 9_900)])
  func fractions(_ seconds: String, _ milliseconds: Int) {
    #expect(LogTime("1970-01-01T00:00:0\(seconds)Z")?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    "", "Z", "2026-01-01", "2026-01-01T00:00:00", "2026-01-01 00:00:00Z", "2026-01-01T00:00:00z",
    "2026-01-01T00:00:00+00:00", "2026-01-01T00:00Z", "2026-1-1T00:00:00Z", "26-01-01T00:00:00Z",
    "1969-12-31T23:59:59Z", "10000-01-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z",
    "2026-01-00T00:00:00Z", "2026-01-32T00:00:00Z", "2026-04-31T00:00:00Z", "2026-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z", "2024-02-30T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
    "2026-01-01T23:59:60Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00.1234Z", "2026-01-01T00:00:00ZZ",
    " 2026-01-01T00:00:00Z", "2026-01-01T00:00:00Z\n", "-026-01-01T00:00:00Z", "٢٠٢٦-01-01T00:00:00Z",
  ]) func whatIsNoTime(_ text: String) {
    #expect(LogTime(text) == nil)
  }

  @Test func midnight() {
    let late = LogTime("2024-02-28T23:59:59.995Z")
    #expect(late?.later(by: 10) == LogTime("2024-02-29T00:00:00.005Z"))
    #expect(late?.later(by: 86_400_000) == LogTime("2024-02-29T23:59:59.995Z"))
    #expect(LogTime(milliseconds: .max - 1).later(by: 2) == LogTime(milliseconds: .max))
  }
}
