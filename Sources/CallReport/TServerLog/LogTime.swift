/// A moment in UTC, to the millisecond, as logs have it. There are no other time zones.
public struct LogTime: Hashable, Sendable {
  /// The milliseconds since the beginning of 1970.
  var milliseconds: Int

  /// When a log begins if nothing else is said: 2026-01-01T00:00:00Z.
  public static let usual = LogTime(milliseconds: 1_767_225_600_000)

  init(milliseconds: Int) { self.milliseconds = milliseconds }

  /// Reads `2026-01-01T00:00:00Z`, also with one to three digits of a second's fraction; the years are 1970 to 9999.
  public init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    func number(_ digits: ClosedRange<Int>, _ range: ClosedRange<Int>) -> (value: Int, count: Int)? {
      let word = rest.prefix(digits.upperBound).prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      let value = word.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard word.count >= digits.lowerBound, range.contains(value) else { return nil }
      rest = rest.dropFirst(word.count)
      return (value, word.count)
    }
    func takes(_ character: Unicode.Scalar) -> Bool {
      guard rest.first == UInt8(ascii: character) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = number(4...4, 1970...9999), takes("-"), let month = number(2...2, 1...12), takes("-"),
      let day = number(2...2, 1...CivilDate.days(in: month.value, of: year.value)), takes("T"),
      let hour = number(2...2, 0...23), takes(":"), let minute = number(2...2, 0...59), takes(":"),
      let second = number(2...2, 0...59)
    else { return nil }
    var fraction = 0
    if takes(".") {
      guard let digits = number(1...3, 0...999) else { return nil }
      fraction = digits.value * [100, 10, 1][digits.count - 1]
    }
    guard takes("Z"), rest.isEmpty else { return nil }
    let days = CivilDate(year: year.value, month: month.value, day: day.value).daysSince1970
    let seconds = ((days * 24 + hour.value) * 60 + minute.value) * 60 + second.value
    milliseconds = seconds * 1_000 + fraction
  }

  /// So many milliseconds later; the last moment that there is if that would be too late.
  func later(by milliseconds: Int) -> LogTime {
    let (sum, isTooLate) = self.milliseconds.addingReportingOverflow(milliseconds)
    return LogTime(milliseconds: isTooLate ? .max : sum)
  }

  /// The milliseconds of an hour.
  static let hour = 3_600_000

  /// The seconds since the beginning of 1970.
  var seconds: Int { milliseconds / 1_000 }
  /// The milliseconds of the second.
  var fraction: Int { milliseconds % 1_000 }
  var date: CivilDate { CivilDate(daysSince1970: milliseconds / 86_400_000) }
  /// The time of day.
  var clock: (hour: Int, minute: Int, second: Int) {
    let seconds = seconds % 86_400
    return (seconds / 3_600, seconds / 60 % 60, seconds % 60)
  }
}

/// A day of the Gregorian calendar.
struct CivilDate: Hashable {
  var year: Int
  var month: Int
  var day: Int

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(in month: Int, of year: Int) -> Int {
    month == 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}

extension CivilDate {
  // Years are counted from March here: then a leap day is the last day of its year, and five months in a row always
  // have 153 days. 400 years have 146,097 days, and the first of March of year 0 is 719,468 days before 1970.

  var daysSince1970: Int {
    let year = month <= 2 ? self.year - 1 : self.year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The date of a day that is not before 1970.
  init(daysSince1970 days: Int) {
    let (cycles, day) = (days + 719_468).quotientAndRemainder(dividingBy: 146_097)
    let years = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * years + years / 4 - years / 100)
    let months = (5 * dayOfYear + 2) / 153
    self.day = dayOfYear - (153 * months + 2) / 5 + 1
    month = months < 10 ? months + 3 : months - 9
    year = cycles * 400 + years + (month <= 2 ? 1 : 0)
  }
}
