import Testing

@testable import CallScenario

@Suite struct ParserWarningsTests {
  private let parties = "scenario T\nparty A extension dn=5001\nparty Bob extension\nA TMakeCall Bob\n"

  private func warnings(_ lines: String) throws -> [Diagnostic] {
    try Scenario(parsing: parties + lines, path: "x").warnings
  }

  @Test(arguments: [
    "  A EventDialing OtherDN=Bob|A|5001? ThisQueue=\"anything\" ThirdPartyDN=* ANI=5559999 DNIS=Bbo",
    "  A EventDialing ErrorMessage=it's UserData=a,b CallUUID=\"'x'\"", "  A EventDialing !OtherDN ThisQueue=*?",
    "A TAttachUserData a=1,2 b=\"'2'\" c=\"3,\" d=4",
  ])
  func whatIsMeantIsNoWarning(_ lines: String) throws {
    #expect(try warnings(lines) == [])
  }

  @Test func aValueThatIsNoDNOfTheFile() throws {
    let found = try warnings("  A EventDialing OtherDN=Bbo|5001 ThisQueue=501? ThirdPartyDN=7999\n")
    #expect(
      found.map(\.description) == [
        """
        x:5:26: warning: Bbo is neither a party nor a DN of this file
              A EventDialing OtherDN=Bbo|5001 ThisQueue=501? ThirdPartyDN=7999
                                     ^~~
            did you mean Bob? if not, quote the value: OtherDN="Bbo"
        """,
        """
        x:5:45: warning: 501 is neither a party nor a DN of this file
              A EventDialing OtherDN=Bbo|5001 ThisQueue=501? ThirdPartyDN=7999
                                                        ^~~
            did you mean 5001? if not, quote the value: ThisQueue="501"
        """,
        """
        x:5:63: warning: 7999 is neither a party nor a DN of this file
              A EventDialing OtherDN=Bbo|5001 ThisQueue=501? ThirdPartyDN=7999
                                                                          ^~~~
            if it is meant, quote it: ThirdPartyDN="7999"
        """,
      ])
  }

  @Test func otherQuotes() throws {
    let found = try warnings("  A EventDialing OtherDN='A' ThisQueue=“Bob” ThirdPartyDN=‘x’ ErrorMessage='no'\n")
    #expect(
      found.map { $0.message + " — " + ($0.suggestion ?? "") } == [
        "'A' is neither a party nor a DN of this file — did you mean A? values are quoted with \": OtherDN=\"A\"",
        "“Bob” is neither a party nor a DN of this file"
          + " — did you mean Bob? values are quoted with \": ThisQueue=\"Bob\"",
        "‘x’ is neither a party nor a DN of this file — values are quoted with \": ThirdPartyDN=\"x\"",
        "the quotes of 'no' are part of the text: a value is quoted with \" — write ErrorMessage=\"no\"",
      ])
  }

  @Test(arguments: [
    ("A TAttachUserData a=1, b=2", "1,", "a=1 or a=\"1,\""),
    ("A TAttachUserData b=2 a=1,", "1,", "a=1 or a=\"1,\""),
    ("A TAttachUserData a=, b=2", ",", "a=\",\" if it is meant"),
    ("  A EventDialing OtherDN=999, ThisQueue=Bob", "999,", "OtherDN=999 or OtherDN=\"999,\""),
    ("  A EventDialing OtherDN=Bob,", "Bob,", "OtherDN=Bob or OtherDN=\"Bob,\""),
    ("  A EventDialing ANI=999,", "999,", "ANI=999 or ANI=\"999,\""),
    ("  A EventDialing ErrorMessage=no,", "no,", "ErrorMessage=no or ErrorMessage=\"no,\""),
  ])
  func aCommaAtTheEndOfAValue(_ line: String, _ value: String, _ suggestion: String) throws {
    let found = try warnings(line)
    #expect(found.map(\.message) == ["the comma in \(value) is part of the value: only blanks separate values"])
    #expect(found.map(\.suggestion) == ["write \(suggestion)"])
  }

  @Test func aCommaAfterOtherQuotes() throws {
    let found = try warnings("  A EventDialing OtherDN='Bob', ErrorMessage='no',\n")
    #expect(
      found.map(\.suggestion) == [
        "did you mean Bob? values are quoted with \": OtherDN=\"Bob\"", "write ErrorMessage=\"no\"",
      ])
  }

  /// Only the T-Server's ANI and DNIS are numbers of the outside world.
  @Test func anyNumberOnlyWhereTheServerSaysSo() throws {
    var server = Vocabulary.ivrServer
    server.attributes.append(.init(name: "ANI", values: .dn))
    let text = "scenario T\nparty A ivr\nA NewCall\n  A NewCall from=A ANI=999\n"
    let scenario = try Scenario.parse(Array(text.utf8), path: "x", vocabularies: [server])
    #expect(scenario.warnings.map(\.message) == ["999 is neither a party nor a DN of this file"])
  }

  /// A value is warned of once, and only the first values.
  @Test func warningsAreFew() throws {
    let line = "  A EventDialing OtherDN=X1\nA hangUp\n"
    #expect(try warnings(line + line).map(\.position.line) == [5])
    let many = (1...25).map { "  A EventDialing OtherDN=X\($0)\n" }.joined()
    let found = try warnings(many)
    #expect(found.count == Limits.warnings + 1)
    #expect(found.allSatisfy { $0.severity == .warning })
    #expect(found.last?.description == "x:14:26: warning: and 15 more warnings")
    let eleven = (1...11).map { "  A EventDialing OtherDN=X\($0)\n" }.joined()
    #expect(try warnings(eleven).last?.message == "and 1 more warning")
  }

  @Test func aPartyThatIsDeclaredWronglyIsOneMistake() {
    let text = "scenario T\nparty A extension\nparty B, extension\nA TMakeCall B\n  A EventDialing OtherDN=B\n"
    #expect(throws: Mistakes.self) { try Scenario(parsing: text) }
    do throws(Mistakes) { _ = try Scenario(parsing: text) } catch { #expect(error.diagnostics.count == 1) }
  }
}
