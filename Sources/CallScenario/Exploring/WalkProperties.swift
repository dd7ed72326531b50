import CallModel

/// The properties that a walk can break: `never P [before Q]`. Whether the others hold takes every state.
struct WalkProperties<Reader: EventReader> where Reader.Server: Walkable {
  let properties: [Property]
  /// What the walk must not send; a claim for each of the properties.
  let ban: WalkBan<Reader.Server>?

  init(_ all: [Property], _ reader: Reader, _ comparison: Comparison) {
    var (properties, patterns, claims) = (
      [Property](), [EventPatterns<Reader>.Pattern](), [WalkBan<Reader.Server>.Claim]()
    )
    for property in all {
      guard case .never(let event, let end) = property.claim else { continue }
      let (first, second) = Property.signals(properties.count)
      properties.append(property)
      patterns += EventPatterns<Reader>.Pattern.never(event, before: end, first, second)
      claims.append(.init(never: first, before: end == nil ? 0 : second))
    }
    self.properties = properties
    let prepared = EventPatterns(patterns, reader, comparison)
    ban = properties.isEmpty ? nil : WalkBan(claims) { prepared.signals($0, after: $1, calls: $2) }
  }
}
