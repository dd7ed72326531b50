extension String {
  /// The text without anything that could move a terminal's cursor, turn text around or stay invisible.
  ///
  /// Everything that callsim prints for people passes through here; passing twice changes nothing more. Scalars are
  /// replaced one for one, so columns stay in place. `tab` replaces a tab: a blank if text is aligned, the picture of a
  /// tab if a reader must tell it from a blank, the tab itself if lines are shown unchanged.
  package func printable(tab: Unicode.Scalar = " ") -> String {
    // Most text needs no replacement: it is ASCII without control characters.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    var shown = UnicodeScalarView()
    var previous: Unicode.Scalar = " "
    for scalar in unicodeScalars {
      let replacement = scalar == "\t" ? tab : scalar.replacement(after: previous)
      previous = replacement ?? scalar
      shown.append(previous)
    }
    return String(shown)
  }
}

extension Unicode.Scalar {
  /// What is printed instead; nil if it needs no replacement.
  fileprivate func replacement(after previous: Unicode.Scalar) -> Unicode.Scalar? {
    switch value {
    // Controls have pictures.
    case 0x00...0x1F: Unicode.Scalar(value + 0x2400)
    case 0x7F: "\u{2421}"
    // Joiners and variation selectors belong to scripts and emoji; elsewhere they are invisible.
    case 0x180B...0x180D, 0x180F, 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF:
      previous.isASCII || previous == "\u{FFFD}" ? "\u{FFFD}" : nil
    // C1 controls, direction marks, line separators, and invisible characters.
    case 0x80...0x9F, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A,
      0xE0000...0xE0FFF:
      "\u{FFFD}"
    default: nil
    }
  }
}
