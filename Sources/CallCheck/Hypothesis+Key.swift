import CallModel

extension Hypothesis {
  /// What decides which events can come next, and what was assumed. Hypotheses with equal keys are one.
  ///
  /// The DNs must be in order. The kinds of all DNs are in it, because a call may come to those that are not in one. So
  /// are the values of events that are to come, because the call that they tell of may have ended.
  var key: Key {
    var words: [UInt64] = []
    words.reserveCapacity(128)
    addKey(to: &words)
    return Key(words.span)
  }

  private func addKey(to words: inout [UInt64]) {
    words.append(UInt64(cost))
    exchange.pack(into: &words)
    for dn in dns {
      words.append(UInt64(name(dn).rawValue) << 8 | UInt64(exchange.kind(of: dn)?.rawValue ?? 0))
    }
    for call in exchange.calls { words.append(name(call.connID).rawValue) }
    for claim in claims { words.append(0xC << 60 | UInt64(claim.number)) }
    for known in early { words.append(0xE << 60 | UInt64(known.observed.position.line)) }
    let expected = owed.map(\.event) + late.map(\.event)
    for (number, event) in expected.enumerated() {
      // The steps in which they were told, not their numbers.
      let isNext = number > 0 && number < owed.count && owed[number - 1].step == owed[number].step
      let isLate = number >= owed.count
      let passed = isLate ? 0 : UInt64(owed[number].passed)
      let place = (isNext ? 1 << 63 : 0) | (isLate ? 1 << 62 : 0) | passed << 56 as UInt64
      words.append(UInt64(event.type.rawValue) | UInt64(event.listed.rawValue) << 8 | place)
      words.append(
        event.thisDN.word(0) | event.otherDN.word(16) | event.thirdPartyDN.word(32) | event.thisQueue.word(48))
      words.append(
        event.thirdPartyQueue.word(0) | UInt64(event.callState.rawValue) << 16 | UInt64(event.thisDNRole.rawValue) << 32
          | UInt64(event.otherDNRole.rawValue) << 40 | UInt64(event.thirdPartyDNRole.rawValue) << 48)
      words.append(name(event.connID).rawValue)
      if event.previousConnID != .none { words.append(name(event.previousConnID).rawValue) }
      if event.agentID != 0 || event.errorCode != .none {
        words.append(UInt64(event.agentID) << 16 | UInt64(event.errorCode.rawValue))
      }
    }
  }

  /// A number of 128 bits for all that decides what can come next.
  struct Key: Hashable, Sendable {
    private var first: UInt64 = 0x9E37_79B9_7F4A_7C15
    private var second: UInt64 = 0xD6E8_FEB8_6659_FD93

    init(_ words: Span<UInt64>) {
      for place in words.indices {
        first = first.mixed(with: words[place])
        // With its bytes in the other order, so that words with the same first number have different second ones.
        second = (second &+ words[place].byteSwapped) &* 0xD6E8_FEB8_6659_FD93
        second ^= second &>> 29
      }
    }

    func hash(into hasher: inout Hasher) { hasher.combine(first) }
  }
}

extension Exchange.DN {
  fileprivate func word(_ shift: UInt64) -> UInt64 { UInt64(rawValue) << shift }
}

extension [Hypothesis] {
  /// Puts the DNs of all in order and keeps one of those that are equal: the first of those with the least strain
  /// that go best with the requests.
  mutating func merge() {
    for place in indices { self[place].normalize() }
    if count < 2 { return }
    let (least, agreeing) = (self[0].strain, self[0].discordance)
    if contains(where: { $0.strain != least || $0.discordance != agreeing }) {
      // Stable, so that the outcome is the same each time.
      let order = indices.map { (strain: self[$0].strain, discordance: self[$0].discordance, place: $0) }
      self = order.sorted(by: <).map { self[$0.place] }
    }
    if contains(where: { !$0.named.isEmpty }) { return mergeByNames() }
    var seen: Set<Hypothesis.Key> = []
    removeAll { !seen.insert($0.key).inserted }
  }

  /// Of those that are equal, the one whose steps requests name is kept in the place of the first.
  private mutating func mergeByNames() {
    var places: [Hypothesis.Key: Int] = [:]
    var kept: [Hypothesis] = []
    for hypothesis in self {
      let key = hypothesis.key
      if let place = places[key] {
        if hypothesis.named.count > kept[place].named.count { kept[place] = hypothesis }
      } else {
        places[key] = kept.count
        kept.append(hypothesis)
      }
    }
    self = kept
  }
}
