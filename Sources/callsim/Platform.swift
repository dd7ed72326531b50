#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The operating system, as far as callsim needs it. No other file imports the C library.
enum Platform {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Called once, before anything else.
  static func prepare() {
    // A closed reader and a file that may not grow are errors of write(2) like any other, not deaths.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A file opened later must not become one of the standard three where the caller closed it: the gaps are filled,
    // and using them still fails.
    for descriptor in standardInput...standardError where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == standardInput ? O_WRONLY : O_RDONLY)
    }
    // A trap of Swift's is a bug of ours, and has the status of one. Who wants the backtrace sets SWIFT_BACKTRACE, as
    // the runtime does.
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    for trap in [SIGILL, SIGTRAP] {
      signal(trap) { _ in
        let text: StaticString =
          "callsim: error: a bug of callsim: it trapped\n    please report it together with the command and the file\n"
        _ = cWrite(2, text.utf8Start, text.utf8CodeUnitCount)
        _exit(70)
      }
    }
  }

  static func exit(_ status: Int32) -> Never {
    #if canImport(Glibc)
      Glibc.exit(status)
    #elseif canImport(Musl)
      Musl.exit(status)
    #elseif canImport(Darwin)
      Darwin.exit(status)
    #endif
  }

  /// Nil where it is not set, or empty.
  static func environment(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// Of a clock that only goes forward.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// What the operating system answered in place of doing it.
struct SystemError: Error, Equatable {
  let code: Int32

  /// A call of the C library has just failed.
  fileprivate static var last: SystemError { SystemError(code: errno) }

  var text: String {
    guard let text = strerror(code) else { return "error \(code)" }
    return String(cString: text)
  }

  /// Nobody reads any more.
  var isClosedPipe: Bool { code == EPIPE }
  var isMissingFile: Bool { code == ENOENT }
  /// A link stands where none is followed.
  static let link = SystemError(code: ELOOP)
  /// A folder, a pipe or a device stands where a file is wanted.
  static let notAFile = SystemError(code: EINVAL)
  var isLink: Bool { code == ELOOP }
  var isTooLarge: Bool { code == EFBIG }
  /// The folder or the file does not let this user do it.
  var isRefusal: Bool { code == EACCES || code == EPERM || code == EROFS }
}

// MARK: What a path is

/// What stands at a path, and which file it is by whatever path it is reached.
struct FileIdentity: Equatable {
  enum Kind { case file, folder, link, other }

  let kind: Kind
  private let device: UInt64
  private let number: UInt64

  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .other
    }
    device = UInt64(truncatingIfNeeded: status.st_dev)
    number = UInt64(truncatingIfNeeded: status.st_ino)
  }
}

extension Platform {
  static func identity(of path: String, followingLinks: Bool = true) throws(SystemError) -> FileIdentity {
    var status = stat()
    guard (followingLinks ? stat(path, &status) : lstat(path, &status)) == 0 else { throw .last }
    return FileIdentity(status)
  }

  static func identity(of descriptor: Int32) throws(SystemError) -> FileIdentity {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    return FileIdentity(status)
  }

  /// The file that the path's links lead to: where there are none, the path as it is.
  static func target(of path: String) throws(SystemError) -> String {
    guard try identity(of: path, followingLinks: false).kind == .link else { return path }
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    guard let target = String(validatingCString: resolved) else { throw SystemError(code: EILSEQ) }
    return target
  }

  /// Makes the folder and those above it; it may be there already.
  static func makeFolder(_ path: String) throws(SystemError) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let above = withoutEndingSlashes(folderAndName(path).folder)
    guard errno == ENOENT, !above.isEmpty else { throw .last }
    try makeFolder(above)
    if mkdir(path, 0o777) != 0 && errno != EEXIST { throw .last }
  }
}

// MARK: Bytes in

extension Platform {
  /// A file, a pipe or a device; reading stops behind `limit` bytes, for some never end.
  static func read(_ path: String, atMost limit: Int) throws(SystemError) -> FileContent {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try read(descriptor, atMost: limit)
  }

  static func read(_ descriptor: Int32, atMost limit: Int) throws(SystemError) -> FileContent {
    let identity = try identity(of: descriptor)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let count = cRead(descriptor, piece.baseAddress, min(piece.count, limit - bytes.count))
      if count == 0 { break }
      if count > 0 { bytes.append(contentsOf: piece[..<count]) } else if !canRetry(descriptor, POLLIN) { throw .last }
    }
    return FileContent(bytes: bytes, identity: identity)
  }

  /// Interrupted calls are made again; a descriptor that does not block, as some parents hand it down, is waited for.
  private static func canRetry(_ descriptor: Int32, _ event: some BinaryInteger) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN else { return false }
    var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&waiting, 1, -1) >= 0 || errno == EINTR
  }
}

// MARK: Bytes out

extension Platform {
  /// Opens what is there, be it a pipe or a device, and empties it where it is a file; it is never replaced.
  static func openForWriting(_ path: String) throws(SystemError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  static func closeAfterWriting(_ descriptor: Int32) throws(SystemError) {
    // Some file systems tell only here that the disk is full. Interrupted, it is closed nevertheless.
    if close(descriptor) != 0 && errno != EINTR { throw .last }
  }

  static func set(_ permissions: OpenFolder.Permissions, of file: Int32) throws(SystemError) {
    // Only some users may give files away; the mode comes last, for a new owner takes bits of it.
    if fchown(file, permissions.owner, permissions.group) != 0 { fchown(file, uid_t.max, permissions.group) }
    if fchmod(file, permissions.mode) != 0 { throw .last }
  }

  /// Makes what was written outlast a loss of power.
  static func sync(_ descriptor: Int32) throws(SystemError) {
    if fsync(descriptor) != 0 { throw .last }
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    try write(bytes.span.bytes, to: descriptor)
  }

  static func write(_ bytes: RawSpan, to descriptor: Int32) throws(SystemError) {
    let isWritten = bytes.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = cWrite(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count >= 0 { done += count } else if !canRetry(descriptor, POLLOUT) { return false }
      }
      return true
    }
    if !isWritten { throw .last }
  }
}

// MARK: Signals

extension Platform {
  struct Signals { fileprivate var set = sigset_t() }

  /// Makes all signals wait that can; answers with those that waited already, for `restoreSignals`.
  static func holdSignals() -> Signals {
    var all = sigset_t()
    var before = Signals()
    sigfillset(&all)
    sigprocmask(SIG_BLOCK, &all, &before.set)
    return before
  }

  static func restoreSignals(_ signals: Signals) {
    var signals = signals
    sigprocmask(SIG_SETMASK, &signals.set, nil)
  }
}

// MARK: Folders

/// An open folder. Its names are looked up in it wherever its path may lead by then, and no link is followed.
struct OpenFolder: ~Copyable {
  /// A name in a folder. One that is not UTF-8 is repaired: it can be shown, but not opened.
  struct Entry {
    let name: String
    let isUTF8: Bool
    let kind: FileIdentity.Kind
    /// What a link leads to, and anything else is; nil where a link leads nowhere.
    let target: FileIdentity.Kind?
  }

  /// Who may do what with a file.
  struct Permissions {
    fileprivate let mode: mode_t
    fileprivate let owner: uid_t
    fileprivate let group: gid_t
  }

  private let descriptor: Int32

  /// The path itself may lead over links.
  init(_ path: String) throws(SystemError) {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    self.descriptor = descriptor
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// A link is an error that `isLink`.
  func folder(_ name: String) throws(SystemError) -> OpenFolder {
    let folder = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder >= 0 { return OpenFolder(descriptor: folder) }
    let error = SystemError.last
    // For a link the system says only that it is no folder.
    throw (try? identity(of: name))?.kind == .link ? SystemError.link : error
  }

  /// It may be there already.
  func makeFolder(_ name: String) throws(SystemError) {
    if mkdirat(descriptor, name, 0o777) != 0 && errno != EEXIST { throw .last }
  }

  /// What stands there; a link is one.
  func identity(of name: String) throws(SystemError) -> FileIdentity {
    FileIdentity(try status(of: name))
  }

  private func status(of name: UnsafePointer<CChar>, followingLinks: Bool = false) throws(SystemError) -> stat {
    var status = stat()
    guard fstatat(descriptor, name, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    return status
  }

  /// In no order.
  func entries() throws(SystemError) -> [Entry] {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { throw .last }
    guard let stream = fdopendir(copy) else {
      let error = SystemError.last
      close(copy)
      throw error
    }
    defer { closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return [] }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      // The name is longer than the type says: it is read in place, never copied as a tuple.
      let name = UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)
      let target = try? FileIdentity(status(of: name, followingLinks: true)).kind
      let kind = try? FileIdentity(status(of: name)).kind
      entries.append(
        Entry(
          name: String(cString: name), isUTF8: String(validatingCString: name) != nil, kind: kind ?? .other,
          target: target))
    }
    if errno != 0 { throw .last }
    return entries
  }

  /// A file's bytes. More than `limit` are an error that `isTooLarge`, a link one that `isLink`.
  func read(_ name: String, atMost limit: Int) throws(SystemError) -> FileContent {
    // Where a pipe has come to stand there, opening it must not wait.
    let file = openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    guard FileIdentity(status).kind == .file else { throw SystemError.notAFile }
    if status.st_size > limit { throw SystemError(code: EFBIG) }
    let content = try Platform.read(file, atMost: limit + 1)
    if content.bytes.count > limit { throw SystemError(code: EFBIG) }
    return content
  }

  /// Who may do what with the file. That it may not be written is an error.
  func permissions(toWrite name: String) throws(SystemError) -> Permissions {
    let file = openat(descriptor, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    guard file >= 0 else { throw .last }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    return Permissions(mode: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid)
  }

  /// A new file to write. Where it is to have other permissions than any new file, it is the user's alone until then.
  func create(_ name: String, isPrivate: Bool) throws(SystemError) -> Int32 {
    let mode: mode_t = isPrivate ? 0o600 : 0o666
    let file = openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard file >= 0 else { throw .last }
    return file
  }

  func rename(_ name: String, over other: String) throws(SystemError) {
    if renameat(descriptor, name, descriptor, other) != 0 { throw .last }
  }

  func remove(_ name: String) { unlinkat(descriptor, name, 0) }

  /// Makes what was renamed outlast a loss of power, where the file system can.
  func sync() throws(SystemError) {
    if fsync(descriptor) != 0 && errno != EINVAL && errno != EBADF { throw .last }
  }
}

// Inside `Platform`, `read` and `write` mean its own: these are the C library's.
private func cRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
private func cWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
