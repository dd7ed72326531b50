// Paths are split as bytes, as the system does: to Swift, a slash followed by a combining accent is a different
// character.
private let slash = UInt8(ascii: "/")

/// Splits `a//b/` into `a` and `b`.
func names(in path: String) -> [String] {
  path.utf8.split(separator: slash).map { String(Substring($0)) }
}

/// Splits `a/b/c` into `a/b/` and `c`.
func folderAndName(_ path: String) -> (folder: String, name: String) {
  let start = path.utf8.lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
  return (String(path[..<start]), String(path[start...]))
}

/// Turns `a/b//` into `a/b`; the root stays.
func withoutEndingSlashes(_ path: String) -> String {
  var bytes = path.utf8[...]
  while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
  return String(Substring(bytes))
}
