import CallScenario

/// The exit status; the highest that applies wins.
enum Status: Int32, Comparable {
  case success = 0
  /// A scenario differs, an invariant fails, or a search stops early.
  case findings = 1
  /// The command or an input cannot be understood.
  case badInput = 2
  /// A file cannot be read or written.
  case fileError = 3
  /// A bug in callsim.
  case internalError = 70
  /// Ctrl-C has ended the work early.
  case interrupted = 130

  static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }
}

/// An error message and a suggestion. Thrown, it ends the program; reported, it ends the work on one file.
struct Failure: Error, Equatable {
  let status: Status
  /// A lower-case sentence; nil if the program ends silently.
  let message: String?
  let suggestion: String?

  init(_ status: Status, _ message: String?, suggestion: String? = nil) {
    self.status = status
    self.message = message
    self.suggestion = suggestion
  }

  /// A word that is not one of the known `words`.
  static func unknown(_ noun: String, _ word: String, of words: [String], see: String) -> Failure {
    let nouns = noun.hasSuffix("y") ? "\(noun.dropLast())ies" : "\(noun)s"
    let suggestion =
      words.nearest(to: word).map { "did you mean \($0)? otherwise" } ?? "\(nouns): \(words.joined(separator: ", "));"
    return Failure(.badInput, "unknown \(noun) \(word.shown)", suggestion: "\(suggestion) see \(see)")
  }

  static func cannot(_ verb: String, _ path: String, _ error: SystemError, suggestion: String? = nil) -> Failure {
    Failure(.fileError, "cannot \(verb) \(path.shown): \(error.text)", suggestion: suggestion)
  }

  static func notUTF8(_ path: String) -> Failure {
    Failure(.fileError, "cannot read \(path.shown): its name is not UTF-8", suggestion: "rename it")
  }

  /// A broken invariant of callsim's own code.
  static func internalError(_ sentence: String) -> Failure {
    Failure(
      .internalError, "a bug in callsim: \(sentence)", suggestion: "please report it, with the command and the file")
  }
}

extension String {
  /// A word of the command line or a path as messages show it; an empty one appears as `''`.
  var shown: String { isEmpty ? "''" : printable(tab: "␉") }
}
