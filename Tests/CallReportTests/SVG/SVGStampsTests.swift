@testable import CallScenario
import Testing

@testable import CallReport

@Suite struct SVGStampsTests {
  /// Rows that look alike have one stamp, and others have others, however many there are.
  @Test func rowsThatLookAlikeHaveOneStamp() {
    let diagram = SequenceDiagram(Transcript.calls.scenario, attributes: .listed)
    var stamps = SVGStamps(diagram, SVGLayout(diagram, Transcript.calls.flows))
    let first = stamps.stamp(of: .action(actor: 0, isRequest: true))
    #expect(stamps.stamp(of: .action(actor: 0, isRequest: true)) == first)
    #expect(!stamps.stamp(of: .action(actor: 0, isRequest: false)).overlaps(first))
    #expect(!stamps.stamp(of: .wait).overlaps(first) && stamps.stamp(of: .wait) != stamps.stamp(of: .reason))
    let place = stamps.place
    let widths = (0..<600).map { stamps.stamp(of: .mark(width: $0, lines: 1)) }
    #expect(Set(widths).count == 600)
    // One that has made room is spelled again.
    #expect(stamps.stamp(of: .mark(width: 0, lines: 1)) != widths[0])
    stamps.remove(from: place)
    #expect(stamps.place.pieces == place.pieces && stamps.place.texts == place.texts)
    #expect(stamps.stamp(of: .mark(width: 599, lines: 1)).lowerBound == place.pieces)
  }
}
