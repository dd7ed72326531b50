import CallModel
import Testing

@testable import CallScenario

/// What there is to exercise, as the sources of the rules say it.
@Suite struct CoverageCatalogTests {
  private static func names(_ kind: Coverage.Item.Kind, _ section: String) -> [String] {
    let items = CoverageCatalog.of("t-server")?.items ?? []
    return items.filter { $0.kind == kind && $0.section == section }.map(\.name)
  }

  @Test func thePointsAreTheMarkedPlaces() {
    #expect(Self.names(.point, "Internal/Inbound Call") == ["*", "**", "after **", "***"])
    #expect(Self.names(.point, "Routing") == ["*", "**", "***", "*** (the second)"])
    #expect(Self.names(.point, "Routing, RouteQueue Case") == ["* and **", "***", "****"])
    #expect(Self.names(.point, "Clear Call") == [])
  }

  @Test(arguments: Servers.vocabularies.map(\.server))
  func everyItemIsListedOnce(_ server: String) throws {
    let catalog = try #require(CoverageCatalog.of(server))
    #expect(Set(catalog.items).count == catalog.items.count)
    #expect(catalog.items.count { $0.kind == .rule } == Servers.rules(of: server).count)
    #expect(catalog.items.allSatisfy { !$0.chapter.isEmpty && !$0.name.isEmpty && $0.server == server })
    for (item, rules) in zip(catalog.items, catalog.rules) { #expect(rules.isEmpty == (item.kind == .option)) }
  }

  /// A decision about rules is cited by a rule; what is left over is about scenarios, files and the command line.
  @Test func onlyDecisionsAboutFilesAreNotCounted() {
    let numbers = Decision.all.map(\.number)
    #expect(Set(numbers.filter { $0.hasPrefix("D") }) == CoverageCatalog.cited)
    #expect(Coverage.uncitedDecisions == numbers.count { $0.hasPrefix("S") })
  }

  @Test func aRuleOfAnotherServerIsNotItsOwn() throws {
    let catalog = try #require(CoverageCatalog.of("t-server"))
    let rule = try #require(Servers.rules(of: "t-server").last)
    #expect(catalog.number(of: rule) == Servers.rules(of: "t-server").count - 1)
    #expect(catalog.number(of: .init(name: rule.name, source: "elsewhere", verbs: [])) == nil)
    #expect(CoverageCatalog.of("no-server") == nil)
  }
}
