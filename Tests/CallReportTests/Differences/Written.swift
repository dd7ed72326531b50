@testable import CallReport

/// Transcripts built from short texts, and their differences as short texts.
enum Written {
  /// `main 1 A EventDialing ConnID=1 ThisDN=A`: flow, step, recipient, message, attributes. `_` in a value is a blank.
  ///
  /// `main 1 = A TMakeCall B` is an action, `main = wait 5s` a wait, `F after *` the beginning of a flow, and
  /// `a.scenario: …` a line of a file.
  static func transcript(_ lines: String...) throws -> WrittenTranscript { try transcript(lines) }

  static func transcript(_ lines: [String]) throws -> WrittenTranscript {
    try WrittenTranscript(parsing: Array(lines.map(line).joined().utf8), path: "t.jsonl")
  }

  static func line(_ text: String) -> String {
    var words = text.split(separator: " ").map(String.init)
    var members: [String] = []
    if words[0].hasSuffix(":") { members.append("\"file\":\"\(words.removeFirst().dropLast())\"") }
    members.append("\"flow\":\"\(words.removeFirst())\"")
    if let step = Int(words[0]) {
      members.append("\"step\":\(step)")
      words.removeFirst()
    }
    switch words[0] {
    case "=": members.append("\"action\":\"\(words.dropFirst().joined(separator: " "))\"")
    case "refused": members.append("\"action\":\"\(words[1]) \(words[2])\",\"refused\":\"no\"")
    case "after": members.append("\"step\":0,\"after\":\"\(words[1])\"")
    default:
      let attributes = words.dropFirst(2).map { word in
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return "\"\(parts[0])\":\"\(parts[1].replacing("_", with: " "))\""
      }
      members += ["\"to\":\"\(words[0])\"", "\"message\":\"\(words[1])\""]
      members.append("\"attributes\":{\(attributes.joined(separator: ","))}")
    }
    return "{\(members.joined(separator: ","))}\n"
  }

  /// The findings, each as one line: the kind, the heading's words and what is different.
  static func differences(_ old: [String], _ new: [String]) throws -> [String] {
    try differences(transcript(old), transcript(new))
  }

  static func differences(_ old: WrittenTranscript, _ new: WrittenTranscript) -> [String] {
    var found: [String] = []
    TranscriptComparison(old, new).each { found.append(summary($0)) }
    return found
  }

  static func summary(_ difference: TranscriptDifference) -> String {
    let place = [difference.place.file, difference.place.flow, difference.stepText]
      .compactMap { $0?.isEmpty == false ? $0 : nil }
    var words = ["\(difference.kind.rawValue) \(place.joined(separator: ", "))"]
    if let message = difference.messages.new ?? difference.messages.old {
      words.append("\(message.to) \(message.name)")
    }
    if let sentence = difference.sentence { words.append(sentence) }
    if case .messageChanged(_, _, let changes) = difference.change {
      words.append(changes.map { "\($0.name) \($0.old ?? "-") \($0.new ?? "-")" }.joined(separator: ", "))
    }
    return words.joined(separator: ": ")
  }
}
