import CallModel
import CallScenario

/// The bars on the lifelines of a flow: what a party does in a call, and how long.
///
/// A party in several calls has a bar for each, side by side.
struct SVGBars {
  private(set) var calls: LadderCalls
  /// The open bars of each party, from left to right.
  private var open: [[OpenBar?]]

  private struct OpenBar {
    let call: String
    let part: LadderCalls.Part
    let top: Int
  }

  /// More bars lie over each other.
  private static let mostSlots = 6

  init(_ calls: LadderCalls) {
    self.calls = calls
    open = Array(repeating: [], count: calls.parties)
  }

  /// Begins the bars of what the parties do already.
  mutating func begin(at top: Int) {
    for party in open.indices { begin(party, top) }
  }

  /// Takes account of a message whose arrow is at `y`, and adds the bars that end there. Returns where its arrow ends.
  mutating func follow(_ message: borrowing Message, _ call: String?, y: Int, _ bars: inout [SVGBar]) -> Tip {
    let party = message.to
    guard message.from == nil, let call else { return Tip(open[party].lastIndex { $0 != nil }) }
    let before = slot(of: call, at: party)
    guard calls.follow(message, in: call) else { return Tip(before) }
    for slot in open[party].indices {
      guard let bar = open[party][slot], !calls.contains(bar.call, bar.part, at: party) else { continue }
      add(bar, party, slot, end: y, to: &bars)
      open[party][slot] = nil
    }
    begin(party, y)
    return Tip(slot(of: call, at: party) ?? before)
  }

  /// Adds the bars that go on to the end of the flow.
  mutating func finish(at end: Int, _ bars: inout [SVGBar]) {
    for party in open.indices {
      for (slot, bar) in open[party].enumerated() { if let bar { add(bar, party, slot, end: end, to: &bars) } }
    }
  }

  private func add(_ bar: OpenBar, _ party: Int, _ slot: Int, end: Int, to bars: inout [SVGBar]) {
    if end <= bar.top { return }
    bars.append(
      SVGBar(
        call: bar.call, part: bar.part, party: party, slot: min(slot, Self.mostSlots), top: bar.top, end: end))
  }

  private func slot(of call: String, at party: Int) -> Int? { open[party].firstIndex { $0?.call == call } }

  private mutating func begin(_ party: Int, _ top: Int) {
    for place in calls.places(of: party) where slot(of: place.call, at: party) == nil {
      let bar = OpenBar(call: place.call, part: place.part, top: top)
      if let free = open[party].firstIndex(where: { $0 == nil }) {
        open[party][free] = bar
      } else {
        open[party].append(bar)
      }
    }
  }
}

extension SVGBars {
  /// Where the arrow of a message ends: at the lifeline, or right of some of its party's bars.
  struct Tip {
    private let slot: UInt8

    private static let noBar = UInt8.max

    init(_ slot: Int?) { self.slot = slot.map { UInt8(min($0, mostSlots)) } ?? Self.noBar }

    /// The end of the arrow to the lifeline at `place`.
    func place(at place: Int, isFromLeft: Bool) -> Int {
      if slot == Self.noBar { return place + (isFromLeft ? -2 : 2) }
      return isFromLeft ? place - 6 : place + Int(slot) * SVGBar.pitch + 6
    }
  }
}

/// A bar, from its top to its end below the top of the flow's first row.
struct SVGBar {
  let call: String
  let part: LadderCalls.Part
  let party: Int
  /// How many bars are left of it.
  let slot: Int
  let top: Int
  let end: Int

  /// The distance of two bars of one party.
  static let pitch = 9
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
  var words: StaticString {
    switch self {
    case .talking: " talks, call "
    case .ringing: " rings, call "
    case .waiting: " dials or waits, call "
    case .held: " holds, call "
    }
  }
}
