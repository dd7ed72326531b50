// A recording ends with its device's part in the call. When only one is left the call is over, and Recording Server
// fetches.

extension Recording {
  static let hangingUp: [Rule<Recording>] = [
    Rule(
      "A recorded call ends", flows + "Basic (the split of answers is our reading)", on: .hangUp, by: .talking,
      if: .recorded
    ) {
      leaves
      endsSessions
      closesLegs
      drop(.other)
      ends
    },
    Rule("A call ends", derived, on: .hangUp, by: .talking, if: .notRecorded) {
      leaves
      drop(.other)
      ends
    },
    Rule(
      "A party leaves a conference that is still recorded", derived, on: .hangUp, by: .conference,
      if: [.recorded, .othersRecorded]
    ) {
      leaves
      endsSession
      change(.leavesConference)
      again(.first, .a)
      again(.second, .b)
      offer(.first, to: .a)
      offer(.second, to: .b)
      close(.one, .two, .three)
    },
    Rule(
      "A party leaves a conference, and its recording ends", derived, on: .hangUp, by: .conference,
      if: [.recorded, .withSession, .othersNot]
    ) {
      leaves
      endsSession
      change(.leavesConference)
      direct(.a, .b)
      closesLegs
      close(.one, .two, .three)
    },
    Rule("A party leaves a conference", derived, on: .hangUp, by: .conference, if: .notRecorded) {
      leaves
      change(.leavesConference)
      direct(.a, .b)
      close(.one, .two, .three)
    },
    Rule(
      "The held party hangs up, and the consultation is still recorded", derived, on: .hangUp, by: .held,
      if: [.bridged, .othersRecorded]
    ) {
      leaves
      endsSession
      change(.leavesConsultation)
    },
    Rule(
      "The held party hangs up, and recording ends", derived, on: .hangUp, by: .held,
      if: [.bridged, .othersNot]
    ) {
      leaves
      endsSession
      change(.leavesConsultation)
      direct(.a, .b)
      closesLegs
    },
    Rule("The held party hangs up", derived, on: .hangUp, by: .held, if: .notBridged) {
      leaves
      endsSessions
      closesLegs
      change(.leavesConsultation)
    },
    Rule("The consulting party hangs up", derived, on: .hangUp, by: .consulting) {
      leaves
      drop(.other)
      drop(.third)
      endsSessions
      closesLegs
      ends
    },
  ]
}
