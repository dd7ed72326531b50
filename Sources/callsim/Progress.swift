/// A single line on standard error that shows the progress of long work, if standard error is a terminal.
struct Progress {
  private static let delay = 0.5
  private static let interval = 0.1

  private let isShown = Platform.isTerminal(Platform.standardError) && Platform.environment("TERM") != "dumb"
  private var next: Double?
  private var isOnScreen = false

  /// Shows the text, but not in the first half second.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = Platform.seconds()
    let due = next ?? now + Self.delay
    next = now < due ? due : now + Self.interval
    if now < due { return }
    isOnScreen = true
    say("\r\(text())\u{1B}[K")
  }

  /// Erases the line, so that other output begins on an empty one.
  mutating func erase() {
    guard isOnScreen else { return }
    isOnScreen = false
    say("\r\u{1B}[K")
  }

  private func say(_ text: String) {
    try? Platform.write(Array(text.utf8).span.bytes, to: Platform.standardError)
  }
}
