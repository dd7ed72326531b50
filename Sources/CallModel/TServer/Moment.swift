extension Exchange {
  /// An exchange as it was, sharing with an earlier moment what has not changed since.
  package struct Moment: Sendable {
    private let calls: Pages<Call>
    private let index: Pages<UInt16>
    private let lines: Pages<Line>
    private let desks: Pages<Desk>
    /// By slot; empty where no call has any.
    private let data: Pages<UserData>
    /// Everything else: the exchange without these.
    private let rest: Exchange

    package init(_ exchange: Exchange, after earlier: Moment?) {
      calls = Pages(exchange.slots, after: earlier?.calls)
      index = Pages(exchange.index, after: earlier?.index)
      lines = Pages(exchange.lines, after: earlier?.lines)
      desks = Pages(exchange.office[0].desks, after: earlier?.desks)
      let known = exchange.office[0].data
      data = Pages(known.isEmpty ? [] : exchange.slots.map { known[$0.connID] ?? UserData() }, after: earlier?.data)
      var rest = exchange
      (rest.slots, rest.index, rest.lines) = ([], [], [])
      (rest.office[0].desks, rest.office[0].data) = ([], [:])
      self.rest = rest
    }

    /// The number of pages that the other does not have: what keeping this one costs, where the other is kept.
    func pagesNotShared(with other: Moment) -> Int {
      calls.pagesNotShared(with: other.calls) + index.pagesNotShared(with: other.index)
        + lines.pagesNotShared(with: other.lines) + desks.pagesNotShared(with: other.desks)
        + data.pagesNotShared(with: other.data)
    }

    package var exchange: Exchange {
      var exchange = rest
      (exchange.slots, exchange.index, exchange.lines) = (calls.array, index.array, lines.array)
      exchange.office[0].desks = desks.array
      for (slot, data) in data.array.enumerated() where !data.isEmpty {
        exchange.office[0].data[exchange.slots[slot].connID] = data
      }
      return exchange
    }
  }
}
