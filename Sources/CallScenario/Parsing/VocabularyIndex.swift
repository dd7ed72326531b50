import CallModel

/// A vocabulary prepared for looking up words; an object, so that no line copies it.
///
/// The dictionaries are never iterated, because their order differs from run to run.
final class VocabularyIndex: Sendable {
  let vocabulary: Vocabulary
  /// The vocabularies of the scenario's servers.
  let servers: [Vocabulary]
  /// In the vocabulary's order, for suggestions.
  let verbNames: [String]
  let attributeNames: [String]
  private let verbs: [Text: Int]
  private let attributes: [Text: Int]
  private let messages: Set<Text>

  init(_ servers: [Vocabulary]) {
    self.servers = servers
    vocabulary = servers.dropFirst().reduce(servers[0]) { Vocabulary(merging: $0, $1) }
    verbNames = vocabulary.verbs.map(\.name)
    attributeNames = vocabulary.attributes.map(\.name) + (vocabulary.hasSenders ? ["from"] : [])
    verbs = Dictionary(zip(verbNames.map(Text.init), 0...)) { first, _ in first }
    attributes = Dictionary(zip(vocabulary.attributes.map { Text($0.name) }, 0...)) { first, _ in first }
    messages = Set(vocabulary.messages.map(Text.init))
  }

  func verb(_ name: String) -> Vocabulary.Verb? {
    verbs[Text(name)].map { vocabulary.verbs[$0] }
  }

  func attribute(_ name: String) -> Vocabulary.Attribute? {
    attributes[Text(name)].map { vocabulary.attributes[$0] }
  }

  /// The option of this name that a verb may take.
  func option(_ name: String) -> Vocabulary.Attribute? {
    attribute(name) ?? vocabulary.parameters.first { $0.name == name }
  }

  /// Whether a message of this name has no sender.
  func isUnsigned(_ name: String) -> Bool {
    servers.contains { !$0.hasSenders && $0.messages.contains(name) }
  }

  func isMessage(_ name: String) -> Bool {
    messages.contains(Text(name))
  }
}
