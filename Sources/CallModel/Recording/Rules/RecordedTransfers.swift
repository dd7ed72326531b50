// Transferring calls: a recording belongs to one side of the call. The party that stays keeps its recording; that of
// the party that leaves ends. The manual says `the Recording Session is maintained` under the heading of the
// termination device: in our reading that is a slip.

extension Recording {
  private static let origination =
    flows + "Transferring Calls, Recording from the Origination Device "
    + "(with the paragraph that stands under the other heading)"
  private static let termination = flows + "Transferring Calls, Recording from the Termination Device"

  /// Each transfer may also go to a device whose DN is recorded. It may complete a consultation: then the target is in
  /// the call already.
  static let transfers: [Rule<Recording>] =
    transfer(
      "A call is transferred", derived + ", D89, D93, D97", if: [.withoutSession, .othersUnrecorded], connectsDirectly,
      thenStarts: opensLegs)
    + transfer(
      "A call recorded for the staying party is transferred", origination, if: [.withoutSession, .othersRecorded],
      keepsDialogs, thenStarts: [])
    + transfer(
      "A call recorded for the leaving party is transferred", termination, if: [.withSession, .othersUnrecorded],
      connectsDirectly,
      thenStarts: opensLegs)
    + transfer(
      "A call recorded for both parties is transferred", derived + ", D90, D97", if: [.withSession, .othersRecorded],
      keepsDialogs,
      thenStarts: [])

  private static func transfer(
    _ name: String, _ source: String, if situation: Situation, _ clauses: [Clause],
    thenStarts dialogs: [Clause]
  ) -> [Rule<Recording>] {
    [
      Rule(name, source, on: .transfer, by: .talking, .consulting, if: situation.union([.toFree, .targetUnrecorded])) {
        clauses
      },
      Rule(
        name + " to a recorded DN", derived + ", D90, D97, D99", on: .transfer, by: .talking, .consulting,
        if: situation.union([.toFree, .targetRecorded])
      ) {
        clauses
        dialogs
        starts(.targetsSession)
      },
    ]
  }

  /// The recording of the leaving party ends, and the dialogs close.
  private static let connectsDirectly: [Clause] =
    endsSession + [change(.transfers)] + direct(.other, .target) + closesLegs + drop(.actor)

  /// The dialogs stay open, and one of them carries the target from now on.
  private static let keepsDialogs: [Clause] =
    endsSession + [change(.transfers)] + reoffer(.legOfActor, .target) + offer(.legOfActor, to: .target)
    + offer(.legOfOther, to: .other)
    + drop(.actor)
}
