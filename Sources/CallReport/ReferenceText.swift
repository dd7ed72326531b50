public import CallScenario

/// Prints articles and lists of topics, wrapped so that no terminal has to break a line.
public struct ReferenceText: Sendable {
  var width: Int
  var color: Bool

  /// Lines are at most `width` columns long, and at least 20. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 80, color: Bool = false) {
    self.width = max(width, 20)
    self.color = color
  }

  /// The text of the article, ending in a line feed.
  public func text(_ article: Article) -> String {
    var lines = [TextLine].paragraph("\(article.title): \(article.kind)", .bold, width: width)
    if !article.summary.isEmpty { lines += paragraph(article.summary, at: 2) }
    for part in article.parts {
      lines.append(TextLine())
      lines += .paragraph(part.heading, .bold, width: width)
      lines += rows(part.rows)
    }
    return lines.text(color: color)
  }

  /// A heading and a line for each topic, if an article for each would be too much.
  public func text(_ heading: String, _ items: [String]) -> String {
    var lines = [TextLine].paragraph(heading, .bold, width: width)
    for item in items { lines += paragraph(item, at: 2, hanging: 2) }
    return lines.text(color: color)
  }

  /// A heading and the names below it, one after the other.
  public func text(_ heading: String, words: [String]) -> String {
    // Names that contain commas need another separator.
    let separator = words.contains { $0.contains(",") } ? "; " : ", "
    return ([TextLine(heading, .bold)] + paragraph(words.joined(separator: separator), at: 2)).text(color: color)
  }

  private func rows(_ rows: [Article.Row]) -> [TextLine] {
    // Names share a column, unless one is so long that the texts would have no room.
    let names = rows.compactMap { $0.name?.columns }.max() ?? 0
    return rows.flatMap { row in
      let place = 2 + 2 * row.level
      // A single text is a paragraph. Each of several begins further to the left than it continues.
      guard let name = row.name else { return paragraph(row.text, at: place, hanging: rows.count > 1 ? 4 : 0) }
      let column = place + min(names, width / 2) + 2
      return [TextLine].sideBySide([
        (place, [TextLine(name.visible)]), (column, paragraph(row.text, at: 0, within: width - column)),
      ])
    }
  }

  private func paragraph(_ text: String, at place: Int, hanging: Int = 0, within room: Int? = nil) -> [TextLine] {
    let room = room ?? width - place
    let text = text.visible
    guard text.columns > room, hanging > 0 else { return text.wrapped(to: room).map { TextLine($0, at: place) } }
    // The first line has more room than the following ones.
    let first = text.wrapped(to: room)[0]
    var rest = text.dropFirst(first.count)
    while rest.first == " " { rest.removeFirst() }
    return [TextLine(first, at: place)]
      + String(rest).wrapped(to: room - hanging).map { TextLine($0, at: place + hanging) }
  }
}
