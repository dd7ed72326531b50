import Testing

@testable import CallScenario

@Suite struct ComparisonTests {
  static let parties = """
    scenario  Test
    party     A  extension
    party     B  extension  dn=1001
    A TMakeCall B

    """

  /// One expectation and what was sent; the action is on line 4, its expectations begin on line 5.
  private static func report(_ expected: [String], _ sent: [String]) -> [String] {
    HandBuilt(parties + expected.map { "    " + $0 + "\n" }.joined()).transcript(sent).report
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var expected: [String]
    var sent: [String]
    var report: [String]
    init(_ expected: String, _ sent: String, _ report: String...) {
      self.expected = expected.isEmpty ? [] : expected.split(separator: ";").map { String($0.drop { $0 == " " }) }
      self.sent = sent.isEmpty ? [] : sent.split(separator: ";").map { String($0.drop { $0 == " " }) }
      self.report = report
    }
    var testDescription: String { "\(expected) against \(sent)" }
  }

  @Test(arguments: [
    // Comparison is exhaustive in both directions.
    Case("A E X=1 Y=2", "A E X=1 Y=2"),
    Case("A E Y=2 X=1", "A E X=1 Y=2"),
    Case("A E X=1", "A E X=1 Y=2", "5 differs E: Y -/2"),
    Case("A E X=1 Y=2", "A E X=1", "5 differs E: Y 2/-"),
    Case("A E X=1", "A E X=2", "5 differs E: X 1/2"),
    Case("A E Z=3 X=1", "A E X=2 Y=2", "5 differs E: Z 3/-, X 1/2, Y -/2"),
    // Attributes that the server knows but does not list are compared only if a line names them.
    Case("A E", "A E ~CallType=Internal"),
    Case("A E CallType=Internal", "A E ~CallType=Internal"),
    Case("A E CallType=Inbound", "A E ~CallType=Internal", "5 differs E: CallType Inbound/Internal"),
    Case("A E CallType=Inbound?", "A E ~CallType=Internal", "5 differs E: CallType Inbound?/Internal"),
    Case("A E CallType=*", "A E ~CallType=Internal"),
    Case("A E !CallType", "A E ~CallType=Internal"),
    // Patterns.
    Case("A E X=*", "A E X=7"),
    Case("A E X=*", "A E", "5 differs E: X */-"),
    Case("A E X=*?", "A E"),
    Case("A E X=a|b", "A E X=b"),
    Case("A E X=a|b", "A E X=c", "5 differs E: X a|b/c"),
    Case("A E X=a|b", "A E", "5 differs E: X a|b/-"),
    Case("A E X=a|b?", "A E"),
    Case("A E X=a|b?", "A E X=a"),
    Case("A E X=a|b?", "A E X=c", "5 differs E: X a|b?/c"),
    Case("A E !X", "A E"),
    Case("A E !X", "A E X=1", "5 differs E: X absent/1"),
    Case("A E X=\"a b\"", "A E X=ab", "5 differs E: X \"a b\"/ab"),
    // Enumerations are compared without regard to case, everything else with it.
    Case("A E CallState=ok", "A E CallState=Ok"),
    Case("A E CallState=busy", "A E CallState=OK", "5 differs E: CallState busy/OK"),
    Case("A E X=ok", "A E X=OK", "5 differs E: X ok/OK"),
    // A party's name stands for its DN.
    Case("A E OtherDN=B", "A E OtherDN=1001"),
    Case("A E OtherDN=1001", "A E OtherDN=1001"),
    Case("A E OtherDN=A|B?", "A E OtherDN=1001"),
    Case("A E OtherDN=\"B\"", "A E OtherDN=1001", "5 differs E: OtherDN \"B\"/B"),
    Case("A E OtherDN=A|B?", "A E OtherDN=1002", "5 differs E: OtherDN A|B?/1002"),
    // Values are spelled as the line spells them: by DN if it writes one.
    Case("A E OtherDN=B", "A E OtherDN=A", "5 differs E: OtherDN B/A"),
    Case("A E OtherDN=A", "A E OtherDN=1001", "5 differs E: OtherDN A/B"),
    Case("A E OtherDN=A|1001?", "A E OtherDN=7", "5 differs E: OtherDN A|1001?/7"),
    Case("A E OtherDN=1002|A", "A E OtherDN=1001", "5 differs E: OtherDN 1002|A/B"),
    Case("A E OtherDN=1001", "A E OtherDN=A", "5 differs E: OtherDN 1001/A"),
    Case("A E !OtherDN", "A E OtherDN=1001", "5 differs E: OtherDN absent/B"),
    Case("A E X=B", "A E X=1001", "5 differs E: X B/1001"),
    // Defaults.
    Case("B E", "B E ThisDN=1001"),
    Case("B E", "B E ThisDN=A", "5 differs E: ThisDN B/A"),
    Case("B E ThisDN=A", "B E ThisDN=A"),
    Case("B E", "B E !ThisDN", "5 differs E: ThisDN B/-"),
    Case("B E !ThisDN", "B E !ThisDN"),
    Case("B E !ThisDN", "B E", "5 differs E: ThisDN absent/B"),
    Case("A E", "A E ConnID=2", "5 differs E: ConnID 1/2"),
    Case("A E ConnID=2", "A E ConnID=2"),
    Case("A E ConnID=2", "A E", "5 differs E: ConnID 2/1"),
    Case("A E ConnID=*?", "A E !ConnID"),
    Case("A E", "A E !ConnID", "5 differs E: ConnID 1/-"),
    Case("A E !ConnID", "A E !ConnID"),
    // Further attributes.
    Case("A E ...", "A E X=1 Y=2"),
    Case("A E X=1 ...", "A E X=1 Y=2"),
    Case("A E X=2 ...", "A E X=1 Y=2", "5 differs E: X 2/1"),
    Case("A E ...", "A E ConnID=2", "5 differs E: ConnID 1/2"),
    Case("A E !X ...", "A E X=1", "5 differs E: X absent/1"),
  ]) func attributes(_ test: Case) {
    #expect(Self.report(test.expected, test.sent) == test.report)
  }

  @Test(arguments: [
    Case("", ""),
    Case("", "A E", "4 unexpected E"),
    Case("A E", "", "5 missing E"),
    Case("A E", "B E", "5 E to 1"),
    Case("A E", "A F", "4 unexpected F", "5 missing E"),
    Case("A E; A E", "A E", "6 missing E"),
    Case("A E", "A E; A E", "4 unexpected E"),
    // The order matters for each recipient, but not between recipients.
    Case("A E; B F; A G", "B F; A E; A G"),
    Case("A E; A F", "A F; A E", "6 F before E"),
    Case("A E X=1; A E X=2", "A E X=2; A E X=1", "6 E before E"),
    // One missing or further message does not make the others differ.
    Case("A E X=1; A E X=2; A E X=3", "A E X=2; A E X=3", "5 missing E"),
    Case("A E X=1; A E X=2; A E X=3", "A E X=1; A E X=3", "6 missing E"),
    Case("A E X=1; A E X=3", "A E X=1; A E X=2; A E X=3", "4 unexpected E"),
    Case("A E; A F X=1; A G", "A F X=2; A G", "5 missing E", "6 differs F: X 1/2"),
    Case("A E; A F; A G; A H", "A E; A G; A F; A H", "7 G before F"),
    Case("A E; A F; A G; A H", "A F; A G; A H; A E", "5 E after H not F"),
    Case("A E; A F; A G; A H", "A H; A E; A F; A G", "8 H before E not G"),
    Case("A E; A F X=1", "A F X=2; A E", "6 F before E: X 1/2"),
    Case("A E; A F; B G", "A F; A E; B G", "6 F before E"),
    Case("A E; A F; ...", "A F; A E", "6 F before E"),
    // Two messages of one name, each with the attributes of the other.
    Case("A E ConnID=1; A E ConnID=2", "A E ConnID=2; A E", "6 E before E"),
    Case("A E X=1; A F; A E X=2", "A E X=2; A F; A E X=1", "5 differs E: X 1/2", "7 differs E: X 2/1"),
    // At another recipient.
    Case("A E X=1 Y=1", "B E X=1 Y=1", "5 E to 1"),
    Case("A E X=1 Y=1", "B E X=1 Y=2", "5 E to 1: Y 1/2"),
    Case("A E X=1 Y=1", "B E X=2 Y=2", "4 unexpected E", "5 missing E"),
    Case("A E; B F", "B E; A F", "5 E to 1", "6 F to 0"),
    Case("A E X=1; A E X=2", "B E X=2; A E X=1", "6 E to 1"),
    Case("A E; ...", "B E", "5 E to 1"),
    Case("A E; A F", "B E; B F", "5 E to 1", "6 F to 1"),
    Case("A E X=1 Y=1; A E X=2 Y=2", "A E X=2 Y=3", "5 missing E", "6 differs E: Y 2/3"),
    // Further messages.
    Case("...", "A E; B F"),
    Case("...", ""),
    Case("A E; ...", "B F; A E; A G"),
    Case("A E; A G; ...", "A F; A E; A F; A G; A H"),
    Case("A E; A G; ...", "A G; A E", "6 G before E"),
    Case("A E X=2; ...", "A E X=1; A E X=2; A E X=3"),
    Case("A E X=4; ...", "A E X=1; A F", "5 differs E: X 4/1"),
    Case("A E X=1; A E X=2; ...", "A E X=1; A E X=3; A E X=2"),
    // Refusals.
    Case("refused", "refused no; A EventError"),
    Case("refused", "refused no"),
    Case("refused is NOT idle", "refused A is not Idle; A EventError"),
    Case("refused is busy", "refused A is not idle; A EventError", "5 refused not for is busy but: A is not idle"),
    Case(
      "refused a longer text than the reason", "refused no", "5 refused not for a longer text than the reason but: no"),
    Case("refused", "", "5 not refused"),
    Case("refused why", "A E; B F", "5 not refused: why"),
    Case("refused", "refused no; A EventError; B E", "4 unexpected E"),
    Case("A EventError ErrorCode=1", "refused no; A EventError ErrorCode=1"),
    Case("A EventError ErrorCode=1", "refused no; A EventError ErrorCode=2", "5 differs EventError: ErrorCode 1/2"),
    Case("A EventError; ...", "refused no; A EventError"),
    Case("A EventError", "A E", "4 unexpected E", "5 missing EventError"),
    Case("A EventError; A E", "refused no; A EventError", "6 missing E"),
    Case("A E; B E", "refused A is not idle; A EventError", "4 refused: A is not idle"),
    Case("", "refused A is not idle; A EventError", "4 refused: A is not idle"),
    Case("...", "refused A is not idle; A EventError", "4 refused: A is not idle"),
    Case("B EventError", "refused A is not idle; A EventError", "4 refused: A is not idle"),
  ]) func messages(_ test: Case) {
    #expect(Self.report(test.expected, test.sent) == test.report)
  }

  @Test(arguments: [
    Case("A E from=B", "A E from=B"),
    Case("A E from=A", "A E from=B", "6 differs E: from A/B"),
    Case("A E from=B ...", "A E from=B p=1"),
    Case("A E from=B", "A E", "6 differs E: from B/-, ThisDN A/-"),
    Case("A E from=B protocol=X", "A E from=B protocol=Y", "6 differs E: protocol X/Y"),
    Case(
      "A CallStatus(Ringing) from=B", "A CallStatus(Busy) from=B", "5 unexpected CallStatus(Busy)",
      "6 missing CallStatus(Ringing)"),
  ]) func senders(_ test: Case) {
    let text =
      Self.parties.replacing("Test\n", with: "Test\nserver ivr-server\n")
      + test.expected.map { "    " + $0 + "\n" }.joined()
    #expect(HandBuilt(text).transcript(test.sent).report == test.report)
  }

  @Test func severalCallsHaveNoDefault() {
    let scene = HandBuilt(Self.parties + "    A E\n    A F ConnID=1\n")
    #expect(scene.transcript(["A E", "A F"], connID: nil).report == ["5 differs E: ConnID -/1"])
  }

  @Test func differencesAreInTheOrderOfTheFile() {
    let scene = HandBuilt(Self.parties + "    A E\nA TX\nmark *\nafter *\nB TX\n    A E\n    B F X=1\n")
    let transcript = scene.transcript(["A E"], ["B X"], ["B F X=2", "B G"])
    #expect(transcript.report == ["6 unexpected X", "9 unexpected G", "10 missing E", "11 differs F: X 1/2"])
    #expect(transcript.differences().map(\.flow) == ["main", "*", "*", "*"])
    #expect(transcript.differences().map(\.step.number) == [2, 3, 3, 3])
  }

  @Test(arguments: [true, false]) func longSequencesTakeBoundedTime(isOpen: Bool) {
    let even = (0..<2_000).map { "A E X=\($0)" }
    let rest = isOpen ? ["..."] : []
    #expect(Self.report(even + rest, even).isEmpty)
    #expect(Self.report(even + rest, even.filter { $0 != "A E X=1000" }) == ["1005 missing E"])
    #expect(Self.report(even + rest, [even[7]] + even) == (isOpen ? [] : ["4 unexpected E"]))
    // These are too many to weigh: they are paired in order, with at least as many findings as there are changes.
    let other = (0..<2_000).map { "A E X=\($0)0" }
    #expect(Self.report(even + rest, other).count == 2_000)
    #expect(Self.report(even + rest, other.map { $0 + "0" } + ["A F"]).count == (isOpen ? 2_000 : 2_001))
    let renamed = other.enumerated().map { $0.offset == 1_000 ? "A F" : $0.element }
    #expect(Self.report(even + rest, renamed).contains("1005 missing E"))
  }

  @Test func everyMutationIsFound() {
    let expected = [
      "A EventDialing ThisDNRole=Origination OtherDN=B? OtherDNRole=Destination?",
      "B EventRinging ThisDNRole=Destination OtherDN=A CallState=OK|Busy",
      "A EventEstablished OtherDN=B !CallState",
      "A EventAttached X=*",
      "B EventEstablished OtherDN=A CallType=Internal",
    ]
    let sent = [
      "A EventDialing ThisDNRole=Origination",
      "B EventRinging ThisDNRole=Destination OtherDN=A CallState=OK",
      "A EventEstablished OtherDN=1001",
      "A EventAttached X=5",
      "B EventEstablished OtherDN=A ~CallType=Internal",
    ]
    #expect(Self.report(expected, sent).isEmpty)
    var mutants = 0
    func mustDiffer(_ lines: [String], _ note: String) {
      mutants += 1
      #expect(!Self.report(lines, sent).isEmpty, "\(note): \(lines)")
    }
    mustDiffer([], "all dropped")
    mustDiffer(["refused"], "refused")
    for (index, line) in expected.enumerated() {
      func with(_ other: String?, _ note: String) {
        mustDiffer(Array(expected[..<index]) + [other].compactMap(\.self) + Array(expected[(index + 1)...]), note)
      }
      with(nil, "line dropped")
      with(line + " Further=1", "attribute added")
      with(line + " ConnID=2", "other call")
      with(line + " !ConnID", "no call")
      with(line + " !ThisDN", "no DN")
      with(line + " ThisDN=1002", "other DN")
      with(String((line.hasPrefix("A") ? "B" : "A") + line.dropFirst()), "other recipient")
      mustDiffer(Array(expected[...index] + expected[index...]), "line doubled")
      for other in expected.indices.dropFirst(index + 1) where expected[other].first == line.first {
        var swapped = expected
        swapped.swapAt(index, other)
        mustDiffer(swapped, "swapped")
      }
      let words = line.split(separator: " ").map(String.init)
      with(([words[0], words[1] + "X"] + words.dropFirst(2)).joined(separator: " "), "other message")
      for (place, word) in words.enumerated().dropFirst(2) {
        func withWord(_ other: String?, _ note: String) {
          with(
            (Array(words[..<place]) + [other].compactMap(\.self) + Array(words[(place + 1)...])).joined(separator: " "),
            note)
        }
        let name = word.split(separator: "=")[0]
        if word.hasPrefix("!") {
          withWord(word.dropFirst() + "=OK", "expected after all")
          withWord(word.dropFirst() + "=*", "any, but there")
          continue
        }
        // The attribute need not be present if the value may be absent or is not listed.
        if !word.hasSuffix("?"), name != "CallType" {
          withWord(nil, "attribute dropped")
          withWord("!" + name, "absent")
        }
        if word.hasSuffix("?") {
          withWord(String(word.dropLast()), "no longer optional")
          withWord(name + "=*", "any, but there")
        } else {
          withWord(name + "=Wrong", "other value")
          withWord(name + "=Wrong?", "other value or absent")
          withWord(name + "=Wrong|Worse", "other values")
        }
      }
    }
    #expect(mutants > 80)
  }
}
