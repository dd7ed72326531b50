// How an agent puts an interaction down. Who receives each message is our reading.

extension Interactions {
  static let placeInQueue: [Rule<Interactions>] =
    [
      Rule(
        "An agent places the interaction in a queue", "Interaction Server, Place, Place in a Queue" + reading,
        on: .requestPlaceInQueue,
        by: .inside,
        if: .alone
      ) {
        changes(.leaves(.actor))
        changes(.placesInQueue)
        request(.said(.queue))
        answers(.ack)
        reports(.partyRemoved, agent(.actor))
        reports(.placedInQueue, .said(.queue))
      }
    ] + unplaced(.requestPlaceInQueue, "in a queue")

  /// Its queue is not named: it is the workbin's own.
  static let placeInWorkbin: [Rule<Interactions>] =
    [
      Rule(
        "An agent places the interaction in a workbin", "Interaction Server, Place, Place in a Workbin" + reading,
        on: .requestPlaceInWorkbin,
        by: .inside, if: .alone
      ) {
        changes(.leaves(.actor))
        changes(.placesInWorkbin)
        request(.said(.workbin))
        answers(.ack)
        reports(.partyRemoved, agent(.actor))
        reports(.placedInQueue)
        reports(.placedInWorkbin, .said(.workbin))
        tells(.actor, .workbinContentChanged)
      }
    ] + unplaced(.requestPlaceInWorkbin, "in a workbin")

  private static func unplaced(_ verb: InteractionWords.Verb, _ place: String) -> [Rule<Interactions>] {
    [
      Rule("Only the last party places the interaction \(place)", derived, on: verb, by: .inside, if: .amongOthers) {
        error
      },
      Rule(
        "Nobody places the interaction \(place) who is not free to", derived, on: verb,
        by: .unregistered, .loggedOut, .astray, .outside, .invited, .inviting
      ) {
        error
      },
    ]
  }
}
