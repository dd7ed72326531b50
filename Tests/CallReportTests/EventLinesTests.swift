import CallModel
import CallScenario
import Testing

@testable import CallReport

/// The two ways to a line of JSON: through the text of a transcript and, for the bench, straight from an event.
@Suite struct EventLinesTests {
  /// As `callsim bench` has it: the event's attributes go to the pieces one by one.
  private struct EventLine: ~Copyable, AttributeReader {
    var lines = JSONLines()
    let names: Names

    init(_ names: [String]) { self.names = Names(names) }

    mutating func write(_ event: Event, step: Int) {
      lines.begin(flow: "main", step: step, to: Int(event.thisDN.rawValue), in: names, message: event.message.name)
      event.read(into: &self)
      lines.end()
    }

    mutating func read(_ attribute: Attribute, _ dn: DN) {
      lines.attribute(attribute.name, dn: Int(dn.rawValue), in: names)
    }
    mutating func read(_ attribute: Attribute, _ name: StaticString) { lines.attribute(attribute.name, word: name) }
    mutating func read(_ attribute: Attribute, _ number: UInt64) { lines.attribute(attribute.name, number: number) }
    mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {}
  }

  /// The parties of both are the same, so the DNs are, which an exchange numbers from 1.
  private static let header = """
    scenario  Two calls to an ACD group
    party     10001    extension
    party     8001     acd-group
    party     20001    extension
    party     outside  external

    """

  private static let actions: [(line: String, action: Action)] = {
    let (caller, group, agent, outside) = (DN(1), DN(2), DN(3), DN(4))
    return [
      ("10001 TMakeCall 8001", .makeCall(from: caller, to: group)),
      ("8001 divert 20001", .divert(group, to: agent, on: ConnID(1))),
      ("20001 ring", .ring(agent)),
      ("20001 TAnswerCall", .answer(agent)),
      ("10001 TReleaseCall", .release(caller)),
      ("outside dial 8001", .makeCall(from: outside, to: group)),
      ("8001 divert 20001 on 2", .divert(group, to: agent, on: ConnID(2))),
      ("20001 busy CallState=SitInvalidnum", .busy(agent, .init(rawValue: 11))),
      ("outside hangUp", .release(outside, on: ConnID(2))),
    ]
  }()

  @Test func areTheSame() throws {
    let text = Self.header + Self.actions.map { $0.line + "\n    ...\n" }.joined()
    var lines = JSONLines()
    lines.append(try Scenario.parse(Array(text.utf8), path: "acd", vocabularies: Servers.vocabularies).replay())

    var model = Switch()
    for kind: Kind in [.extension, .acdGroup, .extension, .external] { #expect(model.add(kind) != nil) }
    var direct = EventLine(["", "10001", "8001", "20001", "outside"])
    for (number, (_, action)) in Self.actions.enumerated() {
      for event in try model.apply(action) { direct.write(event, step: number + 1) }
    }
    #expect(direct.lines.text == lines.text)
    #expect(lines.text.split(separator: "\n").count == 10)
  }
}
