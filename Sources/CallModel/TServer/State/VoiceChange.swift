/// What a request has changed for one party of a call: whether the others hear it, or whether it hears them.
struct VoiceChange: Hashable, Sendable {
  enum Way: UInt8, Sendable { case speaking, listening }

  let dn: Exchange.DN
  let way: Way
}

extension Exchange {
  /// Whether the others do not hear the party of the call. An observer is muted from the moment it answers.
  package func isMuted(_ dn: DN, in call: ConnID) -> Bool {
    (state(of: dn, in: call) == .observing) != isChanged(.speaking, of: dn, in: call)
  }

  /// Whether the party of the call hears the others.
  package func isListening(_ dn: DN, in call: ConnID) -> Bool { !isChanged(.listening, of: dn, in: call) }

  private func isChanged(_ way: VoiceChange.Way, of dn: DN, in call: ConnID) -> Bool {
    hasVoiceChanges && cold[0].voices[call]?.contains(VoiceChange(dn: dn, way: way)) ?? false
  }

  /// Whether the muting or the listening of any party of any call differs from how it began.
  var hasVoiceChanges: Bool { reasonsToTellMore.contains(.voices) }

  /// The second change undoes the first.
  mutating func changeVoice(_ way: VoiceChange.Way, of dn: DN, in call: ConnID) {
    let change = VoiceChange(dn: dn, way: way)
    var changes = cold[0].voices[call] ?? []
    if let place = changes.firstIndex(of: change) { changes.remove(at: place) } else { changes.append(change) }
    setVoiceChanges(changes, of: call)
  }

  /// The parties of a call that ends have moved into the other call, as they were.
  mutating func moveVoiceChanges(of ended: Call, to remaining: ConnID) {
    guard let changes = cold[0].voices[ended.connID] else { return }
    let moved = changes.filter { ended.index(of: $0.dn) != nil }
    setVoiceChanges(changes.filter { ended.index(of: $0.dn) == nil }, of: ended.connID)
    setVoiceChanges((cold[0].voices[remaining] ?? []) + moved, of: remaining)
  }

  /// Drops the changes of parties that have left the call. In a call of two, both listen.
  mutating func forgetVoiceChanges(of call: ConnID) {
    guard let changes = cold[0].voices[call] else { return }
    guard let slot = slot(of: call) else { return setVoiceChanges([], of: call) }
    let hasMembers = slots[slot].members > 2
    setVoiceChanges(
      changes.filter { slots[slot].index(of: $0.dn) != nil && ($0.way == .speaking || hasMembers) }, of: call)
  }

  mutating func forgetAllVoiceChanges() {
    cold[0].voices = [:]
    reasonsToTellMore.remove(.voices)
  }

  private mutating func setVoiceChanges(_ changes: [VoiceChange], of call: ConnID) {
    cold[0].voices[call] = changes.isEmpty ? nil : changes
    if cold[0].voices.isEmpty {
      reasonsToTellMore.remove(.voices)
    } else {
      reasonsToTellMore.insert(.voices)
    }
  }
}
