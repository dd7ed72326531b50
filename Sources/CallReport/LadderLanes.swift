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
  let spacing: Int
  /// Where the text to the right of the lifelines begins.
  let end: Int
  private let isUnicode: Bool
  /// The row to draw on.
  private var row: [UInt8]

  private static let least = 5
  private static let most = 14
  /// The least room for text.
  private static let leastText = 24

  /// Returns nil if the lifelines would be too close to each other.
  init?(_ participants: [Int], names: [String], gutter: Int, width: Int, isUnicode: Bool) {
    let longest = names.map(\.columns).max() ?? 0
    let wanted = min(max(longest + 1, 8), Self.most)
    let text = max(Self.leastText, width * 3 / 8)
    let spacing = min(wanted, (width - gutter - text) / max(participants.count, 1))
    guard spacing >= Self.least, !participants.isEmpty else { return nil }
    self.participants = participants
    self.spacing = spacing
    self.isUnicode = isUnicode
    end = gutter + participants.count * spacing + 2
    var places = [Int?](repeating: nil, count: (participants.max() ?? 0) + 1)
    for (index, participant) in participants.enumerated() { places[participant] = gutter + index * spacing }
    self.places = places
    row = Array(repeating: UInt8(ascii: " "), count: end)
  }

  /// The lifelines, each as what its participant does.
  mutating func begin(_ calls: LadderCalls, parties: Int) {
    for index in row.indices { row[index] = UInt8(ascii: " ") }
    for participant in participants {
      guard let place = places[participant] else { continue }
      let count = participant < parties ? calls.count(of: participant) : 0
      switch count {
      case 0: row[place] = UInt8(ascii: "|")
      case 1: row[place] = calls.firstPart(of: participant).symbol
      default:
        let parts = calls.parts(of: participant).prefix(spacing - 2)
        for (index, part) in parts.enumerated() { row[place + index] = part.symbol }
      }
    }
  }

  /// A number to the left of the lifelines.
  mutating func label(_ number: Int) {
    for (column, digit) in String(number).utf8.enumerated() where column < row.count { row[column] = digit }
  }

  /// An arrow from one lifeline to another; a circle if they are the same, or if there is no other.
  mutating func arrow(from: Int, to: Int?) {
    guard let start = place(of: from) else { return }
    guard let to, to != from, let end = place(of: to) else { return row[start] = UInt8(ascii: "o") }
    for column in (min(start, end) + 1)..<max(start, end) { row[column] = UInt8(ascii: "-") }
    if start < end { row[end - 1] = UInt8(ascii: ">") } else { row[end + 1] = UInt8(ascii: "<") }
  }

  /// A dotted line across all lifelines.
  mutating func cross() {
    guard let first = participants.first.flatMap(place), let last = participants.last.flatMap(place) else { return }
    for column in first...last where row[column] == UInt8(ascii: " ") { row[column] = UInt8(ascii: ".") }
  }

  private func place(of participant: Int) -> Int? { participant < places.count ? places[participant] : nil }

  /// The row as text, without the blanks at its end.
  var text: String {
    var text = TextBuffer(capacity: 0)
    add(to: &text, isWhole: false)
    return text.take()
  }

  /// Adds the row; the blanks at its end, too, if it is to be whole.
  func add(to text: inout TextBuffer, isWhole: Bool) {
    var end = row.count
    if !isWhole { while end > 1, row[end - 1] == UInt8(ascii: " ") { end -= 1 } }
    if !isUnicode { return row.withUnsafeBufferPointer { text.add(UnsafeBufferPointer(rebasing: $0[..<end])) } }
    for byte in row[..<end] {
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
