// T-Server models, Queries and User Events: what the client of B asks, or sends to the client of C.

extension Section {
  static let queries = Section(.tServerModels, "Queries", columns: Who.actor) { b in
    Row("A client asks about a call", on: .queryCall, by: b, if: .byDN, .valueFits, derived: 152) {
      b.receives(.partyInfo)
    }
  }

  static let userEvents = Section(.tServerModels, "User Events", columns: Who.actor, Who.target) { b, c in
    Row(
      "A client sends an event to another", on: .sendUserEvent, by: b, .idle, to: c, if: .byDN, .toDN, .valueFits,
      derived: 153
    ) {
      b.receives(.ack)
      c.receives(.userEvent, .withoutReferenceID)
    }
    Row("A client asks for a private service", on: .privateService, by: b, .idle, if: .byDN, derived: 154) {
      b.receives(.ack)
    }
  }
}
