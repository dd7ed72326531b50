/// A call as recording knows it: its parties, the dialogs of Media Server that serve it, and the sessions that it has
/// had.
package struct RecordedCall: Hashable, Sendable {
  /// A recording, which sticks to a device.
  struct Session: Hashable, Sendable {
    enum State: UInt8, Hashable, Sendable {
      case running, paused
      /// It ends with the action that is just carried out.
      case ending
      case finished
    }
    var number: UInt32
    let device: Correspondent
    var state = State.running
    var isOn: Bool { state == .running || state == .paused }
  }

  /// A recording dialog, and whose media it carries now: a party's, a consulted one's, or the mix, which is Media
  /// Server's.
  struct Leg: Hashable, Sendable {
    var number: UInt32
    var carries: Correspondent
  }

  /// One of the parties consults somebody.
  struct Consultation: Hashable, Sendable {
    let by: Correspondent
    let consulted: Correspondent
    /// Through the recording dialogs.
    let isBridged: Bool
  }

  /// Two or, in a conference, three; the caller's side first.
  var parties: [Correspondent]
  var consultation: Consultation?
  /// None or two.
  var legs: [Leg] = []
  /// Those that were open when the action came, and close with it.
  var closing: [Leg] = []
  /// The dialogs of the conference service: none or three.
  var bridge: [UInt32] = []
  /// All that there ever were, in the order of their numbers.
  var sessions: [Session] = []
  /// It ends with the action that is just carried out.
  var isOver = false

  /// Whoever is in it, the consulted one last.
  var everybody: [Correspondent] { consultation.map { parties + [$0.consulted] } ?? parties }
  func has(_ device: Correspondent) -> Bool { parties.contains(device) || consultation?.consulted == device }
  var isRecorded: Bool { sessions.contains(where: \.isOn) }

  func session(of device: Correspondent) -> Session? { sessions.first { $0.device == device && $0.isOn } }

  func state(of device: Correspondent) -> RecordingWords.State {
    guard let consultation else { return parties.count > 2 ? .conference : .talking }
    return consultation.by == device ? .consulting : consultation.consulted == device ? .consulted : .held
  }

  /// The party who waits while the other consults.
  var held: Correspondent? { consultation.flatMap { consultation in parties.first { $0 != consultation.by } } }

  /// The other party of two; of the consulted one the one who waits.
  func other(than device: Correspondent) -> Correspondent {
    if consultation?.consulted == device { return held ?? .none }
    return parties.count > 2 ? .none : parties.first { $0 != device } ?? .none
  }

  /// The recording dialog of that party, whatever it carries now.
  func leg(of party: Correspondent) -> Correspondent {
    let found = legs.first { party == held ? $0.carries != consultation?.by : $0.carries == party }
    return found.map { Correspondent($0.number) } ?? .none
  }

  /// Whose media that session records: `D1, D2`; in a conference `D1+D2, D3`.
  func streams(of session: Session) -> (mixed: [Correspondent], apart: [Correspondent]) {
    if let consultation {
      if session.device != consultation.by { return ([], [session.device]) }
      return ([], consultation.isBridged ? [consultation.by, consultation.consulted] : [])
    }
    return parties.count > 2 ? (Array(parties.prefix(2)), Array(parties.dropFirst(2))) : ([], parties)
  }

  // MARK: Changes

  /// The new one takes the old one's place and his dialog; the other dialog carries the one who stays.
  mutating func transfer(from old: Correspondent, to new: Correspondent) {
    let stays = other(than: old)
    parties = parties.map { $0 == old ? new : $0 }
    for number in legs.indices { legs[number].carries = legs[number].carries == old ? new : stays }
    consultation = nil
  }

  /// The first dialog carries the mix and the second the third party.
  mutating func enterConference(_ third: Correspondent, mix: Correspondent, _ dialogs: [UInt32]) {
    parties.append(third)
    consultation = nil
    bridge = dialogs
    carry([mix, third])
  }

  mutating func leaveConference(_ leaving: Correspondent) {
    parties.removeAll { $0 == leaving }
    bridge = []
    carry(parties)
  }

  mutating func consult(_ consulted: Correspondent, by party: Correspondent, isBridged: Bool) {
    consultation = Consultation(by: party, consulted: consulted, isBridged: isBridged)
    if isBridged { exchange(other(than: party), for: consulted) }
  }

  mutating func retrieve() {
    guard let consultation, let held else { return }
    if consultation.isBridged { exchange(consultation.consulted, for: held) }
    self.consultation = nil
  }

  /// Whoever consulted has called the one who was consulted: that is the call which is left.
  mutating func leaveConsultation() {
    guard let consultation else { return }
    parties = [consultation.by, consultation.consulted]
    self.consultation = nil
  }

  private mutating func exchange(_ old: Correspondent, for new: Correspondent) {
    for number in legs.indices where legs[number].carries == old { legs[number].carries = new }
  }

  private mutating func carry(_ order: [Correspondent]) {
    for (number, carried) in zip(legs.indices, order) { legs[number].carries = carried }
  }

  mutating func become(_ state: Session.State, on device: Correspondent) {
    for number in sessions.indices where sessions[number].isOn && sessions[number].device == device {
      sessions[number].state = state
    }
  }

  /// The action is done.
  mutating func settle() {
    closing = []
    for number in sessions.indices where sessions[number].state == .ending { sessions[number].state = .finished }
  }
}
