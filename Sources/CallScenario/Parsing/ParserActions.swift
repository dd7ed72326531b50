extension Parser {
  /// `ACTOR VERB [TARGET] [on CONNID] [key=value …]`
  mutating func actionStatement() {
    above = .action
    let before = mistakes.total
    guard split(from: line.start), let actorToken = take(), let words else { return }
    let actor: Int?
    switch self.actor(actorToken, words) {
    case .party(let index): actor = index
    case .unknown: actor = nil
    case .noAction: return
    }
    guard let verbToken = take() else {
      return report(afterLast, "\(shown(actorToken.range)) does nothing: the verb is missing")
    }
    guard let verb = verb(verbToken, words) else { return }
    if let party = actor.map({ parties.list[$0] }) { judge(verb, verbToken, of: party, words.kinds(of: party)) }
    let here = source.position(wholeStatement, in: line)
    let (target, targetRange) = target(of: verb, verbToken)
    let (on, onRange) = on()
    let options = options(of: verb, words)
    guard mistakes.total == before, let actor, countsAction(actorToken) else { return }
    action = ActionStatement(
      actor: actor, target: target, verb: verb, on: on, options: options, expectation: .messages([], isOpen: false),
      position: here, text: source.shown(line),
      targetPosition: targetRange.map { source.position($0, in: line) } ?? here,
      onPosition: onRange.map { source.position($0, in: line) } ?? here)
  }

  private mutating func judge(
    _ verb: Vocabulary.Verb, _ token: Token, of party: Participant, _ kinds: [Vocabulary.Kind]
  ) {
    // What a party of an unknown kind does is unknown too.
    guard !kinds.isEmpty else { return }
    // Of one who is two things, only what knows the verb counts.
    let able = verb.kinds.isEmpty ? kinds : kinds.filter { verb.kinds.contains($0.name) }
    if verb.isRequest, !able.isEmpty, able.allSatisfy({ !$0.makesRequests }) {
      let message =
        "\(party.name) is \(withArticle(party.kinds.joined(separator: " "))) and makes no requests like \(verb.name)"
      report(token.range, message, .text("what happens there is written in lower case"))
    } else if able.isEmpty {
      report(
        token.range,
        "\(party.name) is \(withArticle(party.kinds.joined(separator: " "))): "
          + "\(verb.name) is for \(alternatives(verb.kinds.map(withArticle)))"
      )
    }
  }

  /// Hands the latest action, with what is expected of it, to its flow.
  mutating func closeAction() {
    if var action, !flows.isEmpty {
      action.expectation = expected.expectation
      flows[flows.count - 1].statements.append(.action(action))
    }
    action = nil
    expected = Expected()
  }

  private mutating func countsAction(_ actor: Token) -> Bool {
    actions += 1
    guard actions > Limits.actions else { return true }
    isOver = true
    report(actor.range, "more than \(Limits.actions) actions")
    return false
  }

  // MARK: Its words

  private enum Actor {
    case party(Int)
    /// A mistake about it has been reported; the rest of the statement can be judged.
    case unknown
    /// The statement is none at all.
    case noAction
  }

  private mutating func actor(_ token: Token, _ words: Words) -> Actor {
    let text = source.text(token.range)
    if let index = parties.index(text) { return .party(index) }
    if parties.isForgiven(text) { return .unknown }
    if text == "refused" || text == "..." {
      report(token.range, "`\(text)` stands indented, under its action")
      return .noAction
    }
    if next < tokens.count, words.verb(source.text(tokens[next].range)) != nil {
      reportUnknownParty(token.range, text)
      return .unknown
    }
    let near = mistakes.isFull ? nil : nearest(text, in: statementWords + parties.names)
    if near != nil || source.isWord(token.range) {
      report(
        token.range, "unknown statement \(shown(token.range))", .text(near.map { "did you mean \($0)?" } ?? beginnings))
    } else {
      // Of a character that nobody sees, such as a blank that does not break, only this message speaks.
      _ = isWord(token.range, "the statement")
    }
    if near == "mark" || near == "after", let mark = take() { marks.forgive(source.text(mark.range)) }
    return .noAction
  }

  private mutating func verb(_ token: Token, _ words: Words) -> Vocabulary.Verb? {
    let text = source.text(token.range)
    if let verb = words.verb(text) { return verb }
    if words.isMessage(text) {
      report(token.range, "\(text) is a message, not a verb: expectations are indented", .text("indent the line"))
    } else if isWord(token.range, "the verb") {
      report(token.range, "unknown verb \(shown(token.range))", .near(text, words.verbNames))
    }
    return nil
  }

  private mutating func target(of verb: Vocabulary.Verb, _ verbToken: Token) -> (Int?, Range<Int>?) {
    guard next < tokens.count, tokens[next].equals == nil, !source.equal(tokens[next].range, "on") else {
      if verb.target == .required {
        report(afterLast, "\(verb.name) needs a target", .text("ACTOR \(verb.name) TARGET"))
      }
      return (nil, nil)
    }
    guard let token = take() else { return (nil, nil) }
    if verb.target == .none {
      report(token.range, "\(verb.name) takes no target")
      return (nil, token.range)
    }
    let text = source.text(token.range)
    let index = parties.index(text)
    if index == nil { reportUnknownParty(token.range, text) }
    // Where the target was forgiven another mistake has been counted before.
    return (index, token.range)
  }

  /// `on WORD`
  private mutating func on() -> (String?, Range<Int>?) {
    guard takes("on") != nil else { return (nil, nil) }
    guard let token = take() else {
      report(afterLast, "`on` needs a word behind it, such as a ConnID")
      return (nil, nil)
    }
    guard isWord(token.range, "the word behind `on`") else { return (nil, nil) }
    return (source.text(token.range), token.range)
  }

  private mutating func options(of verb: Vocabulary.Verb, _ words: Words) -> [Option] {
    var options: [Option] = []
    // User data may be as many pairs as a line has room for.
    var keys: Set<Text> = []
    while let token = take() {
      if token.equals == nil, source.equal(token.range, "on") {
        report(token.range, "`on` stands once, and before the options")
        _ = take()
        continue
      }
      guard let written = optionValue(token, "behind the verb stand [TARGET] [on CONNID] [key=value …]") else {
        continue
      }
      let key = source.text(token.key)
      guard verb.options.contains(key) || verb.takesPairs else {
        let message =
          verb.options.isEmpty ? "\(verb.name) takes no options" : "unknown option \(shown(token.key)) of \(verb.name)"
        report(token.key, message, .near(key, verb.options, otherwise: known(verb.options)))
        continue
      }
      guard keys.insert(Text(key)).inserted else {
        report(token.key, "\(key) is written twice")
        continue
      }
      let meaning = verb.options.contains(key) ? words.option(key) : nil
      guard let value = meaning.map({ self.value(written, of: $0) }) ?? written.text else { continue }
      options.append(
        Option(
          key: key, value: value, position: source.position(token.key, in: line),
          valuePosition: source.position(written.range, in: line)))
    }
    return options
  }
}

/// How a statement may begin, for one that begins otherwise.
private let beginnings = "a statement begins with a party's name or with \(alternatives(statementWords))"
