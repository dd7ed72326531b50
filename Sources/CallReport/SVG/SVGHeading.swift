import CallModel
import CallScenario

/// What is above the flows of a transcript: its title, where it is from, and what the lifelines mean.
struct SVGHeading {
  private let layout: SVGLayout
  private let scenario: Scenario
  private let notes: [String]
  private let hasLegend: Bool
  /// What the picture shows, in words.
  let description: String

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout, _ flows: ShownFlows) {
    self.layout = layout
    scenario = diagram.scenario
    hasLegend = diagram.hasServer
    var notes = [scenario.origin, scenario.profileLine].compactMap(\.self)
    let parties = scenario.parties.map { party in
      ([party.name.quotedIfNeeded, party.kindNames] + party.spelledOptions).joined(separator: " ")
    }
    // What the heads of the lifelines do not say.
    let isEachShown = scenario.parties.indices.allSatisfy { layout.place(of: $0) != nil }
    let isEachPlain = scenario.parties.allSatisfy { $0.spelledOptions.isEmpty }
    if !isEachShown || !isEachPlain { notes.append(parties.joined(separator: ", ")) }
    if diagram.attributes == .all { notes.append("Attributes in [brackets] are not listed in the manual.") }
    let room = SVGLayout.room(layout.width - 2 * SVGLayout.margin, size: 12)
    self.notes = notes.flatMap { SVGFont.sans.lines(of: $0.visible, room: room) }
    description =
      "Sequence diagram of \(parties.joined(separator: ", ")). "
      + flows.map { "\($0.title)." }.joined(separator: " ")
  }

  private func title(_ number: Int?) -> [String] {
    let title = (number.map { "\($0)  " } ?? "") + scenario.title.visible
    // The room is the same without a number, so that the height is.
    return SVGFont.bold.lines(of: title, room: SVGLayout.room(layout.width - 2 * SVGLayout.margin, size: 18))
  }

  private var titleLines: Int {
    let room = SVGLayout.room(layout.width - 2 * SVGLayout.margin, size: 18)
    return SVGFont.bold.lines(of: "000  \(scenario.title.visible)", room: room).count
  }

  var height: Int { 16 + 24 * titleLines + 17 * notes.count + (hasLegend ? 28 : 8) }

  /// Writes the texts; `number` is the transcript's place in a document of several.
  func write(to text: inout TextBuffer, number: Int?) {
    var y = 32
    for line in title(number).prefix(titleLines) {
      write(line, "T", y, &text)
      y += 24
    }
    y = 16 + 24 * titleLines + 12
    for note in notes {
      write(note, "D", y, &text)
      y += 17
    }
    if hasLegend { legend(at: y, &text) }
  }

  private func write(_ line: String, _ style: StaticString, _ y: Int, _ text: inout TextBuffer) {
    text.add("<text class=\"")
    text.add(style)
    text.add("\" x=\"16\" y=\"")
    text.add(y)
    text.add("\">")
    text.add(text: line)
    text.add("</text>\n")
  }

  private func legend(at y: Int, _ text: inout TextBuffer) {
    var place = SVGLayout.margin
    let samples: [(part: LadderCalls.Part, words: String)] = [
      (.waiting, "dialing or waiting"), (.ringing, "ringing"), (.talking, "talking"), (.held, "holding"),
    ]
    for (part, words) in samples {
      text.add("<rect class=\"")
      text.add(part.letter)
      text.add(" c0\"")
      if part == .held { text.add(" fill=\"url(#held0)\"") }
      text.add(" x=\"")
      text.add(place + 1)
      text.add("\" y=\"")
      text.add(y - 6)
      text.add("\" width=\"8\" height=\"16\" rx=\"2\"/><text class=\"D\" x=\"")
      text.add(place + 15)
      text.add("\" y=\"")
      text.add(y + 6)
      text.add("\">")
      text.add(text: words)
      text.add("</text>\n")
      place += 15 + SVGFont.sans.width(of: words) * 12 / 1_000 + 16
    }
  }
}

/// The list of the transcripts of a document, with links to them.
struct SVGContents {
  private let chapters: [Chapter]
  private let width: Int

  init(_ chapters: [Chapter], width: Int) { (self.chapters, self.width) = (chapters, width) }

  var height: Int { 56 + 36 * chapters.count + 12 }

  func write(to text: inout TextBuffer) {
    text.add("<text class=\"T\" x=\"16\" y=\"32\">Call flows</text>\n")
    let place = 24 + 9 * String(chapters.count).utf8.count
    let room = SVGLayout.room(width - place - SVGLayout.margin, size: 12)
    for (index, chapter) in chapters.enumerated() {
      let y = 60 + 36 * index
      text.add("<text class=\"D\" x=\"16\" y=\"")
      text.add(y)
      text.add("\">")
      text.add(chapter.number)
      text.add("</text><a href=\"#scenario-")
      text.add(chapter.number)
      text.add("\"><text class=\"L\" x=\"")
      text.add(place)
      text.add("\" y=\"")
      text.add(y)
      text.add("\">")
      text.add(chapter.title, room: room, font: .sans)
      text.add("</text></a><text class=\"R\" x=\"")
      text.add(place)
      text.add("\" y=\"")
      text.add(y + 15)
      text.add("\">")
      text.add(chapter.path, room: room)
      text.add("</text>\n")
    }
  }
}
