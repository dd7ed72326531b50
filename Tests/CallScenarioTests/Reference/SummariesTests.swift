import CallModel
import Testing

@testable import CallScenario

/// Every word has a summary, and every summary belongs to an existing word.
@Suite struct SummariesTests {
  private func expect(_ pairs: KeyValuePairs<String, String>, _ names: [String], _ what: String) {
    let summarized = pairs.map(\.key)
    #expect(Set(summarized).count == summarized.count, "\(what): each once")
    #expect(Set(summarized) == Set(names), "\(what)")
    for (name, summary) in pairs {
      #expect(summary.hasSuffix("."), "\(what): \(name)")
      #expect(summary.count <= 250, "\(what): \(name)")
    }
  }

  @Test(arguments: Servers.vocabularies.map(\.server)) func everyWordOfAServerHasOne(_ server: String) throws {
    let words = try #require(Servers.vocabularies.first { $0.server == server })
    let summaries = try #require(Summaries.of(server))
    #expect(summaries.server.hasSuffix("."))
    expect(summaries.kinds, words.kinds.map(\.name), "kinds")
    expect(summaries.partyOptions, words.kinds.flatMap { $0.options.map(\.key) }, "options of parties")
    expect(summaries.verbs, words.verbs.map(\.name), "verbs")
    expect(summaries.messages, words.messages, "messages")
    expect(summaries.attributes, (words.attributes + words.parameters).map(\.name), "attributes")
  }

  /// Every recipient of a message belongs to exactly one kind.
  @Test(arguments: ["ivr-server", "interaction-server", "recording"]) func everyRecipientIsOfAKind(_ name: String)
    throws
  {
    let server = try #require(ReferenceServer.all.first { $0.name == name })
    let kinds = server.vocabulary.kinds.map(\.name)
    #expect(Set(server.summaries.recipients.map(\.key)).isSubset(of: kinds))
    for recipient in Set(server.rules.flatMap { $0.messages.map(\.recipient) }) {
      #expect(kinds.count { server.summaries.isMeant($0, by: recipient) } == 1, "\(recipient)")
    }
  }

  @Test func thereIsNoOtherServer() { #expect(Summaries.of("sip-server") == nil) }

  @Test func everyWordOfTheLanguageHasOne() {
    #expect(Set(Keywords.statement + ["on", "refused", "main"]).isSubset(of: StatementSummary.all.map(\.name)))
    for statement in StatementSummary.all {
      #expect(statement.summary.hasSuffix("."))
      #expect(statement.form.contains(statement.name))
    }
  }

  @Test func everyOptionAndItsValuesHaveOne() {
    #expect(OptionSummary.all.map(\.name) == SwitchOption.allCases.map(\.rawValue))
    for option in OptionSummary.all {
      #expect(option.summary.hasSuffix("."))
      #expect(option.values.map(\.key) == SwitchOption(rawValue: option.name)?.values)
    }
  }

  @Test func everyProfileAndErrorHasOne() {
    expect(LanguageSummaries.profiles, SwitchProfile.named.map(\.name), "profiles")
    expect(LanguageSummaries.errors, ErrorCode.allCases.map { "\($0.rawValue)" }, "errors")
  }

  @Test func valueSummariesBelongToValues() {
    let values = ReferenceTests.reference.topics.filter { $0.kind == .value }.map(\.name)
    #expect(Set(LanguageSummaries.values.map(\.key)).isSubset(of: values))
    #expect(Set(LanguageSummaries.values.map(\.key)).count == LanguageSummaries.values.count)
  }
}
