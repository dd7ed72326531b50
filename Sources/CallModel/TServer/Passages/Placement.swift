// How a call begins that somebody places. Each section adds the places of its model.

private let b = Who.actor, c = Who.target

/// Where a call goes that somebody places, and how it begins: made, or for a consultation.
struct Placement {
  let name: String
  let source: String
  let path: Path
  let arrival: Arrival
  var kinds: Situation
  var state: PartyState
  /// On OtherDN and its role in EventDialing.
  var dialed: Footnote
  /// The profiles under which it begins so.
  var note: Footnote

  init(
    _ name: String, _ source: String, _ path: Path, _ arrival: Arrival, kinds: Situation? = nil,
    state: PartyState? = nil,
    dialed: Footnote = .dialed, only note: Footnote = .none
  ) {
    (self.name, self.source, self.path, self.arrival, self.dialed, self.note) = (
      name, source, path, arrival, dialed, note
    )
    (self.kinds, self.state) = (kinds ?? arrival.kinds, state ?? arrival.state)
  }

  /// The actor dials, and the call arrives.
  var begins: [Clause] {
    [
      Here.opens(path), b.enters(as: .origination, .dialing), c.enters(as: .destination, state),
      b.receives(.dialing, .thisDNRole(.origination), .otherDN(c, dialed), .otherDNRole(.destination, dialed)),
    ] + arrival.queueing(b)
  }

  var rule: Rule<Exchange> {
    Rule(
      "A call is made to \(name)", source, on: .makeCall, by: .idle, if: [.byDevice, .byExternal, kinds, .free],
      only: note
    ) { begins }
  }

  static let all = [toDevice] + outside + [toGroup, toRouteQueue, toRoutingPoint]
}

extension Placement {
  /// Who can be announced to a conference, and how it stands there.
  static let devicesAnnounced: [(name: String, kinds: Situation, state: PartyState)] = [
    ("a device", .toDevice, .joining), ("a party outside", .toExternal, .joiningReached),
  ]
}
