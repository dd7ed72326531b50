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

  /// The names in a folder, in no order; those that are not UTF-8 are repaired, so that opening them fails under a name
  /// that can be shown.
  static func names(in folder: String) throws(SystemError) -> [String] {
    guard let stream = opendir(folder) else { throw .last }
    defer { closedir(stream) }
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return [] }
    var names: [String] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      // The name is longer than the type says: it is read in place, never copied as a tuple.
      names.append(String(cString: UnsafeRawPointer(entry).advanced(by: offset).assumingMemoryBound(to: CChar.self)))
    }
    if errno != 0 { throw .last }
    return names
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
  static func read(_ path: String, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try read(descriptor, atMost: limit)
  }

  static func read(_ descriptor: Int32, atMost limit: Int) throws(SystemError) -> [UInt8] {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { piece.deallocate() }
    var bytes: [UInt8] = []
    while bytes.count < limit {
      let count = cRead(descriptor, piece.baseAddress, min(piece.count, limit - bytes.count))
      if count == 0 { break }
      if count > 0 { bytes.append(contentsOf: piece[..<count]) } else if !canRetry(descriptor, POLLIN) { throw .last }
    }
    return bytes
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

  /// Writes a file's new bytes in place of its `old` ones; nil where it is not there yet.
  ///
  /// Room is made before the first byte is changed, signals wait until the last one is, and where writing fails
  /// nonetheless the old bytes are put back: no half of a file remains. The file stays the same file, with its links
  /// and permissions.
  static func overwrite(_ path: String, with new: [UInt8], old: [UInt8]?) throws(SystemError) {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    sigprocmask(SIG_BLOCK, &all, &before)
    defer { sigprocmask(SIG_SETMASK, &before, nil) }

    let descriptor = open(path, O_WRONLY | O_CLOEXEC | (old == nil ? O_CREAT | O_EXCL : 0), 0o666)
    guard descriptor >= 0 else { throw .last }
    do throws(SystemError) {
      try reserve(new.count, descriptor)
      try write(new, to: descriptor)
      if ftruncate(descriptor, off_t(new.count)) != 0 { throw .last }
      try closeAfterWriting(descriptor)
    } catch {
      if let old {
        lseek(descriptor, 0, SEEK_SET)
        try? write(old, to: descriptor)
        ftruncate(descriptor, off_t(old.count))
      } else {
        unlink(path)
      }
      close(descriptor)
      throw error
    }
  }

  private static func reserve(_ count: Int, _ descriptor: Int32) throws(SystemError) {
    #if !canImport(Darwin)
      let code = posix_fallocate(descriptor, 0, off_t(count))
      if code == ENOSPC || code == EFBIG || code == EDQUOT { throw SystemError(code: code) }
    #endif
  }
}

// Inside `Platform`, `read` and `write` mean its own: these are the C library's.
private func cRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
private func cWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
