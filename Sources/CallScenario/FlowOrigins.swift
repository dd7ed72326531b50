/// Where the flows of a transcript begin: the way from the start of the scenario to each mark.
package struct FlowOrigins: Sendable {
  private struct Place {
    let flow: Int
    let entry: Int
    let step: Int
  }

  private let flows: [Transcript.Flow]
  /// The place of each mark, if a flow begins there.
  private var places: [String: Place] = [:]

  package init(_ transcript: Transcript) {
    flows = transcript.flows
    let used = Set(flows.compactMap(\.mark))
    if used.isEmpty { return }
    for (index, flow) in flows.enumerated() {
      var step = self.step(before: flow)
      for (entry, content) in flow.entries.enumerated() {
        switch content {
        case .step(let played): step = played.number
        case .mark(let name) where used.contains(name) && places[name] == nil:
          places[name] = Place(flow: index, entry: entry, step: step)
        case .mark, .wait: break
        }
      }
    }
  }

  /// The number of steps before the mark at which the flow begins.
  package func step(before flow: Transcript.Flow) -> Int { flow.mark.flatMap { places[$0]?.step } ?? 0 }

  /// The flow from the start of the scenario, through its mark.
  package func whole(_ index: Int) -> Transcript.Flow {
    var whole = flows[index]
    let lineage = lineage(of: index)
    if lineage.isEmpty { return whole }
    var entries: [Transcript.Entry] = []
    entries.reserveCapacity(lineage.reduce(whole.entries.count) { $0 + $1.entry + 1 })
    for place in lineage { entries += flows[place.flow].entries[...place.entry] }
    whole.entries = entries + whole.entries
    if let first = flows.first { whole.opening = first.opening }
    return whole
  }

  /// The steps that the whole flows with these indices are made of, each once: the flows that they go through, up to
  /// the last mark that they use.
  package func parts(of indices: [Int]) -> [Transcript.Flow] {
    var ends = [Int?](repeating: nil, count: flows.count)
    for index in indices {
      ends[index] = flows[index].entries.count
      for place in lineage(of: index) { ends[place.flow] = max(ends[place.flow] ?? 0, place.entry + 1) }
    }
    return zip(flows, ends).compactMap { flow, end in
      guard let end else { return nil }
      var part = flow
      if end < part.entries.count { part.entries = Array(part.entries[..<end]) }
      return part
    }
  }

  /// The marks through which the flow comes, the first one first.
  private func lineage(of index: Int) -> [Place] {
    var places: [Place] = []
    var current = index
    // In a file, a mark is above the flows that begin at it.
    while let mark = flows[current].mark, let place = self.places[mark], place.flow < current {
      places.append(place)
      current = place.flow
    }
    return places.reversed()
  }
}
