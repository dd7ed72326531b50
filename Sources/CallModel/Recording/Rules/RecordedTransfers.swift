// Transferring calls: a recording is sticky on the side that is recorded. The party that stays keeps its own; that
// of the party that leaves ends. The manual says `the Recording Session is maintained` under the heading of the
// termination device: in our reading that is a slip.

extension Recording {
  private static let origination =
    flows + "Transferring Calls, Recording from the Origination Device "
    + "(with the paragraph that stands under the other heading)"
  private static let termination = flows + "Transferring Calls, Recording from the Termination Device"

  /// Each also to a device whose DN is recorded. Completing a consultation makes no difference: the target is there
  /// already.
  static let transfers: [Rule<Recording>] =
    transfer(
      "A call is transferred", derived + ", D89, D93, D97", if: [.withoutSession, .othersNot], connectsDirectly,
      thenStarts: opensLegs)
    + transfer(
      "A call recorded for the staying party is transferred", origination, if: [.withoutSession, .othersRecorded],
      goesOn, thenStarts: [])
    + transfer(
      "A call recorded for the leaving party is transferred", termination, if: [.withSession, .othersNot],
      connectsDirectly,
      thenStarts: opensLegs)
    + transfer(
      "A call recorded for both parties is transferred", derived + ", D90, D97", if: [.withSession, .othersRecorded],
      goesOn,
      thenStarts: [])

  private static func transfer(
    _ name: String, _ source: String, if situation: Situation, _ passage: Passage,
    thenStarts dialogs: Passage
  ) -> [Rule<Recording>] {
    [
      Rule(name, source, on: .transfer, by: .talking, .consulting, if: situation.union([.toFree, .targetNot])) {
        passage
      },
      Rule(
        name + " to a recorded DN", derived + ", D90, D97, D99", on: .transfer, by: .talking, .consulting,
        if: situation.union([.toFree, .targetToo])
      ) {
        passage
        dialogs
        starts(.targetsSession)
      },
    ]
  }

  /// What was recorded ends: the recording does not go along with the one who leaves.
  private static let connectsDirectly: Passage =
    endsSession + [change(.transfers)] + direct(.other, .target) + closesLegs + drop(.actor)

  /// The dialogs are kept, and one of them carries the target from now on.
  private static let goesOn: Passage =
    endsSession + [change(.transfers)] + again(.legOfActor, .target) + offer(.legOfActor, to: .target)
    + offer(.legOfOther, to: .other)
    + drop(.actor)
}
