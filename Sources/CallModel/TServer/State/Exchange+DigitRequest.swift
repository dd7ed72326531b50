// The digits that a client has asked for.

extension Exchange {
  /// A TCollectDigits.
  struct DigitRequest: Sendable {
    var request: PendingRequest
    /// The ordinal of the event before which its DN came into the call: digits are for this visit of the call alone.
    let arrival: UInt32
    /// Whether the digits have come.
    var isAnswered = false
  }

  /// Whether digits have been asked for that have not come, at that DN and since the call has been there.
  func awaitsDigits(in slot: Int, at dn: DN) -> Bool {
    guard let asked = cold[0].digitRequests[slots[slot].connID], let place = slots[slot].index(of: dn) else {
      return false
    }
    return !asked.isAnswered && asked.request.dn == dn && asked.arrival == slots[slot].arrival(place)
  }

  func awaitsDigits(in call: Call) -> Bool {
    guard !cold[0].digitRequests.isEmpty, let slot = slot(of: call.connID) else { return false }
    return call.parties.contains { awaitsDigits(in: slot, at: $0.dn) }
  }

  /// A later request takes the place of an earlier one.
  mutating func askForDigits(in slot: Int, by dn: DN, as referenceID: UInt32) {
    guard let place = slots[slot].index(of: dn) else { return }
    let brought = cold[0].brought
    cold[0].digitRequests[slots[slot].connID] = DigitRequest(
      request: PendingRequest(
        dn: dn, referenceID: referenceID, reasons: brought.reasons, extensions: brought.extensions),
      arrival: slots[slot].arrival(place))
    // So that it is removed when the call ends.
    noteData(slot)
  }
}
