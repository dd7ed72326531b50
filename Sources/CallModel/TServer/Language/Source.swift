/// Where a rule comes from: chapter, section, and the mark of the row or interruption.
struct Source: Sendable {
  let text: String

  init(_ chapter: Chapter, _ section: String, _ mark: String? = nil) {
    text = [chapter.rawValue, section, mark].compactMap(\.self).joined(separator: ", ")
  }

  private init(text: String) { self.text = text }

  func at(_ mark: String?) -> Source { mark.map { Source(text: "\(text), \($0)") } ?? self }

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
