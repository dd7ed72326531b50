package import CallScenario

/// Compares what a scenario does under two profiles.
package struct ProfileComparison {
  private let scenario: Scenario
  private let old: String
  private let new: String
  private let attributes: AttributeChoice

  /// Each profile replaces the one that the scenario names; the options that the scenario sets stay.
  package init(_ scenario: Scenario, _ old: String, _ new: String, _ attributes: AttributeChoice) {
    self.scenario = scenario
    (self.old, self.new) = (old, new)
    self.attributes = attributes
  }

  /// The differences, each with the option that makes it, if one alone does; none if the server has no profiles.
  ///
  /// An action that is not possible under a profile counts as refused there.
  ///
  /// - Throws: The mistakes of a scenario that can be played under neither profile, nor under its own.
  package func differences() throws(Mistakes) -> [TranscriptDifference] {
    guard scenario.hasProfiles else { return [] }
    var (one, other) = (scenario.under(profile: old), scenario.under(profile: new))
    let differences: [TranscriptDifference]
    do throws(Mistakes) {
      differences = Self.differences(try one.replay(detail), try other.replay(detail), attributes)
    } catch {
      // What is a mistake under its own profile, too, is none of the profiles' differences.
      if (try? one.replay(detail)) == nil, (try? other.replay(detail)) == nil { _ = try scenario.replay(detail) }
      (one, other) = (one.expectingRefusals, other.expectingRefusals)
      differences = Self.differences(try one.replay(detail), try other.replay(detail), attributes)
    }
    return try withOptions(differences, one)
  }

  private var detail: Transcript.Detail { Transcript.Detail(unlisted: attributes == .all, hints: false) }

  private static func differences(
    _ old: Transcript, _ new: Transcript, _ attributes: AttributeChoice
  ) -> [TranscriptDifference] {
    var differences: [TranscriptDifference] = []
    TranscriptComparison(
      WrittenTranscript(old, attributes: attributes, namesFile: true),
      WrittenTranscript(new, attributes: attributes, namesFile: true), isOneScenario: true
    ).each { differences.append($0) }
    return differences
  }

  /// Plays the scenario with each option that differs, alone: the findings that it makes are those of this option.
  private func withOptions(
    _ differences: [TranscriptDifference], _ one: Scenario
  ) throws(Mistakes) -> [TranscriptDifference] {
    if differences.isEmpty { return [] }
    let options = scenario.optionsThatDiffer(from: old, to: new)
    var made: [TranscriptDifference: TranscriptDifference.OptionDifference] = [:]
    for option in options {
      let difference = TranscriptDifference.OptionDifference(name: option.name, old: option.old, new: option.new)
      if options.count == 1 {
        for found in differences { made[found] = difference }
      } else if let before = try? one.replay(detail),
        let after = try? one.with(option: option.name, option.new).replay(detail)
      {
        for found in Self.differences(before, after, attributes) { made[found] = difference }
      }
    }
    return differences.map { found in
      var found = found
      found.option = made[found]
      return found
    }
  }
}
