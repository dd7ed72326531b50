/// SIP Server with Media Server and Recording Server, and the calls there, recorded or not.
///
///     D1 ------ SIP Server ------ D2        media of a recorded call: D1 === Media Server === D2
///                |      |
///         dialog 1      dialog 2            one recording dialog for each party, shared by the call's sessions
///                |      |
///               Media Server                which writes the files; Recording Server fetches them after the call
///
/// There must be one SIP Server and one Media Server: without them nothing is recorded.
public struct Recording: MessageVocabulary, MessageModel {
  package typealias Action = MessageTypes<Recording>.Action
  package typealias Event = MessageTypes<Recording>.Event
  package typealias Scene = MessageTypes<Recording>.Scene
  package typealias Clause = MessageTypes<Recording>.Clause
  package typealias Cell = MessageTypes<Recording>.Cell
  package typealias Value = MessageTypes<Recording>.Value

  package static var server: StaticString { "recording" }

  package static let rulebook = Rulebook(rules, under: ())

  /// Every rule, in the order of the document's sections; hanging up comes last.
  package static let rules: [Rule<Recording>] =
    connecting + routing + recordingRequests + refusedRequests + transfers + conferences + consultations + hangingUp

  package var parties = PartyList<Recording>()
  var settings: [AttributeValues<Setting>] = []
  var calls: [RecordedCall] = []
  /// The most recordings of one call, including the finished ones.
  var most = 8
  /// The numbers of dialogs and sessions so far. They wrap only after four thousand million.
  var dialogs: UInt32 = 0
  var sessions: UInt32 = 0

  package init() {}

  // MARK: The status line

  package static var statusName: StaticString? { "Sessions" }

  /// The sessions, and whose media they record: `1 on D2: D1, D2`.
  package func statusLine(_ name: (Party) -> String) -> String {
    var sessions: [(session: RecordedCall.Session, call: RecordedCall)] = []
    for call in calls where !call.sessions.isEmpty {
      sessions += call.sessions.filter(\.isOn).map { (session: $0, call: call) }
    }
    if sessions.isEmpty { return "none" }
    return sessions.sorted { $0.session.number < $1.session.number }.map { session, call in
      let (mixed, apart) = call.streams(of: session)
      let mix = mixed.isEmpty ? [] : [mixed.map(name).joined(separator: "+")]
      let streams = (mix + apart.map(name)).joined(separator: ", ")
      let pause = session.state == .paused ? " (paused)" : ""
      return "\(session.number) on \(name(session.device))\(pause):" + (streams.isEmpty ? "" : " " + streams)
    }.joined(separator: "; ")
  }
}

extension Recording: MessageEngine {
  package var allSubjects: [RecordedCall] {
    get { calls }
    set { calls = newValue }
  }

  package mutating func didAdd(_ new: Party, _ kind: Kind, _ settings: AttributeValues<Setting>) {
    self.settings.append(settings)
  }

  package static func parameterChoices(of verb: Verb) -> [AttributeValues<Attribute>] {
    guard let option = verb.options.first, case .names(let names) = option.valueType else { return [AttributeValues()] }
    return [AttributeValues()]
      + names.indices.map { number in
        var values = AttributeValues<Attribute>()
        values[option] = UInt32(number)
        return values
      }
  }

  package static func requestMessage(of verb: Verb, from who: Who) -> EventType? {
    verb == .routeCall ? .routeCall : verb == .privateService ? .privateService : nil
  }

  package static func meansSeveral(_ who: Who) -> Bool { who == .closing || who == .ending || who == .every }

  package func each(_ who: Who, _ scene: Scene, _ body: (Party) -> Void) {
    switch who {
    case .closing where calls.indices.contains(scene.subject):
      for leg in calls[scene.subject].closing { body(Party(leg.number)) }
    case .ending where calls.indices.contains(scene.subject):
      for session in calls[scene.subject].sessions where session.state == .ending { body(Party(session.number)) }
    case .every where calls.indices.contains(scene.subject):
      for session in calls[scene.subject].sessions { body(Party(session.number)) }
    case .closing, .ending, .every, .sip, .media, .recorder, .actor, .target, .other, .a, .b, .third, .first, .second,
      .control, .legOfActor,
      .legOfOther, .legOfA, .legOfB, .one, .two, .three, .session, .targetsSession:
      body(scene[who])
    }
  }

  package mutating func carryOut(_ change: Change, _ scene: inout Scene) {
    if case .connects = change {
      scene.subject = calls.count
      calls.append(RecordedCall(parties: [scene[.actor], scene[.target]]))
    } else {
      alter(change, &scene)
    }
    let parties = calls[scene.subject].parties
    // A call of one party is about to end: the order of its parties no longer matters.
    if parties.count > 1 { (scene[.a], scene[.b]) = (parties[0], parties[1]) }
  }

  private mutating func alter(_ change: Change, _ scene: inout Scene) {
    let (here, actor, target) = (scene.subject, scene[.actor], scene[.target])
    switch change {
    case .connects: break
    case .opensLegs:
      let mixAndThird = [scene[.media], scene[.third]]
      let carried = calls[here].parties.count > 2 ? mixAndThird : calls[here].parties
      calls[here].legs = carried.map { RecordedCall.Leg(number: nextDialog(), carries: $0) }
      (scene[.first], scene[.second]) = (
        Party(calls[here].legs[0].number), Party(calls[here].legs[1].number)
      )
    case .closesLegs: (calls[here].closing, calls[here].legs) = (calls[here].legs, [])
    case .starts(let register):
      sessions &+= 1
      scene[register] = Party(sessions)
      calls[here].sessions.append(.init(number: sessions, device: register == .targetsSession ? target : actor))
    case .pauses: calls[here].become(.paused, on: actor)
    case .resumes: calls[here].become(.running, on: actor)
    case .endsSession: calls[here].become(.ending, on: actor)
    case .endsSessions: for party in calls[here].parties { calls[here].become(.ending, on: party) }
    case .transfers: calls[here].transfer(from: actor, to: target)
    case .entersConference:
      calls[here].enterConference(target, mix: scene[.media], [nextDialog(), nextDialog(), nextDialog()])
      scene[.third] = target
      bridge(calls[here].bridge, &scene)
    case .leavesConference: calls[here].leaveConference(actor)
    case .consults(let isRecorded):
      calls[here].consult(target, by: actor, isBridged: isRecorded)
      scene[.third] = target
    case .retrieves: calls[here].retrieve()
    case .leavesConsultation: calls[here].leaveConsultation()
    case .ends: calls[here].isOver = true
    }
  }

  private mutating func nextDialog() -> UInt32 {
    dialogs &+= 1
    return dialogs
  }

  package mutating func finish(_ scene: inout Scene) {
    let here = scene.subject
    guard calls.indices.contains(here) else { return }
    // Most actions end nothing. The lists are read one by one: to call the whole would copy all of them.
    let hasEnded = calls[here].sessions.contains { $0.state == .ending }
    guard hasEnded || calls[here].isOver || !calls[here].closing.isEmpty else { return }
    calls[here].finish()
    if calls[scene.subject].isOver { calls.remove(at: scene.subject) }
  }
}
