import CallModel
import CallReport

/// Measures how fast a T-Server's log is judged: it is made in memory, and then read and judged, as often as told.
struct LogBench {
  let flow: BenchCommand.Flow
  let events: Int
  let times: Int

  /// The log has so many bytes in a piece, as when a file is read.
  private static let pieceSize = 256 << 10

  /// The figures as a line of JSON.
  func figures() throws(Failure) -> String {
    let (log, logged) = try log()
    var findings = 0
    let start = Platform.seconds()
    for _ in 0..<times {
      var judgement = LogJudgement(LogJudgement.Terms())
      judgement.beginFile("")
      var place = 0
      while place < log.count {
        let end = min(place + Self.pieceSize, log.count)
        findings += judgement.read(log.span.extracting(place..<end)).count
        place = end
      }
      findings += judgement.finish().count
    }
    let seconds = max(Platform.seconds() - start, 1e-9)
    let microseconds = Double(Int(seconds * 1e6)) / 1e6
    let count = logged * times
    return "{\"check\":\"\(flow.rawValue)\",\"events\":\(count),\"bytes\":\(log.count * times),"
      + "\"findings\":\(findings),\"seconds\":\(microseconds),\"eventsPerSecond\":\(Int(Double(count) / seconds))}\n"
  }

  /// The log of the first steps of the traffic, and how many events it has.
  private func log() throws(Failure) -> ([UInt8], Int) {
    do throws(Refusal) {
      var traffic = try Traffic(flow, parties: 2)
      var writer = LogWriter(names: traffic.names)
      while traffic.events < events {
        _ = try [Exchange.Event](capacity: Exchange.eventLimit) { (room) throws(Refusal) in
          try traffic.step(into: &room, until: 0)
          writer.begin(action: traffic.actions)
          for index in 0..<room.count { writer.write(room[index]) }
        }
      }
      return (writer.log, traffic.events)
    } catch {
      throw .internalError("the bench's flow was refused: \(error)")
    }
  }
}
