import CallModel
import CallScenario
import Testing

@testable import CallReport

/// The two ways to a line of JSON: from a transcript's texts and, as the bench does it, straight from an event.
@Suite struct EventLinesTests {
  private struct EventWriter: ~Copyable, AttributeReader {
    var lines: JSONLines

    init(_ names: [String]) { lines = JSONLines(prepared: PreparedTexts(names)) }

    mutating func write(_ event: Exchange.Event, step: Int) {
      let recipient = lines.prepared(Int(event.thisDN.rawValue))
      lines.begin(flow: "main", step: step, to: recipient, message: event.type.name)
      event.read(into: &self)
      lines.end()
    }

    mutating func read(_ attribute: Attribute, _ dn: Exchange.DN) {
      lines.attribute(attribute.name, lines.prepared(Int(dn.rawValue)))
    }
    mutating func read(_ attribute: Attribute, _ name: StaticString) { lines.attribute(attribute.name, name) }
    mutating func read(_ attribute: Attribute, _ number: UInt64) { lines.attribute(attribute.name, number) }
    mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {}
  }

  /// Both use the same parties in the same order, and so the same DNs, which an exchange numbers from 1.
  private static let header = """
    scenario  Two calls to an ACD group
    party     10001    extension
    party     8001     acd-group
    party     20001    extension
    party     outside  external

    """

  private static let actions: [(line: String, action: Action)] = {
    let (caller, group, agent, outside) = (DN("10001"), DN("8001"), DN("20001"), DN("outside"))
    return [
      ("10001 TMakeCall 8001", .makeCall(from: caller, to: group)),
      ("8001 divert 20001", .divert(group, to: agent, on: ConnID(1))),
      ("20001 ring", .ring(agent)),
      ("20001 TAnswerCall", .answer(agent)),
      ("10001 TReleaseCall", .release(caller)),
      ("outside dial 8001", .makeCall(from: outside, to: group)),
      ("8001 divert 20001 on 2", .divert(group, to: agent, on: ConnID(2))),
      ("20001 busy CallState=SitInvalidnum", .busy(agent, state: .init(rawValue: 11))),
      ("outside hangUp", .release(outside, on: ConnID(2))),
    ]
  }()

  @Test func bothWaysGiveTheSameLines() throws {
    let text = Self.header + Self.actions.map { $0.line + "\n    ...\n" }.joined()
    var lines = JSONLines()
    lines.append(try Scenario(parsing: text, path: "acd").replay())

    var model = Switch()
    let kinds: [Kind] = [.extension, .acdGroup, .extension, .external]
    for (kind, number) in zip(kinds, ["10001", "8001", "20001", "outside"]) { model.add(kind, number) }
    var direct = EventWriter([""] + model.dns.map(\.text))
    for (number, (_, action)) in Self.actions.enumerated() {
      let numbered = Exchange.Action(
        action.verb, by: try #require(model.number(of: action.actor)),
        to: action.target.flatMap { model.number(of: $0) } ?? .none, on: action.on ?? .none,
        callState: action.callState)
      _ = try [Exchange.Event](capacity: Switch.eventLimit) { room in
        try model.apply(numbered, into: &room)
        for index in 0..<room.count { direct.write(room[index], step: number + 1) }
      }
    }
    #expect(direct.lines.text == lines.text)
    #expect(lines.text.split(separator: "\n").count == 10)
  }
}
