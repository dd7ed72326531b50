// What holds in every state and for the messages of every action.

extension Recording {
  package static func brokenStep(
    by action: Action, from before: borrowing Recording, to after: borrowing Recording,
    telling events: [Event]
  ) -> String? {
    if let sentence = brokenReply(to: action, before, after, events) { return sentence }
    // Most steps only answer a request: then nothing below can have changed.
    if isQuiet(before, after, events) { return nil }
    let step = Step(action: action, before: copy before, after: copy after, events: events)
    return step.brokenAnswers() ?? step.brokenDialogs() ?? step.brokenSessions() ?? step.brokenMedia()
  }

  private static func brokenReply(
    to action: Action, _ before: borrowing Recording, _ after: borrowing Recording, _ events: [Event]
  ) -> String? {
    var replies = 0
    for event in events where event.type == .eventACK || event.type == .eventError { replies += 1 }
    switch action.verb {
    case .privateService where replies != 1: return "every TPrivateService is answered once"
    case .routeCall where (replies == 0) != (before.calls.count < after.calls.count):
      return "a TRouteCall routes or is answered by EventError"
    case .privateService, .routeCall: return nil
    case .connect, .transfer, .conference, .consult, .retrieve, .hangUp:
      return replies > 0 ? "only a request is answered" : nil
    }
  }

  /// Whether the step changes nothing, and no message is about media, dialogs or sessions.
  private static func isQuiet(_ before: borrowing Recording, _ after: borrowing Recording, _ events: [Event]) -> Bool {
    for event in events {
      switch event.type {
      case .routeCall, .privateService, .eventACK, .eventError: break
      case .invite, .reInvite, .bye, .info, .get, .ok, .ack: return false
      }
    }
    return before.dialogs == after.dialogs && before.sessions == after.sessions && before.calls == after.calls
  }

  package var brokenSentence: String? {
    let allParties = calls.flatMap { $0.allParties }
    if allParties.indices.contains(where: { allParties[..<$0].contains(allParties[$0]) }) {
      return "a device is in one call"
    }
    for call in calls {
      let recorded = call.sessions.filter { $0.isOn }.map { $0.device }
      if recorded.contains(where: { $0 == call.consultation?.consulted }) {
        return "no device is recorded while it is consulted"
      }
      if !recorded.allSatisfy(call.parties.contains) {
        return "a recording does not outlive its device's part in the call"
      }
      if recorded.indices.contains(where: { recorded[..<$0].contains(recorded[$0]) }) {
        return "a device has one recording at a time"
      }
      if call.legs.count != (call.isRecorded || call.consultation?.isBridged ?? false ? 2 : 0) {
        return "a recorded call has two recording dialogs, and one that is not recorded has none"
      }
      if call.bridge.count != (call.parties.count > 2 ? 3 : 0) { return "a conference has three dialogs of its own" }
    }
    return nil
  }

  /// The party whose media the device receives: the one it talks to, or Media Server.
  fileprivate func heard(by device: Party) -> Party {
    guard let call = calls.first(where: { $0.has(device) }) else { return .none }
    if let consultation = call.consultation, device != call.held {
      if consultation.isBridged { return only(.mediaServer) }
      return device == consultation.by ? consultation.consulted : consultation.by
    }
    return call.parties.count > 2 || call.consultation != nil || call.isRecorded
      ? only(.mediaServer) : call.other(than: device)
  }

  /// The numbers of the dialogs that are open.
  fileprivate var open: [UInt32] {
    var open: [UInt32] = []
    for call in calls {
      for leg in call.legs { open.append(leg.number) }
      open += call.bridge
    }
    return open
  }

  /// The recordings that are running or paused.
  fileprivate var live: [RecordedCall.Session] {
    var live: [RecordedCall.Session] = []
    for call in calls { for session in call.sessions where session.isOn { live.append(session) } }
    return live
  }
}

/// An action, the states before and after it, and its messages.
private struct Step {
  let action: Recording.Action
  let before: Recording
  let after: Recording
  let events: [Recording.Event]

  // MARK: Answers

  func brokenAnswers() -> String? {
    for (number, event) in events.enumerated() {
      switch event.type {
      case .invite, .reInvite, .bye, .info, .get:
        let next = number + 1
        if next == events.count || events[next].type != .ok || !isAnswer(events[next], to: event) {
          return "every request is answered at once"
        }
      case .ok:
        if number == 0 || !isAnswer(event, to: events[number - 1]) { return "every answer follows its request" }
      case .ack, .routeCall, .privateService, .eventACK, .eventError: break
      }
    }
    for event in events where event.type == .invite || event.type == .reInvite {
      let dialog = event.values[.dialog]
      // As many acknowledgements as invitations.
      var balance = 0
      for other in events where other.to == event.to && other.values[.dialog] == dialog {
        if other.type == .invite || other.type == .reInvite { balance += 1 }
        if other.type == .ack { balance -= 1 }
      }
      if balance != 0 {
        return "every INVITE and re-INVITE is acknowledged"
      }
    }
    return nil
  }

  private func isAnswer(_ answer: Recording.Event, to event: Recording.Event) -> Bool {
    if answer.from != event.to || answer.to != event.from || answer.values[.dialog] != event.values[.dialog] {
      return false
    }
    return event.type != .get || answer.values[.session] == event.values[.session]
  }

  // MARK: Dialogs

  func brokenDialogs() -> String? {
    var open = before.open
    var last = before.dialogs
    for event in events {
      guard let dialog = event.values[.dialog] else { continue }
      if event.type == .invite {
        if dialog != last + 1 { return "dialogs are numbered as they are opened" }
        last = dialog
        open.append(dialog)
      }
      if !open.contains(dialog) && event.type != .ok { return "no message uses a dialog that is not open" }
      if event.type == .bye { open.removeAll { $0 == dialog } }
    }
    let left = after.open
    if !open.allSatisfy(left.contains) || !left.allSatisfy(open.contains) || last != after.dialogs {
      return "the dialogs that are open are those of the calls"
    }
    let legs = before.calls.flatMap { $0.legs }
    for leg in after.calls.flatMap({ $0.legs }) {
      let offer = events.lastIndex {
        $0.values[.dialog] == leg.number && $0.type != .ok && $0.values[.sdp] != nil
      }
      let offered = offer.flatMap { events[$0].values[.sdp] }
      let carried = offered ?? legs.first { $0.number == leg.number }?.carries.rawValue
      if carried != leg.carries.rawValue { return "a recording dialog carries what was offered on it" }
    }
    return nil
  }

  // MARK: Sessions

  func brokenSessions() -> String? {
    let (found, left) = (before.live, after.live)
    for event in events where event.type == .info && !isControl(event.values[.dialog] ?? 0) {
      return "INFO goes to the first of a call's recording dialogs"
    }
    for session in found + left.filter({ session in !found.contains { $0.number == session.number } }) {
      let number = session.number
      let (was, becomes) = (found.first { $0.number == number }?.state, left.first { $0.number == number }?.state)
      if was == nil && number <= before.sessions { return "the number of a session is not used again" }
      let told = events.lazy.filter { $0.type == .info && $0.values[.session] == number }.map { $0.values[.msml] }
      if !told.elementsEqual(Self.told(was, becomes).map { [UInt32($0.rawValue)] } ?? []) {
        return "Media Server is told what becomes of a session"
      }
    }
    let ended = after.calls.count < before.calls.count ? before.calls.first { $0.has(action.actor) } : nil
    let fetches = after.kinds.contains(.recordingServer) ? ended?.sessions ?? [] : []
    let fetched = events.lazy.filter { $0.type == .get }.compactMap { $0.values[.session] }
    return fetched.elementsEqual(fetches.lazy.map { $0.number })
      ? nil : "every recording is fetched once, when its call is over"
  }

  /// Whether it is the first recording dialog of a call, before the step or after it.
  private func isControl(_ dialog: UInt32) -> Bool {
    before.calls.contains { $0.legs.first?.number == dialog }
      || after.calls.contains { $0.legs.first?.number == dialog }
  }

  private static func told(_ was: RecordedCall.Session.State?, _ becomes: RecordedCall.Session.State?) -> Recording
    .MSML?
  {
    if was == becomes { return nil }
    return was == nil ? .record : becomes == nil ? .stop : becomes == .paused ? .pause : .resume
  }

  // MARK: Media

  func brokenMedia() -> String? {
    for number in after.kinds.indices where after.kinds[number] == .device {
      let device = Recording.Party(place: number)
      let (was, hears) = (before.heard(by: device), after.heard(by: device))
      if hears == .none {
        let isTold = events.contains { $0.type == .bye && ($0.from == device || $0.to == device) }
        if was != .none && !isTold { return "a party that is no longer in a call has hung up or been told" }
        continue
      }
      let offered = events.last { $0.to == device && $0.values[.sdp] != nil }?.values[.sdp]
      // No message shows how devices are connected at first.
      if offered == nil && was == .none { continue }
      if offered ?? was.rawValue != hears.rawValue {
        return "each party gets the media of the party it talks to, or of Media Server"
      }
    }
    return nil
  }
}
