/// DNs of an exchange that are alike: of the same kind, with the same settings and in no call.
package struct AlikeDNs: Symmetry {
  /// Each of two DNs at least.
  let groups: [[Exchange.DN]]
  private let exchange: Exchange

  /// Nil if no DNs are alike, or if more is tried than calls: agents who become free at the same time are told apart by
  /// their numbers.
  init?(_ exchange: Exchange, apart from: Set<Exchange.DN>, _ scope: ExplorationScope) {
    // A word of a party has no room for more, and what is set on DNs would have to be renamed, too.
    guard scope == .calls, exchange.lines.count <= 0x100, !exchange.hasMoreThanCalls else { return nil }
    var groups: [[Exchange.DN]] = []
    var words: [UInt64] = []
    exchange.pack(into: &words)
    let traces = exchange.traces(in: words)
    for number in 1..<max(exchange.lines.count, 1) {
      let dn = Exchange.DN(UInt16(number))
      guard !from.contains(dn), traces[number] == 0 else { continue }
      if let group = groups.firstIndex(where: { exchange.isLike($0[0], dn) }) {
        groups[group].append(dn)
      } else {
        groups.append([dn])
      }
    }
    self.groups = groups.filter { $0.count > 1 }
    self.exchange = exchange
    if self.groups.isEmpty { return nil }
  }

  package func standardize(_ words: inout [UInt64]) -> (count: Int, places: [UInt16]) {
    var places = (0..<exchange.lines.count).map { UInt16($0) }
    let traces = exchange.traces(in: words)
    var count = 1
    // Those with the same trace may have to be told apart by trying.
    var ties: [[Int]] = []
    for group in groups {
      let sorted = group.map { Int($0.rawValue) }.sorted {
        traces[$0] == traces[$1] ? $0 < $1 : traces[$0] > traces[$1]
      }
      for (place, number) in sorted.enumerated() { places[number] = group[place].rawValue }
      // As many as there are ways to choose and order those that are somewhere.
      let used = sorted.prefix { traces[$0] != 0 }
      for left in (group.count - used.count + 1)..<(group.count + 1) where left > 0 { count *= left }
      var start = 0
      while start < used.count {
        var end = start + 1
        while end < used.count, traces[sorted[end]] == traces[sorted[start]] { end += 1 }
        if end > start + 1 { ties.append(Array(sorted[start..<end])) }
        start = end
      }
    }
    var best = exchange.renamed(words, places)
    // Most who have left the same trace stand alike: then every order leads to the same state.
    ties.removeAll { tie in
      guard areAlike(tie, places, words, best) else { return false }
      for left in 1...tie.count { count /= left }
      return true
    }
    if !ties.isEmpty { count /= chooseFirst(among: ties, &best, &places, words) }
    words = best
    return (count, places)
  }

  /// Whether any of them can change places with the next one.
  private func areAlike(_ tie: [Int], _ places: [UInt16], _ words: [UInt64], _ best: [UInt64]) -> Bool {
    tie.indices.dropLast().allSatisfy { number in
      var changed = places
      changed.swapAt(tie[number], tie[number + 1])
      return exchange.renamed(words, changed) == best
    }
  }

  /// Tries every order of those who have left the same trace, and keeps the first state. Returns how many orders lead
  /// to it.
  private func chooseFirst(
    among ties: [[Int]], _ best: inout [UInt64], _ places: inout [UInt16], _ words: [UInt64]
  ) -> Int {
    var (bestPlaces, number) = (places, 0)
    func permute(_ tie: Int, _ from: Int, _ places: [UInt16]) {
      guard tie < ties.count else {
        let renamed = exchange.renamed(words, places)
        if renamed == best {
          number += 1
        } else if renamed.lexicographicallyPrecedes(best) {
          (best, bestPlaces, number) = (renamed, places, 1)
        }
        return
      }
      if from == ties[tie].count - 1 { return permute(tie + 1, 0, places) }
      for other in from..<ties[tie].count {
        var changed = places
        changed.swapAt(ties[tie][from], ties[tie][other])
        permute(tie, from + 1, changed)
      }
    }
    permute(0, 0, places)
    places = bestPlaces
    return number
  }
}

extension Exchange {
  package static func symmetry(
    of start: Exchange, apart from: Set<Int>, _ scope: ExplorationScope
  ) -> AlikeDNs? {
    AlikeDNs(start, apart: Set(from.map { DN(UInt16($0)) }), scope)
  }

  /// Whether both DNs are of one kind, and nothing is known of one that is not known of the other.
  fileprivate func isLike(_ one: DN, _ other: DN) -> Bool {
    let (one, other) = (Int(one.rawValue), Int(other.rawValue))
    let (usual, otherUsual) = (cold[0].settings[one].usual, cold[0].settings[other].usual)
    return lines[one].kind == lines[other].kind && usual == otherUsual && usual.agentID == 0
  }

  /// By DN: a number that says where in the packed state it is named, whatever the DNs that are alike are called; 0 if
  /// it is named nowhere.
  fileprivate func traces(in words: [UInt64]) -> [UInt64] {
    var traces = [UInt64](repeating: 0, count: lines.count)
    func leave(_ dn: UInt64, _ trace: UInt64) {
      if dn == 0 { return }
      let mixed = (trace &+ 1) &* 0x9E37_79B9_7F4A_7C15
      traces[Int(dn)] &+= (mixed ^ mixed >> 29) | 1
    }
    eachPart(of: words) { part in
      switch part {
      case .call(let number, let head, let parties, let isAnswered):
        leave(head >> 16 & 0xFFFF, UInt64(number) << 8 | 1)
        for (place, word) in parties.enumerated() {
          let standing = (word >> 32) << 24 | (isAnswered ? 0 : UInt64(place + 1) << 16) | UInt64(number) << 8
          for field in 0..<4 as Range<UInt64> { leave(word >> (8 * field) & 0xFF, standing | (field + 2)) }
        }
      case .wait(let number, let head, let others):
        leave(head & 0xFFFF, UInt64(number) << 16 | 0x10)
        leave(head >> 16 & 0xFFFF, UInt64(number) << 16 | 0x11)
        for (place, dn) in others.enumerated() { leave(dn, UInt64(number) << 16 | 0x12 + UInt64(place)) }
      }
    }
    return traces
  }

  private enum Part {
    case call(Int, head: UInt64, parties: ArraySlice<UInt64>, isAnswered: Bool)
    case wait(Int, head: UInt64, others: ArraySlice<UInt64>)
  }

  private func eachPart(of words: [UInt64], _ body: (Part) -> Void) {
    var next = 1
    for number in 0..<Int(words[0] & 0xFFFF_FFFF) {
      let parties = words[(next + 1)..<(next + 1 + Int(words[next] & 0xFF))]
      let isAnswered = parties.allSatisfy { word in
        let state = PartyState(rawValue: UInt8(word >> 32 & 31)) ?? .idle
        return state.isMember || state.isUncounted
      }
      body(.call(number, head: words[next], parties: parties, isAnswered: isAnswered))
      next = parties.endIndex
    }
    for number in 0..<Int(words[0] >> 32) {
      let others = words[(next + 1)..<(next + 2 + Int(words[next] >> 48 & 0xFF))]
      body(.wait(number, head: words[next], others: others))
      next = others.endIndex
    }
  }

  /// The packed state with other names: for each DN, by number, the new one.
  fileprivate func renamed(_ words: [UInt64], _ places: [UInt16]) -> [UInt64] {
    var renamed = [words[0]]
    renamed.reserveCapacity(words.count)
    func name(_ dn: UInt64) -> UInt64 { UInt64(places[Int(dn)]) }
    eachPart(of: words) { part in
      switch part {
      case .call(_, let head, let parties, let isAnswered):
        renamed.append(head & ~(0xFFFF << 16) | name(head >> 16 & 0xFFFF) << 16)
        let start = renamed.count
        for word in parties {
          var new = word & ~0xFFFF_FFFF
          for shift in [0, 8, 16, 24] as [UInt64] { new |= name(word >> shift & 0xFF) << shift }
          renamed.append(new)
        }
        if isAnswered { renamed[start...].sort { $0 & 0xFF < $1 & 0xFF } }
      case .wait(_, let head, let others):
        renamed.append(head & ~0xFFFF_FFFF | name(head & 0xFFFF) | name(head >> 16 & 0xFFFF) << 16)
        renamed += others.map { name($0) }
      }
    }
    return renamed
  }
}
