import Foundation

/// A TextMate grammar, run as an editor runs it, for the parts that `.editor/callsim.tmLanguage.json` uses.
struct EditorGrammar {
  struct Pattern: Decodable {
    var name: String?
    var match: String?
    var begin: String?
    var end: String?
    var captures: [String: Capture]?
    var beginCaptures: [String: Capture]?
    var patterns: [Pattern]?
    var include: String?

    struct Capture: Decodable { var name: String }
  }

  struct File: Decodable {
    var scopeName: String
    var fileTypes: [String]
    var patterns: [Pattern]
    var repository: [String: Pattern]
  }

  struct NoSuchPattern: Error { let name: String }

  /// A pattern with its regular expressions compiled.
  private final class Rule {
    let name: String?
    let regex: Regex<AnyRegexOutput>
    let captures: [(group: Int, name: String)]
    let end: Regex<AnyRegexOutput>?
    var inner: [Rule] = []

    init(_ pattern: Pattern) throws {
      name = pattern.name
      regex = try Regex(pattern.match ?? pattern.begin ?? "")
      end = try pattern.end.map { try Regex($0) }
      captures = (pattern.captures ?? pattern.beginCaptures ?? [:]).compactMap { key, value in
        Int(key).map { ($0, value.name) }
      }
    }
  }

  let file: File
  private let rules: [Rule]

  init(_ bytes: [UInt8]) throws {
    file = try JSONDecoder().decode(File.self, from: Data(bytes))
    var known: [String: Rule] = [:]
    let repository = file.repository
    func rule(_ pattern: Pattern) throws -> Rule {
      guard let name = pattern.include?.dropFirst() else { return try compiled(pattern) }
      if let rule = known[String(name)] { return rule }
      guard let pattern = repository[String(name)] else { throw NoSuchPattern(name: String(name)) }
      let rule = try compiled(pattern)
      known[String(name)] = rule
      return rule
    }
    func compiled(_ pattern: Pattern) throws -> Rule {
      let result = try Rule(pattern)
      result.inner = try (pattern.patterns ?? []).map(rule)
      return result
    }
    rules = try file.patterns.map(rule)
  }

  /// The scope of each byte of a line; nil where no pattern matches.
  func scopes(of line: String) -> [String?] {
    var scopes = [String?](repeating: nil, count: line.utf8.count)
    func paint(_ range: Range<String.Index>, _ name: String) {
      let start = line.utf8.distance(from: line.startIndex, to: range.lowerBound)
      let end = line.utf8.distance(from: line.startIndex, to: range.upperBound)
      for index in start..<end { scopes[index] = name }
    }
    var place = line.startIndex
    var open: [Rule] = []
    while true {
      let rest = line[place...]
      // A pattern of a line's beginning cannot match in its middle, whatever a substring's beginning is.
      let candidates = open.last?.inner ?? (place == line.startIndex ? rules : [])
      var best: (rule: Rule?, match: Regex<AnyRegexOutput>.Match)?
      if let end = open.last?.end, let match = rest.firstMatch(of: end) { best = (nil, match) }
      for rule in candidates {
        guard let match = rest.firstMatch(of: rule.regex), !match.range.isEmpty else { continue }
        if let best, best.match.range.lowerBound <= match.range.lowerBound { continue }
        best = (rule, match)
      }
      guard let (rule, match) = best else { return scopes }
      place = match.range.upperBound
      guard let rule else {
        open.removeLast()
        if open.isEmpty { return scopes }
        continue
      }
      if let name = rule.name { paint(match.range, name) }
      for (group, name) in rule.captures {
        if group < match.output.count, let range = match.output[group].range { paint(range, name) }
      }
      if rule.end != nil { open.append(rule) }
    }
  }
}
