import CallModel

/// How the log's DNs stand that are in no call: what earlier events have set on them.
struct SettingsTable: Sendable {
  private struct Entry: Sendable {
    var settings: Exchange.Settings
    var group = Reference()
    var forwardsTo = Reference()

    func isLike(_ other: Entry) -> Bool {
      (group, forwardsTo) == (other.group, other.forwardsTo) && settings.forwardMode == other.settings.forwardMode
    }
  }

  /// Another DN: its name, if an event has named it, and its kind.
  private struct Reference: Hashable, Sendable {
    var name = Observation.DN.none
    var kind: Kind?
  }

  /// Several, where it is open to which kind of DN one forwards its calls.
  private var entries: [Observation.DN: [Entry]] = [:]
  /// The DNs that observe calls, each with its agent.
  private var observations: [Observed] = []

  private struct Observed: Sendable {
    let observer: Observation.DN
    let agent: Observation.DN
    /// The ways in which it may do so; nil where it may not.
    var ways: [Way?] = []
  }

  private struct Way: Hashable, Sendable {
    let type: MonitorNextCallType
    let intrudes: Bool
  }

  /// What has been told of the settings of DNs.
  private var known: [Observation.DN: Told] = [:]

  /// DNs that have begun or ceased to observe others.
  private var knownObservers: Set<Observation.DN> = []

  /// What events tell of the settings of a DN.
  struct Told: OptionSet, Sendable {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let agent = Told(rawValue: 1)
    static let doNotDisturb = Told(rawValue: 2)
    static let forwarding = Told(rawValue: 4)
    static let messages = Told(rawValue: 8)
    static let service = Told(rawValue: 16)
    static let hook = Told(rawValue: 32)

    /// What the message tells.
    init(_ type: EventType) {
      self =
        switch type {
        case .agentLogin, .agentLogout, .agentReady, .agentNotReady: .agent
        case .dndOn, .dndOff: .doNotDisturb
        case .forwardSet, .forwardCancel: .forwarding
        case .messageWaitingOn, .messageWaitingOff: .messages
        case .dnOutOfService, .dnBackInService: .service
        case .offHook, .onHook: .hook
        default: []
        }
    }
  }

  /// Whether it is known what of this is set on the DN.
  func isKnown(_ told: Told, of dn: Observation.DN) -> Bool { known[dn]?.isSuperset(of: told) ?? false }

  /// Whether it is known which DNs that one observes.
  func isKnown(observer: Observation.DN) -> Bool { knownObservers.contains(observer) }

  /// Adds what is known of settings that may have been set before the log; returns false if that is too much, because
  /// the component has more than 22 DNs.
  func addKnown(
    by observed: Observation, to words: inout [UInt64], _ participants: borrowing Participants
  ) -> Bool {
    let told = Told(observed.type)
    var known: UInt64 = !told.isEmpty && isKnown(told, of: observed.thisDN) ? 1 : 0
    if let observer = observed.observer, isKnown(observer: observer) { known |= 2 }
    if observed.has(.callState), observed.callState == .forwarded {
      if participants.dns.count > 22 { return false }
      for (number, dn) in participants.dns.enumerated() where isKnown(.forwarding, of: dn) {
        known |= 4 << UInt64(number)
      }
    }
    if known != 0 { words.append(known | 1 << 61) }
    return true
  }

  /// The event may tell what is set on its DN.
  mutating func note(_ observed: Observation) {
    guard observed.type.isAboutDN else { return }
    let told = Told(observed.type)
    if !told.isEmpty { known[observed.thisDN, default: []].formUnion(told) }
    if let observer = observed.observer { knownObservers.insert(observer) }
  }

  /// What is set on the DNs of these events is no longer known: they could not be explained.
  mutating func forget(_ events: [Observation]) {
    for observed in events where observed.type.isAboutDN {
      for dn in [observed.thisDN, observed.otherDN] where dn != .none {
        (known[dn], entries[dn]) = (nil, nil)
        knownObservers.remove(dn)
        observations.removeAll { $0.observer == dn || $0.agent == dn }
      }
    }
  }

  /// The DN has been told something, and so it is registered.
  mutating func note(told dn: Observation.DN) {
    guard let known = entries[dn] else { return }
    let registered = known.filter(\.settings.isRegistered)
    if registered.count < known.count { entries[dn] = registered.isEmpty ? nil : registered }
  }

  /// Keeps how the DNs of the hypotheses stand, and forgets how they stood before.
  mutating func take(_ hypotheses: [Hypothesis]) {
    guard let first = hypotheses.first else { return }
    let names = first.dns.map(first.name).filter { $0 != .none }
    for name in names {
      var kept: [Entry] = []
      for entry in hypotheses.compactMap({ Self.entry(name, $0) }) {
        let isKept = kept.contains { $0.isLike(entry) }
        if !isKept, kept.count < Self.limit { kept.append(entry) }
      }
      entries[name] = kept.isEmpty ? nil : kept
    }
    observations.removeAll { names.contains($0.observer) || names.contains($0.agent) }
    for hypothesis in hypotheses {
      for observation in hypothesis.exchange.observations {
        let (observer, agent) = (hypothesis.name(observation.observer), hypothesis.name(observation.agent))
        if observations.contains(where: { $0.observer == observer && $0.agent == agent }) { continue }
        observations.append(
          Observed(observer: observer, agent: agent, ways: Self.ways(observer, agent, hypotheses)))
      }
    }
  }

  private static func ways(
    _ observer: Observation.DN, _ agent: Observation.DN, _ hypotheses: [Hypothesis]
  ) -> [Way?] {
    var ways: [Way?] = []
    for hypothesis in hypotheses {
      let way = hypothesis.exchange.observations
        .first { hypothesis.name($0.observer) == observer && hypothesis.name($0.agent) == agent }
        .map { Way(type: $0.type, intrudes: $0.intrudes) }
      if !ways.contains(way) { ways.append(way) }
    }
    return ways
  }

  /// The most that may be open about a DN.
  private static let limit = 24

  private static func entry(_ name: Observation.DN, _ hypothesis: Hypothesis) -> Entry? {
    let dn = hypothesis.dn(name)
    guard dn != .none, let settings = hypothesis.exchange.settings(of: dn) else { return nil }
    func reference(_ dn: Exchange.DN) -> Reference {
      Reference(name: hypothesis.name(dn), kind: hypothesis.exchange.kind(of: dn))
    }
    return Entry(
      settings: settings, group: reference(settings.group), forwardsTo: reference(settings.forwardsTo))
  }

  /// Whether nothing is set on any DN.
  var isEmpty: Bool { entries.isEmpty && observations.isEmpty }

  /// Whether a DN forwards its calls.
  var hasForwarding: Bool { entries.values.contains { $0.contains { $0.forwardsTo.kind != nil } } }

  /// Adds how the DN stands, in the numbers of the participants; returns false if more than words can say matters.
  func add(_ name: Observation.DN, to words: inout [UInt64], _ participants: inout Participants) -> Bool {
    if participants.isReference(name) { words.append(participants.number(name) | 1 << 62) }
    guard concerns(name) else { return true }
    if observations.contains(where: { $0.observer == name || $0.agent == name }) { return false }
    words.append(participants.number(name) | 1 << 63)
    for entry in entries[name] ?? [] {
      words.append(entry.settings.word)
      var others = participants.number(agent: entry.settings.agentID)
      for (place, other) in [entry.group, entry.forwardsTo].enumerated() {
        if concerns(other.name) { return false }
        let kind = other.kind.map { UInt64($0.rawValue) + 1 } ?? 0
        others |= (participants.number(reference: other.name) | kind << 8) << (8 + UInt64(place) * 16)
      }
      words.append(others)
    }
    return true
  }

  /// Whether something is set on the DN, or it takes part in an observation.
  func concerns(_ name: Observation.DN) -> Bool {
    entries[name] != nil || observations.contains { $0.observer == name || $0.agent == name }
  }

  /// The hypothesis with those DNs of the event on which something is set.
  func prepared(_ hypothesis: Hypothesis, for observed: Observation, _ effort: Effort) -> [Hypothesis] {
    if entries.isEmpty, observations.isEmpty { return [hypothesis] }
    var prepared = [hypothesis]
    for name in observed.dns where concerns(name) && hypothesis.dn(name) == .none {
      prepared = prepared.flatMap { add(name, to: $0, effort) }
    }
    // A call that begins has not been forwarded yet.
    if hypothesis.strain < effort.strain, observed.type != .dialing {
      let usual = prepared
      for name in forwarding(to: observed) where hypothesis.dn(name) == .none {
        prepared += usual.flatMap { add(name, to: $0, effort) }.map { forwarded in
          var forwarded = forwarded
          forwarded.strain(by: 1)
          return forwarded
        }
      }
    }
    return prepared
  }

  /// DNs that the event does not name, but that may have forwarded the call to a DN that it does name.
  private func forwarding(to observed: Observation) -> [Observation.DN] {
    let named = observed.dns
    let found = entries.keys.filter { name in
      !named.contains(name)
        && entries[name]?.contains {
          $0.forwardsTo.kind != nil && ($0.forwardsTo.name == .none || named.contains($0.forwardsTo.name))
        } ?? false
    }
    return Array(found.sorted().prefix(4))
  }

  /// The DN of the hypothesis turns out to be that one: what is set on it holds.
  func apply(to dn: Exchange.DN, named name: Observation.DN, _ hypothesis: inout Hypothesis) {
    if entries.isEmpty && observations.isEmpty || !concerns(name) { return }
    set(entries[name]?.first, on: dn, name, &hypothesis)
  }

  /// One hypothesis for each way in which the DN may stand.
  private func add(_ name: Observation.DN, to hypothesis: Hypothesis, _ effort: Effort) -> [Hypothesis] {
    guard hypothesis.dn(name) == .none else { return [hypothesis] }
    let mayBeRemote = hypothesis.mayTry(Spare.remote, effort)
    let ways = observations.filter { $0.observer == name || $0.agent == name }.map(\.ways.count).max() ?? 1
    var found: [Hypothesis] = []
    for entry in entries[name].map({ $0.map(Optional.some) }) ?? [nil] {
      for way in 0..<ways {
        var changed = hypothesis
        add(name, entry, to: &changed, way: way)
        found.append(changed)
        // It may be a DN of which no event has said which one it is.
        for dn in hypothesis.dns where hypothesis.name(dn) == .none {
          let kind = hypothesis.exchange.kind(of: dn)
          guard entry.map({ $0.settings.kind == kind }) ?? (kind == .extension) else { continue }
          var changed = hypothesis
          changed.bind(dn, to: name)
          set(entry, on: dn, name, &changed, way)
          found.append(changed)
        }
      }
      guard mayBeRemote, entry?.settings.kind == .extension else { continue }
      var changed = hypothesis
      changed.strain(by: 1)
      add(name, entry, to: &changed, as: .remote)
      found.append(changed)
    }
    return found
  }

  private func add(
    _ name: Observation.DN, _ entry: Entry?, to hypothesis: inout Hypothesis, as kind: Kind? = nil, way: Int = 0
  ) {
    guard hypothesis.dn(name) == .none,
      let dn = hypothesis.addDN(name, kind ?? entry?.settings.kind ?? .extension)
    else { return }
    set(entry, on: dn, name, &hypothesis, way)
  }

  private func set(
    _ entry: Entry?, on dn: Exchange.DN, _ name: Observation.DN, _ hypothesis: inout Hypothesis, _ way: Int = 0
  ) {
    let kind = hypothesis.exchange.kind(of: dn)
    if let entry, entry.settings.kind == kind || entry.settings.kind == .extension && kind == .remote {
      var settings = entry.settings
      settings.group = self.dn(entry.group, &hypothesis)
      settings.forwardsTo = self.dn(entry.forwardsTo, &hypothesis)
      hypothesis.set(settings, of: dn)
    }
    for observed in observations where observed.observer == name || observed.agent == name {
      for other in [observed.observer, observed.agent] { add(other, entries[other]?.first, to: &hypothesis, way: way) }
      let (observer, agent) = (hypothesis.dn(observed.observer), hypothesis.dn(observed.agent))
      guard !hypothesis.exchange.observations.contains(where: { $0.observer == observer }),
        let way = observed.ways[way % observed.ways.count]
      else { continue }
      hypothesis.add(Exchange.Observation(observer: observer, agent: agent, type: way.type, intrudes: way.intrudes))
    }
  }

  /// The DN to which another one refers.
  private func dn(_ reference: Reference, _ hypothesis: inout Hypothesis) -> Exchange.DN {
    guard let kind = reference.kind else { return .none }
    if reference.name != .none {
      if concerns(reference.name) { add(reference.name, entries[reference.name]?.first, to: &hypothesis) }
      let known = hypothesis.dn(reference.name)
      if known != .none { return known }
    }
    return hypothesis.addDN(reference.name, kind) ?? .none
  }
}

extension Observation {
  /// The DN that observes another, if the event names one.
  var observer: DN? { thisDNRole == .observer ? thisDN : otherDNRole == .observer ? otherDN : nil }
}
