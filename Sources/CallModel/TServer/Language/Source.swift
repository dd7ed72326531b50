/// Where a rule comes from: chapter, section, and the mark of the row or interruption.
struct Source: Sendable {
  let text: String

  init(_ chapter: Chapter, _ section: String, _ mark: String? = nil) {
    self = Source(text: "\(chapter.rawValue), \(section)").at(mark)
  }

  private init(text: String) { self.text = text }

  /// A mark may be no more than the decision that settles the row: `; D3`.
  func at(_ mark: String?) -> Source {
    mark.map { Source(text: $0.utf8.first == UInt8(ascii: ";") ? text + $0 : "\(text), \($0)") } ?? self
  }

  /// A rule that comes from two sections.
  func and(_ other: Source) -> Source { Source(text: "\(text); \(other.text)") }
  func and(_ chapter: Chapter, _ section: String, _ mark: String? = nil) -> Source {
    and(Source(chapter, section, mark))
  }
}

enum Chapter: String, Sendable {
  case basicCallModels = "Basic Call Models"
  case releasingCalls = "Releasing Calls"
  case tServerModels = "T-Server models"
}
