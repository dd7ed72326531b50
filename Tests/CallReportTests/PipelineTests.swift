import CallModel
import Testing

@testable import CallReport
@testable import CallScenario

/// Takes any file from its bytes to what is printed and recorded: the result is an answer or an ordinary mistake, never
/// a trap.
@Suite(.timeLimit(.minutes(4))) struct PipelineTests {
  /// Reads, plays, prints, compares and records; returns false if the file has mistakes. What is recorded must hold.
  @discardableResult
  func play(_ bytes: [UInt8]) -> Bool {
    do throws(Mistakes) {
      let transcript = try Scenario(parsing: bytes, path: "x").replay()
      let table = Table(attributes: .all, why: true).text(transcript)
      var lines = JSONLines()
      lines.append(transcript, attributes: .all, why: true)
      let messages = transcript.flows.flatMap(\.entries).reduce(0) { count, entry in
        if case .step(let step) = entry { count + step.messages.count } else { count }
      }
      #expect(lines.bytes.count { $0 == UInt8(ascii: "\n") } == messages)
      #expect(table.utf8.last == UInt8(ascii: "\n"))
      let report = DifferenceReport(color: false)
      let failed = transcript.failedSteps()
      for step in failed {
        let (text, summary) = (report.text(step, in: transcript), report.summary(step, of: 1, in: transcript))
        #expect(text.utf8.last == UInt8(ascii: "\n") && text.split(separator: "\n").allSatisfy { $0.last != " " })
        #expect(summary.split(separator: "\n").count == 1)
      }
      let recorded = Scenario.recorded(bytes, transcript)
      if failed.isEmpty {
        #expect(recorded == bytes)
      } else {
        let again = try Scenario(parsing: recorded, path: "x").replay()
        #expect(again.differences().isEmpty && Scenario.recorded(recorded, again) == recorded)
      }
      return true
    } catch {
      #expect(
        !error.diagnostics.isEmpty && error.diagnostics.allSatisfy { $0.position.line > 0 && !$0.message.isEmpty })
      return false
    }
  }

  // MARK: Damage

  private static let files = Repository.scenarios.map { Repository.bytes(of: $0) }

  @Test(arguments: 1...8)
  func survivesDamage(_ seed: Int) {
    var random = Xorshift(seed)
    var played = 0
    for _ in 0..<150 {
      let file = Self.files[random.next(below: Self.files.count)]
      var lines = file.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(50).map(Array.init)
      for _ in 0...random.next(below: 3) { damage(&lines, &random) }
      var bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
      if random.next(below: 4) == 0 { damage(&bytes, &random) }
      if play(bytes) { played += 1 }
    }
    #expect(played > 10)
  }

  /// Damages lines like a slip of the hand: removes one, repeats one, swaps two, or replaces a word.
  private func damage(_ lines: inout [[UInt8]], _ random: inout Xorshift) {
    let (place, other) = (random.next(below: lines.count), random.next(below: lines.count))
    switch random.next(below: 6) {
    case 0: lines.remove(at: place)
    case 1: lines.insert(lines[place], at: other)
    case 2: lines.swapAt(place, other)
    default:
      let space = UInt8(ascii: " ")
      var words = lines[place].split(separator: space, omittingEmptySubsequences: false)
      let words2 = lines[other].split(separator: space)
      let solid = words.indices.filter { !words[$0].isEmpty }
      guard !solid.isEmpty, !words2.isEmpty else { return }
      words[solid[random.next(below: solid.count)]] = words2[random.next(below: words2.count)]
      lines[place] = Array(words.joined(separator: [space]))
    }
  }

  /// Damages bytes like a disk or a network.
  private func damage(_ bytes: inout [UInt8], _ random: inout Xorshift) {
    guard !bytes.isEmpty else { return }
    let place = random.next(below: bytes.count)
    switch random.next(below: 4) {
    case 0: bytes.removeLast(bytes.count - place)
    case 1: bytes[place] ^= UInt8(1 << random.next(below: 8))
    case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.next(below: 40)))
    default: bytes.insert([0, 0x0D, 0xFF, 0x22, 0x23, 0x7C][random.next(below: 6)], at: place)
    }
  }

  // MARK: Any actions

  /// Plays mostly possible actions and some impossible ones, without expectations. The recorded file must hold.
  @Test(arguments: 1...6)
  func anyActionsCanBePlayedAndRecorded(_ seed: Int) throws {
    var random = Xorshift(seed)
    let kinds = [
      "extension", "extension", "extension", "acd-group", "acd-group", "routing-point", "route-queue", "external",
      "remote",
    ]
    var text =
      "scenario Any\n"
      + (seed % 2 == 0 ? "" : "profile \(SwitchProfile.named[seed % SwitchProfile.named.count].name)\n")
    for (number, kind) in kinds.enumerated() { text += "party P\(number) \(kind)\n" }
    let scenario = try Scenario(parsing: text, path: "x")
    let server = TServerReplay(scenario, .everything)
    var exchange = server.opening.exchange
    let rulebook = TServer.rulebook()
    for _ in 0..<40 {
      let dn = server.directory.dn(random.next(below: kinds.count))
      let possible = exchange.possibleActions(of: dn, by: rulebook).filter(\.pairs.isEmpty).map(\.action)
      var action = Exchange.Action(Verb.allCases[random.next(below: Verb.allCases.count)], by: dn)
      if !possible.isEmpty, random.next(below: 5) > 0 {
        action = possible[random.next(below: possible.count)]
      } else {
        if action.verb.target != .none { action.target = server.directory.dn(random.next(below: kinds.count)) }
        // Which call is meant must be said, lest it be unclear.
        if action.verb != .makeCall { action.on = ConnID(UInt64(1 + random.next(below: 4))) }
      }
      let statement = server.directory.statement(of: action)
      if server.directory.isOutside(statement.actor), statement.verb.isRequest { continue }
      var events: [Exchange.Event] = []
      _ = try? exchange.apply(action, by: rulebook, into: &events)
      text += scenario.spelling(of: statement) + "\n    refused\n"
    }
    #expect(play(Array(text.utf8)))
  }
}

/// A random generator with the same numbers in every run.
struct Xorshift {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next(below bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state % UInt64(bound))
  }
}
