import Testing

@testable import CallScenario

/// What a newcomer gets wrong in the header, and what callsim says.
@Suite struct HeaderMistakesTests {
  @Test(arguments: MistakeTable(mistakes).rows) func says(_ row: MistakeTable.Row) {
    #expect(row.found() == row.expected)
  }

  private static let mistakes = """
    Title: A call
    party A extension
    A TMakeCall A
    >> 1:1 a file begins with `scenario TITLE`
    >> did you mean scenario?

    party A extension
    party B extension
    scenario Late
    A TMakeCall B
    >> 1:1 a file begins with `scenario TITLE`
    >> move line 3 to the top

    A TMakeCall B
    scenario Late
    party A extension
    party B extension
    B ring
    >> 1:1 a file begins with `scenario TITLE`
    >> move line 2 to the top

    scenario
    party A extension
    A hangUp
    >> 1:9 `scenario` needs a text after it

    scenario: T
    party: A extension
    A hangUp
    >> 1:1 statements have no colon
    >> scenario T

    scenario T
    Party: A extension
    A hangUp
    >> 2:1 statements have no colon
    >> party A extension

    scenario T
    server:
    party A extension
    >> 2:1 statements have no colon
    >> server
    >> 2:8 the server's name is missing
    >> t-server, ivr-server, interaction-server or recording

    scenario T
    server tserver
    party A extension
    >> 2:8 unknown server tserver
    >> did you mean t-server?

    scenario T
    server ivr
    party A extension
    >> 2:8 unknown server ivr
    >> did you mean ivr-server?

    scenario T
    server sip-server
    party A extension
    >> 2:8 unknown server sip-server: it is a kind of party of recording
    >> did you mean recording? the servers are t-server, ivr-server, interaction-server and recording

    scenario T
    server external
    party A extension
    >> 2:8 unknown server external: it is a kind of party of t-server and ivr-server
    >> the servers are t-server, ivr-server, interaction-server and recording

    scenario T
    server r\u{435}cording
    party A device
    >> 2:8 unknown server r\u{435}cording
    >> did you mean recording? it contains U+0435, which looks like e

    scenario T
    profile avaya
    party A extension
    A hangUp
    >> 2:9 unknown profile avaya
    >> known: generic, aspect-acd, rockwell-spectrum, hicom-300e-cs, nortel-cs1000-sccs-mls or sip-server

    scenario T
    profile dialed-number unknown
    party A extension
    A hangUp
    >> 2:9 dialed-number is an option of the profile: it takes a value after =
    >> profile dialed-number=unknown

    scenario T
    profile dialed-number=no
    party A extension
    A hangUp
    >> 2:23 unknown value no of dialed-number
    >> write known or unknown

    scenario T
    option dialed-number=unknown
    party A extension
    A hangUp
    >> 2:1 unknown statement option
    >> did you mean profile?

    scenario T
    participant A extension
    A hangUp
    >> 2:1 unknown statement participant
    >> did you mean party?

    scenario T
    party A
    A hangUp
    >> 2:8 the kind of A is missing
    >> known: extension, acd-group, routing-point, route-queue, virtual-queue, external or remote

    scenario T
    party
    party B extension
    A TMakeCall B
    A TReleaseCall
    >> 2:6 the party's name is missing
    >> party NAME KIND

    scenario T
    party
    party B extension
    A TMakeCall B
    C ring
    >> 2:6 the party's name is missing
    >> party NAME KIND
    >> 5:1 unknown party C
    >> the only party is B; declare it in the header: party C KIND

    scenario T
    party
    party B extension group=Q
    B TAgentLogin
    >> 2:6 the party's name is missing
    >> party NAME KIND

    scenario T
    partty A extension
    party B extension
    A TMakeCall B
      A EventDialing OtherDN=B ...
    A TReleaseCall
    >> 2:1 unknown statement partty
    >> did you mean party?

    scenario T
    node A extension
    party B extension
    A TMakeCall B
    >> 2:1 unknown statement node
    >> did you mean party?

    scenario T
    A extension
    B extension dn=7002
    A TMakeCall B
    >> 2:1 unknown statement A
    >> party A extension
    >> 3:1 unknown statement B
    >> party B extension

    scenario T
    An external caller waits
    party A extension
    A hangUp
    >> 2:1 unknown statement An
    >> a statement begins with a party's name or with scenario, source, derived, server, profile, party, \
    never, always, sometimes, mark, after or wait

    scenario T
    extension A
    party B extension
    A TMakeCall B
    >> 2:1 unknown statement extension
    >> party A extension

    scenario T
    server recording
    A device
    party B device
    S sip-server
    party M media-server
    A connect B
    >> 3:1 unknown statement A
    >> party A device
    >> 5:1 unknown statement S
    >> party S sip-server

    scenario T
    party A extension
    A hangUp
    partty B extension
    B hangUp
    >> 4:1 unknown statement partty
    >> did you mean party?

    scenario T
    pa"rty A extension
    A hangUp
    >> 2:1 unknown statement pa"rty
    >> did you mean party?

    scenario T
    party \u{410} extension
    A hangUp
    >> 2:7 \u{410} is not a word: it contains U+0410, which looks like A, and a word begins with a letter or digit
    >> did you mean A?

    scenario T
    party A \u{435}xtension
    A hangUp
    >> 2:9 unknown kind \u{435}xtension
    >> did you mean extension? it contains U+0435, which looks like e

    scenario T
    party extension A
    A hangUp
    >> 2:7 the party's name comes before its kind
    >> party A extension

    scenario T
    party Ann Smith extension
    Ann Smith TMakeCall Ann
    >> 2:7 a party's name is one word
    >> party Ann-Smith extension

    scenario T
    party "Ann Smith" extension
    "Ann Smith" TMakeCall B
    >> 2:7 "Ann Smith" is not a word: it contains `"`, and a word begins with a letter or digit
    >> party Ann-Smith extension
    >> 3:23 unknown party B
    >> declare it in the header: party B KIND

    scenario T
    party A, extension
    party B extension
    A TMakeCall B
    >> 2:7 A, is not a word: it contains `,`, and a word has only letters a to z, digits and - _ . +
    >> party A extension

    scenario T
    party A=extension
    A hangUp
    >> 2:7 a blank stands between a party's name and its kind
    >> party A extension

    scenario T
    party A extension, dn=7001
    A hangUp
    >> 2:9 unknown kind extension,
    >> did you mean extension?

    scenario T
    party A extension 7001
    A hangUp
    >> 2:19 unexpected 7001: after the kind come options: key=value
    >> a DN is written dn=7001

    scenario T
    party A extension dn = 7001
    A TMakeCall A
    >> 2:19 there must be no blank around =
    >> write dn=7001

    scenario T
    party A extension number=7001
    A hangUp
    >> 2:19 unknown option number of an extension
    >> did you mean dn?

    scenario T
    party A extension group=Sales
    A hangUp
    >> 2:25 unknown party Sales
    >> group names an acd-group: party Sales acd-group

    scenario T
    party A agent
    A hangUp
    >> 2:9 unknown kind agent
    >> did you mean extension?

    scenario T
    party A phone
    party Q queue
    party C customer
    party R vdn
    A hangUp
    >> 2:9 unknown kind phone
    >> did you mean extension?
    >> 3:9 unknown kind queue
    >> did you mean acd-group?
    >> 4:9 unknown kind customer
    >> did you mean external?
    >> 5:9 unknown kind vdn
    >> did you mean routing-point?

    scenario T
    party A ivr
    A NewCall
    >> 2:9 unknown kind ivr
    >> ivr is a kind of ivr-server: a file for it has `server ivr-server` in its header

    scenario T
    party A extension
    party a extension
    party A external
    A hangUp
    >> 4:7 there is already a party A, in line 2

    scenario T
    party A,B extension
    A hangUp
    >> 2:7 A,B is not a word: it contains `,`, and a word has only letters a to z, digits and - _ . +
    >> party A-B extension

    scenario T
    party Jürgen extension
    Jürgen hangUp
    >> 2:7 Jürgen is not a word: it contains U+00FC, and a word has only letters a to z, digits and - _ . +

    scenario T
    source
    party A extension
    A hangUp
    >> 2:7 `source` needs a text after it

    scenario T
    source a
    derived b
    party A extension
    A hangUp
    >> 3:1 `source` is already written, in line 2: a file has a `source` or a `derived`

    scenario T
    party wait extension
    wait TMakeCall wait
    >> 2:7 since 0.2 wait is a word of the language: no party can have this name
    >> give it another name, and dn= keeps the number: party NAME extension dn=wait

    scenario T
    party A extension
    A hangUp
    party B extension
    party C extension
    B TMakeCall C
    >> 4:1 `party` belongs to the header, which ends at line 3
    >> move it above line 3, where the first action or mark is

    scenario T
    party A extension
    A hangUp
    scenario U
    party A extension
    A hangUp
    >> 4:1 a file has one scenario: the first begins in line 1
    >> write this one into a file of its own
    """
}
