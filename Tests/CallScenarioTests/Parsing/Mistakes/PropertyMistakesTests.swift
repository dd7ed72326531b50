import Testing

@testable import CallScenario

/// What is wrong with a property, and what callsim says.
@Suite struct PropertyMistakesTests {
  @Test(arguments: MistakeTable(mistakes).rows) func says(_ row: MistakeTable.Row) {
    #expect(row.found(below: MistakeTable.header) == row.expected)
  }

  @Test(arguments: MistakeTable(mistakesOfFiles).rows) func saysOfAFile(_ row: MistakeTable.Row) {
    #expect(row.found() == row.expected)
  }

  private static let mistakes = """
    never
    >> 7:6 the message after `never` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    never A
    >> 7:8 the message that A receives is missing

    never A EventFoo
    >> 7:9 unknown message EventFoo
    >> callsim explain t-server lists the messages

    never A EventRingin
    >> 7:9 unknown message EventRingin
    >> did you mean EventRinging?

    never D EventRinging
    >> 7:7 unknown party D
    >> the parties are A, B, Q, C and Customer; declare it in the header: party D KIND

    never EventRinging A
    >> 7:7 the recipient comes before the message
    >> A EventRinging

    never A EventRinging OtherDn=B
    >> 7:22 unknown attribute OtherDn
    >> did you mean OtherDN?

    never A EventRinging OtherDN=
    >> 7:22 OtherDN has an empty value

    never A EventRinging ... OtherDN=B
    >> 7:26 unexpected OtherDN=B: `...` ends a message

    never A EventRinging and more
    >> 7:22 unexpected and: after the message come attributes, Attribute=value
    >> did you mean ANI?

    never A EventRinging OtherDN=7009
    >> 7:30 warning: 7009 is neither a party nor a DN of this file
    >> did you mean 7002? if not, quote the value: OtherDN="7009"

    never A EventRinging CallState=99
    >> 7:32 warning: unknown value 99 of CallState
    >> callsim explain CallState lists them

    never A EventRinging CallType=Internal ...
    never A EventRinging !UserData ...
    >> 7:22 no property can be about CallType: explore does not follow it
    >> it follows what tables list; leave it out, and end with ...
    >> 8:22 no property can be about UserData: explore does not follow it
    >> it follows what tables list; leave it out, and end with ...

    never ...
    >> 7:7 `...` is no message: a property is about a message
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    sometimes refused
    >> 7:11 `refused` is no message: a property is about a message
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    never A EventRinging before
    >> 7:28 the message after `before` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    never before A EventRinging
    >> 7:6 the message after `never` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    never A EventRinging before B EventRinging before C EventRinging
    >> 7:44 unexpected `before`
    >> never RECIPIENT MESSAGE [before RECIPIENT MESSAGE]

    never after A EventRinging
    >> 7:7 unexpected `after`
    >> never RECIPIENT MESSAGE [before RECIPIENT MESSAGE]

    never A EventRinging Before B EventRinging
    >> 7:22 unknown word Before
    >> did you mean before?

    sometimes A EventRinging before B EventRinging
    >> 7:26 unexpected `before`
    >> sometimes RECIPIENT MESSAGE

    always
    >> 7:7 `after` is missing after `always`
    >> always after RECIPIENT MESSAGE eventually RECIPIENT MESSAGE [or RECIPIENT MESSAGE]

    always A EventRinging eventually A EventEstablished
    >> 7:8 `after` is missing after `always`
    >> always after RECIPIENT MESSAGE eventually RECIPIENT MESSAGE [or RECIPIENT MESSAGE]

    always eventually A EventEstablished
    >> 7:8 `after` is missing after `always`
    >> always after RECIPIENT MESSAGE eventually RECIPIENT MESSAGE [or RECIPIENT MESSAGE]

    always after A EventRinging ...
    >> 7:32 `eventually` is missing
    >> always after RECIPIENT MESSAGE eventually RECIPIENT MESSAGE [or RECIPIENT MESSAGE]

    always after
    >> 7:13 the message after `after` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    always after A EventRinging eventually
    >> 7:39 the message after `eventually` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    always after A EventRinging eventualy B EventRinging
    >> 7:29 unknown word eventualy
    >> did you mean eventually?

    always after A EventRinging or B EventRinging
    >> 7:29 unexpected `or`
    >> always after RECIPIENT MESSAGE eventually RECIPIENT MESSAGE [or RECIPIENT MESSAGE]

    always after A EventRinging eventually B EventRinging or
    >> 7:57 the message after `or` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    always after A EventRinging eventually B EventRinging or or C EventRinging
    >> 7:57 the message after `or` is missing
    >> write who receives what: RECIPIENT MESSAGE [Attribute=value …] [...]

    never A EventRinging OtherDN="B
    >> 7:30 the quoted value does not end on its line

    never: A EventRinging
    >> 7:1 statements have no colon
    >> never A EventRinging

    Never A EventRinging
    >> 7:1 unknown statement Never
    >> did you mean never?

    never A EventRinging from=B
    >> 7:22 unknown attribute from
    >> only messages of other servers have a sender

    never A CallStatus(Ringing) from=B
    >> 7:9 unknown message CallStatus(Ringing)
    >> CallStatus(Ringing) is a message of ivr-server: a file for it has `server ivr-server` in its header
    >> 7:29 unknown attribute from
    >> only messages of other servers have a sender

    A TMakeCall B
    never A EventRinging
    sometimes A EventReleased
    >> 8:1 `never` belongs to the header, which ends at line 7
    >> move it above line 7, where the first action or mark is

     never A EventRinging
    >> 7:2 `never` must begin in column 1: only expectations are indented

    never A EventRinging
      B EventRinging
    >> 8:3 nothing is indented in the header: expectations go under their action
    >> if this is a statement or an action, begin it in column 1
    """

  private static let mistakesOfFiles = """
    scenario T
    server ivr-server
    party P ivr
    party S ivr-server
    party D ivr-driver
    never P EventRinging
    never D CallStatus(Ringing)
    never D CallStatus(Ringing) from=P from=S
    >> 6:9 unknown message EventRinging
    >> EventRinging is a message of t-server: a file for it has `server t-server` in its header
    >> 7:9 CallStatus(Ringing) needs a sender
    >> from=NAME
    >> 8:36 from is written twice

    scenario T
    server t-server ivr-server
    party P extension ivr
    party S ivr-server
    party D ivr-driver
    never P EventRinging ...
    never D CallStatus(Ringing) from=S
    never P EventRinging from=S
    >> 7:9 CallStatus(Ringing) is a message of ivr-server: properties are about t-server, which is explored
    >> 8:22 unknown attribute from
    >> only messages of other servers have a sender

    scenario T
    party never extension
    party A extension
    never TMakeCall A
    >> 2:7 since 0.2 never is a word of the language: no party can have this name
    >> give it another name, and dn= keeps the number: party NAME extension dn=never
    """

  private func file(_ properties: [String]) -> [String] {
    MistakeTable.Row(text: properties.joined(separator: "\n"), expected: []).found(below: MistakeTable.header)
  }

  @Test func aFileHasALimitedNumber() {
    let property = "never A EventRinging"
    #expect(file(Array(repeating: property, count: 30)) == [])
    #expect(file(Array(repeating: property, count: 32)) == ["37:1 more than 30 properties"])
  }

  @Test func aPropertyHasALimitedNumberOfAlternatives() {
    func property(_ count: Int) -> String {
      "always after A EventRinging eventually "
        + Array(repeating: "B EventRinging", count: count).joined(separator: " or ")
    }
    #expect(file([property(30)]) == [])
    #expect(file([property(31)]) == ["7:577 more than 30 messages after `eventually`"])
    #expect(file([property(3000)]) == ["7:577 more than 30 messages after `eventually`"])
  }
}
