import CallScenario

/// The lifelines of a ladder, side by side, and the arrows between them.
///
/// A row is drawn in ASCII, a byte for each column; box-drawing characters replace them at the end.
struct LadderLanes {
  /// The participants that have a lifeline.
  let participants: [Int]
  /// The column of each participant's lifeline.
  private let places: [Int?]
  /// The columns between two lifelines.
  private let spacing: Int
  /// Where the text to the right of the lifelines begins.
  let end: Int
  private let isUnicode: Bool
  /// The row that each row begins as: the lifelines, each as what its participant does.
  private var lifelines: [UInt8]

  private static let least = 5
  private static let most = 14
  /// The least room for text.
  private static let leastText = 24
  /// The most columns of dense lifelines.
  private static let mostDense = 64

  /// Returns nil if the lifelines would be too close to each other.
  init?(_ participants: [Int], names: [String], gutter: Int, width: Int, isUnicode: Bool) {
    let longest = names.map(\.columns).max() ?? 0
    let wanted = min(max(longest + 1, 8), Self.most)
    let text = max(Self.leastText, width * 3 / 8)
    let spacing = min(wanted, (width - gutter - text) / max(participants.count, 1))
    self.init(
      participants, spacing: spacing, gutter: gutter, end: gutter + participants.count * spacing + 2,
      isUnicode: isUnicode)
  }

  /// Lifelines as close to each other as their names and an arrow allow. Returns nil if they would be too many.
  init?(dense participants: [Int], names: [String], lastStep: Int) {
    // There is room to the right of the last lifeline.
    let longest = names.dropLast().map(\.columns).max() ?? 0
    let gutter = String(lastStep).utf8.count + 1
    let most = (Self.mostDense - gutter) / max(participants.count, 1)
    let spacing = min(max(longest + 1, Self.least + 1), Self.most, most)
    self.init(
      participants, spacing: spacing, gutter: gutter, end: gutter + (participants.count - 1) * spacing + 4,
      isUnicode: false)
  }

  private init?(_ participants: [Int], spacing: Int, gutter: Int, end: Int, isUnicode: Bool) {
    guard spacing >= Self.least, !participants.isEmpty else { return nil }
    self.participants = participants
    self.spacing = spacing
    self.isUnicode = isUnicode
    self.end = end
    var places = [Int?](repeating: nil, count: (participants.max() ?? 0) + 1)
    lifelines = Array(repeating: UInt8(ascii: " "), count: end)
    for (index, participant) in participants.enumerated() {
      let place = gutter + index * spacing
      places[participant] = place
      lifelines[place] = UInt8(ascii: "|")
    }
    self.places = places
  }

  /// Whether there are many lifelines, close to each other.
  var isCrowded: Bool { spacing <= 7 && participants.count >= 6 }

  private func place(of participant: Int) -> Int? { participant < places.count ? places[participant] : nil }

  /// Draws a party's lifeline as what it does in each of its calls.
  mutating func show(_ calls: LadderCalls, of party: Int) {
    guard let place = place(of: party) else { return }
    // Several calls have a character each.
    if lifelines[place + 1] != UInt8(ascii: " ") {
      for column in place + 1..<min(place + spacing, end) { lifelines[column] = UInt8(ascii: " ") }
    }
    switch calls.count(of: party) {
    case 0: lifelines[place] = UInt8(ascii: "|")
    case 1: lifelines[place] = calls.firstPart(of: party).symbol
    default:
      for (index, part) in calls.parts(of: party).prefix(min(spacing - 2, end - place - 1)).enumerated() {
        lifelines[place + index] = part.symbol
      }
    }
  }

  /// The names above the lifelines, abbreviated if they are too long.
  func heads(_ names: [String]) -> TextLine {
    var line = TextLine()
    for (participant, name) in zip(participants, names) {
      guard let place = place(of: participant) else { continue }
      // There is room to the right of the last lifeline.
      let room = participant == participants.last ? Self.most : spacing
      line.append(name.columns < room ? name : name.abbreviated(to: room - 1, isUnicode: isUnicode), .bold, at: place)
    }
    return line
  }
}

// MARK: - Rows

extension LadderLanes {
  /// Adds a row with the lifelines alone.
  func addLifelines(to text: inout TextBuffer) {
    let row = beginRow(&text)
    text.removeBlanksAtEnd()
    endRow(row, &text)
    text.add("\n")
  }

  /// Adds the lifelines, and at their left a number. Returns where the row begins, for drawing on it.
  func beginRow(number: Int? = nil, _ text: inout TextBuffer) -> Int {
    let row = text.count
    if let number { text.add(number) }
    lifelines.withUnsafeBufferPointer { text.add(UnsafeBufferPointer(rebasing: $0.dropFirst(text.count - row))) }
    return row
  }

  /// Draws an arrow from one lifeline to another; a circle if they are the same, or if there is no other. Returns where
  /// its tip is if that is a `<`.
  @discardableResult
  func drawArrow(from sender: Int, to recipient: Int?, _ row: Int, _ text: inout TextBuffer) -> Int? {
    guard let start = place(of: sender) else { return nil }
    guard let recipient, recipient != sender, let end = place(of: recipient) else {
      text[row + start] = UInt8(ascii: "o")
      return nil
    }
    text.fill(row + min(start, end) + 1..<row + max(start, end), with: UInt8(ascii: "-"))
    if start < end {
      text[row + end - 1] = UInt8(ascii: ">")
      return nil
    }
    text[row + end + 1] = UInt8(ascii: "<")
    return row + end + 1
  }

  /// Draws a dotted line across all lifelines.
  func drawMark(_ row: Int, _ text: inout TextBuffer) {
    guard let first = participants.first.flatMap(place), let last = participants.last.flatMap(place) else { return }
    for column in row + first...row + last where text[column] == UInt8(ascii: " ") { text[column] = UInt8(ascii: ".") }
  }

  /// Ends the drawing on a row, which is the last.
  func endRow(_ row: Int, _ text: inout TextBuffer) {
    if isUnicode { drawBoxes(row, &text) }
  }

  private func drawBoxes(_ row: Int, _ text: inout TextBuffer) {
    let drawn = text.string(from: row)
    text.remove(from: row)
    for byte in drawn.utf8 {
      switch byte {
      case UInt8(ascii: "|"): text.add("│")
      case UInt8(ascii: "#"): text.add("┃")
      case UInt8(ascii: ":"): text.add("┆")
      case UInt8(ascii: "-"): text.add("─")
      case UInt8(ascii: "."): text.add("┄")
      case UInt8(ascii: ">"): text.add("▶")
      case UInt8(ascii: "<"): text.add("◀")
      case UInt8(ascii: "o"): text.add("●")
      default: text.add(byte: byte)
      }
    }
  }
}

extension LadderCalls.Part {
  fileprivate var symbol: UInt8 {
    switch self {
    case .talking: UInt8(ascii: "#")
    case .ringing: UInt8(ascii: "R")
    case .waiting: UInt8(ascii: ":")
    case .held: UInt8(ascii: "H")
    }
  }
}

extension String {
  /// The beginning of the text and an ellipsis, or in ASCII a tilde.
  fileprivate func abbreviated(to width: Int, isUnicode: Bool) -> String {
    prefix(Swift.max(width - 1, 1)) + (isUnicode ? "…" : "~")
  }
}
