/// The cheapest edit that turns one recipient's expected messages into those it received.
///
/// Messages of one name are paired even if they differ, so that one missing message does not make all later ones differ
/// too. Whether the two sequences match is decided exactly, whatever their length. If they do not match and are too
/// long to weigh every pair, they are paired in their order.
struct Alignment {
  enum Edit: Equatable {
    case pair(expected: Int, actual: Int)
    case missing(Int)
    case unexpected(Int)
  }

  /// In the order of both sequences; each edit holds elements of the arrays given to `init`.
  private(set) var edits: [Edit] = []
  /// Whether every line has a matching message, and there are no further messages, or `isOpen` allows them.
  private(set) var isExact = false

  /// The largest number of pairs to weigh: 200 messages against 200.
  static let limit = 40_000
  /// The cost of a missing or unexpected message: more than that of all the attributes of a file.
  private static let gap = 1 << 32

  private let expected: [Int]
  private let actual: [Int]
  private let isOpen: Bool
  /// How much a pair differs: nil if the two cannot be a pair, 0 if they match.
  private let cost: (Int, Int) -> Int?

  init(_ expected: [Int], _ actual: [Int], isOpen: Bool, cost: @escaping (Int, Int) -> Int?) {
    self.expected = expected
    self.actual = actual
    self.isOpen = isOpen
    self.cost = cost
    // What matches at either end is part of a cheapest edit.
    var start = 0
    while start < min(expected.count, actual.count), matches(start, start) {
      pair(start, start)
      start += 1
    }
    isExact = start == expected.count && start == actual.count
    var lines = expected.count
    var messages = actual.count
    while lines > start, messages > start, matches(lines - 1, messages - 1) {
      lines -= 1
      messages -= 1
    }
    if isOpen, let chosen = embedding(start..<lines, start..<messages) {
      isExact = true
      embed(chosen, start..<lines, start..<messages)
    } else if (lines - start) * (messages - start) <= Alignment.limit {
      weigh(start..<lines, start..<messages)
    } else {
      walk(start..<lines, start..<messages)
    }
    for rest in 0..<(expected.count - lines) { pair(lines + rest, messages + rest) }
  }

  private func matches(_ line: Int, _ message: Int) -> Bool { cost(expected[line], actual[message]) == 0 }

  private mutating func pair(_ line: Int, _ message: Int) {
    edits.append(.pair(expected: expected[line], actual: actual[message]))
  }

  /// For each line, the first message that matches it after the previous line's message; nil if a line has none.
  private func embedding(_ lines: Range<Int>, _ messages: Range<Int>) -> [Int]? {
    var chosen: [Int] = []
    var next = messages.lowerBound
    for line in lines {
      while next < messages.upperBound, !matches(line, next) { next += 1 }
      if next == messages.upperBound { return nil }
      chosen.append(next)
      next += 1
    }
    return chosen
  }

  private mutating func embed(_ chosen: [Int], _ lines: Range<Int>, _ messages: Range<Int>) {
    var next = messages.lowerBound
    for (line, message) in zip(lines, chosen) {
      edits += actual[next..<message].map(Edit.unexpected)
      pair(line, message)
      next = message + 1
    }
    edits += actual[next..<messages.upperBound].map(Edit.unexpected)
  }

  /// Weighs every pair from the end, then follows the cheapest path from the beginning.
  private mutating func weigh(_ lines: Range<Int>, _ messages: Range<Int>) {
    let width = messages.count + 1
    // If further messages are allowed, they cost nothing.
    let surplus = isOpen ? 0 : Alignment.gap
    var rest = [Int](repeating: 0, count: (lines.count + 1) * width)
    var pairs = [Int?](repeating: nil, count: rest.count)
    for line in stride(from: lines.count, through: 0, by: -1) {
      for message in stride(from: messages.count, through: 0, by: -1) {
        if line == lines.count && message == messages.count { continue }
        let here = line * width + message
        var best = Int.max
        if line < lines.count { best = rest[here + width] + Alignment.gap }
        if message < messages.count { best = min(best, rest[here + 1] + surplus) }
        if line < lines.count, message < messages.count,
          let difference = cost(expected[lines.lowerBound + line], actual[messages.lowerBound + message])
        {
          pairs[here] = rest[here + width + 1] + difference
          best = min(best, rest[here + width + 1] + difference)
        }
        rest[here] = best
      }
    }
    var line = 0
    var message = 0
    while line < lines.count || message < messages.count {
      let here = line * width + message
      if pairs[here] == rest[here] {
        pair(lines.lowerBound + line, messages.lowerBound + message)
        line += 1
        message += 1
      } else if message < messages.count, rest[here] == rest[here + 1] + surplus {
        edits.append(.unexpected(actual[messages.lowerBound + message]))
        message += 1
      } else {
        edits.append(.missing(expected[lines.lowerBound + line]))
        line += 1
      }
    }
  }

  private mutating func walk(_ lines: Range<Int>, _ messages: Range<Int>) {
    for (line, message) in zip(lines, messages) {
      if cost(expected[line], actual[message]) != nil {
        pair(line, message)
      } else {
        edits += [.missing(expected[line]), .unexpected(actual[message])]
      }
    }
    let common = min(lines.count, messages.count)
    edits += expected[lines.dropFirst(common)].map(Edit.missing)
    edits += actual[messages.dropFirst(common)].map(Edit.unexpected)
  }
}
