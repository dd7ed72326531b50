extension Vocabulary {
  /// The words of two servers that are played side by side. A word that both know is there once, and means both.
  init(merging one: Vocabulary, _ other: Vocabulary) {
    self.init(
      server: "\(one.server) \(other.server)",
      kinds: one.kinds.merged(with: other.kinds, by: \.name) { Kind($0, and: $1) },
      verbs: one.verbsOfItsKinds.merged(with: other.verbsOfItsKinds, by: \.name) { Verb($0, and: $1) },
      messages: one.messages + other.messages.filter { !one.messages.contains($0) },
      attributes: one.attributes.merged(with: other.attributes, by: \.name) { Attribute($0, and: $1) },
      parameters: one.parameters + other.parameters, profiles: one.profiles + other.profiles,
      profileOptions: one.profileOptions + other.profileOptions, hasSenders: true)
  }

  func knows(_ kind: Kind) -> Bool { kinds.contains { $0.name == kind.name } }

  /// Its verbs, each for its own kinds only.
  private var verbsOfItsKinds: [Verb] {
    verbs.map { verb in
      var verb = verb
      if verb.kinds.isEmpty { verb.kinds = kinds.map(\.name) }
      return verb
    }
  }
}

extension Array {
  /// These words, each merged with the other server's word of the same name, then the rest of the other's.
  fileprivate func merged(
    with other: [Element], by name: (Element) -> String, _ merge: (Element, Element) -> Element
  ) -> [Element] {
    map { word in other.first { name($0) == name(word) }.map { merge(word, $0) } ?? word }
      + other.filter { word in !contains { name($0) == name(word) } }
  }
}

extension Vocabulary.Kind {
  fileprivate init(_ one: Self, and other: Self) {
    self.init(
      name: one.name, makesRequests: one.makesRequests && other.makesRequests, options: one.options + other.options,
      number: max(one.number.lowerBound, other.number.lowerBound)...min(one.number.upperBound, other.number.upperBound))
  }
}

extension Vocabulary.Verb {
  fileprivate init(_ one: Self, and other: Self) {
    self.init(
      name: one.name, target: one.target == other.target ? one.target : .optional,
      isRequest: one.isRequest && other.isRequest,
      options: one.options + other.options.filter { !one.options.contains($0) },
      takesPairs: one.takesPairs || other.takesPairs,
      prefixes: one.prefixes + other.prefixes.filter { !one.prefixes.contains($0) },
      byHand: one.byHand ?? other.byHand,
      kinds: one.kinds + other.kinds.filter { !one.kinds.contains($0) })
  }
}

extension Vocabulary.Attribute {
  /// The names of both, without numbers: a number would mean two names.
  fileprivate init(_ one: Self, and other: Self) {
    self = one
    if case .names(let names) = one.values, case .names(let others) = other.values {
      self = .init(name: one.name, values: .names(names + others.filter { !names.contains($0) }))
    }
  }
}
