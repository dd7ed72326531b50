package import CallModel

extension Exchange.Action {
  /// The words of the action as a statement, without those of the texts that it brings: `A TRouteCall B on 1`.
  ///
  /// What a client can ask for is written as a request, unless it is done by hand. `name` has the names of the parties.
  package func words(byHand: Bool, name: (Exchange.DN) -> String) -> [String] {
    let words = TServerWords.words(for: verb)
    let word = words.first { !byHand || !$0.isRequest } ?? words[0]
    let isLogin = verb == .agentLogin
    return [name(actor), word.name] + (target == .none || isLogin ? [] : [name(target)])
      + (on == .none ? [] : ["on", "\(on.rawValue)"])
      + (target == .none || !isLogin ? [] : [Option(TServerWords.queue, name(target)).spelling])
      + [TServerWords.option(of: self)].compactMap { $0?.spelling }
  }
}
