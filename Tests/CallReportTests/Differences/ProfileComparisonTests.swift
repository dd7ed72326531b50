import CallScenario
import Testing

@testable import CallReport

/// What a scenario does under two profiles.
@Suite struct ProfileComparisonTests {
  private func differences(
    of scenario: Scenario, _ old: String, _ new: String, _ attributes: AttributeChoice = .listed
  ) throws -> [TranscriptDifference] {
    try ProfileComparison(scenario, old, new, attributes).differences()
  }

  private func rows(_ old: String, _ new: String, in folder: String) throws -> [String] {
    try Repository.scenarios.filter { $0.hasPrefix(folder) }.flatMap { path in
      try differences(of: Scenario(parsing: Repository.bytes(of: path), path: path), old, new).map { difference in
        let option = difference.option.map { " (\($0.name): \($0.old), \($0.new))" } ?? ""
        return Written.summary(difference).replacing(folder, with: "") + option
      }
    }
  }

  /// By hand, from the manual: Routing, note c, and Routing Outbound, note c, say that CallState of EventRouteUsed is not
  /// present on Aspect ACD. The first is one table, the second another; each has a variant in which the switch routes by
  /// default, with Redirected. RouteQueue Case lists no CallState in the first place. While on Hold and its queues refer
  /// to the tables of routing.
  @Test func genericAndAspect() throws {
    let governed = "changed %: CallState @ - (route-call-state: ok, absent)"
    let rows = [
      ("routing-outbound.scenario, main, step 3: B route C: B EventRouteUsed", "OK"),
      ("routing-outbound.scenario, by-default, step 2: B route C: B EventRouteUsed", "Redirected"),
      ("routing-outbound.scenario, to-external, step 3: B route X: B EventRouteUsed", "OK"),
      ("routing-outbound.scenario, to-external-by-default, step 2: B route X: B EventRouteUsed", "Redirected"),
      ("routing.scenario, main, step 3: B route C: B EventRouteUsed", "OK"),
      ("routing.scenario, by-default, step 2: B route C: B EventRouteUsed", "Redirected"),
      ("while-on-hold-in-queues.scenario, routing, step 4: P route B: P EventRouteUsed", "OK"),
    ]
    #expect(
      try self.rows("generic", "aspect-acd", in: "Scenarios/basic-call-models/")
        == rows.map { governed.replacing("%", with: $0.0).replacing("@", with: $0.1) })
  }

  /// Nortel lists CallState except for destinations outside: Routing Outbound alone has note c for it.
  @Test func aspectAndNortel() throws {
    #expect(
      try rows("aspect-acd", "nortel-cs1000-sccs-mls", in: "Scenarios/basic-call-models/")
        == [
          "routing.scenario, main, step 3: B route C", "routing.scenario, by-default, step 2: B route C",
          "while-on-hold-in-queues.scenario, routing, step 4: P route B",
        ].map { place in
          let (party, state) = (
            place.contains("P route") ? "P" : "B", place.contains("by-default") ? "Redirected" : "OK"
          )
          return
            "changed \(place): \(party) EventRouteUsed: CallState - \(state) (route-call-state: absent, absent-outbound)"
        })
  }

  @Test func theSameProfileTwice() throws {
    #expect(try rows("aspect-acd", "rockwell-spectrum", in: "Scenarios/basic-call-models/") == [])
  }

  private static let header = "scenario T\nparty A extension\nparty R routing-point\nparty B extension\n"
  private static let routed = "A TMakeCall R\n    ...\nR TRouteCall B\nR route B\n    ...\n"

  /// The options that the file sets stay.
  @Test func singleOptionsStay() throws {
    let own = "scenario T\nprofile aspect-acd route-call-state=redirected" + Self.header.dropFirst(10) + Self.routed
    #expect(try differences(of: Scenario(parsing: own), "generic", "aspect-acd") == [])
    let named = own.replacing(" route-call-state=redirected", with: "")
    #expect(try differences(of: Scenario(parsing: named), "generic", "aspect-acd").count == 1)
  }

  @Test func serversWithoutProfiles() throws {
    let path = Repository.scenarios.first { Repository.text(of: $0).contains("\nserver    ivr-server\n") }
    let scenario = try Scenario(parsing: Repository.bytes(of: try #require(path)))
    #expect(try differences(of: scenario, "generic", "sip-server") == [])
  }

  private static let monitored = """
    scenario T
    party A extension
    party B extension
    party S extension
    A TMakeCall B
        ...
    B ring
        ...
    B TAnswerCall
        ...
    S TMonitorNextCall B
        ...
    S ring
        ...

    """

  /// Under the generic profile no call is on its way to the supervisor: the action is a finding, not an error.
  @Test func anActionIsPossibleUnderOneProfileOnly() throws {
    let scenario = try Scenario(parsing: Self.monitored)
    let found = try differences(of: scenario, "sip-server", "generic").map(Written.summary)
    #expect(
      found.contains {
        $0.hasPrefix(
          "changed scenario, main, step 5: S ring: the action is refused: S cannot ring: no call is on its way")
      }, "\(found)")
    #expect(found.contains { $0.hasPrefix("removed scenario, main, step 5: S ring: S EventRinging") })
    let back = try differences(of: scenario, "generic", "sip-server").map(Written.summary)
    #expect(
      back.contains { $0.hasPrefix("changed scenario, main, step 5: S ring: the action is carried out, not refused") })
  }

  /// Of the three options that differ, one makes the difference.
  @Test func theOptionIsFound() throws {
    let found = try differences(of: Scenario(parsing: Self.monitored), "generic", "sip-server")
    #expect(found.contains { $0.option == .init(name: "monitoring", old: "next-call", new: "intrusion") })
    #expect(!found.contains { $0.option?.name == "errata" })
  }

  @Test func aMistakeUnderEveryProfile() {
    #expect(throws: Mistakes.self) {
      try differences(of: Scenario(parsing: Self.header + "B ring\n"), "generic", "aspect-acd")
    }
  }

  /// What a scenario needs its own profile for is refused under both others: no difference.
  @Test func aMistakeUnderOtherProfiles() throws {
    let scenario = try Scenario(
      parsing: Self.monitored.replacing("scenario T\n", with: "scenario T\nprofile sip-server\n"))
    #expect(try differences(of: scenario, "generic", "hicom-300e-cs") == [])
  }

  @Test func allAttributes() throws {
    let scenario = try Scenario(parsing: Self.header + Self.routed)
    #expect(
      try differences(of: scenario, "generic", "aspect-acd", .all).map(Written.summary) == [
        "changed scenario, main, step 3: R route B: R EventRouteUsed: CallState OK -"
      ])
  }
}
