// T-Server models, Registration: a client is told of the DN B, or asks how the DN C stands.

extension Section {
  static let registeredDNs = Section(.tServerModels, "Registration", columns: Who.actor, Who.target) { b, c in
    Row("A DN is registered", on: .registerAddress, by: b, .idle, if: .valueFits, derived: 140, 141, 143, 145) {
      b.sets(.registered)
      b.receives(.registered, .snapshot(of: b))
    }
    Row("A DN is no longer registered", on: .unregisterAddress, by: b, .idle, derived: 142) {
      b.sets(.unregistered)
      b.receives(.unregistered)
    }
    Row(
      "A client asks how a DN stands", on: .queryAddress, by: b, .idle, to: c,
      if: .toItself, .to(.extension, .remote, .acdGroup, .routingPoint, .routeQueue, .virtualQueue), derived: 143, 144
    ) {
      b.receives(.addressInfo, .snapshot(of: c), .noThisDN)
    }
  }
}
