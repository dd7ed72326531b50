import CallReport
import CallScenario

/// What `run` prints: the transcripts of its files, one after the other, below their contents.
struct Document {
  private let printout: Printout
  private var format: (any TranscriptFormat)?
  /// The transcripts so far.
  private var chapters: [Chapter] = []
  private var count = 0
  /// Contents are known only at the end, so the text that belongs below them waits.
  private var waiting: [UInt8] = []
  private let listsChapters: Bool

  init(_ printout: Printout) {
    self.printout = printout
    format = printout.textFormat
    listsChapters = printout.namesFiles && format?.hasContents == true
  }

  /// Prints the next transcript.
  mutating func append(_ transcript: Transcript, to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    guard var format else { return try printout.writeLines(transcript, to: sink) }
    // What the format remembers has to be in one place, or else it would be copied when it changes.
    self.format = nil
    defer { self.format = format }
    let start = count == 0 ? format.opening : format.separator
    count += 1
    guard listsChapters else {
      try sink(start.utf8.span.bytes)
      return try format.write(
        transcript, flows: printout.flows, number: printout.namesFiles ? count : nil
      ) { (text) throws(Failure) in try sink(text.utf8.span.bytes) }
    }
    chapters.append(Chapter(transcript, number: count))
    if count > 1 { waiting += start.utf8 }
    format.write(transcript, flows: printout.flows, number: count) { waiting += $0.utf8 }
  }

  /// Prints what has waited.
  mutating func finish(to sink: (RawSpan) throws(Failure) -> Void) throws(Failure) {
    guard let format, count > 0 else { return }
    if listsChapters {
      try sink((format.opening + format.contents(chapters)).utf8.span.bytes)
      try sink(waiting.span.bytes)
      waiting = []
    }
    for piece in format.closingPieces { try sink(piece.utf8.span.bytes) }
  }
}
