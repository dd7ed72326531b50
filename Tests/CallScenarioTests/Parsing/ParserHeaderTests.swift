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

  @Test func theServerMayComeAfterWhatDependsOnIt() throws {
    let scenario = try parsed("scenario T\nparty I ivr place=queue:1\nserver ivr-server\nI NewCall\n")
    #expect(scenario.vocabulary.server == "ivr-server")
    #expect(scenario.parties[0].options.map(\.value) == ["queue:1"])
  }

  @Test(arguments: [
    ("scenario", ["1:9+1 `scenario` needs a text after it"]),
    ("scenario  # T", ["1:9+1 `scenario` needs a text after it"]),
    ("scenario T\nscenario U\n", ["2:1+8 a file has one scenario: the first begins in line 1"]),
    ("scenario T\nsource x\nsource y\n", ["3:1+6 `source` may be written only once: there is one in line 2"]),
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
    ("scenario T\nparty A extension\nparti TMakeCall A\n", ["3:1+5 unknown party parti — \(declare)"]),
    ("scenario T\n  A EventRinging\n  A EventHeld\n", [indentedHeader]),
  ])
  func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes(text) == expected)
  }
}

private let late = [
  "5:1+6 `source` belongs to the header, which ends at line 4",
  "6:1+5 `party` belongs to the header, which ends at line 4",
]
private let indentedHeader = "2:3+1 nothing is indented in the header: expectations go under their action"
