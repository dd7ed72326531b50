import CallModel
import CallScenario

/// A scenario of a page as it is without scripts: its title, its story, and a ladder in text for each flow.
struct HTMLScenario {
  private let scenario: Scenario
  private let story: HTMLStory
  private let diagram: SequenceDiagram
  private let why: Bool
  /// Whether the page has no other scenario; its title is then the title of the page.
  private let isAlone: Bool

  init(_ story: HTMLStory, _ diagram: SequenceDiagram, why: Bool, isAlone: Bool) {
    scenario = diagram.scenario
    self.story = story
    self.diagram = diagram
    self.why = why
    self.isAlone = isAlone
  }

  /// The scenario up to its ladders.
  func opening(key: String) -> String {
    let begin =
      isAlone
      ? "<div class=scenario id=\"\(key.markup)\">\n"
      : "<details class=scenario id=\"\(key.markup)\"><summary><h3>\(scenario.title.markup)</h3></summary>\n"
    let origin = scenario.origin.map { "<p class=source>\($0.markup)</p>\n" } ?? ""
    let profile = scenario.profileLine.map { "<p class=profile>\($0.markup)</p>\n" } ?? ""
    let parties = scenario.parties.map { party in
      ([party.name.quotedIfNeeded, party.kindNames] + party.spelledOptions).joined(separator: " ")
    }
    let list = parties.isEmpty ? "" : "<p class=parties>\(parties.joined(separator: ", ").markup)</p>\n"
    return begin + origin + profile + list
  }

  /// What ends the scenario.
  var closing: String { isAlone ? "</div>\n" : "</details>\n" }

  /// Adds the title, the story and the ladder of each of these flows, and passes them on piece by piece.
  func writeLadders<Failure: Error>(
    _ transcript: Transcript, _ names: [String]?, _ text: inout TextBuffer, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var pen = HTMLLadder(diagram, transcript.flows(named: names).parts, why: why)
    let heading = isAlone ? "h2" : "h4"
    let begin = pen.isWide ? "<pre class=wide tabindex=0>" : "<pre>"
    var moments = LadderMoments(transcript)
    // Flows that are not shown are followed up to the marks at which others begin.
    for flow in transcript.flows(named: transcript.isWhole ? names : nil) {
      var calls = moments.calls(before: flow)
      let isShown = names?.contains(flow.name) ?? true
      if isShown {
        let paragraphs = story.about(flow).map(paragraph).joined()
        text.add(built: "<\(heading)>\(flow.title.markup)</\(heading)>\n" + paragraphs + begin)
        pen.begin(calls, &text)
      }
      try flow.entries.span.visit { (entry) throws(Failure) in
        if isShown {
          add(entry, &pen, &calls, &moments, to: &text)
        } else {
          moments.reach(entry, calls)
          calls.follow(entry)
        }
        if text.isPiece { try sink(text.take()) }
      }
      if isShown { text.add("</pre>\n") }
    }
    text.add(built: story.atEnd.map(paragraph).joined())
  }

  private func paragraph(_ text: String) -> String { "<p class=story>\(text.markup)</p>\n" }

  /// Adds the rows of an entry. It looks into the entry once: that copies a step.
  @inline(__always)
  private func add(
    _ entry: borrowing Transcript.Entry, _ pen: inout HTMLLadder, _ calls: inout LadderCalls,
    _ moments: inout LadderMoments, to text: inout TextBuffer
  ) {
    switch entry {
    case .mark(let name):
      moments.reach(name, calls)
      pen.add(mark: name, to: &text)
    case .wait(let wait): pen.add(wait, to: &text)
    case .step(let step):
      // The comments above the action.
      for comment in story.about(line: step.action.position.line) { text.add(built: "\n# \(comment.markup)\n") }
      pen.add(step, &calls, to: &text)
    }
  }
}
