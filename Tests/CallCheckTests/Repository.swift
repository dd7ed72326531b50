#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The package's own folder, for tests that read its files.
enum Repository {
  static let folder = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(
    separator: "/")

  /// The scenarios of all chapters, and of the questions in a chapter, in byte order.
  static let scenarios = (paths("Scenarios/*/*.scenario") + paths("Scenarios/*/*/*.scenario")).sorted(by: precedes)

  /// The paths that match the pattern, in byte order: `Scenarios/releasing-calls/release-phase.scenario`.
  static func paths(_ pattern: String) -> [String] {
    var found = glob_t()
    defer { globfree(&found) }
    guard glob("\(folder)/\(pattern)", GLOB_NOSORT, nil, &found) == 0 else { return [] }
    let paths = (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
    return paths.map { String($0.dropFirst(folder.count + 1)) }.sorted(by: precedes)
  }

  private static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8)
  }

  /// The bytes of the file; empty if it cannot be read.
  static func bytes(of path: String) -> [UInt8] {
    guard let file = fopen("\(folder)/\(path)", "r") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = fread(&piece, 1, piece.count, file), count > 0 { bytes += piece[..<count] }
    return bytes
  }
}
