extension Exchange {
  /// Becomes as the other one is, which has the same DNs, in the memory that this one has; apart from what only the
  /// last action needed.
  ///
  /// Hardly any action changes more than calls and settings: to find that out is cheaper than to copy the rest.
  package mutating func become(_ other: borrowing Exchange) {
    takeCalls(of: other)
    cold.withUnsafeMutableBufferPointer { own in
      other.cold.withUnsafeBufferPointer { other in
        guard let own = own.baseAddress, let other = other.baseAddress else { return }
        Self.takeSettings(own, other)
        Self.takeWhatBelongsToCalls(own, other)
      }
    }
  }

  @inline(__always)
  private static func takeSettings(_ own: UnsafeMutablePointer<ColdState>, _ other: UnsafePointer<ColdState>) {
    own.pointee.settings.overwrite(with: other.pointee.settings)
    own.pointee.unregistered = other.pointee.unregistered
    own.pointee.untold = other.pointee.untold
    if !(own.pointee.agents.isEmpty && other.pointee.agents.isEmpty) { own.pointee.agents = other.pointee.agents }
    if !(own.pointee.reasons.isEmpty && other.pointee.reasons.isEmpty) { own.pointee.reasons = other.pointee.reasons }
    if !(own.pointee.monitors.isEmpty && other.pointee.monitors.isEmpty) {
      own.pointee.monitors = other.pointee.monitors
    }
  }

  @inline(__always)
  private static func takeWhatBelongsToCalls(
    _ own: UnsafeMutablePointer<ColdState>, _ other: UnsafePointer<ColdState>
  ) {
    if !(own.pointee.virtualWaits.isEmpty && other.pointee.virtualWaits.isEmpty) {
      own.pointee.virtualWaits = other.pointee.virtualWaits
    }
    if !(own.pointee.observedBeforeAnswer.isEmpty && other.pointee.observedBeforeAnswer.isEmpty) {
      own.pointee.observedBeforeAnswer = other.pointee.observedBeforeAnswer
    }
    if !(own.pointee.voices.isEmpty && other.pointee.voices.isEmpty) { own.pointee.voices = other.pointee.voices }
    if !(own.pointee.data.isEmpty && other.pointee.data.isEmpty) { own.pointee.data = other.pointee.data }
    if !(own.pointee.sharing.isEmpty && other.pointee.sharing.isEmpty) { own.pointee.sharing = other.pointee.sharing }
    if !(own.pointee.pending.isEmpty && other.pointee.pending.isEmpty) { own.pointee.pending = other.pointee.pending }
    if !(own.pointee.digitRequests.isEmpty && other.pointee.digitRequests.isEmpty) {
      own.pointee.digitRequests = other.pointee.digitRequests
    }
  }

  /// Whether there is more to pack than calls and their parties.
  var hasMoreThanCalls: Bool {
    if !cold[0].monitors.isEmpty || !cold[0].virtualWaits.isEmpty || !cold[0].voices.isEmpty { return true }
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
