import CallModel
import CallReport

/// `callsim bench`: measures how fast the rules are, and what else takes its time.
struct BenchCommand: Command {
  static let name = "bench"
  static let operands = "[OPTION…]"
  static let summary = "measure how many events per second the rules produce"
  static let options = [
    Arguments.Option(
      "--flow", "FLOW", completion: .words(Flow.allCases.map(\.rawValue)),
      "acd: a call to an ACD group, diverted, answered and released (the default); transfer: a call that is answered, "
        + "transferred after a consultation, released; hold: a party holds and retrieves, again and again; "
        + "ivr-conference, interaction-conference, recording: a flow of another server, whose messages are counted"),
    Arguments.Option("--parties", "N", "the parties of each call of hold, 2 to 8 (2)"),
    Arguments.Option("--events", "N", "produce at least N events (10000000)"),
    Arguments.Option(
      "--output", "none|jsonl",
      "only count the events (the default), or write them to standard output and the figures to standard error; jsonl "
        + "works with acd, transfer and hold"),
    Arguments.Option(
      "--format", "FORMAT", completion: .words(Format.allCases.map(\.rawValue)),
      "measure this format of run instead: a transcript with N events is printed, and its bytes are counted"),
    Arguments.Option(
      "--check",
      "measure check instead: a T-Server's log of N events is read and judged; works with acd and transfer"),
    Arguments.Option("--times", "N", "print the transcript of --format, or judge the log of --check, N times (1)"),
  ]
  static let about = """
    Drives a call flow through the rules, with 1,024 calls in flight, and prints its
    figures as a line of JSON:
      {"flow":"acd","output":"none","events":…,"seconds":…,"eventsPerSecond":…}
    With --format, nothing is driven while a transcript is printed:
      {"format":"csv","events":…,"bytes":…,"seconds":…,"eventsPerSecond":…}
    With --check, the log is in memory before it is read, each time as a new one:
      {"check":"acd","events":…,"bytes":…,"findings":…,"seconds":…,…}
    """
  static let examples = [
    "callsim bench --output jsonl > /dev/null", "callsim bench --format csv --events 100000",
    "callsim bench --check --events 100000",
  ]

  enum Flow: String, CaseIterable {
    case acd, transfer, hold
    case ivrConference = "ivr-conference"
    case interactionConference = "interaction-conference"
    case recording

    var isOfTServer: Bool { self == .acd || self == .transfer || self == .hold }
  }
  enum Form: String, CaseIterable { case none, jsonl }

  let flow: Flow
  let parties: Int
  let events: Int
  let output: Form
  /// What is measured instead of the rules.
  private let format: FormatBench?
  private let check: LogBench?

  init(_ arguments: Arguments) throws(Failure) {
    try arguments.limitOperands(to: 0, Self.usage)
    flow = try arguments.choice("--flow") ?? .acd
    format = try Self.format(arguments)
    check = try Self.check(arguments, flow)
    events = try arguments.number("--events", 1...1_000_000_000_000) ?? 10_000_000
    output = try arguments.choice("--output") ?? Form.none
    if output == .jsonl, !flow.isOfTServer {
      throw Failure(
        .badInput, "--output jsonl works only with the flows acd, transfer and hold",
        suggestion: "leave it out to count the messages")
    }
    if arguments.has("--parties"), flow != .hold {
      throw Failure(
        .badInput, "--parties works only with the flow hold", suggestion: "leave it out, or give --flow hold")
    }
    parties = try arguments.number("--parties", 2...Call.limit) ?? 2
  }

  /// What `--format` measures; nil if it is not given.
  private static func format(_ arguments: Arguments) throws(Failure) -> FormatBench? {
    guard let format = try arguments.choice("--format", of: Format.self) else {
      if !arguments.has("--times") || arguments.has("--check") { return nil }
      throw Failure(
        .badInput, "--times works only with --format and --check", suggestion: "leave it out, or give one of them")
    }
    if let other = ["--flow", "--parties", "--output"].first(where: arguments.has) {
      throw Failure(
        .badInput, "\(other) does not apply to --format, which prints one call over and over",
        suggestion: "leave out \(other) or --format")
    }
    return FormatBench(
      format: format, events: try arguments.number("--events", 1...10_000_000) ?? 100_000,
      times: try arguments.number("--times", 1...1_000_000) ?? 1)
  }

  /// What `--check` measures; nil if it is not given.
  private static func check(_ arguments: Arguments, _ flow: Flow) throws(Failure) -> LogBench? {
    guard arguments.has("--check") else { return nil }
    if let other = ["--format", "--parties", "--output"].first(where: arguments.has) {
      throw Failure(
        .badInput, "\(other) does not apply to --check, which prints nothing but its figures",
        suggestion: "leave out \(other) or --check")
    }
    if flow != .acd, flow != .transfer {
      throw Failure(
        .badInput, "--check works only with the flows acd and transfer", suggestion: "give one of them, or neither")
    }
    return LogBench(
      flow: flow, events: try arguments.number("--events", 1...1_000_000) ?? 100_000,
      times: try arguments.number("--times", 1...1_000_000) ?? 1)
  }

  func perform(_ console: inout Console) throws(Failure) {
    if let check { return try console.print(check.figures()) }
    if let format { return try console.print(format.figures()) }
    switch flow {
    case .acd, .transfer, .hold: try drive(&console)
    case .ivrConference: try count(MessageTraffic.ivrConference(), &console)
    case .interactionConference: try count(MessageTraffic.interactionConference(), &console)
    case .recording: try count(MessageTraffic.recording(), &console)
    }
  }

  private func drive(_ console: inout Console) throws(Failure) {
    var traffic: Traffic
    do throws(Refusal) { traffic = try Traffic(flow, parties: parties) } catch { throw Self.refused(error) }
    let start = Platform.seconds()
    switch output {
    case .none: try run(&traffic)
    case .jsonl: try write(&traffic, &console)
    }
    try tell(traffic.events, since: start, &console)
  }

  private func count<State: MessageEngine>(_ traffic: consuming MessageTraffic<State>?, _ console: inout Console)
    throws(Failure)
  {
    guard var traffic = consume traffic else { throw .internalError("a server has no room for the bench") }
    let start = Platform.seconds()
    try traffic.run(events)
    try tell(traffic.messages, since: start, &console)
  }

  private func tell(_ events: Int, since start: Double, _ console: inout Console) throws(Failure) {
    let seconds = max(Platform.seconds() - start, 1e-9)
    let microseconds = Double(Int(seconds * 1e6)) / 1e6
    let line =
      "{\"flow\":\"\(flow.rawValue)\",\"output\":\"\(output.rawValue)\",\"events\":\(events),"
      + "\"seconds\":\(microseconds),\"eventsPerSecond\":\(Int(Double(events) / seconds))}\n"
    if output == .none { try console.print(line) } else { console.figures(line) }
  }

  private static let batch = 100

  private func run(_ traffic: inout Traffic) throws(Failure) {
    _ = try [Exchange.Event](capacity: Self.batch + Exchange.eventLimit) { (room) throws(Failure) in
      while traffic.events < events {
        room.removeAll()
        try step(&traffic, &room, until: min(Self.batch, events - traffic.events))
      }
    }
  }

  private func write(_ traffic: inout Traffic, _ console: inout Console) throws(Failure) {
    _ = try [Exchange.Event](capacity: Self.batch + Exchange.eventLimit) { (room) throws(Failure) in
      var writer = EventWriter(names: traffic.names)
      while traffic.events < events {
        if room.count >= Self.batch { room.removeAll() }
        let known = room.count
        try step(&traffic, &room)
        for index in known..<room.count { writer.write(room[index], step: traffic.actions) }
        guard writer.count >= 1 << 18 else { continue }
        try writer.print(on: &console)
      }
      try writer.print(on: &console)
    }
  }

  private func step(_ traffic: inout Traffic, _ buffer: inout OutputSpan<Exchange.Event>, until full: Int = 0)
    throws(Failure)
  {
    do throws(Refusal) { try traffic.step(into: &buffer, until: full) } catch { throw Self.refused(error) }
  }

  private static func refused(_ refusal: Refusal) -> Failure {
    .internalError("the bench's flow was refused: \(refusal)")
  }
}
