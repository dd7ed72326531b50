import CallScenario

/// Where a command speaks: data to the output, messages to standard error; and the exit status so far.
struct Console: ~Copyable {
  private(set) var status = Status.success
  private var output = Output()
  private var progress = Progress()

  init() {}

  /// `-o`: from here on data goes there.
  mutating func redirect(to path: String) throws(Failure) {
    output = try Output(path: path)
  }

  mutating func print(_ text: String) throws(Failure) {
    progress.erase()
    try output.write(text)
  }

  mutating func print(_ bytes: [UInt8]) throws(Failure) {
    try print(bytes.span.bytes)
  }

  /// The caller's own buffer, without a copy where it is large.
  mutating func print(_ bytes: RawSpan) throws(Failure) {
    progress.erase()
    try output.write(bytes)
  }

  /// The highest status stays.
  mutating func raise(_ status: Status) {
    self.status = max(self.status, status)
  }

  /// A failure that does not stop the work on other files.
  mutating func report(_ failure: Failure) {
    raise(failure.status)
    guard let message = failure.message else { return }
    say("callsim: error: \(printable(message))\n" + (failure.wayOut.map { "    \(printable($0))\n" } ?? ""))
  }

  /// Mistakes in one scenario file.
  mutating func report(_ mistakes: Mistakes) {
    raise(.misunderstood)
    say(mistakes.diagnostics.map { "\($0)\n" }.joined())
  }

  /// A word on standard error that is no error; timing, for instance.
  mutating func note(_ text: String) {
    say("callsim: \(printable(text))\n")
  }

  /// A command's own figures, where standard output is taken by its data.
  mutating func figures(_ line: String) {
    say(line)
  }

  private mutating func say(_ text: String) {
    progress.erase()
    // On a terminal both streams are one text: what came first is to stand first. If this fails, the next to write
    // hears of it again.
    do throws(Failure) { try output.flush() } catch { raise(error.status) }
    try? Platform.write(Array(text.utf8), to: Platform.standardError)
  }

  /// How far long work has come: one line that is written over, and only where someone looks at it.
  mutating func progress(_ text: @autoclosure () -> String) {
    progress.show(text())
  }

  mutating func finish() throws(Failure) {
    progress.erase()
    try output.finish()
  }

  func usesColor(_ color: Color) -> Bool {
    switch color {
    case .auto:
      Platform.isTerminal(output.descriptor) && Platform.environment("NO_COLOR") == nil
        && Platform.environment("TERM") != "dumb"
    case .always: true
    case .never: false
    }
  }
}

/// What `--color` says; `auto`: on a terminal that knows how, unless `NO_COLOR` is set.
enum Color: String, CaseIterable { case auto, always, never }
