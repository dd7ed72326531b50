import CallModel

extension Parser {
  /// `ACTOR VERB [TARGET] [on CONNID] [key=value …]`
  mutating func actionStatement() {
    above = .action
    let before = mistakes.total
    guard split(from: line.start) else { return ignoreDeclaredName(at: line.start) }
    guard let actorToken = take(), let words else { return }
    let actor: Int?
    switch self.actor(actorToken, words) {
    case .party(let index): actor = index
    case .unknown: actor = nil
    case .noAction: return
    }
    guard let verbToken = take() else {
      return report(afterLast, "the verb after \(shown(actorToken.range)) is missing")
    }
    guard let verb = verb(verbToken, words) else { return }
    if let party = actor.map({ parties.list[$0] }) { check(verb, verbToken, of: party) }
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

  private mutating func check(_ verb: Vocabulary.Verb, _ token: Token, of party: Scenario.Party) {
    // Nothing is known of what a party of an unknown kind can do.
    guard !party.kinds.isEmpty else { return }
    // A party of two kinds needs only one that knows the verb.
    let able = verb.kinds.isEmpty ? party.kinds : party.kinds.filter { verb.kinds.contains($0.name) }
    if verb.isRequest, !able.isEmpty, able.allSatisfy({ !$0.makesRequests }) {
      let message =
        "\(party.name) is \(party.kindNames.withArticle) and makes no requests like \(verb.name)"
      report(token.range, message, .text("lower-case verbs say what happens there"))
    } else if able.isEmpty {
      report(
        token.range,
        "\(party.name) is \(party.kindNames.withArticle): "
          + "\(verb.name) is for \(verb.kinds.map(\.withArticle).joined(by: "or"))"
      )
    }
  }

  /// Adds the last action and its expectations to the current flow.
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

  // MARK: The words of an action

  /// How a statement may begin: a suggestion for one that begins otherwise.
  static let beginnings =
    "a statement begins with a party's name or with \(Keywords.statement.joined(by: "or"))"

  private enum Actor {
    case party(Int)
    /// A mistake about it has been reported; the rest of the statement can still be checked.
    case unknown
    /// The statement is not an action.
    case noAction
  }

  private mutating func actor(_ token: Token, _ words: VocabularyIndex) -> Actor {
    let text = source.text(token.range)
    if let index = parties.index(text) { return .party(index) }
    if parties.isIgnored(text) { return .unknown }
    if text == "refused" || text == "..." {
      report(token.range, "`\(text)` must be indented, under its action")
      return .noAction
    }
    if next < tokens.count, words.verb(source.text(tokens[next].range)) != nil {
      reportUnknownParty(token.range, text)
      return .unknown
    }
    if reportDeclaredBelow(text, token.range) { return .unknown }
    if Keywords.statement.contains(text) {
      report(
        token.range, "`\(text)` begins a statement that is not an action",
        .text("write who does what: ACTOR VERB [TARGET]"))
      return .noAction
    }
    let near = mistakes.isFull ? nil : statement(near: text) ?? parties.names.nearest(to: text)
    if let near {
      report(token.range, "unknown statement \(shown(token.range))", .text("did you mean \(near)?"))
    } else if source.isWord(token.range) {
      reportUnknownStatement(token.range, text)
    } else {
      // An invisible character, such as a non-breaking space, is explained only by this message.
      _ = checkWord(token.range, "the statement")
    }
    if near == "mark" || near == "after", let mark = take() { marks.ignoreUses(of: source.text(mark.range)) }
    if near == "party", let party = take() { parties.ignoreUses(of: source.text(party.range)) }
    return .noAction
  }

  private mutating func verb(_ token: Token, _ words: VocabularyIndex) -> Vocabulary.Verb? {
    let text = source.text(token.range)
    if let verb = words.verb(text) { return verb }
    guard !parties.isIgnored(text) else { return nil }
    if words.isMessage(text) {
      report(token.range, "\(text) is a message, not a verb: expectations are indented", .text("indent the line"))
    } else if text == "wait" {
      reportWaitOfParty(token)
    } else if source.isWord(token.range) {
      reportUnknown(.verb, token.range, text, among: words.verbNames) { $0.verbs.map(\.name) }
    } else {
      _ = checkWord(token.range, "the verb", .text("an action is written ACTOR VERB [TARGET]"))
    }
    return nil
  }

  private mutating func target(of verb: Vocabulary.Verb, _ verbToken: Token) -> (Int?, Range<Int>?) {
    let isOption = next + 1 < tokens.count && tokens[next + 1].equals == tokens[next + 1].start
    guard next < tokens.count, tokens[next].equals == nil, !source.equal(tokens[next].range, "on"), !isOption else {
      if verb.target == .required {
        report(afterLast, "\(verb.name) needs a target", .text("ACTOR \(verb.name) TARGET"))
      }
      return (nil, nil)
    }
    guard let token = take() else { return (nil, nil) }
    let text = source.text(token.range)
    if Text.areSameWord(text, "on") {
      report(token.range, "unexpected \(text)", .text("did you mean on?"))
      _ = take()
      return (nil, nil)
    }
    if source.equal(token.range, "refused") {
      report(
        token.range, "`refused` stands below the action", .text("write it on the next line, indented"))
      takeLooseWords()
      return (nil, token.range)
    }
    if verb.target == .none {
      let hasOptions = verb.takesPairs || !verb.prefixes.isEmpty || !verb.options.isEmpty
      report(
        token.range, "\(verb.name) takes no target",
        .text(hasOptions ? "only [on CONNID] [key=value …] may follow it" : "only [on CONNID] may follow it"))
      takeLooseWords()
      return (nil, token.range)
    }
    let index = parties.index(text)
    if index == nil, next < tokens.count, let target = parties.index(source.text(tokens[next].range)) {
      report(
        token.range, "unexpected \(shown(token.range)): the target follows the verb",
        .text(
          "\(verb.name) \(parties.list[target].name)"))
      return (target, take()?.range)
    }
    if index == nil { reportUnknownParty(token.range, text) }
    // If uses of the target are ignored, another mistake has already been reported.
    return (index, token.range)
  }

  /// `on WORD`
  private mutating func on() -> (String?, Range<Int>?) {
    guard takes("on") != nil else { return (nil, nil) }
    guard let token = take() else {
      report(afterLast, "`on` needs a word after it, such as a ConnID")
      return (nil, nil)
    }
    guard checkWord(token.range, "the word after `on`") else { return (nil, nil) }
    return (source.text(token.range), token.range)
  }

  private mutating func options(of verb: Vocabulary.Verb, _ words: VocabularyIndex) -> [Option] {
    var options: [Option] = []
    // There may be as many pairs as fit into a line, and a key may repeat.
    var keys: Set<Text> = []
    var firstPair: Range<Int>?
    while let token = take() {
      if token.equals == nil, source.equal(token.range, "on") {
        report(
          token.range, options.isEmpty ? "`on` is written twice" : "`on` comes before the options",
          .text("ACTOR \(verb.name)\(verb.target == .none ? "" : " [TARGET]") on CONNID [key=value …]"))
        _ = take()
        continue
      }
      if token.equals == nil, parties.index(source.text(token.range)) != nil, verb.target != .none, options.isEmpty {
        report(token.range, "unexpected \(shown(token.range)): \(verb.name) takes one target")
        takeLooseWords()
        continue
      }
      if token.equals == nil, reportUnquotedValue(token, isText: { _ in true }) { continue }
      if token.equals != nil, let prefix = prefix(of: token) {
        firstPair = firstPair ?? token.key
        if let pair = pair(token, prefix, of: verb) { options.append(pair) }
        continue
      }
      guard let written = optionValue(token, "after the verb come [TARGET] [on CONNID] [key=value …]") else {
        continue
      }
      let key = source.text(token.key)
      guard verb.options.contains(key) || verb.takesPairs else {
        let options = verb.options + verb.prefixes.map { $0 + "KEY" }
        let message =
          options.isEmpty ? "\(verb.name) takes no options" : "unknown option \(shown(token.key)) of \(verb.name)"
        let isCall = Text.areSameWord(key, "ConnID") || Text.areSameWord(key, "call")
        report(
          token.key, message,
          isCall
            ? .text("say which call is meant with on: \(verb.name) on \(written.text)")
            : .near(key, verb.options, as: .attribute, otherwise: known(options)))
        continue
      }
      guard !verb.options.contains(key) || keys.insert(Text(key)).inserted else {
        report(token.key, "\(key) is written twice")
        continue
      }
      let meaning = verb.options.contains(key) ? words.option(key) : nil
      guard let value = meaning.map({ self.value(written, of: $0) }) ?? written.text else { continue }
      if meaning == nil { checkText(written, of: key) }
      options.append(
        Option(
          key: key, value: value, position: source.position(token.key, in: line),
          valuePosition: source.position(written.range, in: line)))
    }
    if verb.takesPairs { checkData(options, firstPair, of: verb) }
    return options
  }
}
