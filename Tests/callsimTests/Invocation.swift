import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One run of the built executable: what it wrote to either stream, and how it ended.
struct Invocation: Equatable {
  /// Where standard output goes.
  enum Destination {
    case captured
    case path(String)
    case closed
    /// A pipe whose reader has closed it.
    case brokenPipe
  }

  var status: Int32
  var output: String
  var error: String

  init(status: Int32, output: String = "", error: String = "") {
    self.status = status
    self.output = output
    self.error = error
  }

  /// Runs `callsim` in the scratch folder with only the given environment; `shell` starts it, as `"$@"`.
  init(
    _ arguments: [String], in scratch: Scratch, environment: [String] = [], input: String = "/dev/null",
    to destination: Destination = .captured, shell line: String = "exec \"$@\""
  ) throws {
    let (out, err) = (scratch.path(".stdout"), scratch.path(".stderr"))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, err, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var ends: [Int32] = [-1, -1]
    switch destination {
    case .captured: posix_spawn_file_actions_addopen(&actions, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    case .path(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
    case .closed: posix_spawn_file_actions_addclose(&actions, 1)
    case .brokenPipe:
      #expect(pipe(&ends) == 0)
      close(ends[0])
      posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    }

    // Not every C library can change the folder when it starts a process, so the shell does.
    let shell = ["/bin/sh", "-c", "cd \"$1\" && shift && \(line)", "sh", scratch.root, Self.executable]
    let words = (shell + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup($0) } + [nil]
    defer { for word in words + variables { free(word) } }
    var process = pid_t()
    let failure = posix_spawn(&process, shell[0], &actions, nil, words, variables)
    if ends[1] >= 0 { close(ends[1]) }
    try #require(failure == 0, "cannot start \(Self.executable): \(String(cString: strerror(failure)))")
    var ending: Int32 = 0
    while waitpid(process, &ending, 0) == -1 && errno == EINTR {}
    // Above 128, as in a shell: ended by a signal.
    status = ending & 0x7F == 0 ? ending >> 8 & 0xFF : 128 + ending & 0x7F
    if case .captured = destination { output = scratch.read(".stdout") ?? "" } else { output = "" }
    error = scratch.read(".stderr") ?? ""
  }

  /// The executable is built next to the test bundle.
  private static let executable: String = {
    let sibling =
      CommandLine.arguments[0].split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
      + "/callsim"
    let package = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    return access(sibling, X_OK) == 0 ? absolute(sibling) : "\(package)/.build/debug/callsim"
  }()

  private static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}

/// Runs callsim as a user without root's permissions: root may do everything, whatever a file's mode.
enum Ordinary {
  private static let isRoot = geteuid() == 0
  private static let setpriv = "/usr/bin/setpriv"

  static let canRun = !isRoot || access(setpriv, X_OK) == 0

  static func run(_ arguments: [String], in scratch: Scratch) throws -> Invocation {
    guard isRoot else { return try Invocation(arguments, in: scratch) }
    // The build folder may be closed to other users, so they get a copy.
    let copy = "cp \"$1\" .callsim && shift && chmod 755 . .callsim"
    let change = "exec \(setpriv) --reuid 65534 --regid 65534 --clear-groups ./.callsim \"$@\""
    return try Invocation(arguments, in: scratch, shell: "\(copy) && chown -R 65534:65534 . && \(change)")
  }
}

/// A folder for one test, with files in it, that is removed after the test.
final class Scratch: Sendable {
  let root: String

  init(_ files: KeyValuePairs<String, String> = [:]) {
    var template = Array("/tmp/callsim-tests-XXXXXX".utf8CString)
    root = template.withUnsafeMutableBufferPointer { String(cString: mkdtemp($0.baseAddress!)) }
    for (path, text) in files { write(path, text) }
  }

  deinit {
    var process = pid_t()
    let words = ["/bin/rm", "-rf", root].map { (word: String) in strdup(word) } + [nil]
    defer { for word in words { free(word) } }
    if posix_spawn(&process, "/bin/rm", nil, nil, words, nil) == 0 { waitpid(process, nil, 0) }
  }

  func path(_ path: String) -> String { "\(root)/\(path)" }

  /// Also makes the folders above it.
  func write(_ path: String, _ text: String) {
    var folder = root
    for name in path.split(separator: "/").dropLast() {
      folder += "/\(name)"
      mkdir(folder, 0o700)
    }
    let file = open(self.path(path), O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    var text = text
    let count = text.withUTF8 { cWrite(file, $0.baseAddress, $0.count) }
    #expect(count == text.utf8.count)
  }

  func read(_ path: String) -> String? {
    let file = open(self.path(path), O_RDONLY)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return contents(file)
  }

  private func contents(_ file: Int32) -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 64 << 10)
    while case let count = cRead(file, &piece, piece.count), count > 0 { bytes += piece[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  func remove(_ path: String) { unlink(self.path(path)) }

  /// The names in a folder, including hidden ones, sorted.
  func names(_ path: String) -> [String] {
    guard let stream = opendir(self.path(path)) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(cString: $0.bindMemory(to: CChar.self).baseAddress!) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  /// Extends the file to this many bytes without writing them.
  func extend(_ path: String, to size: Int) { truncate(self.path(path), off_t(size)) }

  func mode(_ path: String) -> UInt32 {
    var status = stat()
    return stat(self.path(path), &status) == 0 ? UInt32(status.st_mode & 0o7777) : 0
  }

  func setMode(_ path: String, _ mode: UInt32) { chmod(self.path(path), mode_t(mode)) }

  /// Makes another name for the same file.
  func hardLink(_ path: String, to target: String) { cLink(self.path(target), self.path(path)) }

  func link(_ path: String, to target: String) { symlink(target, self.path(path)) }

  /// Makes a named pipe, has it written to, and returns what came out; it must fit into the pipe.
  func throughPipe(_ path: String, _ write: () throws -> Void) throws -> String? {
    mkfifo(self.path(path), 0o600)
    let reader = open(self.path(path), O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try write()
    return contents(reader)
  }

  /// The inode number, as `ls -i` shows it; a replaced file has another one.
  func number(_ path: String) -> UInt64 {
    var status = stat()
    return stat(self.path(path), &status) == 0 ? UInt64(status.st_ino) : 0
  }

}

// `Scratch` has methods of these names.
private func cRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int { read(file, bytes, count) }
private func cWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int { write(file, bytes, count) }
private func cLink(_ target: String, _ path: String) { _ = link(target, path) }
