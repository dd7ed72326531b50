// Conferencing calls: recording and conference are separate services, and the conference has three dialogs of its own.

extension Recording {
  private static let section = flows + "Conferencing Calls"

  static let conferences: [Rule<Recording>] = [
    Rule(
      "A call becomes a conference", section, on: .conference, by: .talking, .consulting,
      if: [.toFree, .notRecorded, .targetUnrecorded]
    ) {
      entersConference
      closesLegs
    },
    Rule(
      "A recorded call becomes a conference", section + ", Recording Conference", on: .conference, by: .talking,
      .consulting,
      if: [.toFree, .recorded, .targetUnrecorded]
    ) {
      entersConference
      carriesConference
    },
    Rule(
      "A call becomes a conference with a recorded DN", derived + ", D88, D99", on: .conference, by: .talking,
      .consulting,
      if: [.toFree, .notRecorded, .targetRecorded]
    ) {
      entersConference
      closesLegs
      opensLegsOfConference
      starts(.targetsSession)
    },
    Rule(
      "A recorded call becomes a conference with a recorded DN", derived + ", D88, D99", on: .conference, by: .talking,
      .consulting,
      if: [.toFree, .recorded, .targetRecorded]
    ) {
      entersConference
      carriesConference
      starts(.targetsSession)
    },
  ]

  private static let entersConference: [Clause] =
    [change(.entersConference)]
    + opensLeg(.one, .a) + opensLeg(.two, .b) + opensLeg(.three, .third)
    + offer(.one, to: .a) + offer(.two, to: .b) + offer(.three, to: .third)

  /// The output of the conference, mixed, and a separate stream of the third party.
  private static let carriesConference: [Clause] = reoffer(.first, .media) + reoffer(.second, .third)
}
