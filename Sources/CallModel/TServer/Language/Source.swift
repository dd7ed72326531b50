/// Where a rule comes from: chapter, section, the mark of the row or interruption, and the decisions that settle it.
///
/// It is kept in pieces, because few sources are ever read.
package struct Source: Sendable, CustomStringConvertible {
  private enum Piece {
    case section(Chapter, String)
    /// A mark may end with decisions, or be no more than these: `**; D3`, `; D3`.
    case mark(String)
  }

  private var pieces: [Piece]

  init(_ chapter: Chapter, _ section: String, _ mark: String? = nil) {
    pieces = [.section(chapter, section)]
    if let mark { pieces.append(.mark(mark)) }
  }

  func at(_ mark: String?) -> Source {
    guard let mark else { return self }
    var source = self
    source.pieces.append(.mark(mark))
    return source
  }

  /// A rule that comes from two sections.
  func and(_ other: Source) -> Source {
    var source = self
    source.pieces += other.pieces
    return source
  }
  func and(_ chapter: Chapter, _ section: String, _ mark: String? = nil) -> Source {
    and(Source(chapter, section, mark))
  }

  /// The decisions come last in each section.
  package var description: String {
    var text = ""
    var decisions = ""
    for piece in pieces {
      switch piece {
      case .section(let chapter, let section):
        if !text.isEmpty { text += decisions + "; " }
        text += chapter.rawValue
        text += ", "
        text += section
        decisions = ""
      case .mark(let mark):
        let end = Self.placeEnd(of: mark)
        if end > mark.startIndex {
          text += ", "
          text += mark[..<end]
        }
        decisions += mark[end...]
      }
    }
    return text + decisions
  }

  /// Where the decisions of a mark begin.
  private static func placeEnd(of mark: String) -> String.Index {
    let bytes = mark.utf8
    guard let end = bytes.lastIndex(of: UInt8(ascii: ";")), let digit = bytes[end...].dropFirst(3).first,
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit
    else { return mark.endIndex }
    return end
  }
}

enum Chapter: String, Sendable {
  case basicCallModels = "Basic Call Models"
  case releasingCalls = "Releasing Calls"
  case tServerModels = "T-Server models"
}
