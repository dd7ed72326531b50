// Words are encoded as their names, such as `TMakeCall`. Decoding looks their properties up.

extension Vocabulary: Codable {
  /// The servers' words by the name of the server, or by both names of a T-Server and another.
  private static let known = {
    let vocabularies = Servers.vocabularies
    let pairs = vocabularies.dropFirst().map { Vocabulary(merging: vocabularies[0], $0) }
    return Dictionary(uniqueKeysWithValues: (vocabularies + pairs).map { ($0.server, $0) })
  }()

  fileprivate static func named(_ server: String, in container: any SingleValueDecodingContainer) throws -> Vocabulary {
    guard let vocabulary = known[server] else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "there is no server \(server)")
    }
    return vocabulary
  }

  /// Looks the words up by the name of their server.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = try Self.named(container.decode(String.self), in: container)
  }

  /// Encodes the name of the server: `t-server`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(server)
  }
}

/// The name of a word, and the server that knows it.
private struct WordName: Codable {
  let name: String
  let server: String

  static func word<Word>(from decoder: any Decoder, in words: (Vocabulary) -> [Word], _ name: (Word) -> String) throws
    -> Word
  {
    let container = try decoder.singleValueContainer()
    let wanted = try container.decode(WordName.self)
    let vocabulary = try Vocabulary.named(wanted.server, in: container)
    guard let word = words(vocabulary).first(where: { name($0) == wanted.name }) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "\(wanted.server) has no word \(wanted.name)")
    }
    return word
  }
}

extension Vocabulary.Kind: Codable {
  /// Looks the kind up by its name and its server.
  public init(from decoder: any Decoder) throws {
    self = try WordName.word(from: decoder, in: \.kinds, \.name)
  }

  /// Encodes its name and its server.
  public func encode(to encoder: any Encoder) throws {
    try WordName(name: name, server: server).encode(to: encoder)
  }
}

extension Vocabulary.Verb: Codable {
  /// Looks the verb up by its name and its server.
  public init(from decoder: any Decoder) throws {
    self = try WordName.word(from: decoder, in: \.verbs, \.name)
  }

  /// Encodes its name and its server.
  public func encode(to encoder: any Encoder) throws {
    try WordName(name: name, server: server).encode(to: encoder)
  }
}
