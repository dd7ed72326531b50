// Conferencing calls: recording and conference are separate services. The conference has three dialogs of its own.

extension Recording {
  private static let section = flows + "Conferencing Calls"

  static let conferences: [Rule<Recording>] = [
    Rule(
      "A call becomes a conference", section, on: .conference, by: .talking, .consulting,
      if: [.toFree, .notRecorded, .targetNot]
    ) {
      entersConference
      closesLegs
    },
    Rule(
      "A recorded call becomes a conference", section + ", Recording Conference", on: .conference, by: .talking,
      .consulting,
      if: [.toFree, .recorded, .targetNot]
    ) {
      entersConference
      carriesConference
    },
    Rule(
      "A call becomes a conference with a recorded DN", derived + ", D88, D99", on: .conference, by: .talking,
      .consulting,
      if: [.toFree, .notRecorded, .targetToo]
    ) {
      entersConference
      closesLegs
      opensLegsOfConference
      starts(.targetsSession)
    },
    Rule(
      "A recorded call becomes a conference with a recorded DN", derived + ", D88, D99", on: .conference, by: .talking,
      .consulting,
      if: [.toFree, .recorded, .targetToo]
    ) {
      entersConference
      carriesConference
      starts(.targetsSession)
    },
  ]

  private static let entersConference: Passage =
    [change(.entersConference)]
    + leg(.one, .a) + leg(.two, .b) + leg(.three, .third)
    + offer(.one, to: .a) + offer(.two, to: .b) + offer(.three, to: .third)

  /// The output of the conference, mixed, and a separate stream of the third party.
  private static let carriesConference: Passage = again(.first, .media) + again(.second, .third)
}
