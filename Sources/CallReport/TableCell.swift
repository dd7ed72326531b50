import CallScenario

/// One event in its column: the name, and below it the attributes, one per line, with aligned values.
struct TableCell {
  var indent: Int
  var gap: Int
  var attributes: AttributeChoice

  /// The room that an event takes if there is enough of it, without indentation and gap; or the most that some take.
  struct Measure {
    private var message = 0
    private var attributes: Int?

    init() {}

    init(message: Int, attributes: Int?) { (self.message, self.attributes) = (message, attributes) }

    mutating func extend(to other: Measure) {
      message = max(message, other.message)
      if let more = other.attributes { attributes = max(attributes ?? 0, more) }
    }

    func width(indent: Int, gap: Int) -> Int { max(message, attributes.map { indent + $0 + gap } ?? 0) }
  }

  static func measure(_ message: Message, from sender: String?, _ attributes: AttributeChoice) -> Measure {
    let rows = TableCell(indent: 0, gap: 0, attributes: attributes).rows(of: message, from: sender)
    let widest = (names: rows.map(\.name.columns).max() ?? 0, values: rows.map(\.value.columns).max() ?? 0)
    return Measure(
      message: message.name.quotedIfNeeded.columns, attributes: rows.isEmpty ? nil : widest.names + widest.values)
  }

  func lines(of message: Message, from sender: String?, width: Int) -> [TextLine] {
    let rows = rows(of: message, from: sender)
    let place = valuePlace(for: rows, in: width)
    let name = message.name.quotedIfNeeded.wrapped(to: width).map { TextLine($0, .bold) }
    return name + rows.flatMap { lines(of: $0, valueAt: place, in: width) }
  }

  private typealias Row = (name: String, value: String, isListed: Bool)

  private func rows(of message: Message, from sender: String?) -> [Row] {
    let sender: [Row] = sender.map { [("from", $0.quotedIfNeeded, true)] } ?? []
    return sender
      + message.attributes(attributes).map {
        let name = $0.name.quotedIfNeeded
        return ($0.isListed ? name : "[\(name)]", $0.value.quotedIfNeeded, $0.isListed)
      }
  }

  /// The furthest place at which a name leaves room for its own value and for those of all shorter names.
  private func valuePlace(for rows: [Row], in width: Int) -> Int {
    // A value with no room next to its own name must not move the others.
    let extents = rows.map { (start: end(of: $0), value: $0.value.columns) }.filter { $0.start + $0.value <= width }
    var best = indent
    for (place, _) in extents
    where place > best && extents.allSatisfy({ $0.start > place || place + $0.value <= width }) {
      best = place
    }
    return best
  }

  /// The earliest place for the row's value.
  private func end(of row: Row) -> Int {
    indent + row.name.columns + gap
  }

  /// Name and value; a value with no room next to the name goes below it.
  private func lines(of row: Row, valueAt place: Int, in width: Int) -> [TextLine] {
    let style: Style = row.isListed ? .plain : .dim
    let start = max(end(of: row), place)
    if start + row.value.columns <= width {
      var line = TextLine(row.name, style, at: indent)
      line.append(row.value, style, at: start)
      return [line]
    }
    let further = min(indent + 2, width - 1)
    return row.name.wrapped(to: width - indent).map { TextLine($0, style, at: indent) }
      + row.value.wrapped(to: width - further).map { TextLine($0, style, at: further) }
  }
}
