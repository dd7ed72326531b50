import CallModel

@testable import CallScenario

/// A session, and its answers as words.
struct Typed {
  var session: Session

  init(_ lines: String..., auto: Bool = false) {
    session = Session(isAutomatic: auto)
    for line in lines { _ = session.answer(to: line) }
  }

  /// Two extensions, and what they have done.
  static func call(_ lines: String..., auto: Bool = false) -> Typed {
    var typed = Typed("party A extension", "party B extension", auto: auto)
    for line in lines { typed(line) }
    return typed
  }

  /// What the session says to the line: `ok`, `1 A EventDialing`, `refused …`, `error …`.
  @discardableResult
  mutating func callAsFunction(_ line: String) -> String {
    let answer = session.answer(to: line)
    switch answer.content {
    case .nothing: return "ok"
    case .played(let steps): return steps.map(text).joined(separator: " | ")
    case .refused(let step): return "refused \(step.reason ?? "")"
    case .mistakes(let mistakes):
      return mistakes.diagnostics.map { "error \($0.position.line):\($0.position.column) \($0.message)" }
        .joined(separator: "; ")
    case .failed(let reason, _): return "failed \(reason)"
    case .next(let next): return next.possible.map { session.scenario.spelling(of: $0.action) }.joined(separator: ", ")
    case .undone(let count): return "undone \(count), step \(answer.step)"
    case .state: return "state"
    case .why(let steps): return steps.flatMap(\.rules).map(\.name).joined(separator: " | ")
    case .save(let path, let text): return "\(path ?? "-")\n\(text)"
    case .help: return "help"
    case .quit: return "quit"
    }
  }

  /// `2 B ring: B EventRinging`
  private func text(_ step: Transcript.Step) -> String {
    let told = step.messages.map { "\(session.scenario.parties[$0.to].name) \($0.name)" }.joined(separator: ", ")
    let action = session.scenario.spelling(of: step.action)
    return "\(step.number) \(action): \(step.refusal == nil ? "" : "refused, ")\(told.isEmpty ? "silence" : told)"
  }

  /// What Tab offers.
  func tab(_ line: String) -> String { session.completions(of: line).words.joined(separator: " ") }

  /// Whether the saved scenario holds.
  var savedHolds: Bool {
    guard let text = session.scenarioText, let scenario = try? Scenario(parsing: text) else { return false }
    return (try? scenario.replay().differences().isEmpty) ?? false
  }
}
