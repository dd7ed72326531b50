import CallScenario

/// The summary of a test run in GitHub's Markdown: the counts of each folder, then what fails.
struct GitHubSummary: Sendable {
  /// GitHub refuses a summary of more than 1 MiB.
  private static let mostRows = 200
  private static let longestText = 200

  private var folders: [(name: String, tally: TestTally)] = []
  /// The index of each folder. Keys are bytes: to Swift, different paths can be equal as text.
  private var indices: [[UInt8]: Int] = [:]
  private var rows: [String] = []
  private var rowCount = 0
  private(set) var text = ""

  mutating func add(_ result: FlowResult) {
    folders[folder(of: result.file)].tally.add(result)
    if result.passed { return }
    addRow("\(result.file):\(result.lineOfInterest)", result.flow, result.summary)
  }

  mutating func add(_ problem: FileProblem) {
    folders[folder(of: problem.path)].tally.add(problem)
    let line = problem.position.map { ":\($0.line)" } ?? ""
    addRow(problem.path + line, problem.kind.rawValue, problem.summary)
  }

  private mutating func folder(of path: String) -> Int {
    let name = path.folderName
    let key = Array(name.utf8)
    if let index = indices[key] { return index }
    indices[key] = folders.count
    folders.append((name, TestTally()))
    return folders.count - 1
  }

  private mutating func addRow(_ place: String, _ flow: String, _ difference: String) {
    rowCount += 1
    if rows.count < Self.mostRows { rows.append(Self.row([place, flow, difference])) }
  }

  mutating func finish(_ tally: TestTally) {
    text = "### callsim test: \(tally.summary("flow"))\n\n"
    if !folders.isEmpty {
      text += "| folder | passed | failed | not understood |\n|---|---:|---:|---:|\n"
      for (name, tally) in folders.prefix(Self.mostRows) {
        text += Self.row([name, "\(tally.passed)", "\(tally.failed)", "\(tally.notUnderstood)"])
      }
      if folders.count > Self.mostRows { text += Self.row(["and \(folders.count - Self.mostRows) more", "", "", ""]) }
      text += "\n"
    }
    if !rows.isEmpty {
      text += "| place | flow | what differs |\n|---|---|---|\n" + rows.joined()
      if rowCount > rows.count { text += Self.row(["and \(rowCount - rows.count) more", "", ""]) }
      text += "\n"
    }
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.map(cell).joined(separator: " | ")) |\n" }

  /// Text that is only text: every character that Markdown or HTML could take for its own is written as a number.
  private static func cell(_ text: String) -> String {
    var cell = ""
    var isCut = false
    for (count, scalar) in text.printableLine.unicodeScalars.enumerated() {
      if count == longestText {
        isCut = true
        break
      }
      switch scalar {
      case "&", "<", ">", "\"", "'", "|", "`", "*", "_", "[", "]", "(", ")", "\\", "~", "#", "@", "!", "$", "{", "}":
        cell += "&#\(scalar.value);"
      // An address would become a link.
      case ":": cell += "&#58;"
      default: cell.unicodeScalars.append(scalar)
      }
    }
    return cell + (isCut ? "…" : "")
  }
}
