/// Where a rule comes from: chapter, section, the mark of the row or interruption, and the decisions that settle it.
///
/// It is kept in pieces, because few sources are ever read.
package struct Source: Sendable, CustomStringConvertible {
  private enum Piece {
    case section(Chapter, String)
    case row(Citation)
  }

  private var pieces: [Piece]
  /// Whether it follows from a decision, at least in part.
  private(set) var isDerived = false

  init(_ chapter: Chapter, _ section: String, at mark: String? = nil, derived: Int..., decisions: Int...) {
    pieces = [.section(chapter, section)]
    append(Citation(mark: mark, derived: derived, decisions: decisions))
  }

  func at(_ row: Citation) -> Source {
    var source = self
    source.append(row)
    return source
  }
  func at(_ mark: String? = nil, derived: Int..., decisions: Int...) -> Source {
    at(Citation(mark: mark, derived: derived, decisions: decisions))
  }

  private mutating func append(_ row: Citation) {
    if !row.isEmpty { pieces.append(.row(row)) }
    if !row.derived.isEmpty { isDerived = true }
  }

  /// A rule that comes from two sections.
  func and(_ other: Source) -> Source {
    var source = self
    source.pieces += other.pieces
    source.isDerived = isDerived || other.isDerived
    return source
  }

  /// The decisions that settle a printed row come last in each section.
  package var description: String {
    var text = ""
    var settled = ""
    for piece in pieces {
      switch piece {
      case .section(let chapter, let section):
        if !text.isEmpty { text += settled + "; " }
        text += chapter.rawValue
        text += ", "
        text += section
        settled = ""
      case .row(let row):
        if let mark = row.mark { text += ", " + mark }
        if !row.derived.isEmpty { text += ", derived, " + row.derived.cited }
        if !row.decisions.isEmpty { settled += "; " + row.decisions.cited }
      }
    }
    return text + settled
  }
}

/// What a row adds to the source of its section.
struct Citation: Sendable {
  /// As the manual prints it: `**`.
  var mark: String?
  /// The decisions from which a row follows that no table prints.
  var derived: [Int] = []
  /// The decisions that settle a printed row.
  var decisions: [Int] = []

  var isEmpty: Bool { mark == nil && derived.isEmpty && decisions.isEmpty }
}

extension [Int] {
  /// `D1, D4`
  fileprivate var cited: String { map { "D\($0)" }.joined(separator: ", ") }
}

enum Chapter: String, Sendable {
  case basicCallModels = "Basic Call Models"
  case releasingCalls = "Releasing Calls"
  case tServerModels = "T-Server models"
}
