import CallModel
import CallScenario

/// A scenario of a page as it is without scripts: its title, its story, and a ladder in text for each flow.
struct HTMLScenario {
  private let scenario: Scenario
  private let story: HTMLStory
  private let ladder: Ladder
  /// Whether the page has no other scenario; its title is then the title of the page.
  private let isAlone: Bool

  init(_ scenario: Scenario, _ story: HTMLStory, _ ladder: Ladder, isAlone: Bool) {
    self.scenario = scenario
    self.story = story
    self.ladder = ladder
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

  /// Passes the title, the story and the ladder of each of these flows to `sink`.
  func writeLadders<Failure: Error>(
    _ transcript: Transcript, _ names: [String]?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var drawing = LadderDrawing(ladder, transcript.flows(named: names).parts, scenario)
    let heading = isAlone ? "h2" : "h4"
    var moments = LadderMoments(transcript)
    var rows = TextBuffer()
    // Flows that are not shown are followed up to the marks at which others begin.
    for flow in transcript.flows(named: transcript.isWhole ? names : nil) {
      var calls = moments.calls(before: flow)
      let isShown = names?.contains(flow.name) ?? true
      if isShown {
        let paragraphs = story.about(flow).map(paragraph).joined()
        try sink("<\(heading)>\(flow.title.markup)</\(heading)>\n" + paragraphs + "<pre tabindex=0>")
        // The title is above the ladder.
        try sink(html([drawing.begin(flow, calls).last ?? TextLine()]))
      }
      for entry in flow.entries {
        if case .mark(let name) = entry { moments.reach(name, calls) }
        guard isShown else {
          calls.follow(entry)
          continue
        }
        if case .step(let step) = entry { try sink(html(remarks(on: step))) }
        drawing.add(entry, &calls, to: &rows)
        try sink(rows.take().markupLines)
      }
      if isShown { try sink("</pre>\n") }
    }
    try sink(story.atEnd.map(paragraph).joined())
  }

  private func html(_ lines: [TextLine]) -> String { lines.text(color: false).markupLines }

  private func paragraph(_ text: String) -> String { "<p class=story>\(text.markup)</p>\n" }

  private func remarks(on step: Transcript.Step) -> [TextLine] {
    story.about(step).flatMap { comment in
      [TextLine()] + .paragraph("# " + comment, width: ladder.width)
    }
  }
}
