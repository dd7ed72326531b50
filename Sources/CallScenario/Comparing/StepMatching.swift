/// What differs in one step.
struct StepFindings {
  var kinds: [Difference.Kind]
  var lines: [ComparedLine]
}

/// What became of an expected line.
struct LineOutcome {
  /// Nil if the line holds.
  var kind: Difference.Kind?
  /// The number of the message that the line is about, if it is sent.
  var message: Int?
}

/// A line of a step as a report shows it: what is expected, what was sent, or both.
package enum ComparedLine: Hashable, Sendable {
  case holds(ExpectedMessage)
  case differs(ExpectedMessage, Message, [AttributeDifference])
  case missing(ExpectedMessage)
  /// Another line shows what was sent, with the same attributes.
  case moved(ExpectedMessage)
  case unexpected(Message)
}

/// Finds out what became of the expected messages of a step that does not do what its lines expect.
///
/// A line without a message and a message without a line may belong together: it was sent in another order, or to
/// another recipient. That is one finding, not two.
struct StepMatching {
  private let comparison: Comparison
  private let expected: [ExpectedMessage]
  private let step: Transcript.Step
  private let isOpen: Bool
  /// The edits of each recipient.
  private var columns: [[Alignment.Edit]]

  /// The findings about expected lines, with the line of each, and its message if it has one.
  private var found: [(line: Int, message: Int?, kind: Difference.Kind)] = []
  private var foundLines: Set<Int> = []
  /// The lines whose messages were sent in another order or to another recipient, with the expected attributes.
  private var moved: Set<Int> = []
  /// For messages that belong to a line: that line, which shows the message if it went to another recipient.
  private var lineOf: [Int: Int] = [:]
  private var redirected: Set<Int> = []

  init(
    _ comparison: Comparison, _ expected: [ExpectedMessage], _ step: Transcript.Step, isOpen: Bool,
    _ alignments: [Alignment]
  ) {
    self.comparison = comparison
    self.expected = expected
    self.step = step
    self.isOpen = isOpen
    columns = alignments.map(\.edits)
    for column in columns.indices {
      exchangeNeighbors(in: column)
      findOtherOrder(in: column)
    }
    findOtherRecipients()
    findMissingAndDiffering()
  }

  private func attributes(_ line: Int, _ message: Int) -> [AttributeDifference] {
    comparison.differences(expected[line], step.messages[message], step.defaults)
  }

  private mutating func find(
    _ line: Int, _ message: Int, _ kind: (ExpectedMessage, Message, [AttributeDifference]) -> Difference.Kind
  ) {
    let attributes = attributes(line, message)
    found.append((line, message, kind(expected[line], step.messages[message], attributes)))
    foundLines.insert(line)
    lineOf[message] = line
    if attributes.isEmpty { moved.insert(line) }
  }

  // MARK: In another order

  /// Two messages of one name, each with the attributes of the other, were sent in the other order.
  private mutating func exchangeNeighbors(in column: Int) {
    var place = 0
    while place + 1 < columns[column].count {
      if case .pair(let line, let message) = columns[column][place],
        case .pair(let nextLine, let nextMessage) = columns[column][place + 1],
        expected[line].name == expected[nextLine].name, !attributes(line, message).isEmpty,
        attributes(line, nextMessage).isEmpty, attributes(nextLine, message).isEmpty
      {
        columns[column].replaceSubrange(
          place...(place + 1),
          with: [.unexpected(message), .pair(expected: line, actual: nextMessage), .missing(nextLine)])
        place += 2
      }
      place += 1
    }
  }

  private mutating func findOtherOrder(in column: Int) {
    let edits = columns[column]
    for (missing, unexpected) in matches(
      edits.indices.filter { isMissing(edits[$0]) }, edits.indices.filter { isUnexpected(edits[$0]) },
      {
        guard case .missing(let line) = edits[$0], case .unexpected(let message) = edits[$1],
          expected[line].name == step.messages[message].name
        else { return nil }
        return attributes(line, message).count
      })
    {
      guard case .missing(let line) = edits[missing], case .unexpected(let message) = edits[unexpected]
      else { continue }
      let between = edits[min(missing, unexpected)...max(missing, unexpected)].compactMap { edit -> Int? in
        if case .pair(let line, _) = edit { line } else { nil }
      }
      // Between them is at least one pair, or else the alignment would have paired the two, if it weighed them.
      guard let first = between.first, let last = between.last else { continue }
      let isEarly = unexpected < missing
      let order = Difference.Order(
        isEarly: isEarly, sent: expected[isEarly ? first : last], expected: expected[isEarly ? last : first])
      find(line, message) { .otherOrder($0, $1, $2, order) }
    }
  }

  private func isMissing(_ edit: Alignment.Edit) -> Bool { if case .missing = edit { true } else { false } }
  private func isUnexpected(_ edit: Alignment.Edit) -> Bool { if case .unexpected = edit { true } else { false } }

  /// Pairs each of the first with the cheapest of the others, in their order; none if there are too many to weigh.
  private func matches(_ some: [Int], _ others: [Int], _ cost: (Int, Int) -> Int?) -> [(Int, Int)] {
    guard !some.isEmpty, !others.isEmpty, some.count * others.count <= Alignment.limit else { return [] }
    var left = others
    var result: [(Int, Int)] = []
    for one in some {
      var best: (place: Int, cost: Int)?
      for (place, other) in left.enumerated() {
        if let cost = cost(one, other), cost < best?.cost ?? .max { best = (place, cost) }
      }
      if let best { result.append((one, left.remove(at: best.place))) }
    }
    return result
  }

  // MARK: At another recipient

  private mutating func findOtherRecipients() {
    var lines: [Int] = []
    var messages: [Int] = []
    for edit in columns.joined() {
      switch edit {
      case .missing(let line): if !foundLines.contains(line) { lines.append(line) }
      case .unexpected(let message): if lineOf[message] == nil { messages.append(message) }
      case .pair: break
      }
    }
    for (line, message) in matches(lines.sorted(), messages.sorted(), difference) {
      redirected.insert(message)
      find(line, message, Difference.Kind.otherRecipient)
    }
  }

  /// How much the message differs from the line; nil if it is rather another one. It has the line's name, and at most
  /// half of its attributes differ.
  private func difference(_ line: Int, _ message: Int) -> Int? {
    guard expected[line].name == step.messages[message].name else { return nil }
    let count = attributes(line, message).count
    return count * 2 <= max(expected[line].attributes.count, 2) ? count : nil
  }

  // MARK: The findings

  private mutating func findMissingAndDiffering() {
    for edit in columns.joined() {
      switch edit {
      case .missing(let line): if !foundLines.contains(line) { found.append((line, nil, .missing(expected[line]))) }
      case .unexpected: break
      case .pair(let line, let message):
        let attributes = attributes(line, message)
        if !attributes.isEmpty {
          found.append((line, message, .differs(expected[line], step.messages[message], attributes)))
        }
      }
    }
  }

  var findings: StepFindings {
    var further: [Int] = []
    if !isOpen {
      for case .unexpected(let message) in columns.joined() where lineOf[message] == nil { further.append(message) }
    }
    // An unexpected message gets the position of the action, which comes before its expectations.
    return StepFindings(
      kinds: further.sorted().map { .unexpected(step.messages[$0]) } + found.sorted { $0.line < $1.line }.map(\.kind),
      lines: lines)
  }

  func outcome(of line: Int) -> LineOutcome {
    if let finding = found.first(where: { $0.line == line }) {
      return LineOutcome(kind: finding.kind, message: finding.message)
    }
    for case .pair(line, let message) in columns.joined() { return LineOutcome(kind: nil, message: message) }
    return LineOutcome(kind: nil, message: nil)
  }

  private struct Paired {
    let message: Int
    let line: Int
  }

  /// The line of the first message that was sent after this one and has a line.
  private func lineAfter(_ message: Int, _ paired: [Paired]) -> Int {
    var (low, high) = (0, paired.count)
    while low < high {
      let middle = (low + high) / 2
      if paired[middle].message < message { low = middle + 1 } else { high = middle }
    }
    return low < paired.count ? paired[low].line : .max
  }

  /// The expected lines in their order; each unexpected message is near its recipient's lines.
  private var lines: [ComparedLine] {
    var paired: [Paired] = []
    for case .pair(let line, let message) in columns.joined() { paired.append(Paired(message: message, line: line)) }
    paired.sort { $0.message < $1.message }
    var placed: [(line: Int, side: Int, message: Int, shown: ComparedLine)] = []
    for column in columns {
      var last: Int?
      // Messages without a line come after the lines without a message that they may replace.
      var waiting: [Int] = []
      func place(before next: Int?) {
        for message in waiting {
          let (line, side) = last.map { ($0, 2) } ?? (next ?? lineAfter(message, paired), -1)
          placed.append((line, side, message, .unexpected(step.messages[message])))
        }
        waiting = []
      }
      for edit in column {
        switch edit {
        case .unexpected(let message):
          if redirected.contains(message), let line = lineOf[message] {
            placed.append((line, 1, message, .unexpected(step.messages[message])))
          } else if !isOpen || lineOf[message] != nil {
            waiting.append(message)
          }
        case .missing(let line):
          placed.append((line, 0, -1, moved.contains(line) ? .moved(expected[line]) : .missing(expected[line])))
          last = line
        case .pair(let line, let message):
          place(before: line)
          let attributes = attributes(line, message)
          let shown: ComparedLine =
            attributes.isEmpty ? .holds(expected[line]) : .differs(expected[line], step.messages[message], attributes)
          placed.append((line, 0, -1, shown))
          last = line
        }
      }
      place(before: nil)
    }
    return placed.sorted { ($0.line, $0.side, $0.message) < ($1.line, $1.side, $1.message) }.map(\.shown)
  }
}
