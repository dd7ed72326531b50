// What a device asks of its recording, in the words of TPrivateService.

extension RecordedCalls {
  private static let service = "Recording, TPrivateService"

  static let recordingRequests: [Rule<RecordedCalls>] = [
    Rule(
      "A recording begins", flows + "Basic (the split of answers is our reading)", on: .privateService, by: .talking,
      if: [.start, .withoutSession, .othersNot, .hasRoom]
    ) {
      asks
      opensLegs
      starts(.session)
      acknowledgement
    },
    Rule(
      "A conference is recorded", flows + "Conferencing Calls, Recording Conference", on: .privateService,
      by: .conference,
      if: [.start, .withoutSession, .othersNot, .hasRoom]
    ) {
      asks
      opensLegsOfConference
      starts(.session)
      acknowledgement
    },
    Rule(
      "A second recording begins in the same dialogs", derived, on: .privateService, by: .talking, .conference,
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
      "A recording goes on", service, on: .privateService, by: .talking, .conference, .consulting, .held,
      if: [.resume, .paused]
    ) {
      asks
      resumes
      acknowledgement
    },
    Rule(
      "The last recording stops", service, on: .privateService, by: .talking, if: [.stop, .withSession, .othersNot]
    ) {
      asks
      endsSession
      direct(.a, .b)
      closesLegs
      acknowledgement
    },
    Rule(
      "The last recording of a conference stops", service, on: .privateService, by: .conference,
      if: [.stop, .withSession, .othersNot]
    ) {
      asks
      endsSession
      closesLegs
      acknowledgement
    },
    Rule(
      "A recording stops and another goes on", derived, on: .privateService, by: .talking, .conference, .consulting,
      .held,
      if: [.stop, .withSession, .othersRecorded]
    ) {
      asks
      endsSession
      acknowledgement
    },
    Rule(
      "The last recording stops during a consultation", derived, on: .privateService, by: .consulting, .held,
      if: [.stop, .withSession, .othersNot, .notBridged]
    ) {
      asks
      endsSession
      closesLegs
      acknowledgement
    },
    Rule(
      // Those who consult are heard through them: the dialogs stay as long as the consultation.
      "The last recording stops, and the dialogs are left to the consultation", derived, on: .privateService,
      by: .consulting, .held,
      if: [.stop, .withSession, .othersNot, .bridged]
    ) {
      asks
      endsSession
      acknowledgement
    },
  ]

  static let requestsInVain: [Rule<RecordedCalls>] = [
    inVain("Without a call there is nothing to record", by: .free),
    inVain("Whoever is recorded is not recorded twice", by: .talking, .conference, if: [.start, .withSession]),
    inVain(
      "A call has as many recordings as it can have", by: .talking, .conference,
      if: [.start, .withoutSession, .isFull]),
    inVain("No recording begins while somebody consults", by: .consulting, .held, if: .start),
    inVain("The consulted party is not recorded", flows + "Consulting Calls, Important", by: .consulted, if: .start),
    inVain(
      "Only a recording that runs can pause", by: .talking, .conference, .consulting, .held, .consulted,
      if: [.pause, .withoutSession, .paused]),
    inVain(
      "Only a recording that pauses can go on", by: .talking, .conference, .consulting, .held, .consulted,
      if: [.resume, .withoutSession, .running]),
    inVain(
      "There is no recording to stop", by: .talking, .conference, .consulting, .held, .consulted,
      if: [.stop, .withoutSession]),
    inVain("It is not said what to do", by: .talking, .conference, .consulting, .held, .consulted, if: .noService),
  ]
}
