/// The hint of a refusal, which fits on one line of a terminal:
/// `possible now: TReleaseCall, TInitiateTransfer B|C|D on 1|2`.
struct PossibleActions {
  private struct Group {
    let verb: String
    let option: String?
    /// The targets with which the verb is possible, each with its call.
    var combinations: [(target: String?, on: String?)]
  }

  private var groups: [Group] = []
  /// Whether it writes `on` even if there is only one call or interaction.
  private let namesTheOnlyOne: Bool
  private static let width = 76
  private static let head = "possible now: "
  private static let tail = " … (callsim next)"

  init(namesTheOnlyOne: Bool) { self.namesTheOnlyOne = namesTheOnlyOne }

  /// Adds an action, and returns whether there is room for more.
  mutating func add(_ action: ActionStatement, of scenario: Scenario) -> Bool {
    let options = action.options.map(\.spelling).joined(separator: " ")
    return add(
      action.verb.name, to: action.target.map { scenario.parties[$0].name }, on: action.on,
      options.isEmpty ? nil : options)
  }

  mutating func add(_ verb: String, to target: String?, on call: String?, _ option: String?) -> Bool {
    let combination = (target: target, on: call)
    if let known = groups.firstIndex(where: { $0.verb == verb && $0.option == option }) {
      let isThere = groups[known].combinations.contains { $0 == combination }
      if !isThere { groups[known].combinations.append(combination) }
    } else {
      groups.append(Group(verb: verb, option: option, combinations: [combination]))
    }
    return Self.head.count + texts.reduce(0) { $0 + $1.count + 2 } <= Self.width + 2
  }

  /// The line; nil if nothing was found and not everything was tried.
  func line(for actor: String, isWhole: Bool) -> String? {
    if groups.isEmpty { return isWhole ? "no action on a call is possible for \(actor) now" : nil }
    let texts = texts
    let whole = Self.head + texts.joined(separator: ", ")
    if isWhole, whole.count <= Self.width { return whole }
    let room = Self.width - Self.head.count - Self.tail.count
    var shown = ""
    for text in texts {
      let longer = shown.isEmpty ? text : shown + ", " + text
      if longer.count > room { break }
      shown = longer
    }
    return Self.head + (shown.isEmpty ? beginning(room) : shown) + Self.tail
  }

  /// Each verb with its targets and calls; once for each call if the targets are not the same in all calls.
  private var texts: [String] {
    groups.flatMap { group in
      let places = group.combinations.map(\.on).distinct
      let targets = group.combinations.map(\.target).distinct
      let isEverywhere = group.combinations.count == places.count * targets.count
      let parts = isEverywhere ? [places] : places.map { [$0] }
      return parts.map { part in
        let there = group.combinations.filter { part.contains($0.on) }.map(\.target).distinct
        return text(group, there, places.count > 1 || namesTheOnlyOne ? part : [])
      }
    }
  }

  private func text(_ group: Group, _ targets: [String?], _ places: [String?]) -> String {
    let targets = targets.compactMap(\.self).joined(separator: "|")
    let places = places.compactMap(\.self).joined(separator: "|")
    return [group.verb, targets, places.isEmpty ? "" : "on \(places)", group.option ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// The first verb, which has too many targets, with as many of them as fit.
  private func beginning(_ room: Int) -> String {
    var shown = groups[0].verb.count <= room ? groups[0].verb : ""
    for (number, target) in groups[0].combinations.map(\.target).distinct.compactMap(\.self).enumerated() {
      let longer = shown + (number == 0 ? " " : "|") + target
      if longer.count > room { break }
      shown = longer
    }
    return shown
  }
}
