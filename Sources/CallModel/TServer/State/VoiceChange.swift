/// What a request has changed for one party of a call: whether the others hear it, or whether it hears them.
struct VoiceChange: Hashable, Sendable {
  enum Way: UInt8, Sendable { case speaking, listening }

  let dn: Exchange.DN
  var call: ConnID
  let way: Way
}

extension Exchange {
  /// Whether the others do not hear the party of the call. An observer is muted at first.
  package func isMuted(_ dn: DN, in call: ConnID) -> Bool {
    (state(of: dn, in: call) == .observing) != isChanged(.speaking, of: dn, in: call)
  }

  /// Whether the party of the call hears the others.
  package func isListening(_ dn: DN, in call: ConnID) -> Bool { !isChanged(.listening, of: dn, in: call) }

  private func isChanged(_ way: VoiceChange.Way, of dn: DN, in call: ConnID) -> Bool {
    hasVoiceChanges && cold[0].voices.contains(VoiceChange(dn: dn, call: call, way: way))
  }

  /// Whether any party of any call is muted, or does not listen, though it did at first; or the reverse.
  var hasVoiceChanges: Bool { reasonsToTellMore.contains(.voices) }

  /// The second change undoes the first.
  mutating func changeVoice(_ way: VoiceChange.Way, of dn: DN, in call: ConnID) {
    let change = VoiceChange(dn: dn, call: call, way: way)
    if let place = cold[0].voices.firstIndex(of: change) {
      cold[0].voices.remove(at: place)
    } else {
      cold[0].voices.append(change)
    }
    noteVoiceChanges()
  }

  /// The parties of a call that ends have moved into the other call, as they were.
  mutating func moveVoiceChanges(of ended: Call, to remaining: ConnID) {
    for number in cold[0].voices.indices
    where cold[0].voices[number].call == ended.connID && ended.index(of: cold[0].voices[number].dn) != nil {
      cold[0].voices[number].call = remaining
    }
  }

  /// Forgets those of parties that have left. In a call of two, both listen.
  mutating func forgetVoiceChanges() {
    cold[0].voices = cold[0].voices.filter { change in
      guard let slot = slot(of: change.call), slots[slot].index(of: change.dn) != nil else { return false }
      return change.way == .speaking || slots[slot].members > 2
    }
    noteVoiceChanges()
  }

  /// Restores a change that an exploration has packed.
  mutating func restore(_ change: VoiceChange) {
    cold[0].voices.append(change)
    noteVoiceChanges()
  }

  mutating func forgetAllVoiceChanges() {
    cold[0].voices = []
    noteVoiceChanges()
  }

  private mutating func noteVoiceChanges() {
    if cold[0].voices.isEmpty {
      reasonsToTellMore.remove(.voices)
    } else {
      reasonsToTellMore.insert(.voices)
    }
  }
}
