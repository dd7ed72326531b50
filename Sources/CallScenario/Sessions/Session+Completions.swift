extension Session {
  /// What may stand at the end of an unfinished line.
  public struct Completions: Hashable, Sendable {
    /// The end of the line that the words replace.
    public let replaced: String
    /// What may stand there, in the order in which it is offered. A word that ends in `=`, `.` or `:` goes on.
    public let words: [String]
  }

  /// What may stand at the end of an unfinished line: only what is possible now.
  public func completions(of line: String) -> Completions {
    var words = line.split(omittingEmptySubsequences: false) { $0 == " " || $0 == "\t" }.map(String.init)
    let last = words.popLast() ?? ""
    words.removeAll(where: \.isEmpty)
    let offered = words.isEmpty ? beginnings(last) : following(words, last)
    let fitting = offered.filter { $0.utf8.starts(with: last.utf8) }
    return Completions(replaced: last, words: fitting)
  }

  private func beginnings(_ last: String) -> [String] {
    if last.hasPrefix(":") { return Command.allCases.map { ":\($0.rawValue)" } }
    let statements = ["mark", "wait"] + (markNames.isEmpty ? [] : ["after"])
    if course != nil { return actors + statements }
    if scenario.parties.isEmpty { return Keywords.header }
    return actors + ["party"] + Keywords.header.filter { $0 != "party" } + statements
  }

  private func following(_ words: [String], _ last: String) -> [String] {
    switch (words[0], words.count) {
    case (":next", 1): return scenario.parties.map(\.name)
    case ("after", 1): return markNames
    case ("after", 2): return ["as"]
    case ("server", 1), ("server", 2): return Servers.vocabularies.map(\.server)
    case ("party", 2): return scenario.vocabulary.kinds.map(\.name)
    case ("party", 3...): return partyOptions(words[2...].map(\.self), last)
    case ("profile", _): return profileOptions(isFirst: words.count == 1, last)
    default: break
    }
    guard let actor = party(words[0]), let asked = try? current() else { return [] }
    if words.count == 1 { return verbs(of: actor, asked) }
    guard let verb = scenario.vocabulary.verbs.first(where: { $0.name == words[1] }) else { return [] }
    return Array(rest(of: verb, by: actor, Array(words[2...]), last, asked))
  }

  private func party(_ name: String) -> Int? { scenario.parties.firstIndex { $0.name == name || $0.dn == name } }

  // MARK: The header

  private func partyOptions(_ kinds: [String], _ last: String) -> [String] {
    let options = scenario.vocabulary.kinds.filter { kinds.contains($0.name) }.flatMap(\.options)
    guard let key = last.split(separator: "=", omittingEmptySubsequences: false).first, last.contains("=") else {
      return ["dn="] + options.map { $0.key + "=" }
    }
    switch options.first(where: { $0.key == key })?.value {
    case .party(let kind): return scenario.parties.filter { $0.isOfKind(kind) }.map { "\(key)=\($0.name)" }
    case .attribute(.names(let names)): return names.map { "\(key)=\($0)" }
    case .place(let words): return words.map { "\(key)=\($0):" }
    case .attribute, nil: return []
    }
  }

  private func profileOptions(isFirst: Bool, _ last: String) -> [String] {
    let choices = scenario.vocabulary.profileOptions
    guard let key = last.split(separator: "=", omittingEmptySubsequences: false).first, last.contains("=") else {
      return (isFirst ? scenario.vocabulary.profiles : []) + choices.map { $0.key + "=" }
    }
    return choices.first { $0.key == key }?.values.map { "\(key)=\($0)" } ?? []
  }

  // MARK: Actions

  /// The parties that can do something.
  private var actors: [String] {
    guard let asked = try? current() else { return [] }
    return scenario.parties.indices.filter { !verbs(of: $0, asked, onlyOne: true).isEmpty }.map {
      scenario.parties[$0].name
    }
  }

  private func verbs(of actor: Int, _ course: Course, onlyOne: Bool = false) -> [String] {
    var found: [String] = []
    for verb in scenario.verbs(for: actor) where !(onlyOne && !found.isEmpty) {
      if !possible(verb, by: actor, course, onlyOne: true).isEmpty { found.append(verb.name) }
    }
    return found
  }

  private func possible(
    _ verb: Vocabulary.Verb, by actor: Int, _ course: Course, onlyOne: Bool = false
  ) -> [Transcript.Step] {
    var next = NextActions(scenario: course.scenario, point: FlowPoint(flow: flow, step: step), latest: nil)
    next.add(verb, course.simulation, by: actor, onlyOne: onlyOne)
    return next.possible
  }

  /// What may follow the verb and these words.
  private func rest(
    of verb: Vocabulary.Verb, by actor: Int, _ words: [String], _ last: String, _ course: Course
  ) -> [String] {
    if words.last == "on" { return course.simulation.callsToTry(verb, by: actor) ?? [] }
    if last.contains("=") { return values(last, verb) }
    var offered: [String] = []
    if words.isEmpty, verb.target != .none {
      let targets = possible(verb, by: actor, course).compactMap(\.action.target)
      offered += scenario.parties.indices.filter(targets.contains).map { scenario.parties[$0].name }
    }
    let hasOptions = words.contains { $0.contains("=") }
    if !words.contains("on"), !hasOptions, course.simulation.callsToTry(verb, by: actor)?.isEmpty == false {
      offered.append("on")
    }
    let known = words.map { $0.prefix { $0 != "=" } }
    offered += verb.options.filter { !known.contains($0[...]) }.map { $0 + "=" }
    return offered + verb.prefixes
  }

  private func values(_ last: String, _ verb: Vocabulary.Verb) -> [String] {
    let key = String(last.prefix { $0 != "=" })
    let vocabulary = scenario.vocabulary
    guard verb.options.contains(key),
      let meaning = (vocabulary.attributes + vocabulary.parameters).first(where: { $0.name == key })
    else { return [] }
    switch meaning.values {
    case .names(let names): return names.map { "\(key)=\($0)" }
    case .dn: return scenario.parties.map { "\(key)=\($0.name)" }
    case .text, .number: return []
    }
  }
}
