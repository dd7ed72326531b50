package import CallScenario

/// Coverage as JSON Lines: a line for each section, one for each missing item that is named, and one with the totals.
///
///     {"server":"t-server","chapter":"…","section":"…","percent":99.4,"rules":{"exercised":15,"all":16},…}
///     {"missing":"rule","server":"t-server","chapter":"…","section":"…","name":"…","source":"…","scenario":"…"}
///     {"percent":99.4,"rules":{"exercised":694,"all":695},…,"uncitedDecisions":66}
package enum CoverageJSONL {
  /// `named` are missing items, each with a scenario that exercises it if one has been found.
  package static func lines(
    _ coverage: Coverage, named: [(item: Coverage.Item, scenario: String?)] = []
  ) -> [UInt8] {
    var lines: [UInt8] = []
    for section in coverage.sections {
      var line = JSONObject()
      line.add("server", section.server)
      line.add("chapter", section.chapter)
      line.add("section", section.name)
      line.add { section.count(of: $0) }
      lines.add(line)
    }
    for (item, scenario) in named {
      var line = JSONObject()
      line.add("missing", item.kind.rawValue)
      line.add("server", item.server)
      line.add("chapter", item.chapter)
      line.add("section", item.section)
      line.add("name", item.name)
      line.add("source", item.source)
      line.add("scenario", scenario)
      lines.add(line)
    }
    var totals = JSONObject()
    totals.add { coverage.count(of: $0) }
    totals.add("uncitedDecisions", Coverage.uncitedDecisions)
    lines.add(totals)
    return lines
  }
}

extension [UInt8] {
  fileprivate mutating func add(_ line: JSONObject) { self += line.bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")] }
}

extension JSONObject {
  /// The percentage, and the count of each kind.
  fileprivate mutating func add(_ count: (Coverage.Item.Kind?) -> Coverage.Count) {
    add("percent", decimal: count(nil).percentage)
    for kind in Coverage.Item.Kind.allCases {
      object("\(kind.rawValue)s") {
        $0.add("exercised", count(kind).exercised)
        $0.add("all", count(kind).all)
      }
    }
  }
}
