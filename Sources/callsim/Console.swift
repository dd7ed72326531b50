import CallReport
import CallScenario

/// A command's data output, its messages on standard error, and the exit status so far.
struct Console: ~Copyable {
  private(set) var status = Status.success
  /// Whether messages on standard error are in color, as `--color` says.
  var messageColor = Color.auto
  private var output = Output()
  /// Whether standard output has a report, so that all else goes to standard error.
  private var isReserved = false
  private var progress = Progress()

  init() {}

  /// Sends all further data to the file of `-o`.
  mutating func redirect(to path: String) throws(Failure) {
    output = try Output(path: path)
  }

  /// Keeps standard output for a report: from now on, `print` goes to standard error.
  mutating func reserveOutput() { isReserved = true }

  mutating func print(_ text: String) throws(Failure) {
    if isReserved { return say(text) }
    progress.erase()
    try output.write(text)
  }

  /// Writes a report to standard output.
  mutating func print(report: [UInt8]) throws(Failure) {
    progress.erase()
    try output.write(report.span.bytes)
  }

  mutating func print(_ bytes: [UInt8]) throws(Failure) {
    try print(bytes.span.bytes)
  }

  /// Prints bytes from the caller's buffer; large pieces are not copied.
  mutating func print(_ bytes: RawSpan) throws(Failure) {
    if isReserved { return say(bytes) }
    progress.erase()
    try output.write(bytes)
  }

  /// Raises the exit status; a higher one is kept.
  mutating func raise(_ status: Status) {
    self.status = max(self.status, status)
  }

  /// Reports a failure that does not stop the work on other files.
  mutating func report(_ failure: Failure) {
    raise(failure.status)
    guard let message = failure.message else { return }
    say(messageText.text(program: "callsim", error: message, suggestion: failure.suggestion))
  }

  /// Reports the mistakes in one scenario file.
  mutating func report(_ mistakes: Mistakes) {
    raise(.badInput)
    say(mistakes.diagnostics.map(messageText.text).joined())
  }

  mutating func report(_ problem: Inputs.Problem) {
    switch problem {
    case .unreadable(let failure): report(failure)
    case .notUnderstood(let mistakes): report(mistakes)
    }
  }

  /// Reports what a scenario file may not mean as it says it; the status stays.
  mutating func report(warnings: [Diagnostic]) {
    if !warnings.isEmpty { say(warnings.map(messageText.text).joined()) }
  }

  private var messageText: DiagnosticText {
    DiagnosticText(
      color: Self.usesColor(messageColor, on: Platform.standardError),
      columns: Platform.columns(of: Platform.standardError))
  }

  /// Prints a message on standard error that is not an error, such as timing.
  mutating func note(_ text: String, suggestion: String? = nil) {
    say("callsim: \(text.printable())\n" + (suggestion.map { "    \($0.printable())\n" } ?? ""))
  }

  /// Prints a command's figures on standard error, because standard output is taken by its data.
  mutating func figures(_ line: String) {
    say(line)
  }

  private mutating func say(_ text: String) { say(Array(text.utf8).span.bytes) }

  private mutating func say(_ bytes: RawSpan) {
    progress.erase()
    // On a terminal, both streams appear as one text, so earlier output must come first. If this flush fails, the next
    // write reports it again.
    do throws(Failure) { try output.flush() } catch { raise(error.status) }
    try? Platform.write(bytes, to: Platform.standardError)
  }

  /// Shows the progress of long work on one line that is overwritten, and only on a terminal.
  mutating func progress(_ text: @autoclosure () -> String) {
    progress.show(text())
  }

  /// Sends what has been printed so far.
  mutating func flush() throws(Failure) { try output.flush() }

  mutating func finish() throws(Failure) {
    progress.erase()
    try output.finish()
  }

  /// How wide lines may be: as the option says, as the terminal is, or 100. Without the option, text to be read stays
  /// within 80 columns.
  func width(_ asked: Int?, ofText isText: Bool = false) -> Int {
    if let asked { return asked }
    let width = Platform.columns(of: descriptor) ?? 100
    return isText ? min(width, 80) : width
  }

  func usesColor(_ color: Color) -> Bool { Self.usesColor(color, on: descriptor) }

  /// Where `print` goes.
  private var descriptor: Int32 { isReserved ? Platform.standardError : output.descriptor }

  private static func usesColor(_ color: Color, on descriptor: Int32) -> Bool {
    switch color {
    case .auto:
      Platform.isTerminal(descriptor) && Platform.environment("NO_COLOR") == nil
        && Platform.environment("TERM") != "dumb"
    case .always: true
    case .never: false
    }
  }
}

/// The value of `--color`; `auto` uses color on a terminal that supports it, unless `NO_COLOR` is set.
enum Color: String, CaseIterable { case auto, always, never }
