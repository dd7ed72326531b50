import CallLog
import CallModel
import CallReport
import CallScenario

// Options of the commands that judge logs.

extension Arguments {
  /// The profile of `--profile`, the generic one unless it is given.
  func profile() throws(Failure) -> (name: String, profile: SwitchProfile) {
    let name = text("--profile") ?? Scenario.profileNames[0]
    guard let named = SwitchProfile.named.first(where: { $0.name == name }) else {
      throw .unknown("profile", name, of: Scenario.profileNames, see: "callsim explain \(Scenario.profileNames[0])")
    }
    return (name, named.profile)
  }

  /// How `callsim check` judges.
  func judgementTerms() throws(Failure) -> LogJudgement.Terms {
    let known = text("--profile") == nil ? nil : try profile().profile
    var terms = LogJudgement.Terms(profile: known, presence: try choice("--presence"))
    let (since, until) = (try moment("--since"), try moment("--until"))
    if since != nil || until != nil { terms.period = LogPeriod(since: since, until: until) }
    if let idle = try duration("--idle") { terms.idle = Int64(idle) }
    terms.slack = try number("--slack", 0...16) ?? 0
    terms.verifies = has("--verify")
    return terms
  }

  /// The moment that the option names; nil if the option is not given.
  private func moment(_ name: String) throws(Failure) -> LogMoment? {
    guard let word = text(name) else { return nil }
    if let moment = LogMoment(word) { return moment }
    throw Failure(
      .badInput, "\(name) takes a time as the log prints it, not \(word.shown)",
      suggestion: "write 09:14, 09:14:07.513 or 2026-01-01T09:14:07")
  }

  /// The milliseconds that the option names; nil if the option is not given.
  private func duration(_ name: String) throws(Failure) -> Int? {
    guard let word = text(name) else { return nil }
    if let duration = WaitDuration.milliseconds(of: word), duration > 0 { return duration }
    throw Failure(
      .badInput, "\(name) takes a number with ms, s, m or h, not \(word.shown)", suggestion: "write 4h, 30m or 90s")
  }
}
