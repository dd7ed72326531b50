extension InteractionServer: Explorable {
  /// The presence of each agent, and for each interaction its place, parties and invitations, without the numbers of
  /// tickets and requests.
  package func pack(into words: inout [UInt64]) {
    for presence in presences { words.append(UInt64(presence.rawValue)) }
    for interaction in interactions {
      let place = UInt64(interaction.place.name) << 1 | (interaction.place.isWorkbin ? 1 : 0)
      words.append(place << 1 | (interaction.isThere ? 1 : 0))
      words.append(UInt64(interaction.members.count) << 32 | UInt64(interaction.invitations.count))
      for party in interaction.members { words.append(UInt64(party.agent.rawValue) << 1 | (party.hasPulled ? 1 : 0)) }
      for invitation in interaction.invitations {
        let who = UInt64(invitation.agent.rawValue) << 16 | UInt64(invitation.inviter.rawValue)
        let mode = invitation.mode.map { UInt64($0) + 1 } ?? 0
        words.append(UInt64(invitation.purpose.rawValue) | mode << 8 | who << 32)
      }
    }
  }

  /// Tickets and pending requests are renumbered.
  package mutating func unpack(_ words: ArraySlice<UInt64>) {
    var words = words
    for number in presences.indices {
      presences[number] = Presence(rawValue: UInt8(truncatingIfNeeded: words.removeFirst())) ?? .ready
    }
    ticket = 1
    for number in interactions.indices {
      let (place, counts) = (words.removeFirst(), words.removeFirst())
      interactions[number].isThere = place & 1 == 1
      interactions[number].place = Place(isWorkbin: place & 2 == 2, name: UInt32(truncatingIfNeeded: place >> 2))
      interactions[number].members = (0..<counts >> 32).map { _ in
        let word = words.removeFirst()
        return Member(agent: Party(packed: word, at: 1), hasPulled: word & 1 == 1)
      }
      interactions[number].invitations = (0..<counts & 0xFFFF_FFFF).map { _ in
        let word = words.removeFirst()
        let mode = UInt8(truncatingIfNeeded: word >> 8)
        ticket += 1
        return Invitation(
          agent: Party(packed: word, at: 48), inviter: Party(packed: word, at: 32),
          purpose: Purpose(rawValue: UInt8(truncatingIfNeeded: word)) ?? .conference,
          ticket: ticket - 1,
          reference: ticket - 1, mode: mode == 0 ? nil : UInt32(mode) - 1)
      }
    }
  }

  /// An interaction that waits at its place is not open.
  package var isAtRest: Bool { interactions.allSatisfy { $0.members.isEmpty && $0.invitations.isEmpty } }
}
