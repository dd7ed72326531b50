import Testing

/// The source files with the texts of decisions that `callsim explain` prints, as the page Decisions says them.
struct DecisionSource: CustomTestStringConvertible, Sendable {
  /// The constant with the texts, and the first of its chapters.
  let (name, firstChapter): (String, String)

  static let all = [
    DecisionSource(name: "calls", firstChapter: "Overview"),
    DecisionSource(name: "specialCases", firstChapter: "Special cases"),
    DecisionSource(name: "clients", firstChapter: "Registration"),
    DecisionSource(name: "servers", firstChapter: "The other servers"),
    DecisionSource(name: "files", firstChapter: "Scenario files"),
  ]

  var testDescription: String { name }

  /// The path of the file.
  var file: String {
    "CallScenario/Reference/DecisionTexts+\(name.prefix(1).uppercased())\(name.dropFirst()).swift"
  }

  /// The whole file.
  func text(from page: Page) -> String {
    """
    // The texts of Decisions.md. Change the page, and then write this file with
    // CALLSIM_WRITE_PAGES=1 swift test --filter PageTests

    extension DecisionTexts {
      static let \(name): StaticString = #\"""
    \(paragraphs(of: page).map { "    \($0)\n" }.joined(separator: "\n"))    \"""#
    }

    """
  }

  /// The chapters and decisions of this file, each wrapped and indented.
  private func paragraphs(of page: Page) -> [String] {
    var paragraphs: [String] = []
    var isHere = false
    var chapter = ""
    for block in page.text.split(separator: "\n\n") {
      if block.hasPrefix("## ") {
        chapter = String(block.dropFirst(3))
        if let next = Self.all.first(where: { $0.firstChapter == chapter }) { isHere = next.name == name }
        if isHere { paragraphs.append("## \(chapter)") }
      } else if block.hasPrefix("### "), isHere {
        paragraphs.append("## \(chapter): \(block.dropFirst(4))")
      } else if isHere {
        paragraphs += decisions(in: block)
      }
    }
    return paragraphs.map { Self.wrapped($0).joined(separator: "\n    ") }
  }

  /// A paragraph is one decision; each row of a table is one.
  private func decisions(in block: Substring) -> [String] {
    if let end = block.firstRange(of: ".** ")?.lowerBound, block.hasPrefix("**") {
      let number = block[..<end].dropFirst(2)
      return ["\(number). \(Self.plain(block[end...].dropFirst(4)))"]
    }
    return block.split(separator: "\n").filter { $0.hasPrefix("| **") }.map { row in
      let cells = row.dropFirst(2).dropLast(2).split(separator: " | ").map { Self.plain($0) }
      return "\(cells[0]) \(cells.dropFirst().joined(separator: ": "))"
        .replacing("; corrected: ", with: "; under `profile errata=corrected`: ")
    }
  }

  /// The text in one line and without emphasis; code keeps its stars.
  private static func plain(_ text: Substring) -> String {
    var isCode = false
    return String(
      text.filter { character in
        if character == "`" { isCode.toggle() }
        return character != "*" || isCode
      }
    ).replacing("\n", with: " ")
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= 110 {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
