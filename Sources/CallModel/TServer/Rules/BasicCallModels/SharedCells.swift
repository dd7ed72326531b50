// Cells that several tables print alike.

extension Section {
  /// A queue hands a call on.
  static func isDiverted(_ queue: Who, from caller: Who, to target: Who) -> Clause {
    queue.receives(
      .diverted, .thisQueue(queue), .thisDNRole(.destination), .otherDN(caller), .otherDNRole(.origination),
      .thirdPartyDN(target, .optional), .thirdPartyDNRole(.destination, .optional))
  }

  /// A routing point routes a call after a TRouteCall; under that note, CallState is OK.
  static func isRouted(_ point: Who, from caller: Who, to target: Who, ok: Footnote) -> Clause {
    point.receives(
      .routeUsed, .thisDNRole(.destination), .otherDN(caller), .otherDNRole(.origination),
      .thirdPartyDN(target), .thirdPartyDNRole(.destination, .optional),
      .callState(.ok, ok), .callState(.redirected, .routeRedirected), .referenceID.unlisted, .mode.unlisted)
  }

  /// A routing point routes a call without a TRouteCall; CallState is listed under that note.
  static func isRoutedByDefault(_ point: Who, from caller: Who, to target: Who, listed: Footnote) -> Clause {
    point.receives(
      .routeUsed, .thisDNRole(.destination), .otherDN(caller), .otherDNRole(.origination),
      .thirdPartyDN(target, .optional), .thirdPartyDNRole(.destination, .optional), .callState(.redirected, listed))
  }

  /// A route queue routes a call, with or without a TRouteCall.
  static func isRoutedByQueue(_ queue: Who, from caller: Who, to target: Who) -> [Clause] {
    [
      queue.receives(
        .routeUsed, .thisDNRole(.destination), .otherDN(caller), .otherDNRole(.origination),
        .thirdPartyDN(target, .optional), .thirdPartyDNRole(.destination, .optional), .referenceID.unlisted,
        .mode.unlisted),
      isDiverted(queue, from: caller, to: target),
    ]
  }

  /// A call leaves for an outside party.
  static func networkIsReached(_ caller: Who, calling target: Who) -> Clause {
    caller.receives(
      .networkReached, .thisDNRole(.origination), .otherDN(target, .dialed), .otherDNRole(.destination, .dialed))
  }
}
