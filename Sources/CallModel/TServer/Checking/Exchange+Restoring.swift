extension Exchange {
  /// Becomes as the other one is, which has the same DNs, in the memory that this one has; apart from what only the
  /// last action needed.
  ///
  /// Hardly any action changes more than calls and settings: to find that out is cheaper than to copy the rest.
  package mutating func become(_ other: borrowing Exchange) {
    let mayTellMore = !reasonsToTellMore.union(other.reasonsToTellMore).isDisjoint(with: .whatColdStateKeeps)
    let mayHaveData = mayHaveData || other.mayHaveData
    let mayHaveSettings = mayHaveSettings || other.mayHaveSettings
    takeCalls(of: other)
    cold.withUnsafeMutableBufferPointer { own in
      other.cold.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return }
        if mayHaveSettings { own.pointee.settings.overwrite(with: other.pointee.settings) }
        own.pointee.unregistered = other.pointee.unregistered
        own.pointee.untold = other.pointee.untold
        own.pointee.reasons.become(other.pointee.reasons)
        if mayTellMore { Self.takeWhatIsTold(own, other) }
        if mayHaveData { Self.takeData(own, other) }
      }
    }
  }

  private static func takeWhatIsTold(_ own: UnsafeMutablePointer<ColdState>, _ other: UnsafePointer<ColdState>) {
    own.pointee.agents = other.pointee.agents
    own.pointee.monitors = other.pointee.monitors
    own.pointee.virtualWaits.become(other.pointee.virtualWaits)
    own.pointee.observedBeforeAnswer = other.pointee.observedBeforeAnswer
    own.pointee.voices.become(other.pointee.voices)
  }

  private static func takeData(_ own: UnsafeMutablePointer<ColdState>, _ other: UnsafePointer<ColdState>) {
    while own.pointee.data.count < other.pointee.data.count { own.pointee.data.append(Exchange.UserData()) }
    // Changed in place, so that the array checks only once whether it is shared.
    var data = own.pointee.data.mutableSpan
    let others = other.pointee.data.span
    for slot in data.indices {
      if slot < others.count { data[slot].become(others[slot]) } else { data[slot].removeAll() }
    }
    own.pointee.sharing.become(other.pointee.sharing)
    own.pointee.pending.become(other.pointee.pending)
    own.pointee.digitRequests.become(other.pointee.digitRequests)
  }

  /// Whether there is more to pack than calls and their parties.
  var hasMoreThanCalls: Bool {
    if !cold[0].monitors.isEmpty || !cold[0].virtualWaits.isEmpty || !cold[0].voices.isEmpty { return true }
    if !mayHaveSettings { return false }
    for number in lines.indices where isUnusual(number) { return true }
    return false
  }

  /// Whether anything is set on the DN that outlasts a step.
  // Read one by one: to call the settings themselves would copy them.
  @inline(__always)
  func isUnusual(_ number: Int) -> Bool {
    cold[0].settings[number].agent != .loggedOut || cold[0].settings[number].forwardMode != .none
      || cold[0].settings[number].isUndisturbed || cold[0].settings[number].isOutOfService
      || cold[0].settings[number].hasMessages || cold[0].settings[number].registration != .share
  }
}

extension Exchange.ReasonsToTellMore {
  /// All reasons for which the cold state keeps something.
  fileprivate static let whatColdStateKeeps: Self = [.staff, .virtualQueues, .voices, .waitingObservers]
}

extension Dictionary {
  /// Takes the entries of the other one, unless both are empty, as they are nearly always.
  @inline(__always)
  fileprivate mutating func become(_ other: Self) { if !(isEmpty && other.isEmpty) { self = other } }
}
