#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

// The terminal, from which keys are read one by one. With Platform.swift, the only file that imports the C library.

/// How the terminal was, and how it is while keys are read. Signal handlers read it, so it is in plain memory.
private nonisolated(unsafe) var terminal: UnsafeMutablePointer<(before: termios, keys: termios)>?

extension Platform {
  /// What the terminal does with a key such as Ctrl-C.
  enum KeyMode {
    /// It is read like any other key.
    case keys
    /// It stops the program, while that works.
    case signals
  }

  /// Lets the terminal hand on every key as it is pressed, without showing it; returns false if it is no terminal.
  ///
  /// Signals that end or stop the program first leave the terminal as it was, as `endKeys` does.
  static func beginKeys() -> Bool {
    var before = termios()
    guard terminal == nil, tcgetattr(standardInput, &before) == 0 else { return false }
    var keys = before
    keys.c_lflag &= ~tcflag_t(ICANON | ECHO | IEXTEN)
    keys.c_iflag &= ~tcflag_t(ICRNL | INLCR | IGNCR | IXON | ISTRIP)
    withUnsafeMutableBytes(of: &keys.c_cc) { characters in
      characters[Int(VMIN)] = 1
      characters[Int(VTIME)] = 0
    }
    let both = UnsafeMutablePointer<(before: termios, keys: termios)>.allocate(capacity: 1)
    both.initialize(to: (before, keys))
    terminal = both
    for number in [SIGHUP, SIGINT, SIGQUIT, SIGTERM] { handle(number) { Platform.endBy($0) } }
    handle(SIGTSTP) { _ in Platform.stop() }
    // These only interrupt the reading, so that the line is drawn again.
    handle(SIGWINCH) { _ in }
    setKeys(.signals)
    return true
  }

  /// Leaves the terminal as it was.
  static func endKeys() {
    guard let terminal else { return }
    tcsetattr(standardInput, TCSADRAIN, &terminal.pointee.before)
  }

  static func setKeys(_ mode: KeyMode) {
    guard let terminal else { return }
    let signals = tcflag_t(ISIG)
    if mode == .signals { terminal.pointee.keys.c_lflag |= signals } else { terminal.pointee.keys.c_lflag &= ~signals }
    tcsetattr(standardInput, TCSADRAIN, &terminal.pointee.keys)
  }

  /// Stops the program, as Ctrl-Z does, until it is continued.
  static func suspend() { raise(SIGTSTP) }

  /// Has the signal handled, unless it is ignored. It interrupts the reading of keys.
  private static func handle(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    let before = signal(number, handler)
    if unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self) { signal(number, SIG_IGN) }
    var action = sigaction()
    sigaction(number, nil, &action)
    action.sa_flags &= ~numericCast(SA_RESTART)
    sigaction(number, &action, nil)
  }

  private static func endBy(_ number: Int32) {
    endKeys()
    signal(number, SIG_DFL)
    raise(number)
  }

  private static func stop() {
    endKeys()
    signal(SIGTSTP, SIG_DFL)
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, SIGTSTP)
    raise(SIGTSTP)
    // It is delivered, and the program stops, here.
    sigprocmask(SIG_UNBLOCK, &only, nil)
    handle(SIGTSTP) { _ in Platform.stop() }
    if let terminal { tcsetattr(standardInput, TCSADRAIN, &terminal.pointee.keys) }
  }

  /// Whether there is something to read within that time.
  static func canRead(_ descriptor: Int32, within milliseconds: Int32) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, milliseconds) > 0
  }
}

extension Platform {
  /// Reads what there is, at most so many bytes, and waits for some: nothing at the end, nil if a signal has come.
  static func readPiece(_ descriptor: Int32, atMost limit: Int) throws(SystemError) -> [UInt8]? {
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: limit) { buffer, initialized in
        count = cRead(descriptor, buffer.baseAddress, limit)
        initialized = max(count, 0)
      }
      if count >= 0 { return piece }
      if errno == EINTR { return nil }
      if !canRetry(descriptor, POLLIN) { throw .last }
    }
  }
}

// Inside `Platform`, `read` is its own function.
private func cRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, bytes, count)
}
