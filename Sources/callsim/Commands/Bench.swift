import CallModel
import CallReport

/// `callsim bench`: how fast the rules are.
struct BenchCommand: Command {
  static let name = "bench"
  static let operands = "[OPTION…]"
  static let summary = "measure how many events a second the rules produce"
  static let options = [Arguments.Option("--flow", "acd"), Arguments.Option("--events", "N"), Arguments.Option("--output", "none|jsonl")]
  static let help = """
    Drives a call flow through the rules, with 1,024 calls in flight, and prints its
    figures as a line of JSON:
    {"flow":"acd","output":"none","events":…,"seconds":…,"eventsPerSecond":…}

      --flow acd           a call to an ACD group, diverted, answered and
                           released; so far the only flow
      --events N           at least so many events (10000000)
      --output none|jsonl  count them only (the default), or write them to standard
                           output, and the figures to standard error

    Example:
      callsim bench --output jsonl > /dev/null
    """

  enum Flow: String { case acd }
  enum Form: String { case none, jsonl }

  let flow: Flow
  let events: Int
  let output: Form

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 0, Self.usage)
    flow = try arguments.choice("--flow", ["acd": Flow.acd]) ?? .acd
    events = try arguments.number("--events", 1...1_000_000_000_000) ?? 10_000_000
    output = try arguments.choice("--output", ["none": Form.none, "jsonl": .jsonl]) ?? .none
  }

  func perform(_ console: inout Console) throws(Failure) {
    guard var traffic = Traffic() else { throw .ourBug("an exchange has no room for the bench") }
    let start = Platform.seconds()
    switch output {
    case .none: try run(&traffic)
    case .jsonl: try write(&traffic, &console)
    }
    let seconds = max(Platform.seconds() - start, 1e-9)
    let microseconds = Double(Int(seconds * 1e6)) / 1e6
    let line =
      "{\"flow\":\"\(flow.rawValue)\",\"output\":\"\(output.rawValue)\",\"events\":\(traffic.events),\"seconds\":\(microseconds),"
      + "\"eventsPerSecond\":\(Int(Double(traffic.events) / seconds))}\n"
    if output == .none { try console.print(line) } else { console.figures(line) }
  }

  private func run(_ traffic: inout Traffic) throws(Failure) {
    var buffer: [Event] = []
    buffer.reserveCapacity(128)
    while traffic.events < events {
      buffer.removeAll(keepingCapacity: true)
      try step(&traffic, &buffer, until: min(100, events - traffic.events))
    }
  }

  private func write(_ traffic: inout Traffic, _ console: inout Console) throws(Failure) {
    var buffer: [Event] = []
    buffer.reserveCapacity(128)
    var line = EventLine(names: traffic.names)
    while traffic.events < events {
      if buffer.count > 100 { buffer.removeAll(keepingCapacity: true) }
      let known = buffer.count
      try step(&traffic, &buffer)
      for index in known..<buffer.count { line.write(buffer[index], step: traffic.actions) }
      guard line.count >= 1 << 18 else { continue }
      try line.print(on: &console)
    }
    try line.print(on: &console)
  }

  private func step(_ traffic: inout Traffic, _ buffer: inout [Event], until full: Int = 0) throws(Failure) {
    do throws(Refusal<Exchange>) { try traffic.step(into: &buffer, until: full) } catch {
      throw .ourBug("the bench's flow was refused: \(error)")
    }
  }
}

/// Many calls at a time through one switch, each a step further when its turn comes, in a fixed pseudo-random order.
struct Traffic: ~Copyable {
  private static let calls = 1_024
  private static let groups = 8

  private(set) var events = 0
  private(set) var actions = 0
  /// Of the DNs, by their number; nobody's is empty.
  private(set) var names = [""]
  private var model = Switch(calls: calls)
  private var lanes: [Lane] = []
  private var random: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// One call after the other: who takes part, how far the present one is, and its ConnID.
  private struct Lane {
    /// Nobody, the caller, the group, the agent.
    let parties: InlineArray<4, DN>
    var step = 0
    var call = ConnID.none

    /// In place: the array of lanes is then asked once whether it is shared.
    @inline(__always)
    mutating func advance(along steps: [Step], in model: inout Switch, into buffer: inout [Event]) throws(Refusal<Exchange>) {
      let next = steps[step]
      let action = Action(next.verb, by: parties[next.actor], to: parties[next.target], on: next.namesCall ? call : .none)
      call = try model.apply(action, into: &buffer).connID
      step = step &+ 1 == steps.count ? 0 : step &+ 1
    }
  }

  /// An action of the flow; actor and target are places in the lane.
  private struct Step {
    let verb: Verb
    let actor: Int
    var target = 0
    /// A group is in many calls: it says which one.
    var namesCall = false

    static let acd = [
      Step(verb: .makeCall, actor: 1, target: 2), Step(verb: .divert, actor: 2, target: 3, namesCall: true), Step(verb: .ring, actor: 3),
      Step(verb: .answer, actor: 3), Step(verb: .release, actor: 1),
    ]
  }

  init?() {
    var groups: [DN] = []
    for number in 0..<Self.groups {
      guard let group = model.add(.acdGroup) else { return nil }
      groups.append(group)
      names.append("\(8001 + number)")
    }
    for number in 0..<Self.calls {
      guard let caller = model.add(.extension), let agent = model.add(.extension) else { return nil }
      names += ["\(10_001 + number)", "\(20_001 + number)"]
      lanes.append(Lane(parties: [.none, caller, groups[number % Self.groups], agent]))
    }
  }

  /// The next action of one of the calls, and further ones until there are so many events in the buffer.
  @inline(__always)
  mutating func step(into buffer: inout [Event], until full: Int) throws(Refusal<Exchange>) {
    let steps = Step.acd
    let before = buffer.count
    repeat {
      random ^= random &<< 13
      random ^= random &>> 7
      random ^= random &<< 17
      let number = Int(truncatingIfNeeded: random &>> 32) & (Self.calls - 1)
      try lanes[number].advance(along: steps, in: &model, into: &buffer)
      actions &+= 1
    } while buffer.count < full
    events &+= buffer.count &- before
  }
}

/// Writes events straight into lines of JSON: the same pieces as a transcript's lines, without its text in between.
private struct EventLine: ~Copyable, AttributeReader {
  private var lines = JSONLines(capacity: 1 << 19)
  /// Of the messages and, from `firstDN`, of the DNs, by their numbers.
  private let names: Names
  private static let firstDN = 1 << 8
  /// The attributes that have few values, each with each of them: the roles, and the first states of a call.
  private let wholes: Names
  private static let values = 1 << 6

  init(names: [String]) {
    self.names = Names((0...UInt8.max).map { "\(Message(rawValue: $0)?.name ?? "")" } + names)
    wholes = Names(count: Attribute.allCases.count * Self.values) { index, lines in
      let attribute = Attribute.allCases[index / Self.values]
      let value = index % Self.values
      let word = attribute == .callState ? CallState(rawValue: UInt16(value)).name : Role(rawValue: UInt8(value))?.name
      if let word { lines.attribute(attribute.name, word: word) } else { lines.attribute(attribute.name, number: UInt64(value)) }
    }
  }

  var count: Int { lines.count }

  @inline(__always)
  mutating func write(_ event: Event, step: Int) {
    lines.begin(flow: "main", step: step, to: Self.entry(event.thisDN), message: Int(event.message.rawValue), in: names)
    event.read(into: &self)
    lines.end()
  }

  mutating func print(on console: inout Console) throws(Failure) {
    try lines.withBytes { (bytes: RawSpan) throws(Failure) in try console.print(bytes) }
    lines.removeAll()
  }

  @inline(__always)
  mutating func read(_ attribute: Attribute, _ dn: DN) { lines.attribute(attribute.name, dn: Self.entry(dn), in: names) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ role: Role) { lines.attribute(Self.entry(attribute, role.rawValue), in: wholes) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ state: CallState) {
    if state.rawValue < Self.values {
      lines.attribute(Self.entry(attribute, UInt8(truncatingIfNeeded: state.rawValue)), in: wholes)
    } else {
      read(attribute, UInt64(state.rawValue))
    }
  }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ name: StaticString) { lines.attribute(attribute.name, word: name) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, _ number: UInt64) { lines.attribute(attribute.name, number: number) }
  @inline(__always)
  mutating func read(_ attribute: Attribute, uuidOf call: ConnID) {}

  @inline(__always)
  private static func entry(_ dn: DN) -> Int { firstDN + Int(dn.rawValue) }
  @inline(__always)
  private static func entry(_ attribute: Attribute, _ value: UInt8) -> Int { Int(attribute.rawValue) * values + Int(value) }
}
