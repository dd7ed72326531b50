import CallModel
import Synchronization

/// Computes something for each of many files on all processors, and passes the results on in the order of the files.
///
/// The order of all output is that of one thread: only `compute` runs on other threads, and it prints nothing.
struct Workers {
  /// How many threads work at once.
  var threads = Platform.cores
  /// Fewer files stay on one thread, because starting another would take longer than they do.
  static let fewestFiles = 16
  /// The most files that are computed ahead of the output, for each thread.
  private static let share = 8

  /// Calls `use` with each result until it returns false.
  func each<Result: Sendable>(
    _ count: Int, _ compute: @escaping @Sendable (Int) -> Result,
    _ use: (Int, Result) throws(Failure) -> Bool
  ) throws(Failure) {
    guard threads > 1, count >= Self.fewestFiles else {
      for index in 0..<count { if try !use(index, compute(index)) { return } }
      return
    }
    let size = threads * Self.share
    for start in stride(from: 0, to: count, by: size) {
      let batch = Batch(start..<min(start + size, count), compute)
      for (index, result) in zip(batch.range, batch.results(threads)) where try !use(index, result) { return }
    }
  }
}

/// Some files, and what was computed for them so far.
private final class Batch<Result: Sendable>: Sendable {
  let range: Range<Int>
  private let compute: @Sendable (Int) -> Result
  private let state: Mutex<State>

  private struct State {
    var next: Int
    var results: [Result?]
  }

  init(_ range: Range<Int>, _ compute: @escaping @Sendable (Int) -> Result) {
    self.range = range
    self.compute = compute
    state = Mutex(State(next: range.lowerBound, results: Array(repeating: nil, count: range.count)))
  }

  func results(_ threads: Int) -> [Result] {
    Platform.run(onThreads: min(threads, range.count)) { self.work() }
    return state.withLock { $0.results.compactMap(\.self) }
  }

  private func work() {
    while let index = takeNext() {
      let result = compute(index)
      state.withLock { $0.results[index - range.lowerBound] = result }
    }
  }

  private func takeNext() -> Int? {
    state.withLock { state in
      guard state.next < range.upperBound else { return nil }
      defer { state.next += 1 }
      return state.next
    }
  }
}

extension Threads {
  /// So many threads of this machine; the pieces go to whichever is free.
  static func many(_ count: Int) -> Threads {
    if count < 2 { return .one }
    return Threads { pieces, work in
      let turns = Turns(pieces)
      Platform.run(onThreads: min(count, pieces)) { while let piece = turns.takeNext() { work(piece) } }
    }
  }
}

/// The numbers of the pieces that are left.
private final class Turns: Sendable {
  private let count: Int
  private let next = Mutex(0)

  init(_ count: Int) { self.count = count }

  func takeNext() -> Int? {
    next.withLock { next in
      guard next < count else { return nil }
      defer { next += 1 }
      return next
    }
  }
}
