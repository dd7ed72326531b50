import Testing

@testable import CallScenario

struct ParserHeaderTests {
  @Test func readsTheProfile() throws {
    let profile = try #require(try parsed("scenario T\nprofile aspect-acd dialed-number=unknown  # why\n").profile)
    #expect(profile.name == "aspect-acd")
    #expect(profile.options.map { "\($0.key)=\($0.value)" } == ["dialed-number=unknown"])
    #expect(profile.position == Position(line: 2, column: 1, length: 40))
    #expect(profile.options[0].position == Position(line: 2, column: 20, length: 13))
    #expect(profile.options[0].valuePosition == Position(line: 2, column: 34, length: 7))
    #expect(try parsed("scenario T\nprofile network-reached=\"simulated\"").profile?.name == nil)
  }

  @Test func readsWhatAScenarioIsDerivedFrom() throws {
    let scenario = try parsed("scenario T\nderived  D14; Two-Step Transfer, Conference  # why\n")
    #expect(scenario.derived == "D14; Two-Step Transfer, Conference")
    #expect(scenario.source == nil)
    let older = try parsed("scenario T\nsource derived: D14\n")
    #expect(older.source == "derived: D14")
    #expect(older.derived == nil)
  }

  /// Words added in 0.2 are names of no party, but of marks, flows, DNs and values, and a party with such a name is
  /// one mistake.
  @Test(arguments: ["derived", "wait", "never", "always", "sometimes", "before", "eventually", "or"])
  func newWordsAreReservedAsNamesOfParties(_ word: String) throws {
    let actions = "\nparty B extension\n\(word) TMakeCall B\n  \(word) EventDialing\nB TMakeCall \(word)\n"
    let length = word.utf8.count
    #expect(
      mistakes("scenario T\nparty \(word) extension" + actions) == [
        "2:7+\(length) since 0.2 \(word) is a word of the language: no party can have this name"
          + " — give it another name, and dn= keeps the number: party NAME extension dn=\(word)"
      ])
    let scenario = try parsed(
      "scenario T\nparty A extension dn=\(word)\nparty B extension\nA TMakeCall B\n  A EventDialing OtherDN=\(word)\n"
        + "  B EventQueued CallType=\(word)\nmark \(word)\nafter \(word)\nafter \(word) as \(word)-2\n")
    #expect(scenario.parties[0].dn == word)
    #expect(scenario.flows.map(\.name) == ["main", word, "\(word)-2"])
  }

  @Test func theServerMayComeAfterWhatDependsOnIt() throws {
    let scenario = try parsed("scenario T\nparty I ivr place=queue:1\nserver ivr-server\nI NewCall\n")
    #expect(scenario.vocabulary.server == "ivr-server")
    #expect(scenario.parties[0].options.map(\.value) == ["queue:1"])
  }

  @Test(arguments: [
    ("scenario", ["1:9+1 `scenario` needs a text after it"]),
    ("scenario  # T", ["1:9+1 `scenario` needs a text after it"]),
    (
      "scenario T\nscenario U\n",
      ["2:1+8 a file has one scenario: the first begins in line 1 — write this one into a file of its own"]
    ),
    ("scenario T\nsource x\nsource y\n", ["3:1+6 `source` may be written only once: there is one in line 2"]),
    ("scenario T\nderived x\nderived y\n", ["3:1+7 `derived` may be written only once: there is one in line 2"]),
    ("scenario T\nderived\n", ["2:8+1 `derived` needs a text after it"]),
    (
      "scenario T\nsource x\nderived y\n",
      ["3:1+7 `source` is already written, in line 2: a file has a `source` or a `derived`"]
    ),
    (
      "scenario T\nderived x\nsource y\n",
      ["3:1+6 `derived` is already written, in line 2: a file has a `source` or a `derived`"]
    ),
    ("scenario T\nderive D14\nparty A extension\n", ["2:1+6 unknown statement derive — did you mean derived?"]),
    ("scenario T\n  derived D14\n", ["2:3+7 `derived` must begin in column 1: only expectations are indented"]),
    (
      "scenario T\nserver t-server\nserver t-server\n",
      ["3:1+6 `server` may be written only once: there is one in line 2"]
    ),
    ("scenario T\nprofile\nprofile\n", ["3:1+7 `profile` may be written only once: there is one in line 2"]),
    (
      "scenario T\nserver\nparty A nothing\n",
      ["2:7+1 the server's name is missing — t-server, ivr-server or recording"]
    ),
    (
      "scenario T\nserver t-sever\nparty A nothing\nA sings\n",
      ["2:8+7 unknown server t-sever — did you mean t-server?"]
    ),
    ("scenario T\nserver x\n", ["2:8+1 unknown server x — known: t-server, ivr-server or recording"]),
    (
      "scenario T\nserver t-server ivr-server recording\n",
      ["2:28+9 unexpected recording: `server` takes at most two names"]
    ),
    ("scenario T\nserver t-server ivr-sever\n", ["2:17+9 unknown server ivr-sever — did you mean ivr-server?"]),
    ("scenario T\nserver recording ivr-server\n", ["2:18+10 two servers must be t-server and one of the others"]),
    ("scenario T\nserver t-server t-server\n", ["2:17+8 two servers must be t-server and one of the others"]),
    ("scenario T\nserver recording t-server\nprofile generic\nparty S sip-server\n", []),
    (
      "scenario T\nserver t-server recording\nparty A extension\n",
      ["2:17+9 there is no sip-server, and recording needs one — party NAME sip-server"]
    ),
    ("scenario T\nprofile genric\n", ["2:9+6 unknown profile genric — did you mean generic?"]),
    ("scenario T\nserver ivr-server\nprofile generic\n", ["3:9+7 ivr-server has no profiles"]),
    (
      "scenario T\nprofile dialled-number=known dialed-number=unkown dialed-number=known network-reached=",
      [
        "2:9+14 unknown option dialled-number of the profile — did you mean dialed-number?",
        "2:44+6 unknown value unkown of dialed-number — did you mean unknown?",
        "2:51+13 dialed-number is written twice",
        "2:71+15 network-reached has an empty value",
      ]
    ),
    (
      "scenario T\nprofile dialed-number=known generic\n",
      ["2:29+7 unexpected generic: an option of the profile is written option=value"]
    ),
    (
      "scenario T\nprofile dialed-number=known|unknown\n",
      [
        "2:23+13 dialed-number takes a single value here: *, | and ? are only for expectations — a value in quotes is literal"
      ]
    ),
    (header + "A ring\nsource X\nparty C extension\nC ring\n", late),
    ("scenario T\nprty A extension\nA ring\n", ["2:1+4 unknown statement prty — did you mean party?"]),
    (
      "scenario T\nsever ivr-server\nparty A ivr\nA NewCall\n",
      ["2:1+5 unknown statement sever — did you mean server?"]
    ),
    ("scenario T\nparty parti extension\nparti ring\n", []),
    ("scenario T\nparty A extension dn=parti\nparti ring\n", []),
    (
      "scenario T\nparty A extension\nparti TMakeCall A\n",
      ["3:1+5 unknown party parti — \(declare("parti", "the only party is A; "))"]
    ),
    ("scenario T\n  A EventRinging\n  A EventHeld\n", [indentedHeader]),
  ])
  func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes(text) == expected)
  }
}

private let late = [
  "5:1+6 `source` belongs to the header, which ends at line 4 — move it above line 4, where the first action or mark is"
]
private let indentedHeader =
  "2:3+1 nothing is indented in the header: expectations go under their action"
  + " — if this is a statement or an action, begin it in column 1"
