public import CallModel

/// The rules of a server: name, verbs and source side by side, each wrapped in its column.
///
///     t-server
///     rule                        verbs            source
///     -------------------------   --------------   --------------------------------------------
///     The group diverts the call  divert           Basic Call Models, Call to ACD; D23, D66
///                                 distribute
public struct RuleTable: Sendable {
  var width: Int
  var color: Bool

  /// Lines are at most `width` columns long, and at least 40. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 100, color: Bool = false) {
    self.width = max(width, 40)
    self.color = color
  }

  /// The text of the table, ending in a line feed.
  public func text(_ rules: [RuleReference], of server: String) -> String {
    let rows = rules.map { [$0.name, $0.verbs.joined(separator: " "), $0.source] }
    var preferredWidths = (0..<3).map { column in rows.map { $0[column].columns }.max() ?? 0 }
    // A long list of verbs goes on below.
    preferredWidths[1] = min(preferredWidths[1], rules.flatMap(\.verbs).map(\.columns).max() ?? 0)
    let gap = 2
    let widths = preferredWidths.shares(of: width - 2 * gap)
    let starts = [0, widths[0] + gap, widths[0] + widths[1] + 2 * gap]
    func row(_ cells: [[TextLine]]) -> [TextLine] { .sideBySide(zip(starts, cells).map { ($0, $1) }) }
    var lines = [TextLine(server, .bold)]
    lines += row(["rule", "verbs", "source"].map { [TextLine($0, .dim)] })
    lines += row(widths.map { [.rule($0)] })
    for texts in rows {
      let styles = [Style.plain, .mark, .dim]
      lines += row(
        texts.indices.map { column in
          texts[column].visible.wrapped(to: widths[column]).map { TextLine($0, styles[column]) }
        })
    }
    return lines.text(color: color)
  }
}
