/// A mistake in a scenario file, or what may be one: the place, the cause and what to do about it.
public struct Diagnostic: Sendable, Error, Hashable, Codable {
  /// What a diagnostic means for its file.
  public enum Severity: String, Sendable, Hashable, Codable {
    /// The file cannot be understood.
    case error
    /// The file is understood, but may not say what was meant.
    case warning
  }

  /// Whether the file cannot be understood, or may not say what was meant.
  public internal(set) var severity = Severity.error
  /// The file, as the caller of the parser named it.
  public internal(set) var path: String
  /// Where the mistake is in the file.
  public internal(set) var position: Position
  /// A lower-case sentence without a full stop.
  public internal(set) var message: String
  /// What may help: `did you mean TMakeCall?`
  public internal(set) var suggestion: String?
  /// The line of the file, made printable.
  public internal(set) var line: String

  package init(
    _ severity: Severity = .error, path: String, position: Position, message: String, suggestion: String? = nil,
    line: String = ""
  ) {
    self.severity = severity
    self.path = path
    self.position = position
    self.message = message
    self.suggestion = suggestion
    self.line = line
  }
}

/// All mistakes of a file: what parsing and replaying throw.
public struct Mistakes: Error, Hashable, Sendable {
  /// The mistakes, in the order of the file.
  ///
  /// If there are more than ``Limits/mistakes``, one more follows them that says how many are left out.
  public internal(set) var diagnostics: [Diagnostic]

  package init(diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }
}

extension Mistakes: CustomStringConvertible {
  /// The descriptions of all mistakes, one below the other.
  public var description: String {
    diagnostics.map(\.description).joined(separator: "\n")
  }
}

extension Diagnostic: CustomStringConvertible {
  /// `PATH:LINE:COLUMN: error: MESSAGE`, then the line, a caret under the place, and the suggestion.
  public var description: String { text() }

  /// The description, with an excerpt that fits into so many columns; nil: into about 100.
  package func text(columns: Int? = nil) -> String {
    var text = "\(place): \(severity.rawValue): \(message.printable())"
    if let (line, caret) = excerpt(columns: columns) { text += "\n\(line)\n\(caret)" }
    if let suggestion { text += "\n    " + suggestion.printable() }
    return text
  }

  /// `PATH:LINE:COLUMN`
  package var place: String { "\(path.printable()):\(position.line):\(position.column)" }

  /// The line, or the part of a long line around the place, and the caret below it; nil if the line is unknown.
  package func excerpt(columns: Int? = nil) -> (line: String, caret: String)? {
    guard !line.isEmpty else { return nil }
    // The rest is for the indent and for the signs of what is left out.
    let width = columns.map { max($0 - 6, 20) } ?? Self.width
    // `line` should be printable already, but any caller can make a diagnostic. A second time changes nothing.
    let characters = Array(line.printable())
    let column = min(max(position.column - 1, 0), characters.count)
    var start = 0
    var end = characters.count
    if characters.count > width {
      start = max(0, min(column - min(Self.lead, width / 2), characters.count - width))
      end = start + width
    }
    let before = start > 0 ? "…" : ""
    let after = end < characters.count ? "…" : ""
    let blanks = String(repeating: " ", count: before.count + column - start)
    let tail = String(repeating: "~", count: max(0, min(position.length - 1, end - column - 1)))
    return ("    \(before)\(String(characters[start..<end]))\(after)", "    \(blanks)^\(tail)")
  }

  /// How many characters of a long line are shown, and how many of them come before the place.
  private static let width = 98
  private static let lead = 40
}
