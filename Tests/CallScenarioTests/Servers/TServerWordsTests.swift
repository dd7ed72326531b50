import CallModel
import Testing

@testable import CallScenario

/// The T-Server's own words, as its files write them.
struct TServerWordsTests {
  private static let header = "scenario T\nparty A extension\nparty B extension\nparty P routing-point\n"

  private func action(_ line: String) throws -> ActionStatement {
    try Scenario(parsing: Self.header + line, path: "x").flows[0].action(
      0)
  }

  private func mistake(_ line: String) -> String? {
    do { _ = try action(line) } catch {
      guard let first = (error as? Mistakes)?.diagnostics.first else { return nil }
      return first.message + (first.suggestion.map { " — \($0)" } ?? "")
    }
    return nil
  }

  @Test(arguments: ["P TRouteCall", "P route", "B pickUp"])
  func aTargetMayBeMissing(_ text: String) throws {
    #expect(try action(text).target == nil)
    #expect(try action(text + " A on 1").target == 0)
    #expect(mistake(text + " D")?.hasPrefix("unknown party D") == true)
  }

  @Test(arguments: [
    "A TMakeCall", "A TRedirectCall on 1", "A TCallSetForward ForwardMode=OnBusy", "P divert", "A TMonitorNextCall",
  ])
  func aTargetMustNotBeMissing(_ text: String) {
    #expect(mistake(text)?.contains(" needs a target — ACTOR ") == true)
  }

  @Test(arguments: [
    "A TAttachUserData B k=v", "P distribute A", "A TCallCancelForward B", "B timeOut A", "A TMergeCalls B",
  ])
  func aTargetMustNotBeWritten(_ text: String) {
    #expect(mistake(text)?.contains(" takes no target — only [on CONNID]") == true)
  }

  @Test(arguments: [
    ("A TMergeCalls MergeType=transfer", "MergeType=Transfer"), ("A TMergeCalls MergeType=1", "MergeType=Conference"),
    ("A TDeletePair Key=anything", "Key=anything"), ("A TDeletePair on 1 Key=\"A b\"", "Key=A b"),
    ("A TCallSetForward B ForwardMode=onbusy", "ForwardMode=OnBusy"),
    ("A TCallSetForward B ForwardMode=3", "ForwardMode=OnNoAnswer"),
    ("A TMonitorNextCall B MonitorNextCallType=allcalls", "MonitorNextCallType=AllCalls"),
    ("A TMonitorNextCall B MonitorMode=coach", "MonitorMode=Coach"),
    ("A TMonitorNextCall B MonitorScope=call", "MonitorScope=Call"),
    ("P TRouteCall RouteType=7", "RouteType=Reject"),
    ("A TAgentSetReady AgentWorkMode=AuxWork", "AgentWorkMode=AuxWork"),
    ("B answer CallState=9", "CallState=AnsweringMachineDetected"), ("A TMakeCall B ReferenceID=12", "ReferenceID=12"),
  ])
  func anOptionIsSpelledAsTheVocabularyHasIt(_ text: String, _ option: String) throws {
    #expect(try action(text).options.map { "\($0.key)=\($0.value)" } == [option])
  }

  @Test(arguments: [
    ("A TCallSetForward B ForwardMode=OnBsy", "unknown value OnBsy of ForwardMode — did you mean OnBusy?"),
    (
      "A TCallSetForward B FowardMode=OnBusy",
      "unknown option FowardMode of TCallSetForward — did you mean ForwardMode?"
    ),
    (
      "A TMonitorNextCall B MonitorMode=Whisper",
      "unknown value Whisper of MonitorMode — known: Normal, Mute, Coach or Connect"
    ),
    ("A TMonitorNextCall B MonitorScope=Other", "unknown value Other of MonitorScope — known: Agent or Call"),
    ("A TMergeCalls MergeType=Transfre", "unknown value Transfre of MergeType — did you mean Transfer?"),
    (
      "A TMergeCalls Key=1",
      "unknown option Key of TMergeCalls — known: MergeType, ReferenceID, reason.KEY or extension.KEY"
    ),
    ("A TDeletePair key=1", "unknown option key of TDeletePair — did you mean Key?"),
    ("B ring CallState=OK", "ring takes no options"), ("B TAnswerCall Key=OK", "unknown option Key of TAnswerCall"),
  ])
  func anUnknownOptionIsAMistake(_ text: String, _ message: String) {
    #expect(mistake(text)?.hasPrefix(message) == true)
  }

  // MARK: Pairs

  @Test func userDataTakesAnyKeys() throws {
    let text = #"A TAttachUserData on 1 Name="Ann Lee" CallState=gone 7=8 Key=x a.b-c_d+e="say \"hi\", \\o/" party=A"#
    let options = try action(text).options
    #expect(options.map(\.key) == ["Name", "CallState", "7", "Key", "a.b-c_d+e", "party"])
    #expect(options.map(\.value) == ["Ann Lee", "gone", "8", "x", #"say "hi", \o/"#, "A"])
    #expect(try action("A TUpdateUserData a=b").options.count == 1)
  }

  @Test func aRequestNumberIsNotAPair() {
    #expect(mistake("A TAttachUserData a=b ReferenceID=x") == "ReferenceID is a decimal number, not x")
  }

  @Test(arguments: [
    ("data.=1", "the key after `data.` is missing — data.KEY=VALUE"), ("data.\"\"=1", "the key is empty"),
    ("data.\"x\"y=1", "the quotes must enclose the whole key"),
    (
      "reason.code=1 ReferenceID=3",
      "TAttachUserData brings no user data: since 0.2, reason.code is no key of user data"
        + " — write data.reason.code=1 if it is meant as one"
    ),
    ("a=", "a has an empty value"), ("a=\"\"", "a has an empty value"),
    ("=1", "the option's name is missing"),
    ("a", "TAttachUserData takes no target — only [on CONNID] [key=value …] may follow it"),
    ("a=1 b", "a value with a blank in it needs quotes: \"…\" — write a=\"1 b\""),
    ("a=1|2", "a takes a single value here: *, | and ? are only for expectations — a value in quotes is literal"),
    ("a=1?", "a takes a single value here: *, | and ? are only for expectations — a value in quotes is literal"),
    ("a=\"1", "the quoted value does not end on its line"),
    ("a*b=1", "a*b is not a word: it contains `*`, and a word has only letters a to z, digits and - _ . +"),
  ])
  func anInvalidPairIsAMistake(_ pairs: String, _ message: String) {
    #expect(mistake("A TAttachUserData " + pairs) == message)
  }

  /// Only the length of a line limits their number.
  @Test func aLineTakesAsManyPairsAsFit() throws {
    let keys = (0..<5_000).map { "k\($0)" }
    let options = try action("A TAttachUserData " + keys.map { $0 + "=v" }.joined(separator: " ")).options
    #expect(options.map(\.key) == keys)
  }

  // MARK: Actions as text

  @Test(arguments: [
    ("A TMakeCall B", "A TMakeCall B"), ("P TRouteCall", "P TRouteCall"), ("P route A", "P route A"),
    ("A TMergeCalls", "A TMergeCalls"),
    ("A TMergeCalls MergeType=Transfer", "A TMergeCalls MergeType=Transfer"), ("B busy CallState=Busy", "B busy"),
    ("B busy CallState=NoAnswer", "B busy CallState=NoAnswer"), ("B busy CallState=99", "B busy CallState=99"),
    ("B answer CallState=OK", "B TAnswerCall"), ("B answer CallState=17", "B TAnswerCall CallState=FaxDetected"),
    ("A TCallSetForward B ForwardMode=2", "A TCallSetForward B ForwardMode=OnBusy"),
    ("A TAgentSetNotReady AgentWorkMode=AuxWork", "A TAgentSetNotReady AgentWorkMode=AuxWork"),
  ])
  func anActionIsSpelledAsInAScenario(_ text: String, _ said: String) throws {
    let scenario = try Scenario(parsing: Self.header + text, path: "x")
    let statement = try scenario.flows[0].action(0)
    let directory = Directory(scenario)
    let word = TServerWords.verbs[statement.verb.id]
    var action = Exchange.Action(
      word.verb, by: directory.dn(statement.actor), to: statement.target.map(directory.dn) ?? .none)
    for option in statement.options {
      switch option.key {
      case "MergeType": action.verb = .mergeForTransfer
      case "CallState":
        action.callState = CallState.names.first { "\($0.name)" == option.value }?.state ?? CallState(rawValue: 99)
      default: action.mode = TServerWords.mode(option) ?? .none
      }
    }
    #expect(scenario.spelling(of: directory.statement(of: action)) == said)
  }

  @Test func externalPartiesMakeNoRequests() throws {
    let text = "scenario T\nparty X external\nparty B extension\nX dial B\nB ring\nX ring\n"
    do {
      _ = try Scenario(parsing: text, path: "x").replay()
      Issue.record("no mistake")
    } catch {
      #expect(error.description.hasSuffix("\n    possible now: hold, hangUp, dial B"))
    }
  }

  @Test func everyWordIsKnownOnce() {
    let names = TServerWords.verbs.map(\.name)
    #expect(names == TServerWords.vocabulary.verbs.map(\.name))
    #expect(Set(names).count == names.count)
    #expect(Verb.allCases.filter { TServerWords.words(for: $0).isEmpty } == [])
    #expect(Kind.allCases.filter { kind in !TServerWords.kinds.contains { $0.kind == kind } } == [])
  }
}
