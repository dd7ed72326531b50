public import CallScenario

/// Coverage as text: a table by chapter, what is missing, and a last line with the totals.
///
///     t-server                  rules     points  decisions    options
///     Basic Call Models    126 of 127   27 of 27   13 of 13              99.4 %
///       Call to ACD          15 of 16     3 of 3     1 of 1              95.0 %
///
/// Sections from which nothing is missing are left out.
public struct CoverageReport: Sendable {
  var width: Int
  var color: Bool

  /// Lines are at most `width` columns long, and at least 40. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 80, color: Bool = false) {
    self.width = max(width, 40)
    self.color = color
  }

  /// The text of the report, ending in a line feed.
  ///
  /// `named` are missing items, each with a scenario that exercises it if one has been found; `states` is how many
  /// states the search visited at most.
  public func text(
    _ coverage: Coverage, named: [(item: Coverage.Item, scenario: String?)] = [], states: Int = 0
  ) -> String {
    var lines: [TextLine] = []
    for server in coverage.servers {
      let rows = CoverageRow.rows(of: coverage.sections.filter { $0.server == server })
      if !lines.isEmpty { lines.append(TextLine()) }
      lines += table(server, rows)
    }
    lines.append(TextLine())
    let missing = coverage.count().all - coverage.count().exercised
    if missing > 0 {
      let shown = named.count < missing ? ", the first \(named.count)" : ""
      if !named.isEmpty { lines.append(TextLine("missing: \(missing)\(shown)", .bold)) }
      for (item, scenario) in named { lines += entry(item, scenario, states) + [TextLine()] }
    }
    lines += .paragraph(
      "not counted: \(Coverage.uncitedDecisions) decisions that no rule cites, such as those about files",
      .dim, width: width)
    // Scripts read this line, so it is never broken.
    lines.append(TextLine("\(coverage)"))
    return lines.text(color: color)
  }

  private func table(_ server: String, _ rows: [CoverageRow]) -> [TextLine] {
    let kinds = Coverage.Item.Kind.allCases.filter { kind in rows.contains { $0.count(of: kind).all > 0 } }
    let cells = rows.map { row in kinds.map { row.text($0) } + ["\(row.count().percentage) %"] }
    let heads = kinds.map { "\($0.rawValue)s" } + [""]
    let widths = heads.indices.map { column in (cells.map { $0[column].columns } + [heads[column].columns]).max() ?? 0 }
    let gap = 2
    let room = max(8, width - widths.reduce(0) { $0 + $1 + gap })
    let names = rows.map { $0.name.visible.columns + $0.indentation }
    let nameWidth = min(room, max(server.columns, names.max() ?? 0))
    func line(_ name: TextLine, _ cells: [String], _ style: Style) -> TextLine {
      var line = name
      var end = nameWidth
      for (text, width) in zip(cells, widths) {
        end += gap + width
        line.append(text, style, at: end - text.columns)
      }
      return line
    }
    var lines = [line(TextLine(server, .bold), heads, .dim)]
    for (row, cells) in zip(rows, cells) {
      let name = row.name.visible.wrapped(to: nameWidth - row.indentation).map { TextLine($0, at: row.indentation) }
      lines.append(line(name[0], cells, .plain))
      lines += name.dropFirst()
    }
    return lines
  }

  private func entry(_ item: Coverage.Item, _ scenario: String?, _ states: Int) -> [TextLine] {
    let indentation = 2
    var lines = [TextLine].paragraph("\(item.kind.rawValue) \(item.name)", .mark, width: width)
    lines += .paragraph(item.source, .dim, at: indentation, width: width)
    if let scenario {
      // The item's name, which is the title, stands above.
      let statements = scenario.split(separator: "\n").dropFirst().map(String.init)
      lines += statements.map { TextLine($0.visible, at: 2 * indentation) }
    } else if states > 0 {
      lines += .paragraph(
        "no scenario found: the search has visited at most \(states) states for each of a few casts of parties",
        at: 2 * indentation, width: width)
    }
    return lines
  }
}

/// A row of the table: a chapter, or a section from which something is missing.
private struct CoverageRow {
  let name: String
  let indentation: Int
  let sections: [Coverage.Section]

  static func rows(of sections: [Coverage.Section]) -> [CoverageRow] {
    sections.map(\.chapter).distinct.flatMap { chapter -> [CoverageRow] in
      let all = sections.filter { $0.chapter == chapter }
      let incomplete = all.filter { $0.count().exercised < $0.count().all }
      return [CoverageRow(name: chapter, indentation: 0, sections: all)]
        + incomplete.map { section in
          CoverageRow(name: section.name.isEmpty ? "derived" : section.name, indentation: 2, sections: [section])
        }
    }
  }

  func count(of kind: Coverage.Item.Kind? = nil) -> Coverage.Count {
    Coverage.Count(summing: sections.map { $0.count(of: kind) })
  }

  /// Nothing where there is nothing to exercise.
  func text(_ kind: Coverage.Item.Kind) -> String {
    let count = count(of: kind)
    return count.all == 0 ? "" : "\(count)"
  }
}
