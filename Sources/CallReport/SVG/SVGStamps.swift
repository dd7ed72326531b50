import CallModel
import CallScenario

/// What stands before the texts of rows: arrows, and the first tags of the texts.
///
/// Rows that differ only in their heights and texts have the same stamp, which is spelled once.
struct SVGStamps: ~Copyable {
  private let diagram: SequenceDiagram
  private let layout: SVGLayout
  /// The pieces of all stamps, one after the other.
  private var pieces: [Piece] = []
  private var texts = TextBuffer(capacity: 4 << 10)
  /// Where the piece that is being written begins.
  private var start = 0
  /// The latest stamps. One that has made room for another is spelled again.
  private var latest: [(content: SVGRow.Content, stamp: Range<Int>)?]

  /// Bytes, and what follows them.
  private struct Piece {
    let start: Int
    let count: Int
    let hole: Hole
  }

  /// What differs from row to row.
  private enum Hole {
    /// The height that is so far below the top of the row.
    case height(Int)
    /// The number of the step.
    case number
    /// The ConnID.
    case label
  }

  private static let mostLatest = 256
  /// How far the text of a mark is from its edges.
  static let markInset = 9
  /// Where the text of a mark begins.
  static func markPlace(_ layout: SVGLayout) -> Int { layout.textPlace - 6 + markInset }

  init(_ diagram: SequenceDiagram, _ layout: SVGLayout) {
    (self.diagram, self.layout) = (diagram, layout)
    latest = Array(repeating: nil, count: Self.mostLatest)
  }

  // MARK: Keeping

  /// The bytes that they take in memory.
  var size: Int { pieces.count * MemoryLayout<Piece>.stride + texts.count }

  /// How many there are of each.
  struct Place {
    let pieces: Int
    let texts: Int
  }

  /// Where the next stamp will be.
  var place: Place { Place(pieces: pieces.count, texts: texts.count) }

  /// Forgets the stamps since then.
  mutating func remove(from place: Place) {
    if pieces.count == place.pieces { return }
    pieces.removeSubrange(place.pieces...)
    texts.remove(from: place.texts)
    start = place.texts
    for index in latest.indices { latest[index] = nil }
  }

  /// The pieces of the stamp of a row that shows this.
  mutating func stamp(of content: SVGRow.Content) -> Range<Int> {
    let index = content.index & (Self.mostLatest - 1)
    if let known = latest[index], known.content == content { return known.stamp }
    let first = pieces.count
    spell(content)
    let stamp = first..<pieces.count
    latest[index] = (content, stamp)
    return stamp
  }

  // MARK: Drawing

  /// Adds the stamp of a row to a picture, and the row's text.
  @inline(__always)
  func draw(
    _ row: SVGRow, _ place: SVGText, in rest: borrowing TextBuffer, below top: Int, to text: inout TextBuffer
  ) {
    for index in row.stamp {
      let piece = pieces[index]
      text.add(texts, from: piece.start, to: piece.start + piece.count)
      switch piece.hole {
      case .height(let distance): text.add(top + row.top + distance)
      case .number: text.add(row.number)
      case .label: text.add(rest, from: place.start, to: place.start + place.label)
      }
    }
    let start = place.start + place.label
    text.add(rest, from: start, to: start + place.rest)
  }

  // MARK: Spelling

  /// Ends a piece.
  private mutating func add(_ hole: Hole) {
    pieces.append(Piece(start: start, count: texts.count - start, hole: hole))
    start = texts.count
  }

  private mutating func spell(_ content: SVGRow.Content) {
    switch content {
    case .message(let arrow):
      spell(arrow)
      if arrow.chip > 0 { spellChip(of: arrow) }
      texts.add("<text class=\"R ")
      texts.add(arrow.color)
      beginText(at: layout.textPlace + SVGMessageText.offset(chip: arrow.chip))
    case .action(let actor, let isRequest):
      spellAction(actor, isRequest: isRequest)
      beginText("A", at: layout.textPlace)
    case .refusal(let actor):
      spellCross(actor)
      beginText("X", at: layout.textPlace)
    case .mark(let width, let lines):
      spellMark(width, lines)
      beginText("P", at: Self.markPlace(layout))
    case .wait, .reason: beginText("R", at: layout.textPlace)
    }
  }

  private mutating func beginText(_ style: StaticString, at place: Int) {
    texts.add("<text class=\"")
    texts.add(style)
    beginText(at: place)
  }

  /// The end of the first tag, up to its height.
  private mutating func beginText(at place: Int) {
    texts.add("\" x=\"")
    texts.add(place)
    texts.add("\" y=\"")
    add(.height(13))
  }

  private mutating func spell(_ arrow: SVGArrow) {
    guard let from = layout.place(of: arrow.sender), let to = layout.place(of: arrow.recipient) else { return }
    texts.add("<path class=\"e ")
    texts.add(arrow.color)
    texts.add("\" d=\"M")
    texts.add(from)
    texts.add(" ")
    if from == to {
      add(.height(5))
      texts.add("h20v8h-18m6-4l-7 4 7 4\"/>")
    } else {
      let isFromLeft = from < to
      add(.height(9))
      texts.add("H")
      texts.add(arrow.tip.place(at: to, isFromLeft: isFromLeft))
      texts.add(isFromLeft ? "m-7-4l7 4-7 4\"/>" : "m7-4l-7 4 7 4\"/>")
    }
  }

  /// The ConnID in a box.
  private mutating func spellChip(of arrow: SVGArrow) {
    texts.add("<rect class=\"f ")
    texts.add(arrow.color)
    texts.add("\" x=\"")
    texts.add(layout.textPlace)
    texts.add("\" y=\"")
    add(.height(3))
    texts.add("\" width=\"")
    texts.add(Int(arrow.chip))
    texts.add("\" height=\"13\" rx=\"3\"/><text class=\"C\" x=\"")
    texts.add(layout.textPlace + Int(arrow.chip) / 2)
    texts.add("\" y=\"")
    add(.height(13))
    texts.add("\">")
    add(.label)
    texts.add("</text>")
  }

  private mutating func spellAction(_ actor: Int, isRequest: Bool) {
    texts.add("<path class=\"s\" d=\"M16 ")
    add(.height(-5))
    texts.add("H")
    texts.add(layout.width - SVGLayout.margin)
    texts.add("\"/><text class=\"S\" x=\"24\" y=\"")
    add(.height(13))
    texts.add("\">")
    add(.number)
    texts.add("</text>")
    guard let place = layout.place(of: actor) else { return }
    if isRequest, let server = layout.place(of: diagram.server) {
      texts.add("<path class=\"q\" d=\"M")
      texts.add(place)
      texts.add(" ")
      add(.height(9))
      texts.add("H")
      texts.add(server - 2)
      texts.add("m-7-4l7 4-7 4z\"/>")
    } else {
      texts.add("<circle class=\"o\" cx=\"")
      texts.add(place)
      texts.add("\" cy=\"")
      add(.height(9))
      texts.add("\" r=\"5\"/>")
    }
  }

  private mutating func spellMark(_ width: Int, _ lines: Int) {
    texts.add("<path class=\"m\" d=\"M")
    texts.add(layout.firstPlace - 16)
    texts.add(" ")
    add(.height(9))
    texts.add("H")
    texts.add(layout.textPlace - 6)
    texts.add("\"/><rect class=\"p\" x=\"")
    texts.add(layout.textPlace - 6)
    texts.add("\" y=\"")
    add(.height(0))
    texts.add("\" width=\"")
    texts.add(width + 2 * Self.markInset)
    texts.add("\" height=\"")
    texts.add(lines * SVGLayout.line + 4)
    texts.add("\" rx=\"9\"/>")
  }

  private mutating func spellCross(_ actor: Int) {
    guard let place = layout.place(of: actor) else { return }
    texts.add("<path class=\"x\" d=\"M")
    texts.add(place - 4)
    texts.add(" ")
    add(.height(5))
    texts.add("l8 8m0-8l-8 8\"/>")
  }
}

extension SVGRow.Content {
  /// A number that mostly differs from that of others.
  fileprivate var index: Int {
    switch self {
    case .message(let arrow): 64 &* Int(arrow.tip.slot) &+ 13 &* arrow.sender &+ 5 &* arrow.recipient &+ Int(arrow.chip)
    case .action(let actor, let isRequest): 128 &+ 3 &* actor &+ (isRequest ? 1 : 0)
    case .refusal(let actor): 200 &+ actor
    case .mark(let width, _): 220 &+ width
    case .wait: 254
    case .reason: 255
    }
  }
}
