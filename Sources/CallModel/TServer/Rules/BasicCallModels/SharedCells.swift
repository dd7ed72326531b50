// Cells that several tables print alike.

extension Section {
  /// A queue hands a call on.
  static func isDiverted(_ queue: Who, from caller: Who, to target: Who) -> Clause {
    queue.receives(
      .diverted, .thisQueue(queue), .thisDNRole(.destination), .otherDN(caller), .otherDNRole(.origination),
      .thirdPartyDN(target, .optional), .thirdPartyDNRole(.destination, .optional))
  }

  /// A call leaves for an outside party.
  static func networkIsReached(_ caller: Who, calling target: Who) -> Clause {
    caller.receives(
      .networkReached, .thisDNRole(.origination), .otherDN(target, .dialed), .otherDNRole(.destination, .dialed))
  }
}
