import Testing

@testable import CallLog

@Suite struct LogPeriodTests {
  private static let day = LogStamp.day(2026, 1, 1) * LogStamp.wholeDay

  private static func time(_ hours: Int, _ minutes: Int = 0, day: Int = 0) -> Int {
    Self.day + day * LogStamp.wholeDay + (hours * 60 + minutes) * 60 * LogStamp.second
  }

  private func places(_ since: String?, _ until: String?, _ times: [Int]) -> [LogPeriod.Place] {
    var period = LogPeriod(since: since.flatMap(LogMoment.init), until: until.flatMap(LogMoment.init))
    return times.map { period.place(of: $0) }
  }

  @Test(arguments: ["09:14", "09:14:07", "09:14:07.513", "09:14:07,5", "2026-01-01T09:14", "2026-01-01 09:14:07.5130"])
  func momentsAreWrittenAsStamps(_ text: String) { #expect(LogMoment(text) != nil) }

  @Test(arguments: ["", "9:14", "09", "0914", "soon", "24:00", "09:60", "2026-01-01", "2026-13-01T09:14", "09:14 h"])
  func otherTextsAreNone(_ text: String) { #expect(LogMoment(text) == nil) }

  @Test func aTimeIsOneOfTheFirstDay() {
    let times = [Self.time(8), Self.time(9), Self.time(10), Self.time(11), Self.time(9, day: 1)]
    #expect(places("09:00", "10:00", times) == [.before, .within, .within, .after, .after])
    #expect(places("09:00", nil, times) == [.before, .within, .within, .within, .within])
    #expect(places(nil, "09:30", times) == [.within, .within, .after, .after, .after])
  }

  @Test func aPeriodMayEndAfterMidnight() {
    let times = [Self.time(21), Self.time(23), Self.time(1, day: 1), Self.time(3, day: 1)]
    #expect(places("22:00", "02:00", times) == [.before, .within, .within, .after])
  }

  @Test func aDateSaysWhichDay() {
    let times = [Self.time(9), Self.time(8, day: 1), Self.time(10, day: 1)]
    #expect(places("2026-01-02T09:00", nil, times) == [.before, .before, .within])
    #expect(places("2026-01-02T09:00", "2026-01-01T10:00", times) == [.before, .before, .after])
  }
}
