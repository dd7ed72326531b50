// The message sequences of the call flows: SIP Server is between the devices and Media Server. The document shows who
// invites which party; the answers and acknowledgements are our reading. A sequence may begin with a change: all
// changes of a rule are carried out before any of its messages is written, whatever their order.

extension Recording {
  static let flows = "Recording, Call Flows, "
  static let derived = "Recording, derived"

  static func change(_ change: Change) -> Clause { .change(change) }

  // MARK: Media

  /// A new dialog with Media Server, which will carry the media of the owner.
  static func opensLeg(_ dialog: Who, _ owner: Who) -> [Clause] {
    [
      .sends(.sip, .invite, to: .media, [on(dialog), sdp(owner)]),
      .sends(.media, .ok, to: .sip, [on(dialog), sdp(.media)]),
      .sends(.sip, .ack, to: .media, [on(dialog)]),
    ]
  }

  /// Media Server makes an offer on the dialog, which is passed on to the device. From then on the media flow through
  /// Media Server.
  static func offer(_ dialog: Who, to device: Who) -> [Clause] {
    [
      .sends(.sip, .reInvite, to: .media, [on(dialog)]),
      .sends(.media, .ok, to: .sip, [on(dialog), sdp(.media)]),
    ]
      + invites(device, .reInvite, .media) + [.sends(.sip, .ack, to: .media, [on(dialog), sdp(device)])]
  }

  /// From now on, the dialog carries the media of the owner.
  static func reoffer(_ dialog: Who, _ owner: Who) -> [Clause] {
    [
      .sends(.sip, .reInvite, to: .media, [on(dialog), sdp(owner)]),
      .sends(.media, .ok, to: .sip, [on(dialog), sdp(.media)]),
      .sends(.sip, .ack, to: .media, [on(dialog)]),
    ]
  }

  static func close(_ dialogs: Who...) -> [Clause] {
    dialogs.flatMap { dialog -> [Clause] in
      [.sends(.sip, .bye, to: .media, [on(dialog)]), .sends(.media, .ok, to: .sip, [on(dialog)])]
    }
  }

  // MARK: Devices

  /// Two devices talk without Media Server.
  static func direct(_ one: Who, _ two: Who) -> [Clause] { invites(one, .reInvite, two) + invites(two, .reInvite, one) }

  /// The device receives an offer of the owner's media, and answers with its own.
  static func invites(_ device: Who, _ message: EventType, _ owner: Who) -> [Clause] {
    [
      .sends(.sip, message, to: device, [sdp(owner)]),
      .sends(device, .ok, to: .sip, [sdp(device)]),
      .sends(.sip, .ack, to: device, []),
    ]
  }

  static func drop(_ device: Who) -> [Clause] {
    [.sends(.sip, .bye, to: device, []), .sends(device, .ok, to: .sip, [])]
  }
  /// The actor hangs up.
  static let leaves: [Clause] = [.sends(.actor, .bye, to: .sip, []), .sends(.sip, .ok, to: .actor, [])]

  // MARK: Recording

  /// The two recording dialogs of a plain call.
  static let opensLegs: [Clause] =
    [change(.opensLegs)] + opensLeg(.first, .a) + opensLeg(.second, .b) + offer(.first, to: .a) + offer(.second, to: .b)

  /// The two of a conference: one for the mix, and one for the third party.
  static let opensLegsOfConference: [Clause] =
    [change(.opensLegs)] + opensLeg(.first, .media) + opensLeg(.second, .third)

  static let closesLegs: [Clause] = [change(.closesLegs)] + .each(.closing, close(.closing))

  /// The session begins on the open dialogs.
  static func starts(_ session: Who) -> [Clause] { [change(.starts(session))] + msml(.record, session, on: .first) }
  static let pauses: [Clause] = [change(.pauses)] + msml(.pause, .session)
  static let resumes: [Clause] = [change(.resumes)] + msml(.resume, .session)
  /// The actor's session ends, if there is one.
  static let endsSession: [Clause] = [change(.endsSession)] + .each(.ending, msml(.stop, .ending))
  static let endsSessions: [Clause] = [change(.endsSessions)] + .each(.ending, msml(.stop, .ending))

  private static func msml(_ msml: MSML, _ session: Who, on dialog: Who = .control) -> [Clause] {
    [
      .sends(.sip, .info, to: .media, [on(dialog), .of(.session, session), .number(.msml, msml)]),
      .sends(.media, .ok, to: .sip, [on(dialog)]),
    ]
  }

  /// The call ends, and Recording Server fetches every session that it has had.
  static let ends: [Clause] =
    [change(.ends)]
    + .each(
      .every,
      [
        .sends(.recorder, .get, to: .media, [.of(.session, .every)]),
        .sends(.media, .ok, to: .recorder, [.of(.session, .every)]),
      ])

  // MARK: Requests

  static let asks: [Clause] = [.asks(.actor, .sip, [.parameter(.privateMsgID), .parameter(.record)])]
  static let acknowledgement: [Clause] = [.sends(.sip, .eventACK, to: .actor, [])]

  /// The request fails, and nothing changes.
  static func rejects(
    _ name: String, _ source: String = derived + ", D101", on verb: Verb = .privateService,
    by states: State...,
    if situation: Situation = []
  ) -> Rule<Recording> {
    Rule(
      name, source, on: [verb], by: states, if: situation, clauses: asks + [.sends(.sip, .eventError, to: .actor, [])])
  }

  private static func on(_ dialog: Who) -> Value { .of(.dialog, dialog) }
  private static func sdp(_ owner: Who) -> Value { .of(.sdp, owner) }
}

extension [Recording.Clause] {
  fileprivate static func each(_ who: Recording.Who, _ clauses: Self) -> Self { Recording.Clause.each(who, clauses) }
}
