/// A clause of a rule: something changes, or a letter is written. All changes are carried out before any letter is
/// written, whatever their order in the rule.
public enum Sentence<Words: Wording>: Sendable {
  case change(Words.Change)
  case letter(Blank<Words>)
}

extension Sentence {
  static func sends(_ from: Words.Who, _ message: Words.Message, to who: Words.Who, _ entries: [Entry<Words>])
    -> Sentence
  {
    .letter(Blank(from: from, to: who, message: message, entries: entries))
  }

  /// Its own message: what it asks for.
  static func asks(_ from: Words.Who, _ who: Words.Who, _ entries: [Entry<Words>] = []) -> Sentence {
    .letter(Blank(from: from, to: who, message: nil, entries: entries))
  }

  /// All of them for one, then all of them for the next: of each of whom the word means.
  static func each(_ who: Words.Who, _ letters: [Sentence]) -> [Sentence] {
    letters.map { sentence in
      guard case .letter(var blank) = sentence else { return sentence }
      blank.turns = who
      return .letter(blank)
    }
  }
}

/// A letter with blanks. What is not known when it is written is left out.
public struct Blank<Words: Wording>: Sendable {
  let from: Words.Who
  let to: Words.Who
  /// None: the message that asks for what is done.
  let message: Words.Message?
  let entries: [Entry<Words>]
  var rule: UInt16 = 0
  /// Written once for each of whom the word means, together with its neighbours of the same word.
  var turns: Words.Who?
}

/// An attribute of a letter, and where its value comes from.
public struct Entry<Words: Wording>: Sendable {
  enum Source: Sendable {
    case number(UInt32)
    /// What the action says, or what the matter knows of it.
    case said
    /// Whoever that is, or what the server knows of whom.
    case of(Words.Who)
  }
  let attribute: Words.Attribute
  let source: Source
  var isListed = true

  var unlisted: Entry {
    var entry = self
    entry.isListed = false
    return entry
  }
}

extension Entry {
  static func said(_ attribute: Words.Attribute) -> Entry { Entry(attribute: attribute, source: .said) }
  static func of(_ attribute: Words.Attribute, _ who: Words.Who) -> Entry {
    Entry(attribute: attribute, source: .of(who))
  }
  static func number(_ attribute: Words.Attribute, _ value: some Numbered) -> Entry {
    Entry(attribute: attribute, source: .number(UInt32(value.rawValue)))
  }
}

extension Rule where M: Correspondence {
  /// It only tells that what was asked for cannot be done.
  public var isInVain: Bool {
    clauses.contains { if case .letter(let blank) = $0 { blank.message?.isError ?? false } else { false } }
      && !clauses.contains { if case .change = $0 { true } else { false } }
  }
}
