import CallModel
public import CallScenario

/// Explains why a line of a scenario holds, or why it does not.
///
///     acd.scenario:12
///       flow main, step 3: C ring
///       C receives EventRinging, as expected.
///
///     C  EventRinging  to the called party
///       rule         The agent rings
///       source       Basic Call Models, Call to ACD
///
///       ConnID       1            the call
///       ThisDN       C            the recipient
///       ThisQueue    B            the party that handed the call on
public struct ExplanationText: Sendable {
  var width: Int
  var attributes: AttributeChoice
  var color: Bool

  /// Lines are at most `width` columns long, and at least 40. `color` sets colors with ANSI escape sequences.
  public init(width: Int = 80, attributes: AttributeChoice = .listed, color: Bool = false) {
    self.width = max(width, 40)
    self.attributes = attributes
    self.color = color
  }

  /// The text of the explanation, ending in a line feed.
  public func text(_ explanation: Explanation) -> String {
    let spelling = Spelling(explanation.scenario)
    var lines = heading(of: explanation, spelling)
    if let refusal = explanation.step.reason {
      lines += paragraph("refused: \(refusal)", .bad)
    } else if explanation.messages.isEmpty, case .action = explanation.subject {
      lines += paragraph("It sends nothing.")
      lines += rule(of: explanation.step)
    }
    lines += verdict(on: explanation, spelling)
    for message in explanation.messages { lines += [TextLine()] + block(message, explanation, spelling) }
    lines += remedies(of: explanation, spelling)
    return lines.text(color: color)
  }

  private func heading(of explanation: Explanation, _ spelling: Spelling) -> [TextLine] {
    let scenario = explanation.scenario
    let place = "\(scenario.path):\(explanation.line)"
    let action = explanation.step.place(in: explanation.flow, scenario.spelling(of: explanation.step.action))
    return paragraph(place, .bold, at: 0) + paragraph(action, .dim)
  }

  // MARK: Whether the line holds

  private func verdict(on explanation: Explanation, _ spelling: Spelling) -> [TextLine] {
    let sentences = DifferenceSentences(spelling)
    func bad(_ kind: Difference.Kind, _ differences: [AttributeDifference] = []) -> [TextLine] {
      let isComplete = differences.count == 1 && sentences.hasValues(of: differences[0])
      return paragraph(sentences.sentence(kind) + ".", .bad) + (isComplete ? [] : values(of: differences))
    }
    switch explanation.subject {
    case .action(let unexpected): return unexpected.flatMap { bad(.unexpected($0)) }
    case .holds(let line):
      return paragraph("\(spelling.scenario.parties[line.recipient].name) receives \(line.name), as expected.", .good)
    case .differs(let line, let differences):
      return bad(.differs(line, explanation.messages[0].message, differences), differences)
    case .otherOrder(let line, let message, let differences, let order):
      return bad(.otherOrder(line, message, differences, order), differences)
    case .otherRecipient(let line, let message, let differences):
      return bad(.otherRecipient(line, message, differences), differences)
    case .missing(let line): return bad(.missing(line))
    case .refused(isRefused: true, _): return paragraph("It is refused, as expected.", .good)
    case .refused(isRefused: false, _): return bad(.notRefused(nil)) + rule(of: explanation.step)
    }
  }

  /// The values of each attribute that differs.
  private func values(of differences: [AttributeDifference]) -> [TextLine] {
    differences.flatMap { difference in
      let expectation =
        switch (difference.pattern, difference.expected) {
        case (.absent, _): "which should be absent"
        case (_, nil): "which is not expected"
        case (_, let expected?): "expected \(expected)"
        }
      return paragraph("\(difference.name) is \(difference.actual ?? "absent"), \(expectation)", at: 4)
    }
  }

  // MARK: A message

  private func block(_ explained: ExplainedMessage, _ explanation: Explanation, _ spelling: Spelling) -> [TextLine] {
    let message = explained.message
    let part = explained.origin.recipient
    var head = TextLine(explanation.scenario.parties[message.to].name.visible, .bold, at: 2)
    head.append(message.name.visible, .bold, at: head.width + 2)
    var lines = [head]
    if !part.isEmpty {
      // The part is on lines of its own if the names leave no room for it.
      let place = head.width + 2
      let isNarrow = width - place < 24
      let recipient = [TextLine].paragraph("to \(part)", .dim, at: isNarrow ? 4 : place, width: width)
      lines = isNarrow ? lines + recipient : .sideBySide([(0, lines), (0, recipient)])
    }
    if let rule = explanation.step.rule(of: message) {
      lines += pair("rule", rule.name) + pair("source", rule.source)
    }
    if let option = explained.origin.option { lines += pair("sent under", option.text) }
    return lines + [TextLine()] + rows(explained, spelling) + leftOut(explained)
  }

  /// The attributes: name, value, and where the value comes from.
  private func rows(_ explained: ExplainedMessage, _ spelling: Spelling) -> [TextLine] {
    let carried = explained.message.attributes(attributes)
    let rows = carried.map { attribute in
      let origin = explained.origin(of: attribute)
      let option = origin?.option.map { ", under \($0.text)" } ?? ""
      let value = "\(attribute.value) (given by the rule)"
      let words = origin.map { $0.origin == value ? "given by the rule" : $0.origin } ?? ""
      return (
        name: attribute.isListed ? attribute.name : "[\(attribute.name)]",
        value: spelling.unwrittenValue(attribute.value, of: attribute.name).visible,
        origin: (words + option).visible, isListed: attribute.isListed
      )
    }
    let wishes = [
      rows.map(\.name.columns).max() ?? 0, min(rows.map(\.value.columns).max() ?? 0, 24),
      rows.map(\.origin.columns).max() ?? 0,
    ]
    let widths = wishes.shares(of: width - 4 - 4)
    let starts = [4, 4 + widths[0] + 2, 4 + widths[0] + widths[1] + 4]
    return rows.flatMap { row in
      let style: Style = row.isListed ? .plain : .dim
      return [TextLine].sideBySide([
        (starts[0], [TextLine(row.name, style)]),
        (starts[1], row.value.wrapped(to: widths[1]).map { TextLine($0, style) }),
        (starts[2], row.origin.wrapped(to: max(widths[2], 12)).map { TextLine($0, .dim) }),
      ])
    }
  }

  private func leftOut(_ explained: ExplainedMessage) -> [TextLine] {
    explained.origin.leftOut.filter(\.isListed).flatMap { attribute in
      paragraph("\(attribute.name) would be listed under \(attribute.option?.text ?? "")", .dim, at: 4)
    }
  }

  // MARK: What would make the line hold

  private func remedies(of explanation: Explanation, _ spelling: Spelling) -> [TextLine] {
    guard !explanation.remedies.isEmpty else { return [] }
    let scenario = explanation.scenario
    return [TextLine()]
      + explanation.remedies.flatMap { remedy -> [TextLine] in
        switch remedy {
        case .otherRecipient(let message):
          return paragraph("The action sends \(message.name) to \(scenario.parties[message.to].name).")
        case .otherStep(let step, let message, let differences):
          let action = "Step \(step.number), \(scenario.spelling(of: step.action)), sends"
          return sends(action, message, scenario, differences)
        case .otherAction(let step, let message, let isLater, let differences):
          let place = isLater ? "After this step" : "In place of this step"
          let action = "\(place), \(scenario.spelling(of: step.action)) would send"
          return sends(action, message, scenario, differences)
        case .profile(let option): return paragraph("Under `profile \(option)` the line would hold.")
        case .nothing: return paragraph("No action that is possible here sends it.")
        }
      }
  }

  /// `After this step, C ring would send C exactly that.`
  private func sends(
    _ action: String, _ message: Message, _ scenario: Scenario, _ differences: [AttributeDifference]
  ) -> [TextLine] {
    let name = scenario.parties[message.to].name
    if differences.isEmpty { return paragraph("\(action) \(name) exactly that.") }
    return paragraph("\(action) \(name) \(message.name), but with other attributes:")
      + values(of: differences)
  }

  // MARK: Lines

  private func paragraph(_ text: String, _ style: Style = .plain, at place: Int = 2) -> [TextLine] {
    .paragraph(text, style, at: place, width: width)
  }

  private func rule(of step: Transcript.Step) -> [TextLine] { pair("rule", step.rules.first?.name ?? "none") }

  private func pair(_ key: String, _ text: String) -> [TextLine] {
    let place = 4 + "sent under  ".count
    return text.visible.wrapped(to: width - place).enumerated().map { number, piece in
      var line = TextLine(number == 0 ? key : "", .dim, at: 4)
      line.append(piece, at: place)
      return line
    }
  }
}

extension Explanation {
  /// The line of the file that this difference is about.
  fileprivate var line: Int {
    switch subject {
    case .action: step.action.position.line
    case .holds(let line), .differs(let line, _), .otherOrder(let line, _, _, _), .otherRecipient(let line, _, _),
      .missing(let line):
      line.position.line
    case .refused(_, let position): position.line
    }
  }
}
