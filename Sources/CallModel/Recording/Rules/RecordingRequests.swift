// Requests of a device about its recording: TPrivateService.

extension Recording {
  private static let service = "Recording, TPrivateService"

  static let recordingRequests: [Rule<Recording>] = [
    Rule(
      "A recording begins", flows + "Basic (the split of answers is our reading), D86, D87", on: .privateService,
      by: .talking,
      if: [.start, .withoutSession, .othersUnrecorded, .hasRoom]
    ) {
      asks
      opensLegs
      starts(.session)
      acknowledgement
    },
    Rule(
      "A conference is recorded", flows + "Conferencing Calls, Recording Conference", on: .privateService,
      by: .conference,
      if: [.start, .withoutSession, .othersUnrecorded, .hasRoom]
    ) {
      asks
      opensLegsOfConference
      starts(.session)
      acknowledgement
    },
    Rule(
      "A second recording begins on the same dialogs", derived + ", D87", on: .privateService, by: .talking,
      .conference,
      if: [.start, .withoutSession, .othersRecorded, .hasRoom]
    ) {
      asks
      starts(.session)
      acknowledgement
    },
    Rule(
      "A recording pauses", service, on: .privateService, by: .talking, .conference, .consulting, .held,
      if: [.pause, .running]
    ) {
      asks
      pauses
      acknowledgement
    },
    Rule(
      "A recording resumes", service, on: .privateService, by: .talking, .conference, .consulting, .held,
      if: [.resume, .paused]
    ) {
      asks
      resumes
      acknowledgement
    },
    Rule(
      "The last recording stops", service, on: .privateService, by: .talking,
      if: [.stop, .withSession, .othersUnrecorded]
    ) {
      asks
      endsSession
      direct(.a, .b)
      closesLegs
      acknowledgement
    },
    Rule(
      "The last recording of a conference stops", service, on: .privateService, by: .conference,
      if: [.stop, .withSession, .othersUnrecorded]
    ) {
      asks
      endsSession
      closesLegs
      acknowledgement
    },
    Rule(
      "A recording stops and another continues", derived + ", D87", on: .privateService, by: .talking, .conference,
      .consulting,
      .held,
      if: [.stop, .withSession, .othersRecorded]
    ) {
      asks
      endsSession
      acknowledgement
    },
    Rule(
      "The last recording stops during a consultation", derived + ", D98", on: .privateService, by: .consulting, .held,
      if: [.stop, .withSession, .othersUnrecorded, .notBridged]
    ) {
      asks
      endsSession
      closesLegs
      acknowledgement
    },
    Rule(
      // The consulting parties hear each other through the dialogs, which stay open as long as the consultation.
      "The last recording stops, and the consultation keeps the dialogs", derived + ", D98", on: .privateService,
      by: .consulting, .held,
      if: [.stop, .withSession, .othersUnrecorded, .bridged]
    ) {
      asks
      endsSession
      acknowledgement
    },
  ]

  static let refusedRequests: [Rule<Recording>] = [
    rejects("Without a call there is nothing to record", by: .free),
    rejects("A device cannot be recorded twice", by: .talking, .conference, if: [.start, .withSession]),
    rejects(
      "The call has reached its limit of recordings", by: .talking, .conference,
      if: [.start, .withoutSession, .isFull]),
    rejects("A recording cannot begin during a consultation", by: .consulting, .held, if: .start),
    rejects(
      "The consulted party cannot be recorded", flows + "Consulting Calls, Important", by: .consulted, if: .start),
    rejects(
      "Only a running recording can pause", by: .talking, .conference, .consulting, .held, .consulted,
      if: [.pause, .withoutSession, .paused]),
    rejects(
      "Only a paused recording can resume", by: .talking, .conference, .consulting, .held, .consulted,
      if: [.resume, .withoutSession, .running]),
    rejects(
      "There is no recording to stop", by: .talking, .conference, .consulting, .held, .consulted,
      if: [.stop, .withoutSession]),
    rejects("The request names no service", by: .talking, .conference, .consulting, .held, .consulted, if: .noService),
  ]
}
