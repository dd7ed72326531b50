import CallReport
import CallScenario

/// The difference between two texts, line by line, in the unified format.
///
/// The texts may hold any bytes: they are compared as bytes, and made printable only for display.
struct LineDifference {
  typealias LineBytes = ArraySlice<UInt8>

  private enum Edit {
    case keep(Int, Int)
    case remove(Int)
    case insert(Int)
  }

  /// The number of unchanged lines shown around a change.
  private static let surroundings = 3
  /// With more changed lines than this, no shortest difference is computed: its cost grows with their square.
  private static let mostChanges = 1000

  private let old: [LineBytes]
  private let new: [LineBytes]
  private var edits: [Edit] = []

  init(from old: [UInt8], to new: [UInt8]) {
    self.old = Self.lines(old)
    self.new = Self.lines(new)
    findEdits()
  }

  /// Each line includes its line feed, so that a missing last line feed is a difference too.
  private static func lines(_ bytes: [UInt8]) -> [LineBytes] {
    var lines: [LineBytes] = []
    var start = 0
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      lines.append(bytes[start...index])
      start = index + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }
}

// MARK: Finding the changes

extension LineDifference {
  private mutating func findEdits() {
    var ids: [LineBytes: Int] = [:]
    func number(_ line: LineBytes) -> Int {
      let id = ids[line] ?? ids.count
      ids[line] = id
      return id
    }
    let a = old.map(number)
    let b = new.map(number)
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
    edits += (0..<head).map { .keep($0, $0) }
    edits += Self.middle(a[head..<(a.count - tail)], b[head..<(b.count - tail)])
    edits += (0..<tail).map { .keep(a.count - tail + $0, b.count - tail + $0) }
  }

  /// Myers, An O(ND) Difference Algorithm and Its Variations (1986). A copy of the furthest points is kept for each
  /// number of changes, to trace the path back.
  private static func middle(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>) -> [Edit] {
    let replaced: [Edit] = a.indices.map { .remove($0) } + b.indices.map { .insert($0) }
    if a.isEmpty || b.isEmpty { return replaced }
    let most = min(a.count + b.count, mostChanges)
    // furthest[most + k]: the furthest point in `a` reached on the diagonal k, where k = x - y.
    var furthest = [Int](repeating: 0, count: 2 * most + 2)
    var history: [[Int]] = []
    for changes in 0...most {
      for k in stride(from: -changes, through: changes, by: 2) {
        let goesDown = k == -changes || (k != changes && furthest[most + k - 1] < furthest[most + k + 1])
        var x = goesDown ? furthest[most + k + 1] : furthest[most + k - 1] + 1
        while x < a.count, x - k < b.count, a[a.startIndex + x] == b[b.startIndex + x - k] { x += 1 }
        furthest[most + k] = x
        if x >= a.count && x - k >= b.count { return wayBack(a, b, history) }
      }
      history.append(Array(furthest[(most - changes)...(most + changes)]))
    }
    return replaced
  }

  private static func wayBack(_ a: ArraySlice<Int>, _ b: ArraySlice<Int>, _ history: [[Int]]) -> [Edit] {
    var edits: [Edit] = []
    var (x, y) = (a.count, b.count)
    func keep(downTo end: Int) {
      while x > end {
        x -= 1
        y -= 1
        edits.append(.keep(a.startIndex + x, b.startIndex + y))
      }
    }
    for (earlier, furthest) in history.enumerated().reversed() {
      let k = x - y
      let changes = earlier + 1
      let goesDown = k == -changes || (k != changes && furthest[earlier + k - 1] < furthest[earlier + k + 1])
      let start = furthest[earlier + (goesDown ? k + 1 : k - 1)]
      keep(downTo: goesDown ? start : start + 1)
      if goesDown { y -= 1 } else { x -= 1 }
      edits.append(goesDown ? .insert(b.startIndex + y) : .remove(a.startIndex + x))
    }
    keep(downTo: 0)
    return edits.reversed()
  }
}

// MARK: Showing the changes

extension LineDifference {
  /// The changes and the lines around them, below the two names.
  func text(_ oldName: String, _ newName: String, color: Bool) -> [UInt8] {
    var text: [UInt8] = []
    func add(_ style: Style, _ mark: String, _ line: LineBytes) {
      let hasEnd = line.last == UInt8(ascii: "\n")
      if color { text += style.code.utf8 }
      text += mark.utf8
      text += Self.shown(hasEnd ? line.dropLast() : line)
      if color { text += Style.end.utf8 }
      text += (hasEnd ? "\n" : "\n\\ No newline at end of file\n").utf8
    }
    add(.bad, "--- ", Array("\(oldName)\n".utf8)[...])
    add(.good, "+++ ", Array("\(newName)\n".utf8)[...])
    for hunk in hunks() {
      add(.mark, "@@ ", Array("\(heading(hunk)) @@\n".utf8)[...])
      for edit in edits[hunk] {
        switch edit {
        case .keep(let line, _): add(.plain, " ", old[line])
        case .remove(let line): add(.bad, "-", old[line])
        case .insert(let line): add(.good, "+", new[line])
        }
      }
    }
    return text
  }

  /// A line without its line feed. Tabs are kept; the carriage return of CR LF is made visible.
  private static func shown(_ line: LineBytes) -> LineBytes {
    if line.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == UInt8(ascii: "\t") }) { return line }
    return Array(String(decoding: line, as: UTF8.self).printable(tab: "\t").utf8)[...]
  }

  /// Ranges of edits, each with its surrounding lines; ranges that would touch are merged.
  private func hunks() -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for (index, edit) in edits.enumerated() {
      if case .keep = edit { continue }
      let range = max(0, index - Self.surroundings)..<min(edits.count, index + Self.surroundings + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  /// `-12,7 +12,8`: where the hunk begins in each text and how many lines it has there. An empty hunk has the number of
  /// the line before it.
  private func heading(_ hunk: Range<Int>) -> String {
    var (oldStart, newStart, oldCount, newCount) = (0, 0, 0, 0)
    for (index, edit) in edits[..<hunk.upperBound].enumerated() {
      let isInside = index >= hunk.lowerBound
      if case .insert = edit {} else if isInside { oldCount += 1 } else { oldStart += 1 }
      if case .remove = edit {} else if isInside { newCount += 1 } else { newStart += 1 }
    }
    return
      "-\(oldCount == 0 ? oldStart : oldStart + 1),\(oldCount) +\(newCount == 0 ? newStart : newStart + 1),\(newCount)"
  }
}
