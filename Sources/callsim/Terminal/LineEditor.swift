import CallScenario

/// Reads lines from a terminal, and lets the user edit them: cursor keys, a history, and completion with Tab.
struct LineEditor {
  private let prompt: String
  private let shownPrompt: String
  private var decoder = KeyDecoder()
  private var history: [String] = []
  private static let longestHistory = 1_000

  /// The lines are typed behind the prompt. Begin and end with `Platform.beginKeys` and `Platform.endKeys`.
  init(prompt: String, usesColor: Bool) {
    self.prompt = prompt
    shownPrompt = usesColor ? "\u{1B}[1m\(prompt)\u{1B}[0m" : prompt
  }

  /// What ends the editing of a line.
  enum Result {
    case line(String)
    /// Ctrl-C.
    case abandoned
    /// Ctrl-D, or the terminal has gone.
    case end
  }

  /// Reads a line; `completions` are those of what stands before the cursor.
  mutating func read(_ completions: (String) -> Session.Completions) -> Result {
    Platform.setKeys(.keys)
    defer { Platform.setKeys(.signals) }
    var edit = Edit(place: history.count)
    draw(&edit.line)
    while true {
      guard let key = nextKey(redrawing: &edit.line) else {
        write("\n")
        return .end
      }
      switch key {
      case .enter:
        edit.line.moveToEnd()
        draw(&edit.line)
        write("\n")
        remember(edit.line.text)
        return .line(edit.line.text)
      case .abandon:
        edit.line.moveToEnd()
        draw(&edit.line)
        write("^C\n")
        return .abandoned
      case .endOfInput where edit.line.characters.isEmpty:
        write("\n")
        return .end
      case .up: edit.recall(edit.place - 1, of: history)
      case .down: edit.recall(edit.place + 1, of: history)
      case .tab: complete(&edit.line, completions(edit.line.beginning))
      case .clearScreen: write("\u{1B}[H\u{1B}[2J")
      case .suspend:
        write("\n")
        Platform.suspend()
      default: if !edit.line.apply(key) { write("\u{07}") }
      }
      // A pasted text is drawn once.
      if decoder.isEmpty { draw(&edit.line) }
    }
  }

  /// The line, and the place in the history that it comes from.
  private struct Edit {
    var line = EditedLine()
    var place: Int
    /// What was typed before an older line was recalled.
    var draft = ""

    mutating func recall(_ number: Int, of history: [String]) {
      guard 0...history.count ~= number else { return }
      if place == history.count { draft = line.text }
      place = number
      line = EditedLine(number == history.count ? draft : history[number])
    }
  }

  private mutating func remember(_ line: String) {
    if line.allSatisfy({ $0 == " " }) || line == history.last { return }
    history.append(line)
    if history.count > Self.longestHistory { history.removeFirst() }
  }

  // MARK: Keys

  /// The next key; nil if there is none any more. If a signal comes, the line is drawn again.
  private mutating func nextKey(redrawing line: inout EditedLine) -> Key? {
    while true {
      if let key = decoder.next() { return key }
      // The rest of an unfinished key comes at once, or it was the key Esc.
      if !decoder.isEmpty, !Platform.canRead(Platform.standardInput, within: 100) { _ = decoder.next(isWhole: true) }
      do throws(SystemError) {
        guard let bytes = try Platform.readPiece(Platform.standardInput, atMost: 4_096) else {
          draw(&line)
          continue
        }
        if bytes.isEmpty { return nil }
        decoder.append(bytes)
      } catch {
        return nil
      }
    }
  }

  // MARK: Completion

  /// Adds what all completions have in common, or else lists them.
  private func complete(_ line: inout EditedLine, _ completions: Session.Completions) {
    let words = completions.words
    guard var common = words.first else { return write("\u{07}") }
    for word in words { common = common.commonPrefix(with: word) }
    if words.count == 1, let last = common.utf8.last, !"=.:".utf8.contains(last) { common += " " }
    let added = String(decoding: common.utf8.dropFirst(completions.replaced.utf8.count), as: UTF8.self)
    if !added.isEmpty {
      if !line.insert(added) { write("\u{07}") }
      return
    }
    draw(&line)
    write("\n" + Self.list(words, columns: columns))
  }

  private static let mostListed = 300

  /// The words in columns, from top to bottom.
  static func list(_ words: [String], columns: Int) -> String {
    let shown = words.prefix(mostListed)
    let width = (shown.map(\.count).max() ?? 0) + 2
    let perRow = max(1, columns / width)
    let rows = (shown.count + perRow - 1) / perRow
    var text = ""
    for row in 0..<rows {
      let cells = stride(from: row, to: shown.count, by: rows).map { shown[$0] }
      for (number, cell) in cells.enumerated() {
        text += cell + (number < cells.count - 1 ? String(repeating: " ", count: width - cell.count) : "\n")
      }
    }
    return text + (words.count > mostListed ? "… \(words.count - mostListed) more\n" : "")
  }

  // MARK: Drawing

  private var columns: Int { Platform.columns(of: Platform.standardOutput) ?? 80 }

  private func draw(_ line: inout EditedLine) {
    let (text, cursor) = line.shown(in: columns - prompt.count)
    write("\r\(shownPrompt)\(text.printable())\u{1B}[K\r\u{1B}[\(prompt.count + cursor)C")
  }

  /// If the terminal has gone, the next key says so.
  private func write(_ text: String) {
    try? Platform.write(Array(text.utf8).span.bytes, to: Platform.standardOutput)
  }
}

extension EditedLine {
  /// Does what an editing key says; returns false if it cannot.
  mutating func apply(_ key: Key) -> Bool {
    switch key {
    case .text(let text): return insert(text)
    case .backspace: removeBefore(1)
    case .delete, .endOfInput: removeAfter(1)
    case .left: move(-1)
    case .right: move(1)
    case .wordLeft: moveToPreviousWord()
    case .wordRight: moveToNextWord()
    case .home: moveToStart()
    case .end: moveToEnd()
    case .deleteToEnd: removeToEnd()
    case .deleteToStart: removeToStart()
    case .deleteWord: removeWord()
    case .enter, .tab, .up, .down, .clearScreen, .abandon, .suspend: break
    }
    return true
  }
}

extension String {
  fileprivate func commonPrefix(with other: String) -> String {
    String(zip(self, other).prefix { $0 == $1 }.map(\.0))
  }
}
