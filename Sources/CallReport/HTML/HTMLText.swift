import CallScenario

extension String {
  /// The text inside an element or a quoted attribute: printable, and with markup escaped.
  var markup: String { visible.escapedMarkup }

  /// The lines of a text as they are, with markup escaped; each line is printable already.
  var markupLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { String($0).markup }.joined(separator: "\n")
  }

  /// The text as a string of JSON inside a script element, which `<` could end.
  var json: String {
    let text = visible
    if !text.utf8.contains(where: { $0.isMarkup || $0 == UInt8(ascii: "\\") }) { return "\"\(text)\"" }
    var escaped = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "<": escaped += "\\u003c"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped + "\""
  }
}
