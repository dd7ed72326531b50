/// What the records of a moment begin with, and how events end. They are changed no more than the time: steps follow
/// each other by milliseconds.
struct LogStamps: ~Copyable {
  /// `00:00:00.000`
  private(set) var time = TextBuffer(capacity: 0)
  /// `@00:00:00.0000 [0] 0.2.0 distribute_event: message `
  private(set) var head = TextBuffer(capacity: 0)
  /// The time as attributes, and the empty line.
  private(set) var tail = TextBuffer(capacity: 0)
  /// What follows the time in `head`.
  private let source: String
  private var seconds = -1
  /// How long `tail` is without what changes within a second.
  private var tailLength = 0

  init(version: String) { source = "0 [0] \(version) distribute_event: message " }

  /// The length of `00:00:00.`.
  private static let clockLength = 9

  mutating func set(_ moment: LogTime) {
    if moment.seconds != seconds { set(clock: moment) }
    time.remove(from: Self.clockLength)
    time.add(moment.fraction, digits: 3)
    head.remove(from: Self.clockLength + 1)
    head.add(moment.fraction, digits: 3)
    head.add(built: source)
    tail.remove(from: tailLength)
    tail.add(moment.fraction * 1_000)
    tail.add("\n\n")
  }

  private mutating func set(clock moment: LogTime) {
    seconds = moment.seconds
    time.remove(from: 0)
    time.add(clock: moment)
    tail.remove(from: 0)
    tail.add("\n\tAttributeTimeinSecs\t")
    tail.add(seconds)
    tail.add(" (")
    tail.add(time)
    tail.add(")\n\tAttributeTimeinuSecs\t")
    tailLength = tail.count
    time.add(".")
    head.remove(from: 0)
    head.add("@")
    head.add(time)
  }
}
