import Testing

@testable import CallScenario

struct ParserPartiesTests {
  @Test func aDNStandsForItsParty() throws {
    let text =
      "scenario T\nparty A extension dn=+49-30\nparty B extension dn=\"50 02\"\n+49-30 TMakeCall B\n  +49-30 EventDialing OtherDN=B\n"
    let call = try parsed(text).flows[0].action(0)
    let messages = try call.messages()
    #expect(call.actor == 0)
    #expect(messages[0].recipient == 0)
    #expect(messages[0].attributes[0].pattern == one("50 02"))
  }

  @Test func anOptionNamesAPartyDeclaredLater() throws {
    #expect(
      try parsed("scenario T\nparty A extension group=9\nparty Q acd-group dn=9\n").parties[0].options[0].value == "Q")
  }

  @Test(
    arguments: [
      ("party", ["2:6+1 the party's name is missing — party NAME KIND"]),
      ("party A\nA ring", [missingKind]),
      ("party A extnsion\nA TMakeCall A\n A EventRinging", ["2:9+8 unknown kind extnsion — did you mean extension?"]),
      (
        "party A dn=5 extension",
        [optionFirst, "2:14+9 unexpected extension: after the kind come options: key=value"]
      ),
      ("party mark extension", ["2:7+4 mark is a reserved word: no party can have this name"]),
      ("party main extension", ["2:7+4 main is a reserved word: no party can have this name"]),
      (
        "party -A extension\n-A ring",
        [hyphened]
      ),
      (
        "party A*B extension",
        [starredName]
      ),
      ("party A extension\nparty A remote", ["3:7+1 there is already a party A, in line 2"]),
      ("party A extension\nparty B extension dn=A\nB ring", ["3:22+1 A is the name of another party, in line 2"]),
      ("party A extension dn=B\nparty B extension", ["3:7+1 B is the DN of A, in line 2"]),
      ("party A extension dn=5\nparty B extension dn=5", ["3:22+1 5 is the DN of A, in line 2"]),
      ("party A extension dn=A\nA ring", []),
      ("party A extension dn=5 dn=6", ["2:24+2 dn is written twice"]),
      ("party A extension dn=", ["2:19+2 dn has an empty value"]),
      ("party A extension dn=\"\"", ["2:19+2 dn has an empty value"]),
      ("party A extension dn=5*", [starred]),
      ("party A extension grup=Q", ["2:19+4 unknown option grup of an extension — did you mean group?"]),
      ("party A remote group=Q\nparty Q acd-group", ["2:16+5 unknown option group of a remote — known: dn"]),
      ("party A extension group=Q", ["2:25+1 unknown party Q — group names an acd-group: party Q acd-group"]),
      (
        "party A extension group=Que\nparty Queue extension\nparty Quo acd-group",
        ["2:25+3 unknown party Que — did you mean Quo?"]
      ),
      ("party A extension group=B\nparty B extension", ["2:25+1 B is an extension: group names an acd-group"]),
      ("party A extension group=B\nparty B acdgroup", ["3:9+8 unknown kind acdgroup — did you mean acd-group?"]),
      ("party A extension group=B group=B\nparty B acd-group", ["2:27+5 group is written twice"]),
      ("party A extension dn=\"5\nA ring", ["2:22+2 the quoted value does not end on its line"]),
    ])
  func reports(_ text: String, _ expected: [String]) {
    #expect(mistakes("scenario T\n" + text) == expected)
  }

  @Test func withTwoServersAPartyMayHaveTwoKinds() throws {
    let text =
      "scenario T\nserver t-server ivr-server\nparty P extension ivr group=Q place=queue:1\nparty Q acd-group\nparty C external\n"
    let scenario = try parsed(text)
    #expect(
      scenario.servers.map(\.server) == ["t-server", "ivr-server"]
        && scenario.vocabulary.server == "t-server ivr-server")
    #expect(scenario.parties.map(\.kindNames) == ["extension ivr", "acd-group", "external"])
    #expect(scenario.parties[0].options.map(\.value) == ["Q", "queue:1"])
  }

  @Test(
    arguments: [
      ("party P extension remote", ["3:19+6 an extension cannot be a remote too: at each server a party has one kind"]),
      ("party P ivr ivr-driver", ["3:13+10 an ivr cannot be an ivr-driver too: at each server a party has one kind"]),
      ("party P ivr external extension", ["3:22+9 unexpected extension: after the kind come options: key=value"]),
      ("party P extension ivrr", ["3:19+4 unknown kind ivrr — did you mean ivr?"]),
      ("party P extension ivr\nP NewCall\nP TAnswerCall", []),
      (
        "party P extension\nP NewCall",
        ["4:3+7 P is an extension: NewCall is for an ivr, an ivr-driver, an ivr-server or an external"]
      ),
      (
        "party P external\nP TAnswerCall",
        ["4:3+11 P is an external and makes no requests like TAnswerCall — lower-case verbs say what happens there"]
      ),
      (
        "party P extension ivr\nP NewCall\n  P EventRinging\n  P CallStatus(Ringing)",
        ["6:5+19 CallStatus(Ringing) needs a sender — from=NAME"]
      ),
    ])
  func reportsMistakesWithTwoServers(_ text: String, _ expected: [String]) {
    #expect(mistakes("scenario T\nserver ivr-server t-server\n" + text) == expected)
  }

  @Test(
    arguments: [
      ("party S sip-server\nparty D device record=TRUE place=workbin:Mine\nD connect D", []),
      (
        "party D device",
        ["2:8+9 there is no sip-server, and recording needs one — party NAME sip-server"]
      ),
      ("party S sip-server\nparty T sip-server\nT Fetch", ["4:9+10 there cannot be another sip-server"]),
      (
        "party S sip-server\nparty R recorder\nparty Q recorder\nparty P recorder",
        ["5:9+8 there cannot be another recorder", "6:9+8 there cannot be another recorder"]
      ),
      ("party S sip-serer", ["3:9+9 unknown kind sip-serer — did you mean sip-server?"]),
      ("party S sip-server\nparty D device record=yes", ["4:23+3 unknown value yes of record — known: false or true"]),
      (
        "party S sip-server\nparty D device place=desk:Mine",
        ["4:22+9 desk:Mine is not a place — queue:NAME or workbin:NAME"]
      ),
      (
        "party S sip-server\nparty D device place=queue:", ["4:22+6 queue: is not a place — queue:NAME or workbin:NAME"]
      ),
      ("party S sip-server\nS connect S", ["4:3+7 S is a sip-server: connect is for a device"]),
      ("party S sip-server\nparty D device\nD Fetch", ["5:3+5 D is a device: Fetch is for a sip-server or a recorder"]),
    ])
  func reportsWhatAServerNeeds(_ text: String, _ expected: [String]) {
    #expect(mistakes("scenario T\nserver recording\n" + text) == expected)
  }
}

private let hyphened =
  "2:7+2 -A is not a word: it contains `-`, and a word begins with a letter or digit — party A extension"
private let starredName =
  "2:7+3 A*B is not a word: it contains `*`, and a word has only letters a to z, digits and - _ . +"
  + " — party A-B extension"
private let kinds = "extension, acd-group, routing-point, route-queue, external or remote"
private let missingKind = "2:8+1 the kind of A is missing — known: \(kinds)"
private let optionFirst = "2:9+4 the party's kind comes before its options — party NAME KIND dn=5"
private let starred =
  "2:22+2 5* is not a value: * must be alone, for any value — write a value that ends in ? or * in quotes"
