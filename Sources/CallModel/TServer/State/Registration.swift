// Which DNs are registered.

extension Exchange {
  /// Whether the DN is registered, so that it is told of its events.
  package func isRegistered(_ dn: DN) -> Bool { !isKnown(dn) || cold[0].settings[Int(dn.rawValue)].registration != nil }

  /// Whether every DN is registered, and has been ever since events were last numbered.
  var areAllRegistered: Bool { !reasonsToTellMore.contains(.unregistered) }

  /// Registers the DN in that mode; with nil, it is no longer registered.
  mutating func register(_ dn: DN, as mode: RegisterMode?) {
    let number = Int(dn.rawValue)
    let was = cold[0].settings[number].registration
    cold[0].settings[number].registration = mode
    if (was == nil) != (mode == nil) { cold[0].unregistered += mode == nil ? 1 : -1 }
    if cold[0].unregistered > 0 || cold[0].untold > 0 {
      reasonsToTellMore.insert(.unregistered)
    } else {
      reasonsToTellMore.remove(.unregistered)
    }
    refreshLine(number)
  }

  /// Registers every DN, to find out what all of them would be told.
  mutating func registerAll() {
    for number in cold[0].settings.indices where cold[0].settings[number].registration == nil {
      register(DN(UInt16(number)), as: .share)
    }
  }

  /// Refuses a request of a DN that is not registered, or registered only to be watched. What is done by hand is always
  /// possible.
  func checkRegistration(of action: Action) throws(ModelRefusal<Exchange>) {
    guard action.isRequest, action.verb != .registerAddress, action.verb != .queryAddress else { return }
    switch cold[0].settings[Int(action.actor.rawValue)].registration {
    case nil: throw ModelRefusal(action, cause: .unregistered)
    case .monitor where action.verb != .unregisterAddress: throw ModelRefusal(action, cause: .watchesOnly)
    case .share, .private, .monitor: break
    }
  }
}
