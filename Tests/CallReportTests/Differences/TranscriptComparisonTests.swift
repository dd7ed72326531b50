import Testing

@testable import CallReport

/// Which findings the comparison of two transcripts has.
@Suite struct TranscriptComparisonTests {
  private let old = [
    "main 1 A EventDialing ConnID=1 OtherDN=B", "main 2 B EventRinging ConnID=1 OtherDN=A CallState=OK",
    "main 3 A EventEstablished ConnID=1 OtherDN=B", "main 3 B EventEstablished ConnID=1 OtherDN=A",
    "* 2 A EventReleased ConnID=1 CallState=OK", "* 2 A EventOnHook", "* 3 B EventAbandoned ConnID=1",
  ]

  /// The differences from `old` after the lines are edited.
  private func differences(_ edit: (inout [String]) -> Void) throws -> [String] {
    var new = old
    edit(&new)
    return try Written.differences(old, new)
  }

  @Test func nothing() throws { #expect(try differences { _ in } == []) }

  @Test func oneEvent() throws {
    #expect(
      try differences { $0.remove(at: 2) } == ["removed main, step 3: A EventEstablished"])
    #expect(try differences { $0.append("* 3 C EventNew") } == ["added *, step 3: C EventNew"])
    #expect(
      try differences { $0[1] = "main 2 B EventRinging ConnID=1 OtherDN=C ThisQueue=Q" }
        == ["changed main, step 2: B EventRinging: OtherDN A C, CallState OK -, ThisQueue - Q"])
  }

  @Test func anEventMoves() throws {
    #expect(
      try differences { $0[4] = "* 3 A EventReleased ConnID=1 CallState=OK" }
        == ["moved *, step 2: A EventReleased: to step 3"])
    #expect(
      try differences { $0.swapAt(4, 5) }
        == ["moved *, step 2: A EventReleased: after EventOnHook, was at the beginning"])
    #expect(
      try differences { $0[6] = "* 3 C EventAbandoned ConnID=1" }
        == ["moved *, step 3: C EventAbandoned: from B"])
  }

  @Test func noOrderIsExpectedBetweenRecipientsFlowsAndFiles() throws {
    #expect(try differences { $0.swapAt(2, 3) } == [])
    #expect(try differences { $0 = Array($0[4...] + $0[..<4]) } == [])
    #expect(
      try Written.differences(["a: main 1 A X", "b: main 1 B Y"], ["b: main 1 B Y", "a: main 1 A X"]) == [])
  }

  @Test func flowsAndFiles() throws {
    #expect(try differences { $0.removeLast(3) } == ["removed *: the flow, with 3 messages"])
    #expect(try differences { $0.append("F 1 A X") } == ["added F: the flow, with 1 message"])
    #expect(
      try Written.differences(["a: main 1 A X", "a: F 1 A X", "b: main 1 A X"], ["b: main 1 A X", "c: F 1 A X"]) == [
        "removed a: the file, with 2 flows and 2 messages", "added c: the file, with 1 flow and 1 message",
      ])
    // Files are compared whatever their names, if there is one on each side.
    #expect(try Written.differences(["a: main 1 A X"], ["b: main 1 A X"]) == [])
    #expect(try Written.differences(["a: main 1 A X"], ["main 1 A Y"]).count == 2)
    #expect(
      try Written.differences([], old) == [
        "added main: the flow, with 4 messages", "added *: the flow, with 3 messages",
      ])
  }

  // MARK: Steps

  /// All later steps have other numbers, but they are the same steps.
  @Test func aStepIsInserted() throws {
    #expect(
      try Written.differences(
        ["main 1 A One", "main 2 B Two", "main 3 A Three"],
        ["main 1 A One", "main 2 C New", "main 3 B Two", "main 4 A Three"]) == ["added main, new step 2: C New"])
    #expect(
      try Written.differences(
        ["main 1 A One", "main 2 B Two", "main 3 A Three X=1"], ["main 1 A One", "main 2 A Three X=2"]) == [
          "removed main, old step 2: B Two", "changed main, step 3, now 2: A Three: X 1 2",
        ])
  }

  /// Without `--actions`, an action that sends nothing is visible only in the numbers.
  @Test func aSilentActionIsInserted() throws {
    let old = ["main 1 A One", "main 2 B Two", "main 3 A Three", "* 3 A Four", "* 4 A Five"]
    #expect(
      try Written.differences(old, ["main 1 A One", "main 3 B Two", "main 4 A Three", "* 4 A Four", "* 5 A Five"])
        == ["added main, step 2, now 3: 1 action without messages before this step"])
    #expect(
      try Written.differences(old, ["main 1 A One", "main 2 B Two", "main 3 A Three", "* 6 A Four", "* 7 A Five"])
        == ["added *, step 3, now 6: 3 actions without messages before this step"])
    // Only one step has another number: its messages moved.
    #expect(
      try Written.differences(
        ["main 1 A One", "main 3 B Two", "main 5 A Three"], ["main 1 A One", "main 4 B Two", "main 5 A Three"])
        == ["moved main, step 3: B Two: to step 4"])
  }

  @Test func actions() throws {
    let old = ["main 1 = A calls", "main 1 A X", "main 2 = B rings", "main 3 = C acts", "main 3 C Z"]
    #expect(try Written.differences(old, old) == [])
    #expect(
      try Written.differences(old, ["main 1 = A calls", "main 1 A X", "main 2 = C acts", "main 2 C Z"])
        == ["removed main, old step 2: B rings: the action B rings"])
    #expect(
      try Written.differences(old, Array(old[..<3] + ["main 3 = C acts", "main 4 = D acts", "main 4 C Z"])) == [
        "moved main, step 3: C acts: C Z: to step 4: D acts", "added main, new step 4: D acts: the action D acts",
      ])
    #expect(
      try Written.differences(old, Array(old[..<3] + ["main 3 = D acts", "main 3 C Z"]))
        == ["changed main, step 3: D acts: the action is D acts, not C acts"])
    #expect(
      try Written.differences(old, Array(old[..<2] + ["main 2 refused B rings"] + old[3...]))
        == ["changed main, step 2: B rings: the action is refused: no"])
    #expect(
      try Written.differences(old, Array(old[..<2] + ["main = wait 5s"] + old[2...]))
        == ["added main, after step 1: wait 5s: the action wait 5s"])
    let waiting = old + ["main = wait 5s", "main 4 = D acts"]
    #expect(
      try Written.differences(waiting, waiting.map { $0.replacing("5s", with: "6s") })
        == ["changed main, after step 3: wait 6s: the action is wait 6s, not wait 5s"])
    #expect(
      try Written.differences(old + ["F after *", "F 4 A X"], old + ["F after **", "F 4 A X"])
        == ["changed F: the flow begins after **, not after *"])
    // A transcript without actions says nothing about them.
    #expect(try Written.differences(old, ["main 1 A X", "main 3 C Z"]) == [])
    #expect(try Written.differences(["main 1 A X", "main 3 C Z"], old + ["F 4 = A acts"]) == [])
  }

  /// Most steps have other attributes, but they are the same steps; equal ones elsewhere must not mislead.
  @Test func allStepsChange() throws {
    let old = (1...40).map { "main \($0) A Event X=\($0 % 2)" }
    let new = (1...40).map { "main \($0) A Event X=\($0 % 4 == 3 ? 0 : $0 % 2)" }
    #expect(
      try Written.differences(old, new)
        == (1...40).filter { $0 % 4 == 3 }.map { "changed main, step \($0): A Event: X 1 0" })
  }

  // MARK: Messages of a step

  @Test func theNearestMessageIsTheChangedOne() throws {
    #expect(
      try Written.differences(["main 1 A E a=1 b=1", "main 1 A E a=2 b=2"], ["main 1 A E a=2 b=3"])
        == ["removed main, step 1: A E", "changed main, step 1: A E: b 2 3"])
  }

  @Test func canonicallyEqualNamesDiffer() throws {
    #expect(
      try Written.differences(["main 1 A E a=\u{E9}"], ["main 1 A E a=e\u{301}"])
        == ["changed main, step 1: A E: a \u{E9} e\u{301}"])
  }

  @Test func attributesHaveNoOrder() throws {
    #expect(try Written.differences(["main 1 A E a=1 b=2", "main 2 A F"], ["main 1 A E b=2 a=1", "main 2 A F"]) == [])
  }

  // MARK: ConnIDs

  @Test func connIDsThatAreOnlyRenumbered() throws {
    let renumbered = old.map { $0.replacing("ConnID=1", with: "ConnID=2") }
    #expect(
      try Written.differences(old, renumbered) == [
        "changed main: ConnID 1 is now 2, in 4 messages", "changed *: ConnID 1 is now 2, in 2 messages",
      ])
    // A number that changes in one message is the change of that message.
    #expect(
      try differences { $0[1] = "main 2 B EventRinging ConnID=2 OtherDN=A CallState=OK" }
        == ["changed main, step 2: B EventRinging: ConnID 1 2"])
  }

  /// A new call takes the number of an old one.
  @Test func aCallIsInserted() throws {
    #expect(
      try Written.differences(
        ["main 1 A X ConnID=1", "main 2 A Y ConnID=2 PreviousConnID=1", "main 3 A Z ConnID=2"],
        [
          "main 1 A X ConnID=1", "main 2 D New ConnID=2", "main 3 A Y ConnID=3 PreviousConnID=1", "main 4 A Z ConnID=3",
        ]) == ["changed main: ConnID 2 is now 3, in 2 messages", "added main, new step 2: D New"])
  }

  /// Which of two calls ends first is an order, not a change of both events.
  @Test func twoCallsChangePlaces() throws {
    let start = ["main 1 A X ConnID=1", "main 2 A Y ConnID=2", "main 3 A Z ConnID=1", "main 4 A Z ConnID=2"]
    #expect(
      try Written.differences(
        start + ["main 5 A End ConnID=1", "main 5 A End ConnID=2"],
        start + ["main 5 A End ConnID=2", "main 5 A End ConnID=1"])
        == ["moved main, step 5: A End: after End ConnID=2, was at the beginning"])
  }

  @Test func countersAreOneFinding() throws {
    #expect(
      try Written.differences(
        ["main 1 A X EventSequenceNumber=1", "main 2 A Y EventSequenceNumber=2", "main 3 A Z EventSequenceNumber=3"],
        ["main 1 A X EventSequenceNumber=1", "main 2 A Y EventSequenceNumber=3", "main 3 A Z EventSequenceNumber=4"])
        == ["changed main: EventSequenceNumber 2 is now 3, 3 is now 4, in 2 messages"])
  }
}
