import CallScenario

extension LifeCycle {
  /// Its ways without the rarest ones, so that there are at most so many.
  ///
  /// One after the other, the way is left out that the fewest of all steps out of its stage take; but neither one from
  /// the start nor the only one into a stage or out of it.
  func mainWays(atMost most: Int) -> [Way] {
    let steps = ways.reduce(into: [:]) { steps, way in steps[way.from, default: 0] += way.steps }
    func isRarer(_ one: Way, _ other: Way) -> Bool {
      one.steps * (steps[other.from] ?? 0) < other.steps * (steps[one.from] ?? 0)
    }
    var main = ways
    while main.count > most {
      let dispensable = main.indices.filter { index in
        let way = main[index]
        return way.from != nil && main.count { $0.from == way.from } > 1
          && (way.to == nil || main.count { $0.to == way.to } > 1)
      }
      guard let rarest = dispensable.min(by: { isRarer(main[$0], main[$1]) }) else { break }
      main.remove(at: rarest)
    }
    return main
  }
}
