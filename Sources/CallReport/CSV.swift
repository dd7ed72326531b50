public import CallScenario

/// Transcripts as comma-separated values (RFC 4180): one message per row, and a column for each attribute.
///
/// Every document has the same columns, whatever it holds: those of the T-Server's attributes in the manual's order,
/// then those that only other servers have. An attribute that the message does not have is empty; one that is there but
/// has no text is `""`.
public struct CSV: TranscriptFormat {
  var attributes: AttributeChoice
  var why: Bool

  /// With `why`, each row has the rule behind the message, and its source. All attributes are followed by the
  /// conversation of the call, and by the party that ended it.
  public init(attributes: AttributeChoice = .listed, why: Bool = false) {
    self.attributes = attributes
    self.why = why
  }

  /// The names of all attributes of all servers.
  package static let attributeNames: [String] = {
    var known: Set<String> = []
    return Servers.vocabularies.flatMap(\.attributes).map(\.name).filter { known.insert($0).inserted }
  }()
  /// The line of column names.
  public var opening: String {
    row(["file", "flow", "step", "action", "from", "to", "message"] + Self.attributeNames + lastColumns)
  }

  private var lastColumns: [String] {
    (attributes == .all ? ["conversation", "endedBy"] : []) + (why ? ["rule", "source"] : [])
  }

  /// Passes the rows to `sink`, many at a time.
  public func write<Failure: Error>(
    _ transcript: Transcript, flows: [String]?, number: Int?, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var rows = CSVRows(transcript.scenario, attributes: attributes, why: why)
    for flow in transcript.flows(named: flows) {
      // By index: a copy of each entry would cost more than its rows.
      for index in flow.entries.indices {
        guard case .step(let step) = flow.entries[index] else { continue }
        rows.append(step, of: flow)
        if rows.count >= CSVRows.pieceSize { try sink(rows.take()) }
      }
    }
    if rows.count > 0 { try sink(rows.take()) }
  }

  private func row(_ fields: [String]) -> String { fields.map(\.csv).joined(separator: ",") + "\r\n" }
}

extension String {
  /// The text as a field: in quotes if it has a comma, a quote or a line end.
  var csv: String {
    var isPlain = true
    var isSafe = true
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: ","), UInt8(ascii: "\""): isPlain = false
      case 0x20..<0x7F: break
      default: isSafe = false
      }
    }
    if isSafe && isPlain { return self }
    let text = isSafe ? self : printableText
    let needsQuotes = text.utf8.contains { [0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "\"")].contains($0) }
    return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }

  /// The text as it is printed, except that its line ends and tabs stay.
  private var printableText: String {
    var lines = UnicodeScalarView()
    var piece = UnicodeScalarView()
    for scalar in unicodeScalars {
      guard scalar == "\n" || scalar == "\r" else {
        piece.append(scalar)
        continue
      }
      lines.append(contentsOf: String(piece).printable(tab: "\t").unicodeScalars)
      lines.append(scalar)
      piece = UnicodeScalarView()
    }
    lines.append(contentsOf: String(piece).printable(tab: "\t").unicodeScalars)
    return String(lines)
  }
}
