import CallScenario

/// One event in its column: the name, and below it the attributes, one per line, with aligned values.
struct TableCell {
  var indent: Int
  var gap: Int
  var attributes: AttributeChoice

  /// The room that an event takes if there is enough of it, without indentation and gap; or the most that some take.
  struct Measure {
    private var message = 0
    private var names = 0
    private var values = 0
    private var attributes: Int?

    init() {}

    init(message: Int) { self.message = message }

    /// Takes account of an attribute of the event, or of its sender.
    mutating func add(name: Int, value: Int) {
      names = max(names, name)
      values = max(values, value)
      attributes = names + values
    }

    mutating func extend(to other: Measure) {
      message = max(message, other.message)
      if let more = other.attributes { attributes = max(attributes ?? 0, more) }
    }

    func width(indent: Int, gap: Int) -> Int { max(message, attributes.map { indent + $0 + gap } ?? 0) }
  }

  static func measure(_ message: borrowing Message, from sender: String?, _ choice: AttributeChoice) -> Measure {
    var measure = Measure(message: message.name.shownColumns)
    if let sender { measure.add(name: 4, value: sender.shownColumns) }
    message.attributes.span.visit { attribute in
      if !attribute.isListed && choice == .listed { return }
      let name = attribute.name.shownColumns + (attribute.isListed ? 0 : 2)
      measure.add(name: name, value: attribute.value.shownColumns)
    }
    return measure
  }

  /// Adds the lines of an event to its column's block. `rows` is memory to use.
  func add(
    _ message: borrowing Message, from sender: String?, width: Int, to block: inout TableBlock, _ rows: inout [Row]
  ) {
    block.add(wrapping: block.keep(message.name), .bold, at: 0, width: max(width, 1))
    rows.removeAll(keepingCapacity: true)
    if let sender { rows.append(Row(name: block.keep("from"), value: block.keep(sender), isListed: true)) }
    message.attributes.span.visit { attribute in
      let isListed = attribute.isListed
      if !isListed && attributes == .listed { return }
      let name = block.keep(attribute.name, inBrackets: !isListed)
      rows.append(Row(name: name, value: block.keep(attribute.value), isListed: isListed))
    }
    let place = valuePlace(for: rows, in: width)
    for index in rows.indices { add(rows[index], valueAt: place, in: width, to: &block) }
  }

  /// A line: an attribute or the sender, as it is shown.
  struct Row {
    let name: TableBlock.Text
    let value: TableBlock.Text
    let isListed: Bool
  }

  /// The furthest place at which a name leaves room for its own value and for those of all shorter names.
  private func valuePlace(for rows: [Row], in width: Int) -> Int {
    var names = 0
    var values = 0
    for index in rows.indices {
      names = max(names, rows[index].name.columns)
      values = max(values, rows[index].value.columns)
    }
    // Mostly there is room for all of them.
    if indent + names + gap + values <= width { return rows.isEmpty ? indent : indent + names + gap }
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
  private func end(of row: Row) -> Int { indent + row.name.columns + gap }

  /// Name and value; a value with no room next to the name goes below it.
  private func add(_ row: Row, valueAt place: Int, in width: Int, to block: inout TableBlock) {
    let style: Style = row.isListed ? .plain : .dim
    let start = max(end(of: row), place)
    if start + row.value.columns <= width {
      block.add(row.name, style, at: indent)
      block.add(row.value, style, at: start)
      return block.endLine()
    }
    let further = min(indent + 2, width - 1)
    block.add(wrapping: row.name, style, at: indent, width: max(width - indent, 1))
    block.add(wrapping: row.value, style, at: further, width: max(width - further, 1))
  }
}

extension String {
  /// The columns that a name or a value takes as it is shown.
  fileprivate var shownColumns: Int { isPlainValue ? utf8.count : quotedIfNeeded.columns }
}
