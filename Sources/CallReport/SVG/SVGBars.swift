import CallModel
import CallScenario

/// The bars on the lifelines of a flow: what a party does in a call, and how long.
///
/// A party in several calls has a bar for each, side by side.
struct SVGBars {
  var calls: LadderCalls
  private let layout: SVGLayout
  /// The open bars of each party, from left to right.
  private var open: [[Bar?]]
  /// For each message, in order: how many bars its arrow ends right of the lifeline.
  private var ends: [UInt8] = []

  private struct Bar {
    let call: String
    let part: LadderCalls.Part
    let top: Int
  }

  /// The distance of two bars of one party.
  private static let pitch = 9
  /// More bars lie over each other.
  private static let mostSlots = 6
  private static let noBar = UInt8.max

  init(_ layout: SVGLayout, _ calls: LadderCalls) {
    (self.layout, self.calls) = (layout, calls)
    open = Array(repeating: [], count: layout.names.count - 1)
  }

  /// Begins the bars of what the parties do already.
  mutating func begin(at top: Int) {
    for party in open.indices { begin(party, calls.places(of: party), top) }
  }

  /// Takes account of a message whose arrow is at `y`, and draws the bars that end there.
  mutating func follow(_ message: Message, y: Int, _ text: inout TextBuffer) {
    guard message.from == nil, let call = message.connID else {
      return ends.append(end(open[message.to].lastIndex { $0 != nil }))
    }
    let before = open[message.to].firstIndex { $0?.call == call }
    calls.follow(message, in: call)
    let places = calls.places(of: message.to)
    for slot in open[message.to].indices {
      guard let bar = open[message.to][slot] else { continue }
      if places.contains(where: { $0.part == bar.part && $0.call == bar.call }) { continue }
      draw(bar, message.to, slot, to: y, &text)
      open[message.to][slot] = nil
    }
    begin(message.to, places, y)
    ends.append(end(open[message.to].firstIndex { $0?.call == call } ?? before))
  }

  /// Takes account of an entry of a flow that is not shown.
  mutating func pass(_ entry: Transcript.Entry) {
    calls.follow(entry)
  }

  /// Draws the bars that go on to the end of the flow.
  mutating func finish(at end: Int, _ text: inout TextBuffer) {
    for party in open.indices {
      for (slot, bar) in open[party].enumerated() { if let bar { draw(bar, party, slot, to: end, &text) } }
    }
  }

  private mutating func begin(_ party: Int, _ places: [LadderCalls.Place], _ top: Int) {
    for place in places where !open[party].contains(where: { $0?.call == place.call }) {
      let bar = Bar(call: place.call, part: place.part, top: top)
      if let free = open[party].firstIndex(where: { $0 == nil }) {
        open[party][free] = bar
      } else {
        open[party].append(bar)
      }
    }
  }

  private func end(_ slot: Int?) -> UInt8 { slot.map { UInt8(min($0, Self.mostSlots)) } ?? Self.noBar }

  /// Where an arrow to the lifeline at `place` ends, if it is that of the flow's message with this index.
  func tip(_ index: Int, at place: Int, isFromLeft: Bool) -> Int {
    let end = ends[index]
    if end == Self.noBar { return place + (isFromLeft ? -2 : 2) }
    return isFromLeft ? place - 6 : place + Int(end) * Self.pitch + 6
  }

  private func draw(_ bar: Bar, _ party: Int, _ slot: Int, to end: Int, _ text: inout TextBuffer) {
    guard let place = layout.place(of: party), end > bar.top else { return }
    let color = SVGStyle.color(of: bar.call)
    text.add("<rect class=\"")
    text.add(bar.part.letter)
    text.add(" c")
    text.add(color)
    if bar.part == .held {
      text.add("\" fill=\"url(#held")
      text.add(color)
      text.add(")")
    }
    text.add("\" x=\"")
    text.add(place - 4 + min(slot, Self.mostSlots) * Self.pitch)
    text.add("\" y=\"")
    text.add(bar.top)
    text.add("\" width=\"8\" height=\"")
    text.add(end - bar.top)
    text.add("\" rx=\"2\">")
    text.add("<title>")
    text.add(text: layout.names[party])
    text.add(bar.part.words)
    text.add(text: bar.call)
    text.add("</title></rect>\n")
  }
}

extension LadderCalls.Part {
  /// The class of a bar.
  var letter: StaticString {
    switch self {
    case .talking: "t"
    case .ringing: "r"
    case .waiting: "w"
    case .held: "h"
    }
  }

  /// What stands between the party and the call.
  fileprivate var words: StaticString {
    switch self {
    case .talking: " talks, call "
    case .ringing: " rings, call "
    case .waiting: " dials or waits, call "
    case .held: " holds, call "
    }
  }
}
