/// The public declarations of some Swift source, found line by line: enough for code that swift-format has laid out.
struct PublicFace {
  struct Declaration {
    /// `struct`, `func`, `case` …
    var keyword: String
    var name: String
    var isTopLevel: Bool
    /// The first sentence of the doc comment before it; nil if there is none.
    var summary: String?
    /// `Sources/CallModel/TServer/Switch.swift:12`
    var place: String

    var isType: Bool { ["struct", "enum", "class", "actor", "protocol"].contains(keyword) }
  }

  private(set) var declarations: [Declaration] = []
  /// Whether every brace has its partner: otherwise the source was not understood.
  var isBalanced: Bool { scopes.isEmpty && !isInText && isSound }

  private struct Scope {
    var keyword: String
    var isPublic: Bool
  }

  private var scopes: [Scope] = []
  /// The type whose `{` comes next.
  private var pending: Scope?
  private var isInText = false
  private var isSound = true

  init(_ source: String, path: String) {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.drop { $0 == " " })
    }
    for (index, line) in lines.enumerated() {
      if !isInText { read(line, summary: Self.summary(before: index, lines), "\(path):\(index + 1)") }
      follow(line)
    }
  }

  // MARK: Declarations

  private static let modifiers: Set<String> = [
    "public", "package", "internal", "fileprivate", "private", "static", "final", "mutating", "nonmutating",
    "borrowing", "consuming", "indirect", "lazy", "weak", "unowned", "nonisolated", "prefix", "infix", "postfix",
    "override", "required", "convenience",
  ]
  private static let keywords: Set<String> = [
    "struct", "enum", "class", "actor", "protocol", "extension", "typealias", "associatedtype", "func", "var", "let",
    "init", "subscript", "case",
  ]

  private mutating func read(_ line: String, summary: String?, _ place: String) {
    var words = Self.withoutAttributes(line).split(separator: " ")[...]
    var isPublic = false
    while let word = words.first, Self.modifiers.contains(Self.identifier(word)) {
      if word == "public" { isPublic = true }
      words.removeFirst()
    }
    guard let keyword = words.popFirst().map(Self.identifier), Self.keywords.contains(keyword) else { return }
    let word = keyword == "init" || keyword == "subscript" ? "" : words.first ?? ""
    let name = Self.identifier(word).isEmpty ? String(word) : Self.identifier(word)
    func declare(_ keyword: String, _ name: String, _ summary: String?) {
      declarations.append(
        Declaration(keyword: keyword, name: name, isTopLevel: scopes.isEmpty, summary: summary, place: place))
    }
    // Requirements of a protocol and cases of an enumeration are as public as these are.
    let isMember = scopes.last.map {
      $0.isPublic && (keyword == "case" ? $0.keyword == "enum" : $0.keyword == "protocol")
    }
    if keyword == "case" ? isMember == true : isPublic || isMember == true { declare(keyword, name, summary) }
    if ["struct", "enum", "class", "actor", "protocol", "extension"].contains(keyword) {
      pending = Scope(keyword: keyword, isPublic: isPublic)
      // `enum E { case a, b }` has no place for a comment before its cases.
      if keyword == "enum", isPublic, line.contains("{ case ") { declare("case", "cases of \(name)", nil) }
    } else {
      pending = nil
    }
  }

  private static func identifier(_ word: Substring) -> String {
    String(word.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "`" })
  }

  private static func withoutAttributes(_ line: String) -> String {
    var rest = line[...]
    while rest.first == "@" {
      rest = rest.dropFirst().drop { $0.isLetter || $0 == "_" }
      if rest.first == "(" { rest = rest.drop { $0 != ")" }.dropFirst() }
      rest = rest.drop { $0 == " " }
    }
    return String(rest)
  }

  /// The first sentence of the comment that ends before this line, or before the attributes above it.
  private static func summary(before index: Int, _ lines: [String]) -> String? {
    var end = index
    while end > 0, lines[end - 1].hasPrefix("@") { end -= 1 }
    var start = end
    while start > 0, lines[start - 1].hasPrefix("///") { start -= 1 }
    guard start < end else { return nil }
    let paragraph = lines[start..<end].map { String($0.dropFirst(3).drop { $0 == " " }) }.prefix { !$0.isEmpty }
    var sentence = ""
    for word in paragraph.joined(separator: " ").split(separator: " ") {
      sentence += (sentence.isEmpty ? "" : " ") + word
      if word.last == ".", word != "e.g." { break }
    }
    return sentence
  }

  // MARK: Braces

  /// Opens and closes scopes; braces in texts and comments do not count.
  private mutating func follow(_ line: String) {
    var rest = Array(line.utf8)[...]
    var isInQuotes = false
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "\"") where rest.starts(with: [byte, byte]):
        isInText.toggle()
        rest = rest.dropFirst(2)
      case UInt8(ascii: "\\") where isInText || isInQuotes: rest = rest.dropFirst()
      case _ where isInText: break
      case UInt8(ascii: "\""): isInQuotes.toggle()
      case _ where isInQuotes: break
      case UInt8(ascii: "/") where rest.first == byte: return
      case UInt8(ascii: "{"):
        scopes.append(pending ?? Scope(keyword: "", isPublic: false))
        pending = nil
      case UInt8(ascii: "}"):
        if scopes.popLast() == nil { isSound = false }
      default: break
      }
    }
  }
}
