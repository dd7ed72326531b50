#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import Testing

/// A page of the documentation.
struct Page: CustomTestStringConvertible, Sendable {
  let path: String
  let text: String

  var testDescription: String { path }

  init(_ path: String) { self.init(at: "Sources/" + path) }

  /// A page outside of the sources.
  init(at path: String) {
    self.path = path
    text = String(decoding: Repository.bytes(of: path), as: UTF8.self)
  }

  static let decisions = Page("CallModel/CallModel.docc/Decisions.md")

  /// The code blocks that begin with these words, without the line that opens them.
  func blocks(beginning words: String = "") -> [String] {
    text.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }
      .map { String($0.element.drop { $0 != "\n" }.dropFirst()) }
      .filter { $0.hasPrefix(words) }
  }

  /// The cells of each row of its tables, with the rows of headings.
  var rows: [[String]] {
    text.split(separator: "\n").filter { $0.hasPrefix("| ") }.map { row in
      row.dropFirst(2).dropLast(2).split(separator: " | ", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// Expects the page to end in a generated part that begins with this line.
  ///
  /// If CALLSIM_WRITE_PAGES is set, that part is written instead.
  func expectEnd(from heading: String, _ generated: String) {
    guard let start = text.ranges(of: "\n\(heading)\n").first?.lowerBound else {
      Issue.record("\(path) has no line \(heading)")
      return
    }
    let end = text[text.index(after: start)...]
    if end == generated { return }
    guard getenv("CALLSIM_WRITE_PAGES") != nil else {
      let lines = [String(end), generated].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      let place = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
      let (old, new) = (lines[0].dropFirst(place).first ?? "", lines[1].dropFirst(place).first ?? "")
      Issue.record(
        """
        \(path) is out of date: it says
        \(old)
        and not
        \(new)
        write it with CALLSIM_WRITE_PAGES=1 swift test --filter PageTests
        """)
      return
    }
    write(text[...start] + generated)
  }

  /// Expects the whole file to be this text, or writes it if CALLSIM_WRITE_PAGES is set.
  func expect(_ generated: String) {
    if text == generated { return }
    guard getenv("CALLSIM_WRITE_PAGES") != nil else {
      Issue.record("\(path) is out of date: write it with CALLSIM_WRITE_PAGES=1 swift test --filter PageTests")
      return
    }
    write(generated)
  }

  private func write(_ text: some StringProtocol) {
    guard let file = fopen("\(Repository.folder)/\(path)", "w") else {
      Issue.record("cannot write \(path)")
      return
    }
    defer { fclose(file) }
    let bytes = Array(text.utf8)
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
  }
}

/// A table in Markdown.
struct MarkdownTable {
  private let heading: [String]
  private var rows: [[String]] = []

  init(_ heading: String...) { self.heading = heading }

  mutating func add(_ row: String...) { rows.append(row) }

  var text: String {
    let lines = [heading, heading.map { _ in "" }] + rows.map { $0.map(Markdown.escaped) }
    return lines.enumerated().map { index, row in
      index == 1 ? String(repeating: "|---", count: row.count) + "|\n" : "| \(row.joined(separator: " | ")) |\n"
    }.joined()
  }
}

enum Markdown {
  /// A star would begin emphasis, and a bar end the cell. Code keeps its stars.
  static func escaped(_ text: String) -> String {
    var isCode = false
    return text.map { character in
      if character == "`" { isCode.toggle() }
      let isSpecial = character == "|" || !isCode && (character == "*" || character == "<")
      return isSpecial ? "\\\(character)" : "\(character)"
    }.joined()
  }
}
