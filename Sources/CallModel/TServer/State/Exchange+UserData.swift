extension Exchange {
  /// The user data of a call in numbers: each key and each value stands for a text that the caller keeps.
  package struct UserData: Hashable, Sendable {
    package struct Pair: Hashable, Sendable {
      package var key: UInt32
      package var value: UInt32
      package init(key: UInt32, value: UInt32) { (self.key, self.value) = (key, value) }
    }

    /// The most pairs that an action can bring, and the most that a call can hold.
    package static let limit = 1_000

    /// The first pairs in pieces, none of them empty, so that a stored copy shares those that have not changed since;
    /// and the other pairs.
    private var pieces: [[Pair]] = []
    private var rest: [Pair] = []
    private static let pieceLimit = 32

    package init(_ pairs: [Pair] = []) { attach(pairs) }

    /// In the order in which they were added; a key may occur more than once.
    package var pairs: [Pair] { pieces.isEmpty ? rest : Array(pieces.joined()) + rest }
    package var count: Int { pieces.reduce(rest.count) { $0 + $1.count } }
    package var isEmpty: Bool { rest.isEmpty && pieces.isEmpty }

    package static func == (one: UserData, other: UserData) -> Bool { one.pairs == other.pairs }

    package func hash(into hasher: inout Hasher) { hasher.combine(pairs) }

    func contains(_ key: UInt32) -> Bool { contains { $0.key == key } }

    private func contains(where isMeant: (Pair) -> Bool) -> Bool {
      rest.contains(where: isMeant) || pieces.contains { $0.contains(where: isMeant) }
    }

    /// Whether every pair of the other is here, too.
    func contains(allOf other: UserData) -> Bool {
      other.pairs.allSatisfy { pair in contains { $0 == pair } }
    }

    /// Whether there is room for the pairs.
    func hasRoom(for new: [Pair]) -> Bool { count + new.count <= Self.limit }

    /// Whether there is room for the pairs whose keys are new; the others replace old pairs.
    func hasRoom(toUpdate new: [Pair]) -> Bool {
      if hasRoom(for: new) { return true }
      let newKeys = Set(new.map(\.key)).subtracting(pairs.lazy.map(\.key))
      return newKeys.isEmpty || count + newKeys.count <= Self.limit
    }

    /// Becomes as the other one is. Nearly always, neither has so many pairs that some are in pieces.
    @inline(__always)
    mutating func become(_ other: UserData) {
      guard pieces.isEmpty, other.pieces.isEmpty else { return self = other }
      if !(rest.isEmpty && other.rest.isEmpty) { rest = other.rest }
    }

    @inline(__always)
    mutating func removeAll() {
      if !pieces.isEmpty { pieces = [] }
      if !rest.isEmpty { rest = [] }
    }

    /// Adds the pairs behind those that are there.
    mutating func attach(_ new: [Pair]) {
      if isEmpty, new.count <= Self.pieceLimit { rest = new } else { for pair in new { append(pair) } }
    }

    /// Each pair replaces the first one with its key, and removes the later ones; a pair with a new key is added.
    mutating func update(_ new: [Pair]) { for pair in new { update(pair) } }

    private mutating func update(_ pair: Pair) {
      var isReplaced = false
      for piece in pieces.indices where pieces[piece].contains(where: { $0.key == pair.key }) {
        pieces[piece].update(pair, &isReplaced)
      }
      rest.update(pair, &isReplaced)
      if isReplaced { pieces.removeAll(where: \.isEmpty) } else { append(pair) }
    }

    private mutating func append(_ pair: Pair) {
      if rest.count >= Self.pieceLimit {
        pieces.append(rest)
        rest = []
      }
      rest.append(pair)
    }

    /// Deletes every pair with one of the keys.
    mutating func delete(_ keys: [UInt32]) {
      let keys = Set(keys)
      removeAll { keys.contains($0.key) }
    }

    private mutating func removeAll(where isMeant: (Pair) -> Bool) {
      for piece in pieces.indices where pieces[piece].contains(where: isMeant) {
        pieces[piece].removeAll(where: isMeant)
      }
      pieces.removeAll(where: \.isEmpty)
      rest.removeAll(where: isMeant)
    }

    /// The pairs whose keys the other does not have.
    private func withoutKeys(of other: UserData) -> [Pair] { pairs.filter { !other.contains($0.key) } }

    /// The user data of the call that remains, once the other has been joined to it.
    func joined(with other: UserData, as merged: SwitchProfile.MergedUserData) -> UserData {
      switch merged {
      case .mainOnly: self
      case .mergedOnly: other
      case .mainOverMerged: UserData(pairs + other.withoutKeys(of: self))
      case .mergedOverMain: UserData(withoutKeys(of: other) + other.pairs)
      }
    }
  }

  /// What an action brings besides its parameters.
  package struct Attachments: Sendable {
    /// User data for the call.
    package var data: [UserData.Pair] = []
    /// Why the client asks, and what it tells the switch in addition.
    package var reasons: [UserData.Pair] = []
    package var extensions: [UserData.Pair] = []
    /// Which user data this consultation has; nil for those that the profile says.
    package var consultUserData: SwitchProfile.ConsultUserData?
    /// What TMonitorNextCall says about the observation, as its events repeat it among their extensions.
    package var monitoring: [UserData.Pair] = []
    /// The digits that the caller has entered, as the number of a text; nil for none.
    package var digits: UInt32?

    package init(data: [UserData.Pair] = []) { self.data = data }

    package var isEmpty: Bool {
      data.isEmpty && reasons.isEmpty && extensions.isEmpty && consultUserData == nil && digits == nil
        && monitoring.isEmpty
    }
  }
}

extension [Exchange.UserData.Pair] {
  /// The pair replaces the first one with its key, unless an earlier one `isReplaced`, and removes the later ones.
  fileprivate mutating func update(_ pair: Element, _ isReplaced: inout Bool) {
    guard let place = firstIndex(where: { $0.key == pair.key }) else { return }
    removeAll { $0.key == pair.key }
    if !isReplaced { insert(pair, at: place) }
    isReplaced = true
  }
}
