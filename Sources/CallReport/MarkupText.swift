extension String {
  /// The text inside an element or a quoted attribute of HTML or XML, with markup escaped.
  var escapedMarkup: String {
    // Most texts have nothing to escape.
    if !utf8.contains(where: \.isMarkup) { return self }
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      // The content of an XML element must not have ]]> in it.
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      // HTML 4 does not know &apos;.
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension UInt8 {
  /// Whether it is a character that means something in HTML or XML.
  var isMarkup: Bool {
    switch self {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }
}
