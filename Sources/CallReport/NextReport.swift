public import CallScenario

/// What can be done at a point of a scenario: by actor and verb, with the events as a scenario expects them.
///
///     After step 1 of main, A TMakeCall B
///
///     A
///       TReleaseCall, hangUp
///           A  EventReleased   OtherDN=B CallState=OK
///           B  EventAbandoned  OtherDN=A CallState=OK
public struct NextReport: Sendable {
  var width: Int
  var attributes: Attributes
  var color: Bool

  public init(width: Int = 80, attributes: Attributes = .listed, color: Bool = false) {
    self.width = max(width, 20)
    self.attributes = attributes
    self.color = color
  }

  public func text(_ answer: NextActions) -> String {
    let scenario = answer.scenario
    var lines = title(of: answer).wrapped(to: width).map { Line($0, .bold) }
    let events = EventLines(scenario, attributes: attributes)
    for (actor, party) in scenario.parties.enumerated() {
      let possible = entries(answer.possible.filter { $0.action.actor == actor }, scenario)
      let refused = reasons(answer.refused.filter { $0.action.actor == actor }, scenario)
      if possible.isEmpty, refused.isEmpty { continue }
      lines += [Line(), Line(party.name.visible, .bold)]
      for entry in possible {
        lines += entry.text.visible.wrapped(to: width - 2).map { Line($0, .mark, at: 2) }
        lines += events.lines(of: entry.step, width: width, at: 6)
        if entry.step.messages.isEmpty { lines.append(Line("no event", .dim, at: 6)) }
      }
      if !refused.isEmpty { lines += [Line("cannot", .dim, at: 2)] + refused }
    }
    if answer.possible.isEmpty { lines += [Line(), Line("Nothing is possible.")] }
    return lines.text(color: color)
  }

  private func title(of answer: NextActions) -> String {
    guard let latest = answer.latest else { return "What can be done at the start" }
    let action = answer.scenario.spelling(of: latest)
    return "What can be done after step \(answer.point.step) of \(answer.point.flow), \(action)".visible
  }

  // MARK: Possible

  private struct Entry {
    var text: String
    var step: Transcript.Step
    /// What stands behind the verb.
    var operands: String
  }

  /// A request and the same thing done by hand stand in one entry: `TReleaseCall, hangUp`.
  private func entries(_ steps: [Transcript.Step], _ scenario: Scenario) -> [Entry] {
    var entries: [Entry] = []
    // The place of the entry that a hand's verb joins, by verb and operands.
    var placeOf: [String: Int] = [:]
    for step in steps {
      let operands = operands(of: step.action, scenario)
      if let place = placeOf["\(step.action.verb.name) \(operands)"] {
        entries[place].text = "\(entries[place].step.action.verb.name), \(step.action.verb.name)\(operands)"
        continue
      }
      if let byHand = step.action.verb.byHand { placeOf["\(byHand) \(operands)"] = entries.count }
      entries.append(Entry(text: step.action.verb.name + operands, step: step, operands: operands))
    }
    return entries
  }

  /// ` TARGET on CALL key=value`
  private func operands(of action: ActionStatement, _ scenario: Scenario) -> String {
    let whole = scenario.spelling(of: action)
    let head = "\(scenario.parties[action.actor].name) \(action.verb.name)"
    return String(decoding: whole.utf8.dropFirst(head.utf8.count), as: UTF8.self)
  }

  // MARK: Refused

  /// Every reason once, and behind it what it is the reason for.
  private func reasons(_ steps: [Transcript.Step], _ scenario: Scenario) -> [Line] {
    var sentences: [String] = []
    for step in steps {
      guard let sentence = step.refusal, sentences.last != sentence, !sentences.contains(sentence) else { continue }
      sentences.append(sentence)
    }
    return sentences.flatMap { sentence in
      sentence.visible.wrapped(to: width - 4).enumerated().map { Line($1, at: $0 == 0 ? 4 : 6) }
    }
  }
}
