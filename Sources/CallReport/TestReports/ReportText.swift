import CallScenario

// How texts of any content appear in the reports.

extension [UInt8] {
  mutating func add(_ text: String) { append(contentsOf: text.utf8) }

  /// A string of JSON, with its quotes; characters that turn text around or are invisible are escaped, too.
  mutating func add(json text: String) {
    append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": add("\\\"")
      case "\\": add("\\\\")
      case "\n": add("\\n")
      case "\r": add("\\r")
      case "\t": add("\\t")
      case " "..."~": append(UInt8(scalar.value))
      default:
        let shown = String(scalar)
        if shown.printable() != shown || scalar.isAtTheEnd {
          for unit in shown.utf16 { add(escape: unit) }
        } else {
          add(shown)
        }
      }
    }
    append(UInt8(ascii: "\""))
  }

  private mutating func add(escape unit: UInt16) {
    let digits = String(unit, radix: 16)
    add("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)")
  }
}

extension Unicode.Scalar {
  /// Whether XML and YAML have no place for it, although it is neither a control nor a surrogate.
  fileprivate var isAtTheEnd: Bool { value == 0xFFFE || value == 0xFFFF }
}

extension String {
  /// The folder of a path: `.` if it names none.
  var folderName: String {
    guard let slash = utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// The lines, each without what could move a cursor, turn text around or stay invisible; line feeds stay.
  var printableLines: [String] {
    utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
      String(Substring(line)).printableLine
    }
  }

  /// One line, without what XML and YAML have no place for.
  var printableLine: String { printable().withoutNoncharacters }

  private var withoutNoncharacters: String {
    guard unicodeScalars.contains(where: \.isAtTheEnd) else { return self }
    var text = UnicodeScalarView()
    for scalar in unicodeScalars { text.append(scalar.isAtTheEnd ? "\u{FFFD}" : scalar) }
    return String(text)
  }

  /// The content of an XML element.
  var xmlText: String { printableLines.joined(separator: "\n").escapedMarkup }

  /// Between the quotes of an XML attribute.
  var xmlAttribute: String { printableLine.escapedMarkup }
}
