/// A moment as the stamps of a log name it: `09:14:07.513`, `09:14` or `2026-01-01T09:14:07`.
package struct LogMoment: Sendable {
  fileprivate let stamp: LogStamp

  /// Nil if the text is no stamp.
  package init?(_ text: String) {
    for ending in ["", ":00"] {
      let bytes = Array((text + ending).utf8)
      if let stamp = LogStamp(bytes.span, 0, bytes.count), stamp.end == bytes.count {
        self.stamp = stamp
        return
      }
    }
    return nil
  }
}

/// A part of a log, by its time stamps. A time without a date is one of the day on which the log begins.
package struct LogPeriod: Sendable {
  /// Where an event is.
  package enum Place: Sendable { case before, within, after }

  private let since: LogMoment?
  private let until: LogMoment?
  private var bounds: (since: Int, until: Int)?

  package init(since: LogMoment?, until: LogMoment?) { (self.since, self.until) = (since, until) }

  /// Where the time is, in microseconds since 1970. The first one that is asked for says when the log begins.
  package mutating func place(of time: Int) -> Place {
    let bounds = bounds ?? bounds(from: time)
    self.bounds = bounds
    return time < bounds.since ? .before : time > bounds.until ? .after : .within
  }

  private func bounds(from beginning: Int) -> (since: Int, until: Int) {
    let firstDay = (beginning - ((beginning % LogStamp.wholeDay) + LogStamp.wholeDay) % LogStamp.wholeDay)
    func time(_ moment: LogMoment) -> Int {
      (moment.stamp.day.map { $0 * LogStamp.wholeDay } ?? firstDay) + moment.stamp.time
    }
    let since = since.map(time) ?? .min
    var until = until.map(time) ?? .max
    // A period may end after midnight.
    if until < since, self.until?.stamp.day == nil { until += LogStamp.wholeDay }
    return (since, until)
  }
}
