/// A key, or a text that was typed or pasted.
enum Key: Equatable {
  case text(String)
  case enter, tab, backspace, delete
  case left, right, wordLeft, wordRight, home, end, up, down
  case deleteToEnd, deleteToStart, deleteWord
  case clearScreen, abandon, endOfInput, suspend
}

/// Turns the bytes of a terminal into keys.
struct KeyDecoder {
  private var pending: [UInt8] = []

  var isEmpty: Bool { pending.isEmpty }

  mutating func append(_ bytes: [UInt8]) { pending += bytes }

  /// The next key; nil if more bytes are needed. With `isWhole` no more come for now, so an unfinished key is dropped.
  mutating func next(isWhole: Bool = false) -> Key? {
    while let first = pending.first {
      let (length, key) = first == 0x1B ? escape() : first < 0x20 || first == 0x7F ? (1, Self.control(first)) : text()
      guard length > 0 else {
        if isWhole { pending.removeAll() }
        return nil
      }
      pending.removeFirst(length)
      if let key { return key }
    }
    return nil
  }

  private static func control(_ byte: UInt8) -> Key? {
    switch byte {
    case 0x01: .home
    case 0x02: .left
    case 0x03: .abandon
    case 0x04: .endOfInput
    case 0x05: .end
    case 0x06: .right
    case 0x08, 0x7F: .backspace
    case 0x09: .tab
    case 0x0A, 0x0D: .enter
    case 0x0B: .deleteToEnd
    case 0x0C: .clearScreen
    case 0x0E: .down
    case 0x10: .up
    case 0x15: .deleteToStart
    case 0x17: .deleteWord
    case 0x1A: .suspend
    default: nil
    }
  }

  /// As many characters as there are; 0 bytes if the last one is not complete and there is no other.
  private func text() -> (Int, Key?) {
    var end = pending.firstIndex { $0 < 0x20 || $0 == 0x7F } ?? pending.count
    if end == pending.count, let start = pending.lastIndex(where: { $0 & 0xC0 != 0x80 }) {
      let lead = pending[start]
      let needed = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
      if end - start < needed { end = start }
    }
    if end == 0 { return (0, nil) }
    return (end, .text(String(decoding: pending[..<end], as: UTF8.self)))
  }

  /// The length of an escape sequence and its key; 0 if it is not complete.
  private func escape() -> (Int, Key?) {
    guard pending.count > 1 else { return (0, nil) }
    switch pending[1] {
    case UInt8(ascii: "["):
      guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else {
        return pending.count > 32 ? (pending.count, nil) : (0, nil)
      }
      return (end + 1, Self.sequence(String(decoding: pending[2...end], as: UTF8.self)))
    case UInt8(ascii: "O"):
      return pending.count > 2 ? (3, Self.sequence(String(decoding: pending[2...2], as: UTF8.self))) : (0, nil)
    case UInt8(ascii: "b"): return (2, .wordLeft)
    case UInt8(ascii: "f"): return (2, .wordRight)
    case 0x7F: return (2, .deleteWord)
    case 0x1B: return (1, nil)
    default: return (2, nil)
    }
  }

  private static func sequence(_ text: String) -> Key? {
    switch text {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "H", "1~", "7~": .home
    case "F", "4~", "8~": .end
    case "3~": .delete
    case "1;5C", "1;3C", "5C": .wordRight
    case "1;5D", "1;3D", "5D": .wordLeft
    default: nil
    }
  }
}
