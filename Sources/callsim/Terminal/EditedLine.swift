import CallScenario

/// A line that is being typed, and the cursor in it.
struct EditedLine {
  private(set) var characters: [Character] = []
  /// The number of characters before the cursor.
  private(set) var cursor = 0
  /// The first character that is shown, if the line is longer than the terminal is wide.
  private var start = 0

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  /// What stands before the cursor.
  var beginning: String { String(characters[..<cursor]) }

  // MARK: Changes

  /// Inserts a text at the cursor; returns false, and leaves the line, if it would become too long.
  mutating func insert(_ text: String) -> Bool {
    let before = String(characters[..<cursor]) + text
    guard before.utf8.count + String(characters[cursor...]).utf8.count <= Limits.line else { return false }
    // A mark may join the character before it.
    let joined = Array(before)
    characters.replaceSubrange(..<cursor, with: joined)
    cursor = joined.count
    return true
  }

  /// Removes so many characters before the cursor.
  mutating func removeBefore(_ count: Int) {
    let count = min(count, cursor)
    characters.removeSubrange(cursor - count..<cursor)
    cursor -= count
  }

  mutating func removeAfter(_ count: Int) {
    characters.removeSubrange(cursor..<min(cursor + count, characters.count))
  }

  mutating func removeToEnd() { removeAfter(characters.count) }
  mutating func removeToStart() { removeBefore(cursor) }
  mutating func removeWord() { removeBefore(cursor - wordStart) }

  // MARK: The cursor

  mutating func move(_ count: Int) { cursor = min(max(cursor + count, 0), characters.count) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }
  mutating func moveToPreviousWord() { cursor = wordStart }
  mutating func moveToNextWord() {
    while cursor < characters.count, characters[cursor] == " " { cursor += 1 }
    while cursor < characters.count, characters[cursor] != " " { cursor += 1 }
  }

  private var wordStart: Int {
    var place = cursor
    while place > 0, characters[place - 1] == " " { place -= 1 }
    while place > 0, characters[place - 1] != " " { place -= 1 }
    return place
  }

  // MARK: What is shown

  /// The part of the line around the cursor that fits into so many columns, and the column of the cursor in it.
  mutating func shown(in columns: Int) -> (text: String, cursor: Int) {
    let columns = max(columns, 8)
    start = min(start, cursor)
    // The cursor may stand behind the last character, and a mark at either end says that the line goes on.
    func width(_ range: Range<Int>) -> Int { characters[range].reduce(0) { $0 + $1.width } }
    var before = width(start..<cursor)
    while before > columns - 4 {
      before -= characters[start].width
      start += 1
    }
    // Room that has become free at the end is used.
    while start > 0, width(start..<characters.count) + characters[start - 1].width <= columns - 4 {
      start -= 1
      before += characters[start].width
    }
    let isCut = start > 0
    var text = isCut ? "<" : ""
    var used = text.count
    for character in characters[start...] {
      guard used + character.width <= columns - 2 else {
        text += ">"
        break
      }
      text.append(character)
      used += character.width
    }
    return (text, before + (isCut ? 1 : 0))
  }
}

extension Character {
  /// The columns that the character takes on a terminal: two for ideographs and most pictures.
  var width: Int {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
      return 2
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
  }
}
