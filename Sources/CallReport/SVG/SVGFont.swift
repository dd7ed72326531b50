import CallScenario

/// The fonts of a picture. Each program that shows it has its own, so the widths are those of the widest in common use.
///
/// Widths are in thousandths of the font's size.
enum SVGFont {
  case monospace, sans, bold

  /// What a character of ASCII takes in a monospaced font.
  static let column = 602

  /// What the text takes.
  func width(of text: String) -> Int {
    if self == .monospace, text.isPrintableASCII { return Self.column * text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    // Latin, Greek and Cyrillic letters, and the marks of printed text.
    case 0x00...0x058F, 0x2010...0x205E: self == .monospace ? Self.column : proportionalWidth(of: scalar)
    case 0x0590...0x10FF: 1_000
    default: 2 * Self.column
    }
  }

  private func proportionalWidth(of scalar: Unicode.Scalar) -> Int {
    switch scalar {
    case "i", "j", "l", "f", "t", "r", "I", "J", " ", ".", ",", ":", ";", "'", "!", "|", "(", ")", "[", "]", "-", "/":
      self == .bold ? 495 : 420
    case "a"..."l", "n"..."v", "x"..."z", "0"..."9": self == .bold ? 716 : 640
    case "m", "w", "M", "W", "@", "%", "…", "—": self == .bold ? 1_105 : 1_000
    default: self == .bold ? 880 : 840
    }
  }

  /// The beginning of the text that has room, and an ellipsis; nil if the whole text has room.
  func abbreviation(of text: String, room: Int) -> String? {
    if width(of: text) <= room { return nil }
    var left = room - width(of: "…")
    var beginning = ""
    for character in text {
      left -= width(of: String(character))
      if left < 0 { break }
      beginning.append(character)
    }
    return beginning + "…"
  }

  /// The text in lines that have room, broken at blanks; a word is broken only if it has no room on a line.
  func lines(of text: String, room: Int) -> [String] {
    if width(of: text) <= room { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    let blank = width(of: " ")
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let needed = width(of: String(word))
      if !lines.isEmpty || !line.isEmpty, used + blank + needed <= room {
        line += " \(word)"
        used += blank + needed
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = (String(word), needed)
      if needed <= room { continue }
      (line, used) = ("", 0)
      for character in word {
        let needed = width(of: String(character))
        if used + needed > room, !line.isEmpty {
          lines.append(line)
          (line, used) = ("", 0)
        }
        line.append(character)
        used += needed
      }
    }
    return line.isEmpty && !lines.isEmpty ? lines : lines + [line]
  }
}
