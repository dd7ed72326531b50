/// The text with everything replaced that could move a terminal's cursor or turn its text around, character for
/// character.
func printable(_ text: String) -> String {
  // Most text needs nothing; a byte below a blank, DEL, or the lead of a longer sequence sends it to the slow path.
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { shown.append(printable(scalar)) }
  return String(shown)
}

/// What stands for a scalar on a terminal: a control character's picture, a blank for a tab, or the scalar itself.
func printable(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x09: " "
  case 0x00...0x1F: Unicode.Scalar(scalar.value + 0x2400) ?? "\u{FFFD}"
  case 0x7F: "\u{2421}"
  // C1 controls, marks of direction, invisible blanks and separators of lines.
  case 0x80...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: "\u{FFFD}"
  default: scalar
  }
}
