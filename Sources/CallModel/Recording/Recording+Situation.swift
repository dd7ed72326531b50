// The states of a device, the conditions that an action can find, and what it changes.

extension Recording {
  /// The state of a device.
  package enum State: UInt8, Numbered, CustomStringConvertible {
    case free, talking, conference, consulting, held, consulted

    package var description: String {
      switch self {
      case .free: "in no call"
      case .talking: "in a plain call"
      case .conference: "in a conference"
      case .consulting: "consulting"
      case .held: "held while the other party consults"
      case .consulted: "consulted"
      }
    }
  }

  /// The conditions that an action on a call or a request about its recording can find.
  package struct Situation: Conditions {
    package let rawValue: UInt32
    package init(rawValue: UInt32) { self.rawValue = rawValue }
    private init(_ bit: UInt32) { rawValue = 1 << bit }

    static let toFree = Situation(0), toOccupied = Situation(1)
    static let withoutSession = Situation(2), running = Situation(3), paused = Situation(4)
    static let othersUnrecorded = Situation(5), othersRecorded = Situation(6)
    static let notRecorded = Situation(7), recorded = Situation(8)
    static let notBridged = Situation(9), bridged = Situation(10)
    static let consultsUnrecorded = Situation(11), consultsRecorded = Situation(12)
    static let actorUnrecorded = Situation(13), actorRecorded = Situation(14)
    static let targetUnrecorded = Situation(15), targetRecorded = Situation(16), targetBeyondLimit = Situation(24)
    static let noService = Situation(17), start = Situation(18), pause = Situation(19), resume = Situation(20),
      stop = Situation(21)
    static let hasRoom = Situation(22), isFull = Situation(23)

    /// Whether the actor has a session.
    static let withSession: Situation = [.running, .paused]

    package static let columns: [Situation] = []
    package static let dimensions = [
      Dimension<Situation>(
        "the target", [(toFree, "free, or consulted by the actor"), (toOccupied, "not a free device")]),
      Dimension<Situation>(
        "the actor's session", [(withoutSession, "not there"), (running, "running"), (paused, "paused")]),
      Dimension<Situation>(
        "the recording of the other parties", [(othersUnrecorded, "not there"), (othersRecorded, "on")]),
      Dimension<Situation>("the call", [(notRecorded, "not recorded"), (recorded, "recorded")]),
      Dimension<Situation>("the consultation", [(notBridged, "direct"), (bridged, "bridged by Media Server")]),
      Dimension<Situation>(
        "the actor's consultation", [(consultsUnrecorded, "not recorded"), (consultsRecorded, "recorded")]),
      Dimension<Situation>("the actor", [(actorUnrecorded, "not to be recorded"), (actorRecorded, "to be recorded")]),
      Dimension<Situation>(
        "the target's recording",
        [
          (targetUnrecorded, "not wanted"), (targetRecorded, "wanted"),
          (targetBeyondLimit, "wanted, but the call is at its limit"),
        ]),
      Dimension<Situation>(
        "the service",
        [(noService, "not named"), (start, "START"), (pause, "PAUSE"), (resume, "RESUME"), (stop, "STOP")]),
      Dimension<Situation>(
        "the number of the call's recordings", [(hasRoom, "within the limit"), (isFull, "at the limit")]),
    ]
  }

  package enum Change: Sendable {
    /// The actor and the target talk.
    case connects
    /// The two recording dialogs, one for each party or, in a conference, for the mix and the third party.
    case opensLegs, closesLegs
    case starts(Who), pauses, resumes, endsSession, endsSessions
    /// The target takes the actor's place, and its dialog.
    case transfers
    case entersConference, leavesConference
    /// The consulted party is recorded in place of the held one, or talks directly.
    case consults(isRecorded: Bool)
    case retrieves
    /// The held party leaves the other two.
    case leavesConsultation
    case ends
  }
}

extension Recording.Change: CustomStringConvertible {
  package var description: String {
    switch self {
    case .connects: "the actor and the target talk"
    case .opensLegs: "the two recording dialogs are opened"
    case .closesLegs: "the recording dialogs are closed"
    case .starts(let session): "\(session) begins"
    case .pauses: "the actor's session pauses"
    case .resumes: "the actor's session resumes"
    case .endsSession: "the actor's session ends, if there is one"
    case .endsSessions: "every session of the call ends"
    case .transfers: "the target takes the actor's place in the call"
    case .entersConference: "the target is the third party of a conference"
    case .leavesConference: "the actor leaves the conference"
    case .consults(isRecorded: true): "the actor consults the target, which takes the place of the held party"
    case .consults(isRecorded: false): "the actor consults the target directly"
    case .retrieves: "the consultation ends, and the held party returns"
    case .leavesConsultation: "the held party leaves, and the consultation becomes the call"
    case .ends: "the call ends"
    }
  }
}
