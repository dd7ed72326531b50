import CallScenario

/// A command's data output, its messages on standard error, and the exit status so far.
struct Console: ~Copyable {
  private(set) var status = Status.success
  private var output = Output()
  private var progress = Progress()
  /// Whether messages have colors.
  private var colorsMessages = false

  init() {}

  /// Messages get the colors of `--color`, as output does.
  mutating func setColor(_ color: Color) {
    colorsMessages = usesColor(color, on: Platform.standardError)
  }

  /// Sends all further data to the file of `-o`.
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

  /// Prints bytes from the caller's buffer; large pieces are not copied.
  mutating func print(_ bytes: RawSpan) throws(Failure) {
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
    say(head("callsim:") + " \(message.printable())\n" + (failure.suggestion.map { "    \($0.printable())\n" } ?? ""))
  }

  /// Reports the mistakes in one scenario file.
  mutating func report(_ mistakes: Mistakes) {
    raise(.badInput)
    var all = ""
    for mistake in mistakes.diagnostics { all += text(mistake) }
    say(all)
  }

  /// The mistake with its place and the word `error` set off.
  private func text(_ mistake: Diagnostic) -> String {
    let text = "\(mistake)\n"
    let place = "\(mistake.path.printable()):\(mistake.position.line):\(mistake.position.column):"
    guard colorsMessages, text.hasPrefix(place + " error:") else { return text }
    return head(place) + text.dropFirst((place + " error:").count)
  }

  /// `callsim: error:`
  private func head(_ place: String) -> String {
    colorsMessages ? "\u{1B}[1m\(place)\u{1B}[0m \u{1B}[31merror:\u{1B}[0m" : place + " error:"
  }

  /// Prints a message on standard error that is not an error, such as timing.
  mutating func note(_ text: String, suggestion: String? = nil) {
    say("callsim: \(text.printable())\n" + (suggestion.map { "    \($0.printable())\n" } ?? ""))
  }

  /// Prints a command's figures on standard error, because standard output is taken by its data.
  mutating func figures(_ line: String) {
    say(line)
  }

  private mutating func say(_ text: String) {
    progress.erase()
    // On a terminal, both streams appear as one text, so earlier output must come first. If this flush fails, the next
    // write reports it again.
    do throws(Failure) { try output.flush() } catch { raise(error.status) }
    try? Platform.write(Array(text.utf8).span.bytes, to: Platform.standardError)
  }

  /// Shows the progress of long work on one line that is overwritten, and only on a terminal.
  mutating func progress(_ text: @autoclosure () -> String) {
    progress.show(text())
  }

  mutating func finish() throws(Failure) {
    progress.erase()
    try output.finish()
  }

  func usesColor(_ color: Color) -> Bool { usesColor(color, on: output.descriptor) }

  private func usesColor(_ color: Color, on descriptor: Int32) -> Bool {
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
