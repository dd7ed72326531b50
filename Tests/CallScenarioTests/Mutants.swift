@testable import CallScenario

/// An expectation of a scenario with one thing changed.
struct Mutant {
  let what: String
  let expectation: Expectation
  /// Why the changed expectation means the same as before; nil if it must fail.
  var equivalence: Equivalence?

  enum Equivalence {
    /// `ConnID=1` left out, where a line without it means the same.
    case saysTheDefault
    /// `!X` left out, where X has no default: attributes that a line does not list are expected to be absent.
    case saysWhatSilenceSays
    /// An attribute that no table lists left out, or `!`: lines need not name it.
    case isUnlisted
  }
}

extension Transcript.Step {
  /// Every single change to the expectations of the step. Open ones (`...`) allow changes and are left alone.
  func mutants(_ comparison: Comparison) -> [Mutant] {
    switch action.expectation {
    case .refused:
      return [Mutant(what: "`refused` left out", expectation: .messages([], isOpen: false))]
    case .messages(_, isOpen: true): return []
    case .messages(let lines, isOpen: false):
      var mutants = lines.indices.flatMap { index in
        lines[index].isOpen ? [] : self.mutants(of: lines[index], at: index, among: lines, comparison)
      }
      if refusal == nil {
        mutants.append(Mutant(what: "`refused` instead", expectation: .refused(nil, action.position)))
      }
      if lines.isEmpty {
        let line = ExpectedMessage(
          recipient: action.actor, name: "EventReleased", attributes: [], isOpen: false, position: action.position)
        mutants.append(Mutant(what: "a line where none was", expectation: .messages([line], isOpen: false)))
      }
      return mutants
    }
  }

  private func mutants(
    of line: ExpectedMessage, at index: Int, among lines: [ExpectedMessage], _ comparison: Comparison
  ) -> [Mutant] {
    func mutant(_ what: String, _ change: (inout [ExpectedMessage]) -> Void) -> Mutant {
      var lines = lines
      change(&lines)
      return Mutant(what: "\(what), line \(line.position.line)", expectation: .messages(lines, isOpen: false))
    }
    var mutants = [
      mutant("line left out") { $0.remove(at: index) },
      mutant("line twice") { $0.insert(line, at: index) },
      mutant("another message") { $0[index].name = line.name == "EventReleased" ? "EventAbandoned" : "EventReleased" },
    ]
    let parties = comparison.scenario.parties.count
    if parties > 1 {
      mutants.append(mutant("another recipient") { $0[index].recipient = (line.recipient + 1) % parties })
    }
    // The unchanged step holds, so the recipient's lines and messages correspond.
    let own = messages.filter { $0.to == line.recipient }
    let place = lines[..<index].count { $0.recipient == line.recipient }
    let message = own[place]
    // Lines of two equal messages may change places.
    if let next = lines.indices.first(where: { $0 > index && lines[$0].recipient == line.recipient }),
      !own[place + 1].says(message)
    {
      mutants.append(mutant("lines exchanged") { $0.swapAt(index, next) })
    }
    for (number, attribute) in line.attributes.enumerated() {
      let carried = message.attributes.first { $0.name == attribute.name }
      let standard = comparison.scenario.defaults(of: message, defaults).first { $0.name == attribute.name }
      var dropped = mutant("\(attribute.name) left out") { $0[index].attributes.remove(at: number) }
      if let standard, standard.value == carried?.value { dropped.equivalence = .saysTheDefault }
      if attribute.pattern == .absent && standard == nil { dropped.equivalence = .saysWhatSilenceSays }
      if carried?.isListed == false { dropped.equivalence = .isUnlisted }
      let wrong = comparison.wrongValue(of: attribute.name, not: carried?.value)
      let changed = mutant("\(attribute.name)=\(wrong)") {
        $0[index].attributes[number].pattern = .oneOf([wrong], isOptional: attribute.pattern.isOptional)
      }
      let isAbsent = attribute.pattern == .absent
      var turned = mutant("\(attribute.name) \(isAbsent ? "without" : "with") !") {
        $0[index].attributes[number].pattern = isAbsent ? .any(isOptional: false) : .absent
      }
      if carried?.isListed == false { turned.equivalence = .isUnlisted }
      mutants += [dropped, changed, turned]
    }
    // CallState=Busy always, and one of the others in turn.
    let others = comparison.scenario.vocabulary.attributes.map(\.name).filter { !line.names($0) }
    for name in Set(["CallState", others[line.position.line % others.count]]).subtracting(line.attributes.map(\.name))
      .sorted()
    {
      let wrong = comparison.wrongValue(of: name, not: message.attributes.first { $0.name == name }?.value)
      mutants.append(
        mutant("\(name)=\(wrong) added") {
          $0[index].attributes.append(
            ExpectedAttribute(name: name, pattern: .oneOf([wrong], isOptional: false), position: line.position))
        })
    }
    return mutants
  }
}

extension Message {
  fileprivate func says(_ other: Message) -> Bool {
    from == other.from && name == other.name && attributes == other.attributes
  }
}

extension Comparison {
  /// Another value that a line may write for the attribute.
  fileprivate func wrongValue(of name: String, not value: String?) -> String {
    let attribute = scenario.vocabulary.attributes.first { $0.name == name }
    var values: [String] =
      switch attribute?.values {
      case .names(let names): names
      case .dn: scenario.parties.map(\.dn)
      default: ["7", "8"]
      }
    if name == "CallState" { values.insert("Busy", at: 0) }
    return values.first { $0.lowercased() != value?.lowercased() } ?? "8"
  }
}
