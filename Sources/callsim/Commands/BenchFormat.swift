import CallReport
import CallScenario

/// Measures how much a format costs: it prints one transcript, as often as it is told to.
struct FormatBench {
  let format: Format
  let events: Int
  let times: Int

  /// A call to an ACD group, as tables show it, and with user data.
  private static let scenario = """
    scenario  A call to an ACD group
    party     A  extension
    party     B  acd-group
    party     C  extension  group=B agent=4711
    A TMakeCall B data.Name=Ann
    B divert C
    C ring
    C TAnswerCall
    A TReleaseCall
    """

  /// The figures as a line of JSON.
  func figures() throws(Failure) -> String {
    let printout = Printout(format: format)
    let transcript: Transcript
    do throws(Mistakes) {
      transcript = try Scenario(parsing: Self.scenario).replay(printout.detail).repeated(messages: events)
    } catch {
      throw .internalError("the bench's scenario was refused: \(error)")
    }
    var bytes = 0
    let start = Platform.seconds()
    for _ in 0..<times {
      try printout.write(transcript) { (piece: RawSpan) throws(Failure) in bytes += piece.byteCount }
    }
    let seconds = max(Platform.seconds() - start, 1e-9)
    let microseconds = Double(Int(seconds * 1e6)) / 1e6
    let count = events * times
    return "{\"format\":\"\(format.rawValue)\",\"events\":\(count),\"bytes\":\(bytes),"
      + "\"seconds\":\(microseconds),\"eventsPerSecond\":\(Int(Double(count) / seconds))}\n"
  }
}
