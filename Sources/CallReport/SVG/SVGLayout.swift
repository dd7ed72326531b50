import CallModel
import CallScenario

/// Where things are in the picture of a transcript: lifelines on the left, texts on the right.
///
/// With four parties and a T-Server it is 800 pixels wide, and with more it grows.
struct SVGLayout {
  static let leastWidth = 800
  static let margin = 16
  /// The size of most texts, and the distance of their lines.
  static let fontSize = 11
  static let line = 15
  /// To the left of the lifelines are the numbers of steps.
  private static let gutter = 40
  private static let narrowest = 78
  private static let widest = 130
  private static let leastText = 352

  /// The participants that have a lifeline.
  let participants: [Int]
  private let places: [Int?]
  /// The distance of two lifelines.
  let spacing: Int
  let width: Int
  /// Where texts begin.
  let textPlace: Int
  /// The names of all parties, and of the T-Server.
  let names: [String]
  /// The names of all parties in the titles of their bars.
  let titles: [String]
  /// The kinds of each participant, in lines.
  let kinds: [[String]]

  init(_ diagram: SequenceDiagram, _ flows: [Transcript.Flow]) {
    participants = diagram.participants(of: flows)
    let free = Self.leastWidth - Self.gutter - Self.leastText - Self.margin
    spacing = min(max(free / max(participants.count, 1), Self.narrowest), Self.widest)
    textPlace = Self.gutter + spacing * participants.count
    width = max(Self.leastWidth, textPlace + Self.leastText + Self.margin)
    var places = [Int?](repeating: nil, count: (participants.max() ?? 0) + 1)
    for (index, participant) in participants.enumerated() {
      places[participant] = Self.gutter + index * spacing + spacing / 2
    }
    self.places = places
    names = (0...diagram.server).map(diagram.name)
    titles = names.map(\.visible.xmlAttribute)
    let room = Self.room(spacing - 10, size: 10)
    kinds = participants.map { participant in
      let isServer = participant == diagram.server
      return Self.kinds(isServer ? "" : diagram.scenario.parties[participant].kindNames.visible, room: room)
    }
  }

  /// At most two lines, broken at blanks and hyphens.
  private static func kinds(_ text: String, room: Int) -> [String] {
    if text.isEmpty { return [] }
    let font = SVGFont.monospace
    if font.width(of: text) <= room { return [text] }
    var first = ""
    var rest = text[...]
    while let end = rest.firstIndex(where: { $0 == "-" || $0 == " " }) {
      let word = rest[...end]
      if font.width(of: first + word) > room { break }
      first += word
      rest = rest[rest.index(after: end)...]
    }
    if first.isEmpty { return [font.abbreviation(of: text, room: room) ?? text] }
    return [first, font.abbreviation(of: String(rest), room: room) ?? String(rest)]
  }

  /// Where the participant's lifeline is; nil if it has none.
  func place(of participant: Int) -> Int? { participant < places.count ? places[participant] : nil }

  var firstPlace: Int { Self.gutter + spacing / 2 }
  var lastPlace: Int { textPlace - spacing / 2 }

  /// The height of the boxes with the names of the participants.
  var headHeight: Int { 24 + 12 * (kinds.map(\.count).max() ?? 0) }

  /// The title of a flow, in lines.
  func title(of flow: Transcript.Flow) -> [String] {
    SVGFont.bold.lines(of: flow.title.visible, room: Self.room(width - 2 * Self.margin, size: 14))
  }

  /// The height of what is above the rows of a flow: its title and the names of the participants.
  func headHeight(of flow: Transcript.Flow) -> Int { 12 + 18 * title(of: flow).count + headHeight }

  /// The room that texts have, in the units of fonts.
  var room: Int { Self.room(width - Self.margin - textPlace) }

  /// So many pixels in the units of fonts.
  static func room(_ pixels: Int, size: Int = fontSize) -> Int { pixels * 1_000 / size }
}
