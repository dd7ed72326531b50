/// Letters of the Cyrillic and Greek alphabets that look like Latin ones. A keyboard in another layout types them.
enum LookAlikes {
  private static let letters: KeyValuePairs<Unicode.Scalar, Character> = [
    // Cyrillic.
    "\u{410}": "A", "\u{412}": "B", "\u{421}": "C", "\u{415}": "E", "\u{41D}": "H", "\u{406}": "I", "\u{408}": "J",
    "\u{41A}": "K", "\u{41C}": "M", "\u{41E}": "O", "\u{420}": "P", "\u{405}": "S", "\u{422}": "T", "\u{425}": "X",
    "\u{423}": "Y", "\u{430}": "a", "\u{441}": "c", "\u{501}": "d", "\u{435}": "e", "\u{4BB}": "h", "\u{456}": "i",
    "\u{458}": "j", "\u{43E}": "o", "\u{440}": "p", "\u{51B}": "q", "\u{455}": "s", "\u{51D}": "w", "\u{445}": "x",
    "\u{443}": "y",
    // Greek.
    "\u{391}": "A", "\u{392}": "B", "\u{395}": "E", "\u{397}": "H", "\u{399}": "I", "\u{39A}": "K", "\u{39C}": "M",
    "\u{39D}": "N", "\u{39F}": "O", "\u{3A1}": "P", "\u{3A4}": "T", "\u{3A7}": "X", "\u{3A5}": "Y", "\u{396}": "Z",
    "\u{3BD}": "v", "\u{3BF}": "o",
  ]

  /// The Latin letter that this one looks like; nil if it looks like none.
  static func latin(_ scalar: Unicode.Scalar) -> Character? {
    scalar.isASCII ? nil : letters.first { $0.key == scalar }?.value
  }
}

extension String {
  /// The text with Latin letters in place of others that look like them; nil if there are no such letters in it.
  var withoutLookAlikes: String? {
    guard utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    let latin = unicodeScalars.map { LookAlikes.latin($0) ?? Character($0) }
    let text = String(latin)
    return text == self ? nil : text
  }

  /// `U+0410, which looks like A`, about the first such letter in the text.
  var firstLookAlike: String? {
    for scalar in unicodeScalars {
      if let latin = LookAlikes.latin(scalar) {
        return "U+" + scalar.value.hexadecimal(digits: 4) + ", which looks like \(latin)"
      }
    }
    return nil
  }
}
