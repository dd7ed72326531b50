import CallReport
import CallScenario

/// The difference between two texts, line by line, in the unified format.
///
/// The texts may hold any bytes: they are compared as bytes, and made printable only for display.
struct LineDifference {
  typealias LineBytes = ArraySlice<UInt8>

  private typealias Edit = ShortestDifference.Edit

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
    let (removed, inserted) = (a[head..<(a.count - tail)], b[head..<(b.count - tail)])
    edits += (0..<head).map { .keep(old: $0, new: $0) }
    edits += Self.difference(removed, inserted)
    edits += (0..<tail).map { .keep(old: a.count - tail + $0, new: b.count - tail + $0) }
  }

  /// All lines of both if that is the difference, or if too many differ.
  private static func difference(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) -> [Edit] {
    let found = old.isEmpty || new.isEmpty ? nil : ShortestDifference(old, new, atMost: mostChanges)
    return found?.edits ?? old.indices.map { .remove($0) } + new.indices.map { .insert($0) }
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
