// The passages that the call flows are made of: SIP Server between the devices and Media Server. The document tells who
// invites which party; who answers what, and when it is acknowledged, is our reading. A passage may begin with a
// change: all changes of a rule are carried out before any of its messages is written, whatever their order.

extension Recording {
  typealias Passage = [Clause]

  static let flows = "Recording, Call Flows, "
  static let derived = "Recording, derived"

  static func change(_ change: Change) -> Clause { .change(change) }

  // MARK: Media

  /// A new dialog with Media Server, offering whose media it is to carry.
  static func leg(_ dialog: Who, _ owner: Who) -> Passage {
    [
      .sends(.sip, .invite, to: .media, [on(dialog), sdp(owner)]),
      .sends(.media, .ok, to: .sip, [on(dialog), sdp(.media)]),
      .sends(.sip, .ack, to: .media, [on(dialog)]),
    ]
  }

  /// Media Server makes an offer on the dialog, and it goes on to the device: from there on the media flow through
  /// Media Server.
  static func offer(_ dialog: Who, to device: Who) -> Passage {
    [
      .sends(.sip, .reInvite, to: .media, [on(dialog)]),
      .sends(.media, .ok, to: .sip, [on(dialog), sdp(.media)]),
    ]
      + invites(device, .reInvite, .media) + [.sends(.sip, .ack, to: .media, [on(dialog), sdp(device)])]
  }

  /// The dialog carries another party's media.
  static func again(_ dialog: Who, _ owner: Who) -> Passage {
    [
      .sends(.sip, .reInvite, to: .media, [on(dialog), sdp(owner)]),
      .sends(.media, .ok, to: .sip, [on(dialog), sdp(.media)]),
      .sends(.sip, .ack, to: .media, [on(dialog)]),
    ]
  }

  static func close(_ dialogs: Who...) -> Passage {
    dialogs.flatMap { dialog -> Passage in
      [.sends(.sip, .bye, to: .media, [on(dialog)]), .sends(.media, .ok, to: .sip, [on(dialog)])]
    }
  }

  // MARK: Devices

  /// Two devices talk without Media Server.
  static func direct(_ one: Who, _ two: Who) -> Passage { invites(one, .reInvite, two) + invites(two, .reInvite, one) }

  /// The device is told whose media it gets, and answers with its own.
  static func invites(_ device: Who, _ message: EventType, _ owner: Who) -> Passage {
    [
      .sends(.sip, message, to: device, [sdp(owner)]),
      .sends(device, .ok, to: .sip, [sdp(device)]),
      .sends(.sip, .ack, to: device, []),
    ]
  }

  static func drop(_ device: Who) -> Passage {
    [.sends(.sip, .bye, to: device, []), .sends(device, .ok, to: .sip, [])]
  }
  /// The actor hangs up.
  static let leaves: Passage = [.sends(.actor, .bye, to: .sip, []), .sends(.sip, .ok, to: .actor, [])]

  // MARK: Recording

  /// The two recording dialogs of a plain call.
  static let opensLegs: Passage =
    [change(.opensLegs)] + leg(.first, .a) + leg(.second, .b) + offer(.first, to: .a) + offer(.second, to: .b)

  /// Those of a conference: the mix, and a stream of the third party.
  static let opensLegsOfConference: Passage = [change(.opensLegs)] + leg(.first, .media) + leg(.second, .third)

  static let closesLegs: Passage = [change(.closesLegs)] + .each(.closing, close(.closing))

  /// The session begins on the dialogs that there are.
  static func starts(_ session: Who) -> Passage { [change(.starts(session))] + msml(.record, session, on: .first) }
  static let pauses: Passage = [change(.pauses)] + msml(.pause, .session)
  static let resumes: Passage = [change(.resumes)] + msml(.resume, .session)
  /// The actor's session ends, if he has one.
  static let endsSession: Passage = [change(.endsSession)] + .each(.ending, msml(.stop, .ending))
  static let endsSessions: Passage = [change(.endsSessions)] + .each(.ending, msml(.stop, .ending))

  private static func msml(_ msml: MSML, _ session: Who, on dialog: Who = .control) -> Passage {
    [
      .sends(.sip, .info, to: .media, [on(dialog), .of(.session, session), .number(.msml, msml)]),
      .sends(.media, .ok, to: .sip, [on(dialog)]),
    ]
  }

  /// The call is over, and every session that it ever had is fetched.
  static let ends: Passage =
    [change(.ends)]
    + .each(
      .every,
      [
        .sends(.recorder, .get, to: .media, [.of(.session, .every)]),
        .sends(.media, .ok, to: .recorder, [.of(.session, .every)]),
      ])

  // MARK: Requests

  static let asks: Passage = [.asks(.actor, .sip, [.parameter(.privateMsgID), .parameter(.record)])]
  static let acknowledgement: Passage = [.sends(.sip, .eventACK, to: .actor, [])]

  /// What is asked for cannot be; nothing changes.
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
