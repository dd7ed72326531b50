// Other numbers for the DNs: to compare exchanges whose DNs were added in different orders.

extension Exchange {
  /// This exchange with these DNs alone, numbered from 1 in this order. It must need no other DN: see `mentionedDNs`.
  package func renumbered(_ order: [DN]) -> Exchange {
    var numbers = [UInt16](repeating: 0, count: lines.count)
    for (place, dn) in order.enumerated() { numbers[Int(dn.rawValue)] = UInt16(place + 1) }
    var other = self
    other.lines = [lines[0]] + order.map { lines[Int($0.rawValue)] }
    other.cold[0].settings = [cold[0].settings[0]] + order.map { cold[0].settings[Int($0.rawValue)] }
    other.eachMention { $0 = DN(numbers[Int($0.rawValue)]) }
    other.listAgents()
    return other
  }

  /// Gives the agents other AgentIDs: each number of a text becomes the one that `name` returns. 0 must stay 0.
  package mutating func renameAgents(_ name: (UInt32) -> UInt32) {
    if cold[0].agents.isEmpty { return }
    for number in cold[0].settings.indices {
      cold[0].settings[number].usual.agentID = name(cold[0].settings[number].usual.agentID)
      cold[0].settings[number].login.agentID = name(cold[0].settings[number].login.agentID)
    }
    listAgents()
  }

  private mutating func listAgents() {
    cold[0].agents = AgentList()
    for number in lines.indices where cold[0].settings[number].agent != .loggedOut {
      cold[0].agents.add(cold[0].settings[number].login.agentID, at: DN(UInt16(number)))
    }
  }

  /// By DN: whether it is in a call, or something in a call or a setting refers to it.
  package var mentionedDNs: [Bool] {
    var mentioned = lines.indices.map { isUnusual($0) }
    func mention(_ dn: inout DN) { mentioned[Int(dn.rawValue)] = true }
    // A copy of each part takes much less time than one of the exchange.
    for var call in slots where call.connID != .none { call.eachMention(mention) }
    for var settings in cold[0].settings { settings.eachMention(mention) }
    for var monitor in cold[0].monitors { monitor.eachMention(mention) }
    let isAll =
      cold[0].virtualWaits.isEmpty && cold[0].voices.isEmpty && cold[0].pending.isEmpty && cold[0].digitRequests.isEmpty
    if !isAll {
      var copy = self
      copy.eachMentionByCall(mention)
    }
    return mentioned
  }

  /// Passes every place where a DN is named, apart from what only the last action needed.
  private mutating func eachMention(_ body: (inout DN) -> Void) {
    for slot in slots.indices where slots[slot].connID != .none { slots[slot].eachMention(body) }
    for number in cold[0].settings.indices { cold[0].settings[number].eachMention(body) }
    for number in cold[0].monitors.indices { cold[0].monitors[number].eachMention(body) }
    eachMentionByCall(body)
  }

  /// Passes those in what is looked up by call.
  private mutating func eachMentionByCall(_ body: (inout DN) -> Void) {
    for call in cold[0].virtualWaits.keys.sorted() {
      cold[0].virtualWaits[call] = cold[0].virtualWaits[call]?.map { $0.passingMentions(to: body) }
    }
    for call in cold[0].voices.keys.sorted() {
      cold[0].voices[call] = cold[0].voices[call]?.map { change in
        var dn = change.dn
        body(&dn)
        return VoiceChange(dn: dn, way: change.way)
      }
    }
    for call in cold[0].pending.keys.sorted() { cold[0].pending[call]?.eachMention(body) }
    for call in cold[0].digitRequests.keys.sorted() { cold[0].digitRequests[call]?.request.eachMention(body) }
  }
}

extension Exchange.Call {
  fileprivate mutating func eachMention(_ body: (inout Exchange.DN) -> Void) {
    body(&origin)
    body(&dialed)
    body(&successor)
    body(&queue)
    body(&predecessor)
    body(&handedOnQueue)
    for place in 0..<count {
      body(&places[place].dn)
      body(&places[place].from)
      body(&places[place].past)
      body(&places[place].asked)
      body(&queues[place])
    }
  }
}

extension DNSettings {
  fileprivate mutating func eachMention(_ body: (inout Exchange.DN) -> Void) {
    body(&usual.group)
    body(&login.group)
    body(&forwardsTo)
  }
}

extension Monitor {
  fileprivate mutating func eachMention(_ body: (inout Exchange.DN) -> Void) {
    body(&observer)
    body(&agent)
  }
}

extension VirtualWait {
  fileprivate func passingMentions(to body: (inout Exchange.DN) -> Void) -> VirtualWait {
    var dns = [queue, holder, waiting] + parties
    for place in dns.indices { body(&dns[place]) }
    return VirtualWait(queue: dns[0], holder: dns[1], waiting: dns[2], role: role, parties: Array(dns.dropFirst(3)))
  }
}
