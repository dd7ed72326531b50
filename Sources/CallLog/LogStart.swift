/// The beginning of a file, which says when the file was begun.
///
///     let order = LogStart.order(files.map { LogStart(name: $0.name, bytes: $0.first64KiB.span) })
public struct LogStart: Hashable, Sendable {
  /// The microseconds from 1970 to the first time stamp; nil if the file has no dates, as transcripts have none.
  public let time: Int?

  /// Looks for the first time stamp in the first bytes of a file; 64 KiB are enough.
  public init(name: String, bytes: Span<UInt8>) {
    var reader = LogReader()
    reader.beginFile(name)
    reader.read(bytes) { _ in }
    time = reader.clock.hasDates ? reader.clock.beginning : nil
  }

  /// The files in the order of their times, as indices. A file without one stays behind the file before it.
  public static func order(_ starts: [LogStart]) -> [Int] {
    var latest = Int.min
    let times = starts.map { start in
      latest = start.time ?? latest
      return latest
    }
    return starts.indices.sorted { (times[$0], $0) < (times[$1], $1) }
  }
}
