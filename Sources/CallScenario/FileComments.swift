extension Scenario {
  /// Reads the comments of the text that the scenario was parsed from: they are the story that a page of HTML tells.
  ///
  /// Call it before ``replay(_:)``. The parser passes over comments, because nothing else prints them.
  ///
  ///     var scenario = try Scenario(parsing: text)
  ///     scenario.readComments(in: text)
  public mutating func readComments(in text: String) { comments = FileComments(Array(text.utf8)) }
}

/// The comments of a scenario file, which tell its story. The parser passes over them.
package struct FileComments: Hashable, Sendable {
  private struct Comment: Hashable {
    let text: String
    let line: Int
    /// The line of the statement that it is about: the next one or, above one of its expectations, the last one.
    var statement = Int.max
  }

  /// The lines with a comment and nothing else, in the order of the file.
  private var comments: [Comment] = []

  /// Reads the comments of a file.
  package init(_ bytes: [UInt8]) {
    var (number, statement, next) = (0, 0, 0)
    for line in FileLines(bytes).lines {
      number += 1
      if FileLines.isSilent(line.text) {
        guard let sign = line.text.firstIndex(of: .numberSign) else { continue }
        let text = line.text[(sign + 1)...].drop(while: \.isBlank)
        comments.append(Comment(text: String(decoding: text, as: UTF8.self), line: number))
        continue
      }
      if !FileLines.isExpectation(line.text) { statement = number }
      while next < comments.count {
        comments[next].statement = statement
        next += 1
      }
    }
  }

  /// The comments about the statement in that line, as paragraphs.
  package func about(line: Int) -> [String] { about(lines: line...line) }

  /// The comments about the statements in these lines, as paragraphs.
  package func about(lines: ClosedRange<Int>) -> [String] {
    paragraphs(comments[firstIndex(of: lines.lowerBound)..<firstIndex(of: lines.upperBound + 1)])
  }

  /// The comments below the last statement, as paragraphs.
  package var atEnd: [String] { paragraphs(comments[firstIndex(of: .max)...]) }

  /// Comments in consecutive lines are a paragraph.
  private func paragraphs(_ comments: ArraySlice<Comment>) -> [String] {
    var paragraphs: [String] = []
    var last: Int?
    for comment in comments {
      if comment.text.isEmpty {
        last = nil
        continue
      }
      if last == comment.line - 1 {
        paragraphs[paragraphs.count - 1] += " " + comment.text
      } else {
        paragraphs.append(comment.text)
      }
      last = comment.line
    }
    return paragraphs
  }

  /// The index of the first comment about that statement or a later one.
  private func firstIndex(of statement: Int) -> Int {
    var (low, high) = (0, comments.count)
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].statement < statement { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
