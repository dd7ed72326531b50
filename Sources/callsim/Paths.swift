// Paths are taken apart as bytes, as the system does it: to Swift's characters, a slash before an accent is none.
private let slash = UInt8(ascii: "/")

/// `a//b/` as `a` and `b`.
func names(in path: String) -> [String] {
  path.utf8.split(separator: slash).map { String(Substring($0)) }
}

/// `a/b/c` as `a/b/` and `c`.
func folderAndName(_ path: String) -> (folder: String, name: String) {
  let start = path.utf8.lastIndex(of: slash).map { path.utf8.index(after: $0) } ?? path.startIndex
  return (String(path[..<start]), String(path[start...]))
}

/// `a/b//` as `a/b`; the root stays.
func withoutEndingSlashes(_ path: String) -> String {
  var bytes = path.utf8[...]
  while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
  return String(Substring(bytes))
}
