// What holds in every state and for the messages of every action.

extension Recording {
  package static func brokenStep(
    by action: Action, from before: borrowing Recording, to after: borrowing Recording,
    telling events: [Event]
  ) -> String? {
    let step = Step(action: action, before: copy before, after: copy after, events: events)
    if let sentence = step.brokenAnswers() { return sentence }
    // Most steps only answer a request: then nothing below can have changed.
    return step.isQuiet ? nil : step.brokenDialogs() ?? step.brokenSessions() ?? step.brokenMedia()
  }

  package var brokenSentence: String? {
    let allParties = calls.flatMap(\.allParties)
    if Set(allParties).count != allParties.count { return "a device is in one call" }
    for call in calls {
      let recorded = call.sessions.filter(\.isOn).map(\.device)
      if recorded.contains(where: { $0 == call.consultation?.consulted }) {
        return "no device is recorded while it is consulted"
      }
      if !recorded.allSatisfy(call.parties.contains) {
        return "a recording does not outlive its device's part in the call"
      }
      if Set(recorded).count != recorded.count { return "a device has one recording at a time" }
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
  fileprivate var open: Set<UInt32> { Set(calls.flatMap { $0.legs.map(\.number) + $0.bridge }) }
}

/// An action, the states before and after it, and its messages.
private struct Step {
  let action: Recording.Action
  let before: Recording
  let after: Recording
  let events: [Recording.Event]

  /// Whether the step changes nothing, and no message is about media, dialogs or sessions.
  var isQuiet: Bool {
    for event in events {
      switch event.type {
      case .routeCall, .privateService, .eventACK, .eventError: break
      case .invite, .reInvite, .bye, .info, .get, .ok, .ack: return false
      }
    }
    return before.dialogs == after.dialogs && before.sessions == after.sessions && before.calls == after.calls
  }

  // MARK: Answers

  func brokenAnswers() -> String? {
    var replies = 0
    for event in events where event.type == .eventACK || event.type == .eventError { replies += 1 }
    switch action.verb {
    case .privateService where replies != 1: return "every TPrivateService is answered once"
    case .routeCall where (replies == 0) != (before.calls.count < after.calls.count):
      return "a TRouteCall routes or is answered by EventError"
    case .privateService, .routeCall: break
    case .connect, .transfer, .conference, .consult, .retrieve, .hangUp:
      if replies > 0 { return "only a request is answered" }
    }
    if isQuiet { return nil }
    for (number, event) in events.enumerated() {
      switch event.type {
      case .invite, .reInvite, .bye, .info, .get:
        let answers = events.dropFirst(number + 1).first.map { $0.type == .ok && isAnswer($0, to: event) }
        if answers != true { return "every request is answered at once" }
      case .ok:
        if number == 0 || !isAnswer(event, to: events[number - 1]) { return "every answer follows its request" }
      case .ack, .routeCall, .privateService, .eventACK, .eventError: break
      }
    }
    for event in events where event.type == .invite || event.type == .reInvite {
      let same = events.filter { $0.to == event.to && $0.values[.dialog] == event.values[.dialog] }
      let invitations = same.filter { $0.type == .invite || $0.type == .reInvite }.count
      if same.filter({ $0.type == .ack }).count != invitations {
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
        open.insert(dialog)
      }
      if !open.contains(dialog) && event.type != .ok { return "no message uses a dialog that is not open" }
      if event.type == .bye { open.remove(dialog) }
    }
    if open != after.open || last != after.dialogs { return "the dialogs that are open are those of the calls" }
    let legs = before.calls.flatMap(\.legs)
    for leg in after.calls.flatMap(\.legs) {
      let offered = events.last { $0.values[.dialog] == leg.number && $0.type != .ok && $0.values[.sdp] != nil }?
        .values[.sdp]
      let carried = offered ?? legs.first { $0.number == leg.number }?.carries.rawValue
      if carried != leg.carries.rawValue { return "a recording dialog carries what was offered on it" }
    }
    return nil
  }

  // MARK: Sessions

  func brokenSessions() -> String? {
    let (found, left) = (
      before.calls.flatMap(\.sessions).filter(\.isOn), after.calls.flatMap(\.sessions).filter(\.isOn)
    )
    let controls = (before.calls + after.calls).compactMap(\.legs.first?.number)
    for event in events where event.type == .info && !controls.contains(event.values[.dialog] ?? 0) {
      return "INFO goes to the first of a call's recording dialogs"
    }
    for number in Set((found + left).map(\.number)) {
      let (was, becomes) = (found.first { $0.number == number }?.state, left.first { $0.number == number }?.state)
      if was == nil && number <= before.sessions { return "the number of a session is not used again" }
      let told = events.filter { $0.type == .info && $0.values[.session] == number }.map { $0.values[.msml] }
      if told != Self.told(was, becomes).map({ [UInt32($0.rawValue)] }) ?? [] {
        return "Media Server is told what becomes of a session"
      }
    }
    let fetched = events.filter { $0.type == .get }.compactMap { $0.values[.session] }
    let ended = before.calls.first { $0.has(action.actor) && after.calls.count < before.calls.count }
    let fetches = after.kinds.contains(.recordingServer) ? ended?.sessions.map(\.number) ?? [] : []
    return fetched == fetches ? nil : "every recording is fetched once, when its call is over"
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
