// The calls of a packed state.

extension Exchange {
  /// Packs everything that decides future events: the calls by age with renumbered ConnIDs, then the settings of the
  /// DNs, and who is muted or does not listen.
  ///
  /// It leaves out counters, numbers of requests, and what only unlisted attributes show. For an answered call, its
  /// path and the order of its parties no longer matter; the parts of its parties do, because it may be handed on.
  package func pack(into words: inout [UInt64]) {
    let order = CallOrder(self)
    let first = words.count
    let hasMonitors = !cold[0].monitors.isEmpty
    // A word for each call, and at most two for each of its parties.
    words.append(addingCapacity: 1 + order.count * (1 + 2 * Call.limit)) { room in
      room.append(UInt64(order.count))
      for number in 0..<order.count { pack(order[number], order, hasMonitors, into: &room) }
    }
    if !cold[0].virtualWaits.isEmpty {
      for number in 0..<order.count {
        for wait in virtualWaits(of: slots[order[number]].connID) {
          words[first] += 1 << 32
          pack(wait, of: number, into: &words)
        }
      }
    }
    if hasMoreThanCalls { packSettings(into: &words) }
  }

  @inline(__always)
  private func pack(
    _ slot: Int, _ order: borrowing CallOrder, _ hasMonitors: Bool, into words: inout OutputSpan<UInt64>
  ) {
    // Read in place, because a call is too large to copy.
    let calls = slots.span
    let count = calls[slot].count
    var (isAnswered, isTreated) = (true, false)
    for place in 0..<count {
      let state = calls[slot][place].state
      if !state.isMember, !state.isUncounted { isAnswered = false }
      if state == .treated || state == .treatmentAsked { isTreated = true }
    }
    let main = calls[slot].main
    let way = isAnswered ? 0 : UInt64(calls[slot].hop.rawValue) << 8
    // An observer rings in another way where the agent has begun the call.
    let origin = main == .none && !hasMonitors ? 0 : Self.word(calls[slot].origin, 16)
    let consultedFor = main == .none ? 0 : UInt64(order.place(of: main, in: self) + 1) << 32
    let past = UInt64(calls[slot].past.subtracting(.hadData).rawValue) << 12
    var bits: UInt64 = 0
    if calls[slot].hasData {
      if !cold[0].digitRequests.isEmpty, awaitsDigits(in: slots[slot]) { bits |= 1 << 60 }
      if calls[slot].sharesData { bits |= 1 << 61 }
      if hasPairs(slot) { bits |= 1 << 63 }
    }
    // Whether the treatment has an end decides what is possible while it is on.
    if isTreated, !calls[slot].treatmentGoesOn { bits |= 1 << 62 }
    words.append(UInt64(count) | way | origin | consultedFor | bits | past)
    var places: InlineArray<8, UInt8> = [0, 1, 2, 3, 4, 5, 6, 7]
    if isAnswered { sort(&places, of: slot) }
    for number in 0..<count { pack(calls[slot][Int(places[number])], into: &words) }
  }

  /// Sorts the places of the parties by their DNs.
  @inline(__always)
  private func sort(_ places: inout InlineArray<8, UInt8>, of slot: Int) {
    let calls = slots.span
    for number in 1..<max(calls[slot].count, 1) {
      let moved = places[number]
      let dn = calls[slot][Int(moved)].dn.rawValue
      var at = number
      while at > 0, calls[slot][Int(places[at - 1])].dn.rawValue > dn {
        places[at] = places[at - 1]
        at -= 1
      }
      places[at] = moved
    }
  }

  /// Whether a word has room for all that is known of a party.
  private var isNarrow: Bool { lines.count <= 0x100 }

  /// One word for a party, or two where there are many DNs.
  @inline(__always)
  private func pack(_ party: Call.Party, into words: inout OutputSpan<UInt64>) {
    let standing = UInt64(party.state.rawValue) | UInt64(party.role.rawValue) << 5
    if isNarrow {
      words.append(
        Self.word(party.dn, 0) | Self.word(party.from, 8) | Self.word(party.past, 16) | Self.word(party.asked, 24)
          | standing << 32)
    } else {
      words.append(
        Self.word(party.dn, 0) | Self.word(party.from, 16) | Self.word(party.past, 32) | Self.word(party.asked, 48))
      words.append(standing)
    }
  }

  private static func party(_ words: ArraySlice<UInt64>, _ next: inout Int, isNarrow: Bool) -> Call.Party {
    let word = words[next]
    next += 1
    func party(_ bits: UInt64, _ standing: UInt64) -> Call.Party {
      func dn(_ number: UInt64) -> DN { DN(UInt16(truncatingIfNeeded: word >> (bits * number) & (1 << bits - 1))) }
      return Call.Party(
        dn: dn(0), from: dn(1), past: dn(2), asked: dn(3),
        role: Role(rawValue: UInt8(truncatingIfNeeded: standing >> 5 & 15)) ?? .unknown,
        state: PartyState(rawValue: UInt8(truncatingIfNeeded: standing & 31)) ?? .idle)
    }
    if isNarrow { return party(8, word >> 32) }
    next += 1
    return party(16, words[next - 1])
  }

  package mutating func unpack(_ words: ArraySlice<UInt64>) {
    var (withData, sharing, awaitingDigits): ([Int], [Int], [Int]) = ([], [], [])
    let first = words[words.startIndex]
    var next = words.startIndex + 1
    var hasMore = hasMoreThanCalls || !reasonsToTellMore.isEmpty
    let isNarrow = isNarrow
    replaceCalls(Int(first & 0xFFFF_FFFF)) { call, number in
      let head = words[next]
      call.begin(.none, from: .none, to: .none, .direct, .unknown)
      call.hop = Hop(rawValue: UInt8(head >> 8 & 15)) ?? .direct
      call.main = ConnID(head >> 32 & 0xFFFF)
      call.past = Call.Past(rawValue: UInt8(head >> 12 & 15)).subtracting(.hadData)
      if head >> 62 & 1 == 1 { call.treat(as: 0, Self.treatmentWithAnEnd) }
      next += 1
      for _ in 0..<(head & 255) {
        let party = Self.party(words, &next, isNarrow: isNarrow)
        if party.state.isObserver { hasMore = true }
        call.append(party)
      }
      let origin = Self.dn(head, 16)
      call.origin = origin == .none ? call[0].dn : origin
      if head >> 63 == 1 { withData.append(number) }
      if head >> 60 & 1 == 1 { awaitingDigits.append(number) }
      if head >> 61 & 1 == 1 { sharing.append(number) }
    }
    cold[0].forgetWhatBelongsToCalls()
    reasonsToTellMore = []
    for slot in awaitingDigits {
      for party in slots[slot].parties where party.state.isRouting { askForDigits(in: slot, by: party.dn, as: 0) }
    }
    for slot in sharing { if let main = self.slot(of: slots[slot].main) { shareData(of: main, with: slot) } }
    for slot in withData where !slots[slot].sharesData { attach(Self.sample, to: slot) }
    // Any time later than those restored here.
    sequenceNumber = UInt64(cold[0].settings.count) + 1
    for _ in 0..<(first >> 32) { next += unpackWait(words[next...]) }
    if hasMore || next < words.endIndex { unpackSettings(words[next...]) }
  }

  static let treatmentWithAnEnd = Exchange.Mode(TreatmentType.collectDigits)
  /// The user data of an exploration: one pair.
  static let sample = [UserData.Pair(key: 0, value: 0)]

  static func word(_ dn: DN, _ shift: UInt64) -> UInt64 { UInt64(dn.rawValue) << shift }
  static func dn(_ word: UInt64, _ shift: UInt64) -> DN { DN(UInt16(truncatingIfNeeded: word >> shift)) }
}

/// The slots of the calls by age.
struct CallOrder: ~Copyable {
  private var few: InlineArray<8, UInt16> = [0, 0, 0, 0, 0, 0, 0, 0]
  /// If there are more than a few. Otherwise no list, because even an empty one takes time to keep.
  private var many: [UInt16]?
  private(set) var count = 0

  @inline(__always) subscript(number: Int) -> Int { Int(many?[number] ?? few[number]) }

  @inline(__always)
  init(_ exchange: borrowing Exchange) {
    let calls = exchange.slots.span
    for slot in calls.indices where calls[slot].connID != .none {
      if count >= 8 {
        self = CallOrder(amongMany: exchange)
        return
      }
      var at = count
      while at > 0, calls[Int(few[at - 1])].connID > calls[slot].connID {
        few[at] = few[at - 1]
        at -= 1
      }
      few[at] = UInt16(slot)
      count += 1
    }
  }

  @inline(never)
  private init(amongMany exchange: borrowing Exchange) {
    let slots = exchange.slots
    let sorted = slots.indices.filter { slots[$0].connID != .none }.sorted { slots[$0].connID < slots[$1].connID }
    (many, count) = (sorted.map { UInt16($0) }, sorted.count)
  }

  /// The place of the call; -1 if there is no such call.
  func place(of connID: ConnID, in exchange: borrowing Exchange) -> Int {
    for number in 0..<count where exchange.slots[self[number]].connID == connID { return number }
    return -1
  }
}
