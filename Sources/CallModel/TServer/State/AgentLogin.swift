/// An agent at its device, and the group that it is logged in to.
struct AgentLogin: Hashable, Sendable {
  /// The number of the text of the AgentID; 0 if it is not known.
  var agentID: UInt32 = 0
  var group = Exchange.DN.none
  /// AgentID and ThisQueue, where the login has named them: then tables list them.
  var listed: AttributeSet = []

  /// What a login says counts; what it leaves out stays as it is.
  mutating func name(_ agentID: UInt32, at group: Exchange.DN) {
    if agentID != 0 {
      self.agentID = agentID
      listed.insert(.agentID)
    }
    if group != .none {
      self.group = group
      listed.insert(.thisQueue)
    }
  }
}

/// Where the agents are logged in that have an AgentID, sorted by the numbers of the IDs.
struct AgentList: Sendable {
  /// An ID and a DN each.
  private var entries: [UInt64] = []

  var isEmpty: Bool { entries.isEmpty }

  /// The DN at which the agent is logged in; none if it is logged in nowhere.
  subscript(agentID: UInt32) -> Exchange.DN {
    let place = place(of: agentID)
    return isEntry(place, of: agentID) ? Exchange.DN(UInt16(truncatingIfNeeded: entries[place])) : .none
  }

  mutating func add(_ agentID: UInt32, at dn: Exchange.DN) {
    if agentID == 0 { return }
    let place = place(of: agentID)
    if !isEntry(place, of: agentID) { entries.insert(UInt64(agentID) << 16 | UInt64(dn.rawValue), at: place) }
  }

  mutating func remove(_ agentID: UInt32) {
    let place = place(of: agentID)
    if isEntry(place, of: agentID) { entries.remove(at: place) }
  }

  private func isEntry(_ place: Int, of agentID: UInt32) -> Bool {
    place < entries.count && entries[place] >> 16 == UInt64(agentID)
  }

  private func place(of agentID: UInt32) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle] >> 16 < UInt64(agentID) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension Exchange {
  /// An agent logs in at the DN, or logs in again and names more.
  mutating func logIn(_ agentID: UInt32, at group: DN, on dn: DN) {
    let number = Int(dn.rawValue)
    if cold[0].settings[number].agent == .loggedOut { cold[0].settings[number].login = cold[0].settings[number].usual }
    cold[0].settings[number].login.name(agentID, at: group)
    cold[0].agents.add(cold[0].settings[number].login.agentID, at: dn)
    noteStaff()
  }

  /// The agent of the DN logs out. Its login is kept for the events of the step.
  mutating func logOut(_ dn: DN) {
    cold[0].agents.remove(cold[0].settings[Int(dn.rawValue)].login.agentID)
    cold[0].reasons[dn] = nil
    noteStaff()
  }

  /// Whether an agent with an AgentID is logged in, or an agent is monitored.
  var isStaffed: Bool { reasonsToTellMore.contains(.staff) }

  /// Notes whether it is staffed.
  mutating func noteStaff() {
    if cold[0].agents.isEmpty, cold[0].monitors.isEmpty {
      reasonsToTellMore.remove(.staff)
    } else {
      reasonsToTellMore.insert(.staff)
    }
  }

  /// Adds the AgentID to the events of calls that go to agents.
  func nameAgents(in told: inout [Event]) {
    for index in told.indices where told[index].connID != .none {
      let settings = cold[0].settings[Int(told[index].thisDN.rawValue)]
      guard settings.login.agentID != 0 else { continue }
      let isKnown =
        settings.agent != .loggedOut || told.contains { $0.type == .agentLogout && $0.thisDN == told[index].thisDN }
      if isKnown { told[index].agentID = settings.login.agentID }
    }
  }
}
