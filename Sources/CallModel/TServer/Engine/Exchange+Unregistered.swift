// Leaves out what DNs that are not registered would be told.

extension Exchange {
  /// Removes the events that a DN is not told because it is not registered, and numbers the others without a gap.
  ///
  /// The events that are left out count as time all the same: who has waited longest does not depend on who is told.
  @inline(never)
  mutating func removeEventsOfUnregistered(from told: inout [Event]) {
    var kept: [Event] = []
    for var event in told {
      let number = event.sequenceNumber
      let digits = cold[0].collected?.event == number ? cold[0].collected?.digits : nil
      if digits != nil { cold[0].collected = nil }
      guard isTold(event) else {
        cold[0].untold += 1
        continue
      }
      event.sequenceNumber = number &- cold[0].untold
      if let digits { cold[0].collected = (event.sequenceNumber, digits) }
      if cold[0].snapshot?.event == number { cold[0].snapshot?.event = event.sequenceNumber }
      kept.append(event)
    }
    told = kept
  }

  /// The number of the last event that a DN has been told.
  var lastEventNumber: UInt64 { sequenceNumber &- cold[0].untold }

  /// Whether the event reaches its recipient. The answer to a client's question does so even if it is not registered.
  func isTold(_ event: Event) -> Bool {
    event.type == .unregistered || event.type == .addressInfo || isRegistered(event.thisDN)
  }
}
