public import CallScenario

/// What an exploration found, with each step of a path and what it sends.
///
///     12 states, 30 transitions, depth 4
///     broken: never A EventReleased ... before B EventEstablished ...
///         A TMakeCall B
///             A  EventDialing   ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
///         A TReleaseCall
///             A  EventReleased  OtherDN=B CallState=OK
///     2 properties hold
public struct ExplorationText: Sendable {
  var width: Int
  var attributes: AttributeChoice
  var color: Bool

  /// Lines of steps are at most `width` columns long, and at least 20. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 80, attributes: AttributeChoice = .listed, color: Bool = false) {
    self.width = max(width, 20)
    self.attributes = attributes
    self.color = color
  }

  /// The text of the report, ending in a line feed.
  public func text(_ report: ExplorationReport) -> String {
    var lines = [TextLine(report.counts)]
    if let stored = report.stored {
      lines.append(
        TextLine(report.isSymmetric ? "\(stored) states stored" : "no parties are alike: all are stored"))
    }
    if let fault = report.fault { add("broken: ", .bad, fault.sentence, fault.path, to: &lines) }
    for result in report.properties where result.verdict == .broken {
      let end = result.path == nil ? ": it is never sent" : ""
      add("broken: ", .bad, result.property.text + end, result.path, to: &lines)
    }
    for result in report.properties where result.verdict == .undecided {
      add("undecided: ", .warning, result.property.text, nil, to: &lines)
    }
    for result in report.properties where result.verdict == .holds && result.isNeverAsked {
      add("not tested: ", .warning, result.property.text + ": its first message is never sent", nil, to: &lines)
    }
    let holding = report.properties.count { $0.verdict == .holds }
    if holding > 0 { lines.append(TextLine(holding == 1 ? "1 property holds" : "\(holding) properties hold", .good)) }
    if let stuck = report.stuck {
      add("stuck: ", .bad, Self.sentence(stuck.states), stuck.path, to: &lines)
    }
    return lines.text(color: color)
  }

  /// What is the matter with so many stuck states.
  public static func sentence(_ states: Int) -> String {
    "nothing can be done in \(states) state\(states == 1 ? "" : "s"), although not everything is over"
  }

  private func add(_ word: String, _ style: Style, _ text: String, _ path: ExploredPath?, to lines: inout [TextLine]) {
    var line = TextLine(word, style)
    line.append(text.visible)
    lines.append(line)
    guard let path else { return }
    if let start = path.start {
      lines.append(TextLine("after step \(start.step) of \(start.flow.visible):", .dim, at: 4))
    }
    let events = EventLines(path.scenario, attributes: attributes, aligning: path.steps)
    for (step, action) in zip(path.steps, path.actions) {
      lines += action.visible.wrapped(to: width - 4).map { TextLine($0, .mark, at: 4) }
      lines += events.lines(of: step, width: width, at: 8)
      if let statusLine = step.statusLine { lines += statusLine.lines(width: width, at: 8) }
    }
  }
}
