/// A single line on standard error that says how far long work has come, where standard error is a terminal.
struct Progress {
  private static let delay = 0.5
  private static let interval = 0.1

  private let isShown = Platform.isTerminal(Platform.standardError) && Platform.environment("TERM") != "dumb"
  private var next: Double?
  private var isOnScreen = false

  /// Nothing is shown before half a second has passed.
  mutating func show(_ text: @autoclosure () -> String) {
    guard isShown else { return }
    let now = Platform.seconds()
    let due = next ?? now + Self.delay
    next = now < due ? due : now + Self.interval
    if now < due { return }
    isOnScreen = true
    say("\r\(text())\u{1B}[K")
  }

  /// Everything else that is written begins on a clean line.
  mutating func erase() {
    guard isOnScreen else { return }
    isOnScreen = false
    say("\r\u{1B}[K")
  }

  private func say(_ text: String) {
    try? Platform.write(Array(text.utf8), to: Platform.standardError)
  }
}
