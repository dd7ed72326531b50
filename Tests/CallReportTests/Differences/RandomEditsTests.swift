import CallScenario
import Testing

@testable import CallReport

/// Each edit of a real transcript is exactly one finding, of its kind and about its event.
@Suite struct RandomEditsTests {
  private static let transcript: WrittenTranscript = {
    var lines = JSONLines()
    for path in Repository.scenarios where path.hasPrefix("Scenarios/basic-call-models/") {
      guard let transcript = try? Scenario(parsing: Repository.bytes(of: path), path: path).replay() else { continue }
      lines.append(transcript, file: path)
    }
    return (try? WrittenTranscript(parsing: lines.bytes, path: "t")) ?? WrittenTranscript(flows: [], hasActions: false)
  }()

  private enum Edit: CaseIterable { case remove, add, change, drop, swap, move, redirect, removeFlow }

  @Test func everyEditIsOneFinding() throws {
    try #require(Self.transcript.flows.count > 50)
    var random = SameNumbers(seed: 16)
    for edit in Edit.allCases {
      var count = 0
      // Not every place allows every edit.
      for _ in 0..<2_000 where count < 25 {
        guard let (edited, expected) = Self.edited(edit, &random) else { continue }
        count += 1
        let found = Written.differences(Self.transcript, edited)
        #expect(found.count == 1 && found.first?.hasPrefix(expected) == true, "\(edit): \(expected): \(found)")
      }
      #expect(count == 25, "\(edit)")
    }
  }

  /// The transcript after an edit at a random place, and how the finding begins; nil if that place does not allow it.
  private static func edited(
    _ edit: Edit, _ random: inout SameNumbers
  ) -> (transcript: WrittenTranscript, finding: String)? {
    var transcript = transcript
    func any(_ count: Int) -> Int { Int(random.next(UInt64(count))) }
    let place = any(transcript.flows.count)
    var flow = transcript.flows[place]
    let step = any(flow.steps.count)
    let message = any(flow.steps[step].messages.count)
    let event = flow.steps[step].messages[message]
    let (file, name) = (flow.file ?? "", flow.name)
    let number = flow.steps[step].number
    func finding(_ kind: String, _ rest: String) -> String { "\(kind) \(file), \(name), \(rest)" }
    let here = "step \(number): \(event.to) \(event.name)"
    let result: String
    switch edit {
    case .remove:
      flow.steps[step].messages.remove(at: message)
      if flow.steps[step].messages.isEmpty { return nil }
      result = finding("removed", here)
    case .add:
      flow.steps[step].messages.insert(
        WrittenMessage(from: nil, to: "Z", name: "EventNew", attributes: event.attributes), at: message)
      result = finding("added", "step \(number): Z EventNew")
    case .change:
      let attribute = any(event.attributes.count)
      let (key, value) = (event.attributes[attribute].name, event.attributes[attribute].value)
      flow.steps[step].messages[message].attributes[attribute].value = "changed"
      result = finding("changed", "\(here): \(key) \(value) changed")
    case .drop:
      let attribute = any(event.attributes.count)
      let (key, value) = (event.attributes[attribute].name, event.attributes[attribute].value)
      flow.steps[step].messages[message].attributes.remove(at: attribute)
      result = finding("changed", "\(here): \(key) \(value) -")
    case .swap:
      let messages = flow.steps[step].messages
      guard message + 1 < messages.count, messages[message + 1].to == event.to, messages[message + 1] != event else {
        return nil
      }
      flow.steps[step].messages.swapAt(message, message + 1)
      result = finding("moved", "step \(number): \(event.to) ")
    case .move:
      let other = any(flow.steps.count)
      if other == step || flow.steps[step].messages.count < 2 { return nil }
      flow.steps[step].messages.remove(at: message)
      flow.steps[other].messages.append(event)
      result = finding("moved", "\(here): to step \(flow.steps[other].number)")
    case .redirect:
      flow.steps[step].messages[message].to = "Z"
      result = finding("moved", "step \(number): Z \(event.name): from \(event.to)")
    case .removeFlow:
      if transcript.flows.count(where: { $0.file == flow.file }) < 2 { return nil }
      transcript.flows.remove(at: place)
      return (transcript, "removed \(file), \(name): the flow, with ")
    }
    transcript.flows[place] = flow
    return (transcript, result)
  }

  /// Both ways, an edit has the same number of findings of the opposite kinds.
  @Test func theOtherWayRound() throws {
    var random = SameNumbers(seed: 61)
    for _ in 0..<60 {
      let edit = Edit.allCases[Int(random.next(UInt64(Edit.allCases.count)))]
      guard let (edited, _) = Self.edited(edit, &random) else { continue }
      let (there, back) = (Written.differences(Self.transcript, edited), Written.differences(edited, Self.transcript))
      #expect(there.count == back.count)
      #expect(there.first?.hasPrefix("added") == back.first?.hasPrefix("removed"))
    }
  }

  // MARK: Size

  /// Steps, with a few of them different.
  private func long(_ count: Int, except: Int? = nil) -> WrittenTranscript {
    let steps = (1...count).map { number in
      WrittenStep(
        number: number,
        messages: ["A", "B"].map { party in
          WrittenMessage(
            from: nil, to: party, name: "Event",
            attributes: [
              WrittenAttribute("ConnID", "\(number / 5)"), WrittenAttribute("X", number == except ? "y" : "x"),
            ])
        })
    }
    return WrittenTranscript(flows: [WrittenFlow(name: "main", steps: steps)], hasActions: false)
  }

  @Test func aLongFlow() {
    let found = Written.differences(long(5_000), long(5_000, except: 2_500))
    #expect(found == ["A", "B"].map { "changed main, step 2500: \($0) Event: X x y" })
  }

  /// The limits are there: this takes far too long, or too much memory, without them.
  @Test func aLongStepInAnotherOrder() {
    func step(_ numbers: [Int]) -> WrittenTranscript {
      let messages = numbers.map {
        WrittenMessage(from: nil, to: "A", name: "Event", attributes: [WrittenAttribute("X", "\($0)")])
      }
      return WrittenTranscript(
        flows: [WrittenFlow(name: "main", steps: [WrittenStep(number: 1, messages: messages)])], hasActions: false)
    }
    let count = 4_000
    let reversed = Written.differences(step(Array(1...count)), step((1...count).reversed()))
    #expect(reversed.count == count - 1)
    #expect(reversed.allSatisfy { $0.hasPrefix("moved main, step 1: A Event: ") })
    let others = Written.differences(step(Array(1...count)), step(Array((count + 1)...(2 * count))))
    #expect(others.count == count)
    #expect(others[0] == "changed main, step 1: A Event: X 1 4001")
  }

  /// What is at the limit is weighed; what is beyond it is paired in order.
  @Test func theLimitOfWeighing() throws {
    #expect(MessagePairing.limit == 2_500 && StepPairing.limit == 2_500 && SequenceAlignment.mostEdits == 200)
    func lines(_ count: Int, _ value: (Int) -> String) -> [String] {
      (0..<count).map { "main 1 A Event x=\($0) y=\(value($0))" }
    }
    // At the limit, each message finds the one with the same x, although all are in the opposite order.
    let near = try Written.differences(lines(50) { _ in "1" }, lines(50) { _ in "2" }.reversed())
    #expect(near.count == 50 && near.allSatisfy { $0.hasSuffix(": y 1 2") })
    let far = try Written.differences(lines(51) { _ in "1" }, lines(51) { _ in "2" }.reversed())
    #expect(far.count == 51 && far[0] == "changed main, step 1: A Event: x 0 50, y 1 2")
  }
}
