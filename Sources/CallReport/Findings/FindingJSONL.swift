package import CallCheck
import CallModel

/// Findings as JSON Lines, one finding a line.
///
///     {"level":"error","file":"srv.log","line":18,"event":"EventEstablished","call":"006c…","text":"…"}
package enum FindingJSONL {
  /// The line of a finding, with its line feed. Its text has the sentence first, and a line for each detail.
  package static func line(_ finding: Finding, _ words: FindingWords) -> [UInt8] {
    var line = JSONObject()
    line.add("level", finding.level.rawValue)
    line.add("file", words.file(of: finding))
    line.add("line", Int(finding.observation.position.line))
    if finding.kind != .unanswered { line.add("event", "\(finding.observation.type)") }
    line.add("request", finding.request.map { "\($0.verb)" })
    if finding.observation.connID != .none { line.add("call", words.call(finding.observation.connID)) }
    line.add("text", words.text(finding))
    return line.bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")]
  }

  /// The last line: the counts.
  package static func line(summary text: String) -> [UInt8] {
    var line = JSONObject()
    line.add("level", "summary")
    line.add("text", text)
    return line.bytes + [UInt8(ascii: "}"), UInt8(ascii: "\n")]
  }
}

extension FindingWords {
  /// The sentence, and a line for each detail.
  package func text(_ finding: Finding) -> String {
    ([sentence(finding)] + details(finding).flatMap { label, texts in texts.map { "\(label): \($0)" } })
      .joined(separator: "\n")
  }
}
