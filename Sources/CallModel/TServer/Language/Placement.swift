/// How a call begins that a party places, made or for a consultation: a row of the section that is about such calls.
struct Placement {
  /// `a device`
  let place: String
  let kinds: Situation
  /// The profiles under which it begins so.
  let note: Footnote
  /// The actor dials, and the call arrives.
  let begins: [Clause]

  static let all = [Section.internalCall, .outboundCall, .callToACD, .routeQueueCase, .routing].flatMap(\.placements)
}
