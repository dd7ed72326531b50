/// A line of a scenario file with its blanks, because `record` must not move the words that it keeps.
struct ExpectationLine {
  var indent: String
  var words: [Word]
  /// The comment or the blanks after the words, unchanged.
  var rest: String

  struct Word {
    /// The blanks before it.
    var gap: String
    var text: String
  }

  init(indent: String, words: [Word] = [], rest: String = "") {
    self.indent = indent
    self.words = words
    self.rest = rest
  }

  /// Parses a line without its ending. Words in quotes may contain blanks and `#`.
  init(_ line: some Collection<UInt8>) {
    let bytes = Array(line)
    var next = 0
    func blanks() -> String {
      let start = next
      while next < bytes.count, bytes[next].isBlank { next += 1 }
      return String(decoding: bytes[start..<next], as: UTF8.self)
    }
    indent = blanks()
    words = []
    rest = ""
    var gap = ""
    var isFree = false
    while next < bytes.count, bytes[next] != .numberSign {
      let start = next
      var isQuoted = false
      while next < bytes.count, isQuoted || !bytes[next].isBlank {
        // In the text after `refused`, a quote is a character like any other, unless the text begins with one.
        if bytes[next] == .quote, !isFree { isQuoted.toggle() }
        // An escaped quote ends nothing.
        if isQuoted, bytes[next] == .backslash, next + 1 < bytes.count { next += 1 }
        next += 1
      }
      words.append(Word(gap: gap, text: String(decoding: bytes[start..<next], as: UTF8.self)))
      gap = blanks()
      if words.count == 1, words[0].text == "refused" { isFree = next < bytes.count && bytes[next] != .quote }
    }
    rest = gap + String(decoding: bytes[next...], as: UTF8.self)
  }

  var text: String { words.reduce(indent) { $0 + $1.gap + $1.text } + rest }

  /// Whether it is `RECIPIENT MESSAGE …`, and neither `refused` nor `...`.
  var isEvent: Bool { words.count >= 2 && words[0].text != "refused" }

  /// The comment as a line of its own, for a line whose words are removed.
  var comment: String? {
    let comment = rest.utf8.drop(while: \.isBlank)
    return comment.isEmpty ? nil : indent + String(decoding: comment, as: UTF8.self)
  }
}

/// How a file aligns its expectations: the widths of the recipient and the message, with the blanks after them.
package struct ExpectationLayout {
  var indent: String
  var recipient: Int
  var message: Int
  /// The blanks after a word that is too wide.
  var gap: Int

  /// The layout that most of these lines share. A column of words that most lines do not share has the width 0.
  init?(_ lines: [ExpectationLine]) {
    let events = lines.filter(\.isEvent)
    guard let first = lines.first, !events.isEmpty else { return nil }
    let gaps = events.flatMap { $0.words[1...].prefix(2).map(\.gap.count) }
    indent = first.indent
    gap = gaps.min() ?? 1
    recipient = ExpectationLayout.common(events.map { ExpectationLayout.width($0, 0) })
    message = ExpectationLayout.common(events.filter { $0.words.count > 2 }.map { ExpectationLayout.width($0, 1) })
  }

  package init(indent: String = "", recipient: Int, message: Int, gap: Int = 2) {
    self.indent = indent
    self.recipient = recipient
    self.message = message
    self.gap = gap
  }

  /// A line by itself: two blanks between its parts.
  static let alone = ExpectationLayout(indent: "", recipient: 0, message: 0, gap: 2)

  /// As wide as the longest words of the messages, with two blanks after them.
  init(fitting messages: [Message], of scenario: Scenario, indent: String = "    ") {
    self.init(
      indent: indent, recipient: (messages.map { scenario.parties[$0.to].name.count }.max() ?? 0) + 2,
      message: (messages.map(\.name.count).max() ?? 0) + 2, gap: 2)
  }

  private static func width(_ line: ExpectationLine, _ word: Int) -> Int {
    line.words[word].text.count + line.words[word + 1].gap.count
  }

  /// The width that more than half of the lines have; otherwise 0.
  private static func common(_ widths: [Int]) -> Int {
    let sorted = widths.sorted()
    guard !sorted.isEmpty else { return 0 }
    let middle = sorted[sorted.count / 2]
    return widths.count { $0 == middle } * 2 > widths.count ? middle : 0
  }

  func line(_ recipient: String, _ message: String, _ attributes: [String], rest: String = "") -> ExpectationLine {
    var line = ExpectationLine(indent: indent, rest: rest)
    line.words.append(ExpectationLine.Word(gap: "", text: recipient))
    line.words.append(ExpectationLine.Word(gap: padding(recipient, to: self.recipient), text: message))
    for (index, attribute) in attributes.enumerated() {
      line.words.append(
        ExpectationLine.Word(gap: index == 0 ? padding(message, to: self.message) : " ", text: attribute))
    }
    return line
  }

  /// The text of a line for a report.
  package func text(_ recipient: String, _ message: String, _ attributes: [String]) -> String {
    line(recipient, message, attributes).text
  }

  func padding(_ word: String, to width: Int) -> String {
    String(repeating: " ", count: max(width - word.count, gap))
  }
}
