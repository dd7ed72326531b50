import CallModel

// A header that is not at the top of its file.

extension Parser {
  /// The number of the next line below this one that begins with this word, if there is one.
  func lineBelow(beginningWith word: StaticString) -> Int? {
    var rest = source
    while let line = rest.nextLine() {
      if source.equal(source.firstWord(at: line.start, in: line), word) { return line.number }
    }
    return nil
  }

  /// A header statement below the header's end. All of them together are one mistake.
  mutating func lateHeaderStatement(_ name: String, _ word: Range<Int>) {
    above = .header
    if name == "scenario", header.lines[0] > 0 { return secondScenario(word) }
    // A party that is declared too late is probably used later, which is no further mistake.
    if name == "party", split(from: word.upperBound), let party = take() {
      parties.ignoreUses(of: source.text(party.range))
    }
    guard !header.hasReportedLateStatement else { return }
    header.hasReportedLateStatement = true
    report(
      word, "`\(name)` belongs to the header, which ends at line \(header.end)",
      .text("move it above line \(header.end), where the first action or mark is"))
  }

  /// What follows belongs to another file.
  mutating func secondScenario(_ word: Range<Int>) {
    isOver = true
    report(
      word, "a file has one scenario: the first begins in line \(header.lines[0])",
      .text("write this one into a file of its own"))
  }

  /// Reports a name that a `party` statement further down declares, once for all such parties; returns false for
  /// others.
  mutating func reportDeclaredBelow(_ text: String, _ range: Range<Int>) -> Bool {
    guard !mistakes.isFull else { return false }
    if parties.below == nil { parties.below = partiesBelow() }
    guard let below = parties.below, let number = below.first(where: { Text($0.name) == Text(text) })?.line else {
      return false
    }
    for party in below { parties.ignoreUses(of: party.name) }
    header.hasReportedLateStatement = true
    report(
      range, "\(shown(range)) is declared below, in line \(number): parties come before the first action",
      .text("move the `party` lines above line \(header.end)"))
    return true
  }

  /// The names and DNs that `party` statements below this line declare.
  private func partiesBelow() -> [(name: String, line: Int)] {
    var found: [(name: String, line: Int)] = []
    var rest = source
    while let line = rest.nextLine(), found.count < Limits.parties {
      var word = source.firstWord(at: line.start, in: line)
      guard source.equal(word, "party") else { continue }
      word = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
      found.append((source.text(word), line.number))
      while !word.isEmpty {
        if source.equal(word.prefix(3), "dn=") { found.append((source.text(word.dropFirst(3)), line.number)) }
        word = source.firstWord(at: source.firstNonBlank(line, from: word.upperBound), in: line)
      }
    }
    return found
  }
}
