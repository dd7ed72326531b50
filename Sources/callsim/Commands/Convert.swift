import CallCheck
import CallLog
import CallModel
import CallReport
import CallScenario

/// `callsim convert`: a call of a captured log as a scenario.
struct ConvertCommand: Command {
  static let name = "convert"
  static let operands = "[OPTION…] --call CONNID LOG…"
  static let summary = "print a call of a captured log as a scenario"
  static let options = [
    Arguments.Option("--call", "CONNID", "the call, as the log writes it"),
    CheckCommand.presence, CheckCommand.profile,
    Arguments.Option("-o", "FILE", "write the scenario there instead of standard output"),
  ]
  static let about = """
    Prints a scenario that does what a call of a log did, with the calls that are
    joined to it. What callsim check would infer are its actions, and what the log
    has are its expectations: callsim test passes the scenario if the call models
    allow the call, and shows what is wrong if they do not. Parties are called A, B
    and so on, with their numbers behind dn=, and those that no event names X1, X2
    and so on. Calls are numbered from 1. What was set on a DN before the call
    comes first.
    """
  static let notes = """
    Exits with 1 and a sentence for a call that began before the log: what had
    happened in it is not known. Several LOGs are one log; - is standard input.
    """
  static let examples = ["callsim convert srv.log --call 006c02462a161006 -o call.scenario"]
  static let completion = Completion.files

  private let paths: [String]
  private let call: String
  private let terms: LogJudgement.Terms
  private let profileName: String
  private let output: String?

  init(_ arguments: Arguments) throws(Failure) {
    if arguments.operands.isEmpty {
      throw Failure(.badInput, "no LOG is given", suggestion: "\(Self.usage); see callsim help \(Self.name)")
    }
    guard let call = arguments.text("--call") else {
      throw Failure(
        .badInput, "no call is given",
        suggestion: "name it with --call CONNID; callsim check names the calls in which it finds something")
    }
    paths = arguments.operands
    self.call = call
    terms = try arguments.judgementTerms()
    profileName = try arguments.profile().name
    output = arguments.text("-o")
  }

  func perform(_ console: inout Console) throws(Failure) {
    let logs = LogFiles(paths, &console)
    if logs.files.isEmpty { return }
    if let output { try logs.refuse(output: output) }
    var judgement = LogJudgement(terms)
    judgement.keep(call: call)
    for (index, file) in logs.files.enumerated() {
      console.progress("\(index) of \(logs.files.count) logs")
      judgement.beginFile(file.path.folderAndName.name)
      try LogFiles.read(file, &console) { (bytes, _) throws(Failure) in _ = judgement.read(bytes.span) }
    }
    _ = judgement.finish()
    let words = judgement.words(files: logs.files.map { $0.path.folderAndName.name })
    switch judgement.keptCall {
    case .explained(let explanation): try print(CapturedCall(explanation, words, profileName: profileName), &console)
    case .unexplained:
      console.raise(.findings)
      console.note("call \(call.shown) cannot be converted: no action explains its first event")
    case .refused:
      console.raise(.findings)
      console.note("call \(call.shown) cannot be converted: only EventErrors name it: all of its requests were refused")
    case .setAside:
      console.raise(.findings)
      console.note("call \(call.shown) cannot be converted: it, or a call that is joined to it, began before the log")
    case .several:
      throw Failure(
        .badInput, "several flows have a call \(call.shown)",
        suggestion: "print one of them alone: callsim run --flow NAME --whole, in the format of the log")
    case .unknown(let others):
      let calls = others.map(words.call)
      throw Failure(
        .badInput, "no event that is judged names the call \(call.shown)",
        suggestion: calls.isEmpty
          ? "the log has no calls" : "give one of the calls of the log, such as \(calls.joined(by: "or"))")
    }
  }

  private func print(_ call: CapturedCall, _ console: inout Console) throws(Failure) {
    let text: [UInt8]
    let differs: Bool
    do {
      text = try call.text()
      differs = try !Scenario(parsing: text, path: "call").replay(.toCompare).differences().isEmpty
    } catch {
      throw .internalError("the scenario of call \(self.call.shown) cannot be played: \(error)")
    }
    if !call.isPossible || differs && call.isAllowed {
      throw .internalError("the scenario of call \(self.call.shown) does not pass")
    }
    if let output { try console.redirect(to: output) }
    try console.print(text)
  }
}
