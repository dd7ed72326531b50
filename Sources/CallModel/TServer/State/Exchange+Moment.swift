extension Exchange {
  /// A stored exchange; it shares what has not changed since with an earlier moment.
  package struct Moment: Sendable {
    private let calls: PagedArray<Call>
    private let index: PagedArray<UInt16>
    private let lines: PagedArray<Line>
    private let settings: PagedArray<DNSettings>
    private let data: PagedArray<UserData>
    /// The virtual queues by slot; empty if no call waits at any.
    private let waits: PagedArray<[VirtualWait]>
    /// The exchange without what the pages hold.
    private let rest: Exchange

    package init(_ exchange: Exchange, after earlier: Moment?) {
      calls = PagedArray(exchange.slots, after: earlier?.calls)
      index = PagedArray(exchange.index, after: earlier?.index)
      lines = PagedArray(exchange.lines, after: earlier?.lines)
      settings = PagedArray(exchange.cold[0].settings, after: earlier?.settings)
      data = PagedArray(exchange.cold[0].data, after: earlier?.data)
      let waiting = exchange.cold[0].virtualWaits
      waits = PagedArray(
        waiting.isEmpty ? [] : exchange.slots.map { waiting[$0.connID] ?? [] }, after: earlier?.waits)
      var rest = exchange
      (rest.slots, rest.index, rest.lines) = ([], [], [])
      (rest.cold[0].settings, rest.cold[0].data, rest.cold[0].virtualWaits) = ([], [], [:])
      self.rest = rest
    }

    /// The number of pages that the other moment does not have: the cost of keeping this one in addition to the other.
    func pagesNotShared(with other: Moment) -> Int {
      calls.pagesNotShared(with: other.calls) + index.pagesNotShared(with: other.index)
        + lines.pagesNotShared(with: other.lines) + settings.pagesNotShared(with: other.settings)
        + data.pagesNotShared(with: other.data) + waits.pagesNotShared(with: other.waits)
    }

    package var exchange: Exchange {
      var exchange = rest
      (exchange.slots, exchange.index, exchange.lines) = (calls.array, index.array, lines.array)
      (exchange.cold[0].settings, exchange.cold[0].data) = (settings.array, data.array)
      for (slot, waits) in waits.array.enumerated() where !waits.isEmpty {
        exchange.cold[0].virtualWaits[exchange.slots[slot].connID] = waits
      }
      return exchange
    }
  }
}
