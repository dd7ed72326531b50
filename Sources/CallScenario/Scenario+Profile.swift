import CallModel

extension Scenario {
  /// Whether its server has profiles, so that it can be played under another one.
  package var hasProfiles: Bool { !vocabulary.profiles.isEmpty }

  /// The profile that a T-Server plays it under: the named one or the generic one, with the options of the file.
  var switchProfile: SwitchProfile {
    var profile = SwitchProfile.named.first { $0.name == self.profile?.name }?.profile ?? SwitchProfile()
    // The parser has accepted only options and values of the vocabulary, which is made from these.
    for option in self.profile?.options ?? [] {
      if let known = SwitchOption(rawValue: option.key) { _ = profile.set(known, to: option.value) }
    }
    return profile
  }

  /// The scenario under the profile of this name; the options that the file sets stay.
  package func under(profile name: String) -> Scenario {
    var scenario = self
    let position = profile?.position ?? Position(line: 1, column: 1)
    scenario.profile = ProfileStatement(name: name, options: profile?.options ?? [], position: position)
    return scenario
  }

  /// The scenario with another value of one option of its profile.
  package func with(option key: String, _ value: String) -> Scenario {
    var scenario = self
    var profile = self.profile ?? ProfileStatement(name: nil, options: [], position: Position(line: 1, column: 1))
    profile.options.removeAll { $0.key == key }
    profile.options.append(Option(key, value))
    scenario.profile = profile
    return scenario
  }

  /// The scenario as if each action could be refused, so that a replay goes on behind one that is.
  package var expectingRefusals: Scenario {
    var scenario = self
    for flow in scenario.flows.indices {
      for statement in scenario.flows[flow].statements.indices {
        guard case .action(var action) = scenario.flows[flow].statements[statement] else { continue }
        action.expectation = .refused(nil, action.position)
        scenario.flows[flow].statements[statement] = .action(action)
      }
    }
    return scenario
  }

  /// The names of all profiles.
  package static var profileNames: [String] { SwitchProfile.named.map(\.name) }

  /// The options that have another value in the other profile, except those that the file sets.
  package func optionsThatDiffer(
    from one: String, to other: String
  ) -> [(name: String, old: String, new: String)] {
    guard let one = SwitchProfile(named: one), let other = SwitchProfile(named: other) else { return [] }
    let own = profile?.options.map(\.key) ?? []
    return SwitchOption.allCases.compactMap { option in
      one[option] == other[option] || own.contains(option.rawValue)
        ? nil : (option.rawValue, one[option], other[option])
    }
  }
}
