// Paths are split as bytes, as the system does: to Swift, a slash followed by a combining accent is a different
// character.

extension String {
  /// Splits `a//b/` into `a` and `b`.
  var pathComponents: [String] {
    utf8.split(separator: .slash).map { String(Substring($0)) }
  }

  /// Splits `a/b/c` into `a/b/` and `c`.
  var folderAndName: (folder: String, name: String) {
    let start = utf8.lastIndex(of: .slash).map { utf8.index(after: $0) } ?? startIndex
    return (String(self[..<start]), String(self[start...]))
  }

  /// Turns `a/b//` into `a/b`; the root stays.
  var withoutEndingSlashes: String {
    var bytes = utf8[...]
    while bytes.count > 1, bytes.last == .slash { bytes.removeLast() }
    return String(Substring(bytes))
  }
}

extension UInt8 {
  fileprivate static let slash = UInt8(ascii: "/")
}
