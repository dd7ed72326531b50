/// A time stamp at the beginning of a line, and the place behind it.
struct LogStamp {
  /// The days since 1970; nil if the stamp has no date.
  var day: Int?
  /// The microseconds since midnight.
  var time: Int
  var end: Int

  static let second = 1_000_000
  static let hour = 3_600 * second
  static let wholeDay = 24 * hour

  /// Reads `09:14:07.5130`, `2026-01-01T09:14:07.513` or `2026-01-01 09:14:07,513`.
  init?(_ line: Span<UInt8>, _ start: Int, _ end: Int) {
    var place = start
    var day: Int?
    if place + 11 <= end, line[place + 4] == UInt8(ascii: "-"), line[place + 7] == UInt8(ascii: "-") {
      guard let year = line.decimal(place..<place + 4), let month = line.decimal(place + 5..<place + 7),
        let dayOfMonth = line.decimal(place + 8..<place + 10), (1...12).contains(month), (1...31).contains(dayOfMonth),
        line[place + 10] == UInt8(ascii: "T") || line[place + 10] == UInt8(ascii: " ")
      else { return nil }
      day = Self.day(year, month, dayOfMonth)
      place += 11
    }
    guard place &+ 8 <= end, let seconds = Self.seconds(line.word(at: place, to: place &+ 8)) else { return nil }
    place &+= 8
    var time = seconds &* Self.second
    if place &+ 1 < end, line[place] == UInt8(ascii: ".") || line[place] == UInt8(ascii: ",") {
      let digits = line.word(at: place &+ 1, to: min(end, place &+ 9))
      let count = digits.digitCount
      time &+= Int(truncatingIfNeeded: digits.decimalFraction(of: count) / 100)
      if count > 0 { place &+= 1 &+ count }
      if count == 8 { while place < end, line[place].isDigit { place &+= 1 } }
    }
    (self.day, self.time, self.end) = (day, time, place)
  }

  /// The seconds since midnight at a time such as `09:14:07`, whose first byte is the lowest one.
  @inline(__always)
  private static func seconds(_ clock: UInt64) -> Int? {
    // Digits are everywhere but at the third byte and the sixth one.
    guard clock & UInt64.highBits == 0, clock & 0x0000_FF00_00FF_0000 == 0x0000_3A00_003A_0000,
      clock.marks(from: 0x30, to: 0x39) == 0x8080_0080_8000_8080
    else { return nil }
    let digits = clock & 0x0F0F_000F_0F00_0F0F
    let pairs = digits &* 10 &+ digits &>> 8
    let (hours, minutes, seconds) = (pairs & 0xFF, pairs &>> 24 & 0xFF, pairs &>> 48 & 0xFF)
    guard hours < 24, minutes < 60, seconds < 61 else { return nil }
    return Int(truncatingIfNeeded: (hours &* 60 &+ minutes) &* 60 &+ seconds)
  }

  /// The days from 1970-01-01 to a date.
  static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years that begin in March have their leap day at the end.
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let leapDays = shifted / 4 - shifted / 100 + shifted / 400
    return shifted * 365 + leapDays + dayOfYear - 719_468
  }
}

/// Gives stamps their dates: most stamps in logs have none.
struct LogClock {
  /// The day and the time of the latest stamp.
  private var day = 0
  private var last: Int?
  /// Whether the latest time is not a stamp but when the file began, perhaps by the clock of another time zone.
  private var isRough = false
  /// Whether any stamp, header or name had a date.
  private(set) var hasDates = false
  /// The time of the first stamp.
  private(set) var first: Int?

  /// The latest time; nil before the first stamp.
  var now: Int? { isRough ? nil : last.map { day * LogStamp.wholeDay + $0 } }

  /// The time of the first stamp, or when the file begins if there is none.
  var beginning: Int? { first ?? last.map { day * LogStamp.wholeDay + $0 } }

  /// When the file begins, as its header or its name says.
  mutating func set(_ stamp: LogStamp) {
    day = stamp.day ?? day
    hasDates = hasDates || stamp.day != nil
    (last, isRough) = (stamp.time, true)
  }

  /// The time of the next stamp.
  mutating func time(_ stamp: LogStamp) -> Int {
    var day = stamp.day ?? day
    if stamp.day == nil, let last {
      if isRough {
        // Both clocks are less than half a day apart.
        if stamp.time - last > LogStamp.wholeDay / 2 { day -= 1 }
        if last - stamp.time > LogStamp.wholeDay / 2 { day += 1 }
      } else if last - stamp.time > LogStamp.wholeDay / 2 {
        day += 1
      } else if last < 5 * 60 * LogStamp.second, stamp.time > LogStamp.wholeDay - 5 * 60 * LogStamp.second {
        // A line from before midnight comes after one from after it.
        return (day - 1) * LogStamp.wholeDay + stamp.time
      }
    }
    (self.day, last, isRough) = (day, stamp.time, false)
    let time = day * LogStamp.wholeDay + stamp.time
    if first == nil { first = time }
    if stamp.day != nil { hasDates = true }
    return time
  }
}

extension LogStamp {
  /// The last `20260101_000000` or `20260101_000000_000` in the name of a file.
  init?(fileName: String) {
    let bytes = Array(fileName.utf8)
    let line = bytes.span
    var place = bytes.count - 15
    while place >= 0 {
      defer { place -= 1 }
      guard bytes[place + 8] == UInt8(ascii: "_"), let date = line.decimal(place..<place + 8),
        let time = line.decimal(place + 9..<place + 15), (1900_01_01...9999_12_31).contains(date)
      else { continue }
      let (month, day) = (date / 100 % 100, date % 100)
      let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100)
      guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61 else { continue }
      self.day = Self.day(date / 10_000, month, day)
      self.time = ((hour * 60 + minute) * 60 + second) * Self.second
      end = place + 15
      return
    }
    return nil
  }
}
