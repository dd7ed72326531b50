@testable import CallModel
@testable import CallReport
@testable import CallScenario

/// A transcript built by hand from short texts.
///
/// `[.step("A TMakeCall B", ["A EventDialing ThisDN=A [CallType=Internal]"]), .mark("*")]`.
struct Sample {
  var title = "A sample"
  var source: String?
  var server = "t-server"
  var profile: ProfileStatement?
  var parties: [Scenario.Party]
  var rule: RuleReference? = RuleReference(name: "The rule", source: "The chapter, the row", verbs: [])

  enum Entry {
    case step(String, [String], refused: String? = nil)
    case mark(String)
  }

  /// Parties as in a file: `A extension group=Q`.
  init(_ title: String = "A sample", source: String? = nil, parties: [String]) {
    self.title = title
    self.source = source
    self.parties = parties.map { text in
      let words = text.split(separator: " ").map(String.init)
      let options = words.dropFirst(2).map { Option($0) }
      return Scenario.Party(
        name: words[0], dn: options.first { $0.key == "dn" }?.value ?? words[0],
        kinds: [.init(name: words[1], makesRequests: true, options: [])], options: options,
        position: .nowhere)
    }
  }

  func transcript(_ main: [Entry], after flows: [(mark: String, name: String, from: Int, entries: [Entry])] = [])
    -> Transcript
  {
    var all = [Transcript.Flow(name: "main", mark: nil, entries: entries(main, after: 0))]
    for flow in flows {
      all.append(Transcript.Flow(name: flow.name, mark: flow.mark, entries: entries(flow.entries, after: flow.from)))
    }
    return Transcript(scenario: scenario, flows: all)
  }

  var scenario: Scenario {
    let dns = ["ThisDN", "ThisQueue", "OtherDN", "ThirdPartyDN", "ThirdPartyQueue"]
    let vocabulary = Vocabulary(
      server: server, kinds: [], verbs: [], messages: [], attributes: dns.map { .init(name: $0, values: .dn) },
      profiles: [],
      profileOptions: [],
      hasSenders: server != "t-server")
    return Scenario(
      path: "sample.scenario", title: title, source: source, vocabulary: vocabulary, servers: [vocabulary],
      profile: profile,
      parties: parties, flows: [])
  }

  private func entries(_ entries: [Entry], after number: Int) -> [Transcript.Entry] {
    var number = number
    return entries.map { entry in
      switch entry {
      case .mark(let name): return .mark(name)
      case .step(let action, let messages, let refusal):
        number += 1
        return .step(
          Transcript.Step(
            number: number, action: self.action(action), messages: messages.map(message),
            rules: [rule].compactMap(\.self), refusal: refusal,
            defaults: [.init(name: "ConnID", value: "1", isListed: true)]))
      }
    }
  }

  func action(_ text: String) -> ActionStatement {
    var words = text.split(separator: " ").map(String.init)
    var options: [Option] = []
    while let last = words.last, last.contains("=") {
      options.insert(Option(last), at: 0)
      words.removeLast()
    }
    var on: String?
    if let place = words.firstIndex(of: "on") {
      on = words[place + 1]
      words.removeSubrange(place...)
    }
    return ActionStatement(
      actor: party(words[0]), target: words.count > 2 ? party(words[2]) : nil,
      verb: .init(name: words[1], target: .optional, isRequest: words[1].hasPrefix("T"), options: []), on: on,
      options: options,
      expectation: .messages([], isOpen: false), position: .nowhere, targetPosition: .nowhere, onPosition: .nowhere)
  }

  /// `A EventDialing ThisDN=A [CallType=Internal]`: brackets mark unlisted attributes; `_` in a value is a blank.
  func message(_ text: String) -> Message {
    let words = text.split(separator: " ").map(String.init)
    var from: Int?
    var attributes: [Message.Attribute] = []
    for word in words.dropFirst(2) {
      let isListed = !word.hasPrefix("[")
      let option = Option(isListed ? word : String(word.dropFirst().dropLast()))
      if option.key == "from" {
        from = party(option.value)
      } else {
        attributes.append(.init(name: option.key, value: option.value, isListed: isListed))
      }
    }
    return Message(
      from: from, to: party(words[0]), name: words[1], attributes: attributes, rule: rule.map { _ in 0 })
  }

  func party(_ name: String) -> Int {
    parties.firstIndex { $0.name == name }!
  }
}

extension Option {
  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let value = String(parts[1].map { $0 == "_" ? " " : $0 })
    self.init(key: parts[0], value: value, position: .nowhere, valuePosition: .nowhere)
  }
}

extension Position {
  static let nowhere = Position(line: 1, column: 1)
}

// MARK: - The manual's flows

extension Transcript {
  /// Connection-Establishing Phase (Internal/Inbound Call to ACD), with its interruptions.
  static let acd = Sample(
    "Internal or inbound call to an ACD group",
    source: "Basic Call Models, Connection-Establishing Phase (Internal/Inbound Call to ACD)",
    parties: ["A extension", "B acd-group", "C extension"]
  ).transcript(
    [
      .step(
        "A TMakeCall B",
        [
          "A EventDialing ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=B OtherDNRole=Destination [CallType=Internal]",
          "B EventQueued ConnID=1 ThisDN=B ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination [CallType=Internal]",
        ]),
      .mark("*"),
      .step(
        "B divert C",
        [
          "B EventDiverted ConnID=1 ThisDN=B ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination ThirdPartyDN=C"
            + " ThirdPartyDNRole=Destination [CallType=Internal]"
        ]),
      .mark("**"),
      .step(
        "C ring",
        [
          "C EventRinging ConnID=1 ThisDN=C ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination CallState=OK"
            + " [CallType=Internal]"
        ]),
      .mark("***"),
      .step(
        "C TAnswerCall",
        [
          "A EventEstablished ConnID=1 ThisDN=A ThisDNRole=Origination OtherDN=C OtherDNRole=Destination [CallType=Internal]",
          "C EventEstablished ConnID=1 ThisDN=C ThisQueue=B ThisDNRole=Destination OtherDN=A OtherDNRole=Origination [CallType=Internal]",
        ]),
    ],
    after: [
      (
        "*", "*", 1,
        [
          .step(
            "A TReleaseCall",
            [
              "A EventReleased ConnID=1 ThisDN=A [ThisDNRole=Origination] OtherDN=B CallState=OK",
              "B EventAbandoned ConnID=1 ThisDN=B OtherDN=A CallState=OK",
            ])
        ]
      ),
      ("**", "abandoned", 2, [.step("A TReleaseCall", ["A EventReleased ConnID=1 ThisDN=A OtherDN=B CallState=OK"])]),
    ])
}
