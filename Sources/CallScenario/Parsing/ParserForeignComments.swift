extension Parser {
  /// Skips a line that begins with a comment of another language, and the lines of a comment that begins with `/*`.
  mutating func skipForeignComment(at start: Int) {
    reportForeignComment(at: start)
    guard source.foreignComment(at: start, in: line) == "/*", !isLastCommentOpen else { return }
    if isEndOfForeignComment(line, from: start + 2) { return }
    var rest = source
    while let line = rest.nextLine() {
      if isEndOfForeignComment(line, from: line.start) {
        source = rest
        return
      }
    }
    isLastCommentOpen = true
  }

  /// Whether `*/` is in the line, at or after `start`.
  private func isEndOfForeignComment(_ line: SourceText.SourceLine, from start: Int) -> Bool {
    line.fault == nil
      && zip(start..<line.end, (start..<line.end).dropFirst()).contains {
        source.bytes[$0] == .star && source.bytes[$1] == .slash
      }
  }

  /// Reports a comment of another language; the next one that begins in the same way is the same mistake.
  mutating func reportForeignComment(at start: Int) {
    guard let opener = source.foreignComment(at: start, in: line), !reportedComments.contains(opener) else { return }
    reportedComments.append(opener)
    report(start..<start + opener.utf8.count, "\(opener) does not begin a comment: a comment begins with #")
  }
}

extension SourceText {
  /// What begins a comment in other languages, if it is at this offset; no word of a scenario begins so.
  func foreignComment(at index: Int, in line: SourceLine) -> String? {
    switch bytes[index] {
    case .slash, .semicolon, .hyphen, .less, .percent: break
    default: return nil
    }
    return ["//", "/*", "--", ";", "<!--", "%%"].first { opener in
      index + opener.utf8.count <= line.end && opener.utf8.elementsEqual(bytes[index..<index + opener.utf8.count])
    }
  }
}
