import Testing

@testable import callsim

@Suite struct ExploreTests {
  private let scratch = Scratch(["good.scenario": Scenes.passing])

  @Test func stoppingAtTheGivenDepthIsNoFinding() throws {
    let explored = try Invocation(["explore", "good.scenario", "--calls", "1", "--depth", "2"], in: scratch)
    #expect(explored.status == 0)
    #expect(explored.error.hasPrefix("callsim: stopped at --depth 2: there may be more states\n"))
  }

  // MARK: Properties

  private static let phones = """
    scenario  Two phones

    party     A  extension
    party     B  extension

    sometimes B EventAbandoned ...

    A TMakeCall B
        ...
    mark *

    """
  private static let verbs = ["--calls", "1", "--verbs", "TMakeCall,ring,TAnswerCall,TReleaseCall"]

  /// Runs `explore` on two telephones.
  private func explored(
    _ arguments: String..., in scratch: Scratch = Scratch(["phones.scenario": phones])
  ) throws -> Invocation {
    try Invocation(["explore", "phones.scenario"] + Self.verbs + arguments, in: scratch)
  }

  @Test func propertiesThatHoldAreCounted() throws {
    let found = try explored(
      "--never", "B EventHeld ...", "--never", "A EventHeld", "--sometimes", "A EventRinging ...")
    #expect(found.status == 0)
    #expect(found.output == "7 states, 16 transitions, depth 3\n4 properties hold\n")
    #expect(found.error.hasPrefix("callsim: explored in "))
  }

  @Test func aBrokenPropertyHasAPath() throws {
    let found = try explored("--never", "B EventRinging ... before A EventHeld ...")
    #expect(found.status == 1)
    #expect(
      found.output == """
        7 states, 16 transitions, depth 3
        broken: never B EventRinging ... before A EventHeld ...
            A TMakeCall B
                A  EventDialing  ThisDNRole=Origination OtherDN=B
                                 OtherDNRole=Destination
            B ring on 1
                B  EventRinging  ThisDNRole=Destination OtherDN=A
                                 OtherDNRole=Origination CallState=OK
        1 property holds

        """)
    #expect(try explored("--always", "after A EventDialing ... eventually A EventHeld ...").status == 1)
    #expect(try explored("--sometimes", "A EventHeld ...").status == 1)
  }

  @Test func theSearchMayBeginAtAMark() throws {
    let found = try explored("--after", "*", "--never", "B EventRinging ...")
    #expect(
      found.output == """
        7 states, 16 transitions, depth 4
        broken: never B EventRinging ...
            after step 1 of main:
            B ring on 1
                B  EventRinging  ThisDNRole=Destination OtherDN=A
                                 OtherDNRole=Origination CallState=OK
        1 property holds

        """)
    #expect(try explored("--after", "main").status == 0)
    let unknown = try explored("--after", "**")
    #expect(unknown.status == 2)
    #expect(unknown.error.hasPrefix("callsim: error: unknown mark **\n"))
  }

  @Test func mistakesAreShownWithTheirPlace() throws {
    let found = try explored("--never", "B EventRining ...", "--sometimes", "B EventHeld OtherDN=Z ...")
    #expect((found.status, found.output) == (2, ""))
    #expect(
      found.error == """
        --never:1:9: error: unknown message EventRining
            never B EventRining ...
                    ^~~~~~~~~~~
            did you mean EventRinging?
        --sometimes:1:31: warning: Z is neither a party nor a DN of this file
            sometimes B EventHeld OtherDN=Z ...
                                          ^
            if it is meant, quote it: OtherDN="Z"

        """)
  }

  @Test func thereIsALimit() throws {
    let many = Array(repeating: ["--never", "B EventHeld ..."], count: 30).flatMap(\.self)
    let scratch = Scratch(["phones.scenario": Self.phones])
    let found = try Invocation(["explore", "phones.scenario"] + many, in: scratch)
    #expect(found.status == 2)
    #expect(
      found.error == """
        callsim: error: there are more than 30 properties, with those of phones.scenario
            ask in several commands

        """)
  }

  @Test func thePathIsWrittenAsAScenario() throws {
    let scratch = Scratch(["phones.scenario": Self.phones])
    let found = try explored("--never", "B EventRinging ...", "-o", "path.scenario", in: scratch)
    #expect(found.status == 1)
    #expect(
      scratch.read("path.scenario") == """
        scenario  Two phones: never B EventRinging ...

        party     A  extension
        party     B  extension

        sometimes B EventAbandoned ...
        never     B EventRinging ...

        A TMakeCall B
            A  EventDialing  ThisDNRole=Origination OtherDN=B OtherDNRole=Destination
        B ring on 1
            B  EventRinging  ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK

        """)
    let tested = try Invocation(["test", "path.scenario"], in: scratch)
    #expect((tested.status, tested.output) == (0, "1 passed, 0 failed\n"))
    let streamed = try explored("--never", "B EventRinging ...", "-o", "-", in: scratch)
    #expect((streamed.status, streamed.output) == (1, scratch.read("path.scenario")))
    #expect(streamed.error.contains("broken: never B EventRinging ...\n"))
    #expect(try explored("--never", "B EventRinging ...", "-o", "phones.scenario", in: scratch).status == 2)
  }

  @Test func withoutAPathNothingIsWritten() throws {
    let scratch = Scratch(["phones.scenario": Self.phones])
    let found = try explored("-o", "path.scenario", in: scratch)
    #expect(found.status == 0)
    #expect(found.error.contains("callsim: there is no path to write to path.scenario\n"))
    #expect(scratch.names("") == ["phones.scenario"] || !scratch.names("").contains("path.scenario"))
  }

  @Test func stuckStatesAreAFindingUnlessVerbsAreMissing() throws {
    let scratch = Scratch(["phones.scenario": Self.phones])
    let found = try Invocation(["explore", "phones.scenario", "--calls", "1", "--verbs", "TMakeCall"], in: scratch)
    #expect(found.output.hasPrefix("3 states, 2 transitions, depth 1\nbroken: sometimes B EventAbandoned ...: it is"))
    #expect(
      found.error.hasPrefix(
        "callsim: with --verbs, nothing can be done in 2 states, although not everything is over\n"))
  }

  @Test func controlCPrintsWhatWasFound() throws {
    // Far more states than can be visited meanwhile.
    let scratch = Scratch([
      "phones.scenario": Self.phones.replacing("\n\nsometimes", with: "\nparty C extension\nsometimes")
    ])
    // Where the system says so, not before the program handles the signal, however late it begins.
    let isReady = """
      [ ! -e /proc/$$/comm ] || { [ "$(cat /proc/$$/comm)" = callsim ] && grep -q '^SigCgt:.*[2367abef]$' /proc/$$/status; }
      """
    let found = try Invocation(
      ["explore", "phones.scenario", "--calls", "3"], in: scratch,
      shell: "{ (until \(isReady); do sleep 1; done; sleep 5; kill -INT $$) & } && exec \"$@\"")
    #expect(found.status == 130)
    #expect(found.output.contains(" states, "))
    #expect(found.error.contains("callsim: interrupted: there may be more states\n"))
  }

  // MARK: Limits

  /// The same bytes on any number of threads; symmetry adds a line.
  @Test func threadsChangeNothing() throws {
    let one = try Invocation(["explore", "good.scenario", "--calls", "1", "--threads", "1"], in: scratch)
    let several = try Invocation(["explore", "good.scenario", "--calls", "1", "--threads", "3"], in: scratch)
    #expect(one.output == several.output && one.status == 0 && several.status == 0)
    let symmetric = try Invocation(["explore", "good.scenario", "--calls", "1", "--symmetry"], in: scratch)
    #expect(symmetric.output.hasPrefix(one.output) && symmetric.output.hasSuffix(" states stored\n"))
    let settings = try Invocation(
      ["explore", "good.scenario", "--depth", "1", "--settings", "--symmetry"], in: scratch)
    #expect(settings.output.contains("\nno parties are alike: all are stored\n"))
  }

  @Test func aLimitOfStatesIsAFinding() throws {
    let explored = try Invocation(["explore", "good.scenario", "--states", "10"], in: scratch)
    #expect(explored.status == 1)
    #expect(explored.error.hasPrefix("callsim: stopped at a limit: there may be more states\n"))
  }

  /// The limit of states is too high to be reached here.
  @Test(
    arguments: [(nil, 30, false), (1000, 30, false), (31, 30, false), (30, 30, true), (2, 2, true)]
      as [(Int?, Int, Bool)])
  func asFarAsAsked(_ depth: Int?, _ reached: Int, _ isAsFar: Bool) {
    #expect(ExploreCommand.isAsFarAsAsked(depth, reached: reached) == isAsFar)
  }
}
