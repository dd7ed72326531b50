// What the life of a party or a call shows. A recording begins and ends apart from the rest, so it has its own stages.

extension Recording {
  package func stages(of subject: LifeSubject) -> [Stage] {
    // A call has no number that stays the same; there is only one if there are fewer than four devices.
    calls.flatMap { call -> [Stage] in
      switch subject {
      case .party:
        call.allParties.flatMap { party in
          activities(of: party) { _ in "another party" }.map {
            Stage($0.words, of: party.rawValue, in: 0, isRecording: $0.call.isEmpty)
          }
        }
      case .call: [Stage(call.stage, in: 0)] + (call.recording.map { [Stage($0, in: 0, isRecording: true)] } ?? [])
      }
    }
  }

  /// The verb, and which service is requested.
  package static func cause(_ action: Action) -> (actor: UInt32, word: String, isRequest: Bool) {
    let service = action.parameters[.privateMsgID].flatMap { Service(number: $0) }.map { " \($0)" } ?? ""
    return (action.actor.rawValue, "\(action.verb)\(service)", action.verb.isRequest)
  }
}

extension RecordedCall {
  fileprivate var stage: String {
    parties.count > 2 ? "a conference" : consultation == nil ? "a plain call" : "a consultation"
  }

  fileprivate var recording: String? {
    isRecorded ? sessions.contains { $0.state == .running } ? "recorded" : "paused in its recordings" : nil
  }
}
