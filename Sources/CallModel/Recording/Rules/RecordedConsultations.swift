// Consulting calls: a recording continues, and with record-consult-calls it records the consultation too.

extension Recording {
  private static let section = flows + "Consulting Calls"

  static let consultations: [Rule<Recording>] =
    [
      Rule(
        "A consultation is recorded", section + ", During Consultation", on: .consult, by: .talking,
        if: [.toFree, .consultsRecorded]
      ) {
        change(.consults(isRecorded: true))
        holds
        reoffer(.legOfOther, .third)
        invites(.third, .invite, .media)
      },
      Rule(
        "A consultation is not recorded", section + ", the option record-consult-calls", on: .consult, by: .talking,
        if: [.toFree, .consultsUnrecorded]
      ) {
        change(.consults(isRecorded: false))
        holds
        invites(.third, .invite, .actor)
        invites(.actor, .reInvite, .third)
      },
    ]
    + consultationEnds("The held call is retrieved", on: .retrieve, by: .consulting, drop(.third))
    + consultationEnds("The consulted party hangs up", on: .hangUp, by: .consulted, leaves)

  private static let holds = invites(.other, .reInvite, .media)

  private static func consultationEnds(
    _ name: String, on verb: Verb, by state: State, _ clauses: [Clause]
  ) -> [Rule<Recording>] {
    [
      Rule(
        name + ", and the held party is recorded again", derived + ", D94, D96", on: verb, by: state,
        if: [.recorded, .bridged]
      ) {
        change(.retrieves)
        clauses
        reoffer(.legOfOther, .other)
        offer(.legOfA, to: .a)
        offer(.legOfB, to: .b)
      },
      Rule(
        name + ", and the recording gets its streams back", derived + ", D96", on: verb, by: state,
        if: [.recorded, .notBridged]
      ) {
        change(.retrieves)
        clauses
        offer(.legOfA, to: .a)
        offer(.legOfB, to: .b)
      },
      Rule(name, derived + ", D89, D96, D98", on: verb, by: state, if: .notRecorded) {
        change(.retrieves)
        clauses
        direct(.a, .b)
        closesLegs
      },
    ]
  }
}
