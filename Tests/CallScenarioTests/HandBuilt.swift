@testable import CallModel
@testable import CallScenario

/// A scenario with a small made-up vocabulary, and transcripts built by hand: no server is involved.
struct HandBuilt {
  var text: String
  var scenario: Scenario

  private static let verbs = ["TMakeCall", "TX", "TY", "hold", "busy", "ring", "NewCall"].map {
    Vocabulary.Verb(
      name: $0, target: .optional, isRequest: $0.hasPrefix("T"), options: $0.hasPrefix("T") ? ["ReferenceID"] : [])
  }

  private static let messages =
    ["E", "F", "G", "H", "X", "LongerName", "NewCall", "Status", "CallStatus(Ringing)", "CallStatus(Busy)"]
    + ["Dialing", "Ringing", "Established", "Attached", "DestinationBusy", "Error"].flatMap {
      ["Event" + $0, "Event" + $0 + "X"]
    }

  private static let attributes =
    [
      "ConnID", "X", "Y", "Z", "Further", "CallType", "OtherDNRole", "ErrorCode", "ErrorMessage", "ReferenceID",
      "protocol", "p", "q",
    ].map {
      Vocabulary.Attribute(name: $0, values: .text)
    } + [
      .init(name: "ThisDN", values: .dn), .init(name: "OtherDN", values: .dn),
      .init(name: "ThisDNRole", values: .names(["Origination", "Destination", "Wrong", "Worse"])),
      .init(name: "CallState", values: .names(["OK", "Busy", "Wrong", "Worse"])),
    ]

  static let tServer = vocabulary("t-server", hasSenders: false)
  static let ivrServer = vocabulary("ivr-server", hasSenders: true)

  private static func vocabulary(_ server: String, hasSenders: Bool) -> Vocabulary {
    Vocabulary(
      server: server, kinds: [Vocabulary.Kind(name: "extension", makesRequests: true, options: [])], verbs: verbs,
      messages: messages,
      attributes: attributes, profiles: [], profileOptions: [], hasSenders: hasSenders)
  }

  init(_ text: String) {
    self.text = text
    do throws(Mistakes) {
      scenario = try Scenario.parse(
        Array(text.utf8), path: "test.scenario", vocabularies: [HandBuilt.tServer, HandBuilt.ivrServer])
    } catch {
      fatalError(error.description)
    }
  }

  private func party(_ name: String) -> Int { scenario.parties.firstIndex { $0.name == name }! }

  private static func pattern(_ text: String) -> Pattern {
    let isOptional = text.last == "?"
    let body = isOptional ? String(text.dropLast()) : text
    if body == "*" { return .any(isOptional: isOptional) }
    if body.first == "\"" {
      let value = body.dropFirst().dropLast().split(separator: "\\\"", omittingEmptySubsequences: false).joined(
        separator: "\"")
      return .oneOf(
        [value.split(separator: "\\\\", omittingEmptySubsequences: false).joined(separator: "\\")],
        isOptional: isOptional)
    }
    return .oneOf(body.split(separator: "|").map(String.init), isOptional: isOptional)
  }

  /// Splits a line into words, with quotes kept together, up to a comment.
  private static func words(_ line: some StringProtocol) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var isEscaped = false
    for character in line {
      if !isQuoted && (character == " " || character == "\t") {
        if !word.isEmpty { words.append(word) }
        word = ""
        continue
      }
      if character == "#" && word.isEmpty { break }
      if character == "\"" && !isEscaped { isQuoted.toggle() }
      isEscaped = isQuoted && character == "\\" && !isEscaped
      word.append(character)
    }
    return words + (word.isEmpty ? [] : [word])
  }

  // MARK: What was sent

  /// A transcript in which the first action sends the first list of messages, and so on.
  ///
  /// Messages are written like expectations. `~X=1` is unlisted; ConnID (`1`) and ThisDN are included unless written or
  /// `!`; and `refused REASON` means that the action was refused.
  func transcript(_ sent: [String]..., connID: String? = "1") -> Transcript { transcript(sent, connID: connID) }

  func transcript(_ sent: [[String]], connID: String? = "1") -> Transcript {
    var number = 0
    let flows = scenario.flows.map { flow in
      let entries = flow.statements.map { statement -> Transcript.Entry in
        if case .wait(let wait) = statement { return .wait(wait) }
        guard case .action(let action) = statement else { return .mark("") }
        number += 1
        let lines = number <= sent.count ? sent[number - 1] : []
        let reason = lines.first { $0.hasPrefix("refused ") }.map { String($0.dropFirst(8)) }
        let messages = lines.filter { !$0.hasPrefix("refused ") }.map { message($0, isRefusal: reason != nil) }
        let call = scenario.vocabulary.hasSenders ? nil : connID
        let defaults = call.map { [Message.Attribute(name: "ConnID", value: $0, isListed: true)] } ?? []
        return .step(
          Transcript.Step(
            number: number, action: action, messages: messages,
            rules: [RuleReference(name: "a rule", source: "a source", verbs: [])], refusal: reason, defaults: defaults))
      }
      return Transcript.Flow(name: flow.name, mark: flow.mark, entries: entries)
    }
    return Transcript(scenario: scenario, flows: flows)
  }

  private func message(_ line: String, isRefusal: Bool = false) -> Message {
    let words = HandBuilt.words(line)
    let to = party(words[0])
    var message = Message(to: to, name: words[1], attributes: [], rule: 0)
    if isRefusal && words[1] == "EventError" { (message.isRefusal, message.rule) = (true, nil) }
    for word in words.dropFirst(2) where !word.hasPrefix("!") {
      let isListed = !word.hasPrefix("~")
      let parts = (isListed ? word : String(word.dropFirst())).split(separator: "=", maxSplits: 1).map(String.init)
      guard case .oneOf(let values, _) = HandBuilt.pattern(parts[1]) else { fatalError("a message has values") }
      if parts[0] == "from" && scenario.vocabulary.hasSenders {
        message.from = party(values[0])
      } else {
        message.attributes.append(Message.Attribute(name: parts[0], value: values[0], isListed: isListed))
      }
    }
    if scenario.vocabulary.hasSenders { return message }
    for (name, value) in [("ThisDN", scenario.parties[to].dn), ("ConnID", "1")] {
      if words.contains("!" + name) || message.attributes.contains(where: { $0.name == name }) { continue }
      message.attributes.insert(Message.Attribute(name: name, value: value, isListed: true), at: 0)
    }
    return message
  }
}

extension Transcript {
  /// Every difference in one line: `8 differs EventDialing: OtherDN B, not C`.
  var report: [String] { differences().map(\.reported) }
}

extension Difference {
  fileprivate var reported: String {
    let text =
      switch kind {
      case .missing(let expected): "missing \(expected.name)"
      case .unexpected(let message): "unexpected \(message.name)"
      case .differs(let expected, _, let attributes):
        "differs \(expected.name)" + attributes.reported
      case .otherOrder(let expected, _, let attributes, let order):
        "\(expected.name) \(order.isEarly ? "before" : "after") \(order.sent.name)"
          + (order.sent == order.expected ? "" : " not \(order.expected.name)") + attributes.reported
      case .otherRecipient(let expected, let message, let attributes):
        "\(expected.name) to \(message.to)" + attributes.reported
      case .notRefused(let text): "not refused" + (text.map { ": " + $0 } ?? "")
      case .refused(let reason): "refused: " + reason
      case .otherReason(let expected, let actual): "refused not for \(expected) but: \(actual)"
      }
    return "\(position.line) " + text
  }
}

extension [AttributeDifference] {
  fileprivate var reported: String { isEmpty ? "" : ": " + map(\.reported).joined(separator: ", ") }
}

extension AttributeDifference {
  fileprivate var reported: String { "\(name) \(expected ?? "-")/\(actual ?? "-")" }
}
