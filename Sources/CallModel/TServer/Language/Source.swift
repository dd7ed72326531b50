/// Where a rule comes from: chapter, section, the mark of the row or interruption, and the decisions that settle it.
struct Source: Sendable {
  private let place: String
  /// `; D3`
  private let decisions: String

  var text: String { place + decisions }

  init(_ chapter: Chapter, _ section: String, _ mark: String? = nil) {
    self = Source("\(chapter.rawValue), \(section)").at(mark)
  }

  private init(_ place: String, _ decisions: String = "") { (self.place, self.decisions) = (place, decisions) }

  /// A mark may end with decisions, or be no more than these: `**; D3`, `; D3`.
  func at(_ mark: String?) -> Source {
    guard let mark else { return self }
    let bytes = mark.utf8
    guard let end = bytes.lastIndex(of: UInt8(ascii: ";")), bytes[end...].dropFirst(3).first.map(isDigit) ?? false
    else {
      return Source("\(place), \(mark)", decisions)
    }
    return Source(end == mark.startIndex ? place : "\(place), \(mark[..<end])", decisions + mark[end...])
  }

  private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  /// A rule that comes from two sections.
  func and(_ other: Source) -> Source { Source("\(text); \(other.place)", other.decisions) }
  func and(_ chapter: Chapter, _ section: String, _ mark: String? = nil) -> Source {
    and(Source(chapter, section, mark))
  }
}

enum Chapter: String, Sendable {
  case basicCallModels = "Basic Call Models"
  case releasingCalls = "Releasing Calls"
  case tServerModels = "T-Server models"
}
