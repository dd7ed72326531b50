import CallModel
import CallScenario

/// The differences of two transcripts as text, to read.
///
///     flow main, step 3: B route C
///       changed  B  EventRouteUsed  ConnID=1
///         - CallState=OK
///         + CallState=Redirected
package struct DifferencesText {
  private let width: Int
  private let color: Bool
  private let sides: TranscriptDifference.Sides
  /// The heading of the last finding.
  private var heading: String?

  /// Lines are at most `width` columns wide, and at least 40; `color` sets colors with ANSI escape sequences.
  package init(_ sides: TranscriptDifference.Sides, width: Int = 80, color: Bool = false) {
    self.sides = sides
    self.width = max(width, 40)
    self.color = color
  }

  /// The text of the next finding, with a heading if the last one had another.
  package mutating func text(_ difference: TranscriptDifference) -> String {
    var lines: [TextLine] = []
    if self.heading == nil {
      lines +=
        paragraph("--- \(sides.old)", .bad, at: 0, hanging: 4) + paragraph("+++ \(sides.new)", .good, at: 0, hanging: 4)
    }
    let heading = Self.heading(difference)
    if self.heading != heading { lines += [TextLine()] + paragraph(heading, .bold, at: 0, hanging: 2) }
    self.heading = heading
    return (lines + self.lines(difference)).text(color: color)
  }

  /// The last lines, with the counts.
  package func summary(_ tally: DifferenceTally) -> String { (tally.isEmpty ? "" : "\n") + tally.text + "\n" }

  /// `routing.scenario:16: flow main, step 3: B route C`
  private static func heading(_ difference: TranscriptDifference) -> String {
    let place = difference.place
    let line = difference.step?.line.map { ":\($0)" } ?? ""
    let file = place.file.map { $0 + line }
    let flow = [place.flow.map { "flow \($0)" }, difference.stepText].compactMap { $0?.isEmpty == true ? nil : $0 }
      .joined(separator: ", ")
    return [file, flow.isEmpty ? nil : flow].compactMap(\.self).joined(separator: ": ")
  }

  private func lines(_ difference: TranscriptDifference) -> [TextLine] {
    let (old, new) = difference.messages
    var texts: [String] = []
    if let message = new ?? old {
      texts.append("\(message.to.quotedIfNeeded)  \(message.name.quotedIfNeeded)")
      switch difference.change {
      case .messageAdded, .messageRemoved: texts += message.spelledAttributes.isEmpty ? [] : [message.spelledAttributes]
      case .messageChanged(_, _, let changes):
        if let call = message.call, !changes.contains(where: { $0.name == "ConnID" }) { texts.append(call) }
      default: if let call = message.call { texts.append(call) }
      }
    }
    if let sentence = difference.sentence { texts.append(sentence) }
    var lines = finding(difference.kind, texts.joined(separator: "  "))
    if case .messageChanged(_, _, let changes) = difference.change {
      for change in changes {
        if let old = change.old { lines += paragraph("- \(change.name)=\(old.spelled())", .bad, at: 4, hanging: 4) }
        if let new = change.new { lines += paragraph("+ \(change.name)=\(new.spelled())", .good, at: 4, hanging: 4) }
      }
    }
    for (name, text) in [
      ("rule", difference.ruleText), ("source", difference.sourceText), ("option", difference.optionText),
    ] {
      guard let text else { continue }
      let texts = text.visible.wrapped(to: width - 12)
      lines += texts.enumerated().map { index, text in
        var line = TextLine(index == 0 ? name : "", .dim, at: 4)
        line.append(text, at: 12)
        return line
      }
    }
    return lines
  }

  /// `  changed  B  EventRouteUsed`, and what does not fit below it.
  private func finding(_ kind: TranscriptDifference.Kind, _ text: String) -> [TextLine] {
    let column = 11
    let lines = text.visible.wrapped(to: width - column - 2)
    return lines.enumerated().map { index, text in
      if index > 0 { return TextLine(text, at: column + 2) }
      var line = TextLine(kind.rawValue, kind.style, at: 2)
      line.append(text, at: column)
      return line
    }
  }

  private func paragraph(_ text: String, _ style: Style, at place: Int, hanging: Int) -> [TextLine] {
    text.visible.wrapped(to: width - place - hanging).enumerated().map { index, text in
      TextLine(text, style, at: place + (index == 0 ? 0 : hanging))
    }
  }
}

extension TranscriptDifference.Kind {
  fileprivate var style: Style {
    switch self {
    case .added: .good
    case .removed: .bad
    case .changed: .warning
    case .moved: .mark
    }
  }
}

extension WrittenMessage {
  /// `ConnID=1`, if the message has one.
  fileprivate var call: String? { attributes.first { $0.name == "ConnID" }.map { "ConnID=\($0.value.spelled())" } }

  /// The sender and all attributes, as a scenario writes them.
  fileprivate var spelledAttributes: String {
    ((from.map { ["from=\($0.spelled())"] } ?? []) + attributes.map { "\($0.name)=\($0.value.spelled())" })
      .joined(separator: " ")
  }
}
