import CallModel
public import CallScenario

/// What a session answers, for people: the events of each action, and what the parties are doing then.
///
///     A TMakeCall B
///       A  EventDialing  ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
///       A is dialing
public struct SessionText: Sendable {
  var width: Int
  var attributes: AttributeChoice
  var color: Bool
  var repeatsLines: Bool

  /// Lines are at most `width` columns long, and at least 40. `color` sets colors with ANSI escape sequences.
  ///
  /// `repeatsLines` shows each action above what it does, for readers who have not just typed it.
  public init(
    width: Int = 80, attributes: AttributeChoice = .listed, color: Bool = false, repeatsLines: Bool = true
  ) {
    self.width = max(width, 40)
    self.attributes = attributes
    self.color = color
    self.repeatsLines = repeatsLines
  }

  /// The text of an answer of the session, ending in a line feed; empty if there is nothing to say.
  ///
  /// Mistakes and warnings are left out: where they are shown depends on where the lines come from.
  public func text(_ answer: Session.Answer, of session: Session) -> String {
    switch answer.content {
    case .nothing, .mistakes, .quit: return changes(answer, session).text(color: color)
    case .played(let steps): return (played(steps, session) + changes(answer, session)).text(color: color)
    case .refused(let step): return (heading(of: step, session) + refusal(of: step)).text(color: color)
    case .failed(let reason, let suggestion):
      return (paragraph(reason, .bad, at: 2) + (suggestion.map { paragraph($0, at: 2) } ?? [])).text(color: color)
    case .next(let next):
      let more = next.isCutShort ? "\nThere is more. For one party, :next PARTY\n" : ""
      return NextReport(width: width, attributes: attributes, color: color).text(next) + more
    case .undone(let count):
      let what = count == 1 ? "The last statement is" : "\(count) statements are"
      return (paragraph("\(what) taken back: \(Self.place(of: session)).") + changes(answer, session)).text(
        color: color)
    case .state: return state(of: session).text(color: color)
    case .why(let steps): return steps.flatMap { why($0, session) }.text(color: color)
    case .save(let path, let text): return path.map { "saved: \($0.visible)\n" } ?? text
    case .help: return Self.help.text(color: color)
    }
  }

  /// A mistake or a warning about a line that was typed right above, behind a prompt of so many columns.
  package func text(_ diagnostic: Diagnostic, behind prompt: Int) -> String {
    let style: Style = diagnostic.severity == .error ? .bad : .warning
    let (start, length) = (prompt + diagnostic.position.column - 1, diagnostic.position.length)
    let isShown = !diagnostic.line.isEmpty && start + length <= width
    let caret = isShown ? [TextLine("^" + String(repeating: "~", count: length - 1), style, at: start)] : []
    let suggestion = diagnostic.suggestion.map { paragraph($0, at: 2) } ?? []
    return (caret + paragraph(diagnostic.message, style, at: 2) + suggestion).text(color: color)
  }

  private func paragraph(_ text: String, _ style: Style = .plain, at place: Int = 0) -> [TextLine] {
    .paragraph(text, style, at: place, width: width)
  }

  // MARK: Actions

  private func played(_ steps: [Transcript.Step], _ session: Session) -> [TextLine] {
    let events = EventLines(session.scenario, attributes: attributes)
    var lines: [TextLine] = []
    for (number, step) in steps.enumerated() {
      lines += heading(of: step, session, isOwn: number > 0)
      lines += refusal(of: step)
      lines += events.lines(of: step, width: width, at: 2)
      if let statusLine = step.statusLine { lines += statusLine.lines(width: width, at: 2) }
      if step.messages.isEmpty, step.refusal == nil { lines.append(TextLine("no event", .dim, at: 2)) }
    }
    return lines
  }

  private func heading(of step: Transcript.Step, _ session: Session, isOwn: Bool = false) -> [TextLine] {
    if !isOwn, !repeatsLines { return [] }
    return paragraph(session.scenario.spelling(of: step.action), isOwn ? .mark : .bold)
  }

  private func refusal(of step: Transcript.Step) -> [TextLine] {
    guard let reason = step.reason else { return [] }
    return paragraph("refused: \(reason)", .bad, at: 2) + (step.hint.map { paragraph($0, .dim, at: 2) } ?? [])
  }

  /// What the parties do that did something else before: `A is talking, B is ringing`.
  private func changes(_ answer: Session.Answer, _ session: Session) -> [TextLine] {
    if answer.changes.isEmpty { return [] }
    let activities = session.activities
    let sentences = answer.changes.map { party in
      "\(session.scenario.parties[party].name) is \(Self.words(activities[party]))"
    }
    return paragraph(sentences.joined(separator: "; "), .dim, at: 2)
  }

  // MARK: State

  private static func words(_ activities: [Activity]) -> String {
    if activities.isEmpty { return "idle" }
    return activities.map { activity in
      if activity.call.isEmpty { return activity.words }
      let isNumber = activity.call.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      return "\(activity.words) (\(isNumber ? "call " : "")\(activity.call))"
    }.joined(separator: ", ")
  }

  private static func place(of session: Session) -> String {
    session.step == 0 ? "at the start" : "after step \(session.step) of \(session.flow)"
  }

  /// Where the session is, and what every party is doing; with the number of the call in parentheses.
  public func state(of session: Session) -> String { state(of: session).text(color: color) }

  private func state(of session: Session) -> [TextLine] {
    let parties = session.scenario.parties
    let names = parties.map { $0.name.visible.columns }.max() ?? 0
    let kinds = parties.map(\.kindNames.columns).max() ?? 0
    let title = paragraph("\(session.scenario.title), \(Self.place(of: session))", .bold)
    let rows = zip(parties, session.activities).flatMap { party, activities in
      let start = min(2 + names + 2 + kinds + 2, width - 24)
      var head = TextLine(party.name.visible, at: 2)
      head.append(party.kindNames, .dim, at: 2 + names + 2)
      let words = [TextLine].paragraph(Self.words(activities), at: max(start, 0), width: width)
      return head.width + 2 > start ? [head] + words : .sideBySide([(0, [head]), (0, words)])
    }
    let marks = session.markNames
    return title + rows + (marks.isEmpty ? [] : paragraph("marks: \(marks.joined(separator: ", "))", .dim, at: 2))
  }

  // MARK: Why

  /// The rules of a step, each with its place in the manual and the messages that it sends.
  private func why(_ step: Transcript.Step, _ session: Session) -> [TextLine] {
    var lines = paragraph(session.scenario.spelling(of: step.action), .bold) + refusal(of: step)
    for (number, rule) in step.rules.enumerated() {
      let messages = step.messages.filter { $0.rule == number }
      let sent = messages.map { "\(session.scenario.parties[$0.to].name) \($0.name)" }
      lines += pair("rule", rule.name) + pair("source", rule.source)
      lines += pair("sends", sent.isEmpty ? "nothing" : sent.joined(separator: ", "))
    }
    return lines
  }

  private func pair(_ name: String, _ text: String) -> [TextLine] {
    .sideBySide([(0, [TextLine(name, .dim, at: 2)]), (0, paragraph(text, at: 10))])
  }

  // MARK: Help

  private static var help: [TextLine] {
    let ways = [
      ("party NAME KIND", "a participant; the parties come first"),
      ("ACTOR VERB [TARGET]", "what someone does: A TMakeCall B"),
      ("wait 5s", "time passes"),
      ("after NAME [as FLOW]", "return to a mark, and go on differently"),
    ]
    let commands = Session.Command.allCases.map { ($0.spelling, $0.summary) }
    return (ways + commands).map { words, meaning in
      var line = TextLine(words, .bold, at: 2)
      line.append(meaning, at: 24)
      return line
    }
  }
}
