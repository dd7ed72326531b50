// An agent returns an interaction to a queue or a workbin. Who receives each message is our reading.

extension InteractionServer {
  static let placeInQueue: [Rule<InteractionServer>] =
    [
      Rule(
        "An agent places the interaction in a queue", "Interaction Server, Place, Place in a Queue" + reading + ", D78",
        on: .requestPlaceInQueue,
        by: .inside,
        if: .alone
      ) {
        changes(.leaves(.actor))
        changes(.placesInQueue)
        request(.parameter(.queue))
        answers(.ack)
        reports(.partyRemoved, agent(.actor))
        reports(.placedInQueue, .parameter(.queue))
      }
    ] + unplaced(.requestPlaceInQueue, "in a queue")

  /// No queue is named: the workbin has its own.
  static let placeInWorkbin: [Rule<InteractionServer>] =
    [
      Rule(
        "An agent places the interaction in a workbin",
        "Interaction Server, Place, Place in a Workbin" + reading + ", D78, D83",
        on: .requestPlaceInWorkbin,
        by: .inside, if: .alone
      ) {
        changes(.leaves(.actor))
        changes(.placesInWorkbin)
        request(.parameter(.workbin))
        answers(.ack)
        reports(.partyRemoved, agent(.actor))
        reports(.placedInQueue)
        reports(.placedInWorkbin, .parameter(.workbin))
        tells(.actor, .workbinContentChanged)
      }
    ] + unplaced(.requestPlaceInWorkbin, "in a workbin")

  private static func unplaced(_ verb: Verb, _ place: String) -> [Rule<InteractionServer>] {
    [
      Rule(
        "Only the last party can place the interaction \(place)", derived + ", D68, D85", on: verb, by: .inside,
        if: .amongOthers
      ) {
        error
      },
      Rule(
        "Only a party without an open invitation can place the interaction \(place)", derived + ", D68, D80, D85",
        on: verb,
        by: .unregistered, .loggedOut, .astray, .outside, .invited, .inviting
      ) {
        error
      },
    ]
  }
}
