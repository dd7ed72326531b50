import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Platform {
  struct Signals { fileprivate var set = sigset_t() }

  /// Blocks all signals that can be blocked; returns those that were already blocked, for `restoreSignals`.
  static func holdSignals() -> Signals {
    var all = sigset_t()
    var before = Signals()
    sigfillset(&all)
    sigprocmask(SIG_BLOCK, &all, &before.set)
    return before
  }

  static func restoreSignals(_ signals: consuming Signals) { sigprocmask(SIG_SETMASK, &signals.set, nil) }
}

// MARK: Ctrl-C

extension Platform {
  private static let interrupted = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed since `noteInterrupts`.
  static var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

  /// From now on, Ctrl-C is only noted, so that the work can end early with what it has found. A second one ends the
  /// process as usual.
  static func noteInterrupts() {
    // Made now, because a signal handler must not do that.
    _ = isInterrupted
    signal(SIGINT) { _ in
      Platform.interrupted.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // Programs that start others from a thread of a pool often leave all signals blocked.
    var interrupt = sigset_t()
    sigemptyset(&interrupt)
    sigaddset(&interrupt, SIGINT)
    sigprocmask(SIG_UNBLOCK, &interrupt, nil)
  }
}
