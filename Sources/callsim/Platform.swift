#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The parts of the operating system that callsim uses. Only the files of this type import the C library.
enum Platform {
  static let standardInput: Int32 = 0
  static let standardOutput: Int32 = 1
  static let standardError: Int32 = 2

  /// Must be called once, before anything else.
  static func prepare() {
    // Without these, a closed reader or a file size limit would kill the process instead of failing write(2).
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // If the caller closed a standard descriptor, a file opened later must not take its number. The gaps are filled
    // with descriptors that still fail when used.
    for descriptor in standardInput...standardError where fcntl(descriptor, F_GETFD) == -1 {
      _ = open("/dev/null", descriptor == standardInput ? O_WRONLY : O_RDONLY)
    }
    // A Swift trap is a bug in callsim and gets the status of one. SWIFT_BACKTRACE asks for a backtrace.
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    for trap in [SIGILL, SIGTRAP] {
      signal(trap) { _ in
        let text: StaticString =
          "callsim: error: a bug in callsim: it trapped\n    please report it together with the command and the file\n"
        Platform.endKeys()
        _ = cWrite(2, text.utf8Start, text.utf8CodeUnitCount)
        _exit(70)
      }
    }
  }

  static func exit(_ status: Int32) -> Never { cExit(status) }

  /// The value of an environment variable; nil if it is not set or empty.
  static func environment(_ name: String) -> String? {
    getenv(name).flatMap { $0.pointee == 0 ? nil : String(cString: $0) }
  }

  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal has; nil if the descriptor is no terminal, or if it does not say.
  static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    // The type of the request differs between C libraries.
    return ioctl(descriptor, numericCast(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : nil
  }

  /// Seconds of a monotonic clock.
  static func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

/// An error code of the operating system.
struct SystemError: Error, Equatable {
  let code: Int32

  /// The error of the C library call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// The descriptor that a call has returned, unless it has failed.
  fileprivate static func check(_ descriptor: Int32) throws(SystemError) -> Int32 {
    if descriptor < 0 { throw .last } else { return descriptor }
  }

  var text: String {
    #if canImport(Darwin)
      // Here, strerror shares one buffer among all threads.
      var words = [CChar](repeating: 0, count: 256)
      strerror_r(code, &words, words.count)
      return String(decoding: words.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    #else
      return strerror(code).map { String(cString: $0) } ?? "error \(code)"
    #endif
  }

  /// Whether the reader has closed the pipe.
  var isClosedPipe: Bool { code == EPIPE }
  var isMissingFile: Bool { code == ENOENT }
  /// The path is a link, and links are not followed.
  static let link = SystemError(code: ELOOP)
  /// The path is a folder, a pipe or a device, and a file is needed.
  static let notAFile = SystemError(code: EINVAL)
  /// More bytes than are read.
  static let tooLarge = SystemError(code: EFBIG)
  var isLink: Bool { code == ELOOP }
  var isTooLarge: Bool { code == EFBIG }
  /// Whether the user lacks the permission for the file or its folder.
  var isRefusal: Bool { code == EACCES || code == EPERM || code == EROFS }
}

// MARK: What a path is

/// What a path leads to, and which file it is, independent of the path.
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

  /// The file that the path's links lead to, or the path itself if there are none.
  static func target(of path: String) throws(SystemError) -> String {
    guard try identity(of: path, followingLinks: false).kind == .link else { return path }
    guard let resolved = realpath(path, nil) else { throw .last }
    defer { free(resolved) }
    if let target = String(validatingCString: resolved) { return target } else { throw SystemError(code: EILSEQ) }
  }

  /// Makes the folder and the folders above it, unless they exist.
  static func makeFolder(_ path: String) throws(SystemError) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let above = path.folderAndName.folder.withoutEndingSlashes
    guard errno == ENOENT, !above.isEmpty else { throw .last }
    try makeFolder(above)
    if mkdir(path, 0o777) != 0 && errno != EEXIST { throw .last }
  }
}

// MARK: Bytes in

extension Platform {
  /// Reads a file, a pipe or a device. Reading stops after `limit` bytes, because some never end.
  static func read(_ path: String, atMost limit: Int) throws(SystemError) -> FileContent {
    let descriptor = try SystemError.check(open(path, O_RDONLY | O_CLOEXEC))
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

  /// Retries interrupted calls, and waits for a descriptor that a parent process made non-blocking.
  static func canRetry(_ descriptor: Int32, _ event: some BinaryInteger) -> Bool {
    if errno == EINTR { return true }
    guard errno == EAGAIN else { return false }
    var waiting = pollfd(fd: descriptor, events: Int16(event), revents: 0)
    return poll(&waiting, 1, -1) >= 0 || errno == EINTR
  }
}

// MARK: Bytes out

extension Platform {
  /// Opens an existing file, pipe or device for writing, and empties a file unless appending; it is never replaced.
  static func openForWriting(_ path: String, isAppending: Bool = false) throws(SystemError) -> Int32 {
    try SystemError.check(open(path, O_WRONLY | O_CREAT | (isAppending ? O_APPEND : O_TRUNC) | O_CLOEXEC, 0o666))
  }

  static func closeAfterWriting(_ descriptor: Int32) throws(SystemError) {
    // Some file systems report only here that the disk is full. An interrupted close has closed the file.
    if close(descriptor) != 0 && errno != EINTR { throw .last }
  }

  static func set(_ permissions: OpenFolder.Permissions, of file: Int32) throws(SystemError) {
    // Not every user may give files away. The mode comes last, because a new owner clears some of its bits.
    if fchown(file, permissions.owner, permissions.group) != 0 { fchown(file, uid_t.max, permissions.group) }
    if fchmod(file, permissions.mode) != 0 { throw .last }
  }

  /// Makes the written bytes survive a power failure.
  static func sync(_ descriptor: Int32) throws(SystemError) { if fsync(descriptor) != 0 { throw .last } }

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

// MARK: Threads

extension Platform {
  /// How many processors of the machine are in use; the process may be limited to fewer.
  static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Runs `body` on up to `count` threads, this one included, and waits for all of them.
  static func run(onThreads count: Int, _ body: @escaping @Sendable () -> Void) {
    var others: [pthread_t] = []
    withUnsafePointer(to: body) { work in
      while others.count + 1 < count, let thread = start(UnsafeMutableRawPointer(mutating: work)) {
        others.append(thread)
      }
      body()
      for thread in others { pthread_join(thread, nil) }
    }
  }

  private static func start(_ work: UnsafeMutableRawPointer) -> pthread_t? {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    // The main thread usually has as much; the default is 512 KiB on macOS, and 128 KiB with Musl.
    pthread_attr_setstacksize(&attributes, 8 << 20)
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let code = pthread_create(
      &thread, &attributes,
      { argument in
        // On macOS, the argument is never nil.
        (argument as UnsafeMutableRawPointer?)?.assumingMemoryBound(to: (@Sendable () -> Void).self).pointee()
        return nil
      }, work)
    return code == 0 ? thread : nil
  }
}

// MARK: Folders

/// An open folder. Names are looked up in this folder even if its path later leads elsewhere, and links are not
/// followed.
struct OpenFolder: ~Copyable {
  /// The mode and the owners of a file.
  struct Permissions {
    fileprivate let mode: mode_t
    fileprivate let owner: uid_t
    fileprivate let group: gid_t
  }

  private let descriptor: Int32

  /// Opens a folder; the path itself may contain links.
  init(_ path: String) throws(SystemError) {
    descriptor = try SystemError.check(open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC))
  }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { close(descriptor) }

  /// Opens a folder in this one. A link is an error that `isLink`.
  func folder(_ name: String) throws(SystemError) -> OpenFolder {
    let folder = openat(descriptor, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if folder >= 0 { return OpenFolder(descriptor: folder) }
    let error = SystemError.last
    // For a link, the system says only that it is not a folder.
    throw (try? identity(of: name))?.kind == .link ? SystemError.link : error
  }

  /// Makes a folder in this one, unless it exists.
  func makeFolder(_ name: String) throws(SystemError) {
    if mkdirat(descriptor, name, 0o777) != 0 && errno != EEXIST { throw .last }
  }

  /// The identity of what has this name; links are not followed.
  func identity(of name: String) throws(SystemError) -> FileIdentity {
    FileIdentity(try status(of: name))
  }

  private func status(of name: UnsafePointer<CChar>, followingLinks: Bool = false) throws(SystemError) -> stat {
    var status = stat()
    guard fstatat(descriptor, name, &status, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else { throw .last }
    return status
  }

  /// The entries, in no particular order.
  func entries() throws(SystemError) -> [Entry] {
    let copy = try SystemError.check(openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC))
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
      // The name may be longer than its C type says, so it is read in place and never copied as a tuple.
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

  /// Reads a file. More than `limit` bytes are an error that `isTooLarge`, a link is one that `isLink`.
  func read(_ name: String, atMost limit: Int) throws(SystemError) -> FileContent {
    // If a pipe has replaced the file in the meantime, opening it must not block.
    let file = try SystemError.check(openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    guard FileIdentity(status).kind == .file else { throw SystemError.notAFile }
    if status.st_size > limit { throw SystemError(code: EFBIG) }
    let content = try Platform.read(file, atMost: limit + 1)
    if content.bytes.count > limit { throw SystemError(code: EFBIG) }
    return content
  }

  /// The file's permissions. A file that the user may not write is an error.
  func permissions(toWrite name: String) throws(SystemError) -> Permissions {
    let file = try SystemError.check(openat(descriptor, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC))
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    return Permissions(mode: status.st_mode & 0o7777, owner: status.st_uid, group: status.st_gid)
  }

  /// Creates a file for writing. A private one is readable only by the user until its permissions are set.
  func create(_ name: String, isPrivate: Bool) throws(SystemError) -> Int32 {
    try SystemError.check(
      openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, isPrivate ? 0o600 : 0o666))
  }

  func rename(_ name: String, over other: String) throws(SystemError) {
    if renameat(descriptor, name, descriptor, other) != 0 { throw .last }
  }

  func remove(_ name: String) throws(SystemError) {
    if unlinkat(descriptor, name, 0) != 0 && errno != ENOENT { throw .last }
  }

  /// Makes a rename survive a power failure, if the file system can.
  func sync() throws(SystemError) {
    if fsync(descriptor) != 0 && errno != EINVAL && errno != EBADF { throw .last }
  }
}

// Inside `Platform`, `read`, `write` and `exit` are its own functions; these call the C library's.
private func cRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
private func cWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
private func cExit(_ status: Int32) -> Never { exit(status) }
