/// A call as recording knows it: its parties, its dialogs with Media Server, and the sessions that it has had.
package struct RecordedCall: Hashable, Sendable {
  /// A recording, which belongs to a device.
  struct Session: Hashable, Sendable {
    enum State: UInt8, Hashable, Sendable {
      case running, paused
      /// The session ends with the current action.
      case ending
      case finished
    }
    var number: UInt32
    let device: Recording.Party
    var state = State.running
    var isOn: Bool { state == .running || state == .paused }
  }

  /// A recording dialog, and whose media it carries now: a party's, a consulted party's, or the mix, which is Media
  /// Server's.
  struct Leg: Hashable, Sendable {
    var number: UInt32
    var carries: Recording.Party
  }

  /// One of the parties consults another device.
  struct Consultation: Hashable, Sendable {
    let by: Recording.Party
    let consulted: Recording.Party
    /// Whether the consultation goes through the recording dialogs.
    let isBridged: Bool
  }

  /// Two or, in a conference, three; the caller's side first.
  package var parties: [Recording.Party]
  var consultation: Consultation?
  /// The recording dialogs: none or two.
  var legs: [Leg] = []
  /// The recording dialogs that close with the current action.
  var closing: [Leg] = []
  /// The dialogs of the conference service: none or three.
  var bridge: [UInt32] = []
  /// All sessions, including the finished ones, in the order of their numbers.
  var sessions: [Session] = []
  /// Whether the call ends with the current action.
  var isOver = false

  /// All parties, the consulted one last.
  var allParties: [Recording.Party] { consultation.map { parties + [$0.consulted] } ?? parties }
  func has(_ device: Recording.Party) -> Bool { parties.contains(device) || consultation?.consulted == device }
  var isRecorded: Bool { sessions.contains(where: \.isOn) }

  func session(of device: Recording.Party) -> Session? { sessions.first { $0.device == device && $0.isOn } }

  func state(of device: Recording.Party) -> Recording.State {
    guard let consultation else { return parties.count > 2 ? .conference : .talking }
    return consultation.by == device ? .consulting : consultation.consulted == device ? .consulted : .held
  }

  /// The party that waits while the other one consults.
  var held: Recording.Party? { consultation.flatMap { consultation in parties.first { $0 != consultation.by } } }

  /// The other party of two; for the consulted party, the held one.
  func other(than device: Recording.Party) -> Recording.Party {
    if consultation?.consulted == device { return held ?? .none }
    return parties.count > 2 ? .none : parties.first { $0 != device } ?? .none
  }

  /// The recording dialog of the party, even if it carries other media now.
  func leg(of party: Recording.Party) -> Recording.Party {
    let isHeld = consultation != nil && party == held
    for leg in legs where isHeld ? leg.carries != consultation?.by : leg.carries == party {
      return Recording.Party(leg.number)
    }
    return .none
  }

  /// The parties whose media the session records: `D1, D2`; in a conference, `D1+D2, D3`.
  func streams(of session: Session) -> (mixed: [Recording.Party], apart: [Recording.Party]) {
    if let consultation {
      if session.device != consultation.by { return ([], [session.device]) }
      return ([], consultation.isBridged ? [consultation.by, consultation.consulted] : [])
    }
    return parties.count > 2 ? (Array(parties.prefix(2)), Array(parties.dropFirst(2))) : ([], parties)
  }

  // MARK: Changes

  /// The new party takes the place and the dialog of the old one; the other dialog carries the party that stays.
  mutating func transfer(from old: Recording.Party, to new: Recording.Party) {
    let stays = other(than: old)
    parties = parties.map { $0 == old ? new : $0 }
    for number in legs.indices { legs[number].carries = legs[number].carries == old ? new : stays }
    consultation = nil
  }

  /// The first dialog carries the mix and the second the third party.
  mutating func enterConference(_ third: Recording.Party, mix: Recording.Party, _ dialogs: [UInt32]) {
    parties.append(third)
    consultation = nil
    bridge = dialogs
    carry([mix, third])
  }

  mutating func leaveConference(_ leaving: Recording.Party) {
    parties.removeAll { $0 == leaving }
    bridge = []
    carry(parties)
  }

  mutating func consult(_ consulted: Recording.Party, by party: Recording.Party, isBridged: Bool) {
    consultation = Consultation(by: party, consulted: consulted, isBridged: isBridged)
    if isBridged { exchange(other(than: party), for: consulted) }
  }

  mutating func retrieve() {
    guard let consultation, let held else { return }
    if consultation.isBridged { exchange(consultation.consulted, for: held) }
    self.consultation = nil
  }

  /// The held party leaves: the consultation becomes the call.
  mutating func leaveConsultation() {
    guard let consultation else { return }
    parties = [consultation.by, consultation.consulted]
    self.consultation = nil
  }

  private mutating func exchange(_ old: Recording.Party, for new: Recording.Party) {
    for number in legs.indices where legs[number].carries == old { legs[number].carries = new }
  }

  private mutating func carry(_ order: [Recording.Party]) {
    for (number, carried) in zip(legs.indices, order) { legs[number].carries = carried }
  }

  mutating func become(_ state: Session.State, on device: Recording.Party) {
    for number in sessions.indices where sessions[number].isOn && sessions[number].device == device {
      sessions[number].state = state
    }
  }

  /// Removes what ended with the action.
  package mutating func finish() {
    closing = []
    for number in sessions.indices where sessions[number].state == .ending { sessions[number].state = .finished }
  }
}
