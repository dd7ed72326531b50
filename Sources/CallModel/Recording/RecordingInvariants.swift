// What holds in every state, and of what every action tells.

extension RecordedCalls {
  static func broken(
    by action: Deed<RecordingWords>, from before: borrowing RecordedCalls, to after: borrowing RecordedCalls,
    telling letters: [Letter<RecordingWords>]
  ) -> String? {
    let step = Step(action: action, before: copy before, after: copy after, letters: letters)
    return after.broken() ?? step.brokenAnswers() ?? step.brokenDialogs() ?? step.brokenSessions() ?? step.brokenMedia()
  }

  private func broken() -> String? {
    let everybody = calls.flatMap(\.everybody)
    if Set(everybody).count != everybody.count { return "a device is in one call" }
    for call in calls {
      let recorded = call.sessions.filter(\.isOn).map(\.device)
      if recorded.contains(where: { $0 == call.consultation?.consulted }) {
        return "nobody is recorded while he is consulted"
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

  /// The device gets this one's media: of whom it talks with, or of Media Server.
  fileprivate func heard(by device: Correspondent) -> Correspondent {
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

/// What an action made of it all, and what was said.
private struct Step {
  let action: Deed<RecordingWords>
  let before: RecordedCalls
  let after: RecordedCalls
  let letters: [Letter<RecordingWords>]

  // MARK: Answers

  func brokenAnswers() -> String? {
    let events = letters.filter { $0.message == .eventACK || $0.message == .eventError }
    switch action.verb {
    case .privateService where events.count != 1: return "every TPrivateService is answered once"
    case .routeCall where events.isEmpty != (before.calls.count < after.calls.count):
      return "a TRouteCall routes or is answered by EventError"
    case .privateService, .routeCall: break
    default: if !events.isEmpty { return "nobody is answered who has not asked" }
    }
    for (number, letter) in letters.enumerated() {
      switch letter.message {
      case .invite, .reInvite, .bye, .info, .get:
        let answers = letters.dropFirst(number + 1).first.map { $0.message == .ok && isAnswer($0, to: letter) }
        if answers != true { return "every message that asks is answered at once" }
      case .ok:
        if number == 0 || !isAnswer(letter, to: letters[number - 1]) { return "nothing is answered that was not asked" }
      default: break
      }
    }
    for letter in letters where letter.message == .invite || letter.message == .reInvite {
      let same = letters.filter { $0.to == letter.to && $0.values[.dialog] == letter.values[.dialog] }
      let invitations = same.filter { $0.message == .invite || $0.message == .reInvite }.count
      if same.filter({ $0.message == .ack }).count != invitations {
        return "every INVITE and re-INVITE is acknowledged"
      }
    }
    return nil
  }

  private func isAnswer(_ answer: Letter<RecordingWords>, to letter: Letter<RecordingWords>) -> Bool {
    if answer.from != letter.to || answer.to != letter.from || answer.values[.dialog] != letter.values[.dialog] {
      return false
    }
    return letter.message != .get || answer.values[.session] == letter.values[.session]
  }

  // MARK: Dialogs

  func brokenDialogs() -> String? {
    var open = before.open
    var last = before.dialogs
    for letter in letters {
      guard let dialog = letter.values[.dialog] else { continue }
      if letter.message == .invite {
        if dialog != last + 1 { return "dialogs are numbered as they are opened" }
        last = dialog
        open.insert(dialog)
      }
      if !open.contains(dialog) && letter.message != .ok { return "nothing is said on a dialog that is not open" }
      if letter.message == .bye { open.remove(dialog) }
    }
    if open != after.open || last != after.dialogs { return "the dialogs that are open are those of the calls" }
    let legs = before.calls.flatMap(\.legs)
    for leg in after.calls.flatMap(\.legs) {
      let offered = letters.last { $0.values[.dialog] == leg.number && $0.message != .ok && $0.values[.sdp] != nil }?
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
    for letter in letters where letter.message == .info && !controls.contains(letter.values[.dialog] ?? 0) {
      return "INFO goes to the first of a call's recording dialogs"
    }
    for number in Set((found + left).map(\.number)) {
      let (was, becomes) = (found.first { $0.number == number }?.state, left.first { $0.number == number }?.state)
      if was == nil && number <= before.sessions { return "the number of a session is not used again" }
      let told = letters.filter { $0.message == .info && $0.values[.session] == number }.map { $0.values[.msml] }
      if told != Self.told(was, becomes).map({ [UInt32($0.rawValue)] }) ?? [] {
        return "Media Server is told what becomes of a session"
      }
    }
    let fetched = letters.filter { $0.message == .get }.compactMap { $0.values[.session] }
    let ended = before.calls.first { $0.has(action.actor) && after.calls.count < before.calls.count }
    let fetches = after.kinds.contains(.recordingServer) ? ended?.sessions.map(\.number) ?? [] : []
    return fetched == fetches ? nil : "every recording is fetched once, when its call is over"
  }

  private static func told(_ was: RecordedCall.Session.State?, _ becomes: RecordedCall.Session.State?) -> RecordingWords
    .MSML?
  {
    if was == becomes { return nil }
    return was == nil ? .record : becomes == nil ? .stop : becomes == .paused ? .pause : .resume
  }

  // MARK: Media

  func brokenMedia() -> String? {
    for number in after.kinds.indices where after.kinds[number] == .device {
      let device = Correspondent(place: number)
      let (was, hears) = (before.heard(by: device), after.heard(by: device))
      if hears == .none {
        let isTold = letters.contains { $0.message == .bye && ($0.from == device || $0.to == device) }
        if was != .none && !isTold { return "who is out of a call has hung up, or is told" }
        continue
      }
      let offered = letters.last { $0.to == device && $0.values[.sdp] != nil }?.values[.sdp]
      // Of how devices are connected at first nothing is told.
      if offered == nil && was == .none { continue }
      if offered ?? was.rawValue != hears.rawValue {
        return "everybody gets the media of whom he talks with, or Media Server's"
      }
    }
    return nil
  }
}
