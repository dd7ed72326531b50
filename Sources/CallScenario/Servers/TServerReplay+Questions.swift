import CallModel

extension TServerReplay {
  func callsToTry(_ verb: Vocabulary.Verb, by party: Int, _ state: State) -> [String]? {
    let verb = TServerWords.verbs[verb.id].verb
    return state.exchange.callsToTry(verb, by: directory.dn(party), rulebook)?.map { directory.text($0) }
  }

  func usesToTry(_ verb: Vocabulary.Verb, on call: String?, _ state: State) -> [VerbUse] {
    switch TServerWords.verbs[verb.id].verb {
    case .attachUserData, .updateUserData: [[[Option("\(TServerWords.Prefix.data.rawValue)k", "v")]]]
    case .deletePair: [[[Option(TServerWords.key, firstKey(of: call, state) ?? "k")]]]
    case .sendDTMF: [[[Option(TServerWords.digits, "1")]]]
    case .mergeForConference: [[[]], [[Option(TServerWords.mergeType, "Transfer")]]]
    default: [[[]]]
    }
  }

  func activities(of party: Int, _ state: State) -> [Activity] { state.exchange.activities(of: directory.dn(party)) }

  func origins(of action: ActionStatement, step: Int, _ state: State) -> [MessageOrigin] {
    let word = TServerWords.verbs[action.verb.id]
    guard let asked = try? self.action(action, word, step), let brought = try? attachments(action, word) else {
      return []
    }
    do throws(ModelRefusal<Exchange>) {
      let traced = try state.exchange.trace(
        asked, with: brought, by: rulebook, under: profile)
      return traced.map { event, clause in
        let sent = TServer.rule(of: event)?.sentMessages.first { $0.clause == clause }
        return MessageOrigin(sent, alsoKnown: event.type.alsoKnown) { $0.holds(under: profile) }
      }
    } catch {
      return word.isRequest ? [MessageOrigin(TServer.refusal, present: { _ in true })] : []
    }
  }

  private func firstKey(of call: String?, _ state: State) -> String? {
    guard let number = call.flatMap(UInt64.init) else { return nil }
    return state.exchange.userData(of: ConnID(number)).pairs.first.map { directory.text(ofNumber: $0.key) }
  }
}
