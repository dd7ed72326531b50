// Hanging up: a recording ends when its device leaves the call. When only one party is left the call ends, and
// Recording Server fetches the files.

extension Recording {
  static let hangingUp: [Rule<Recording>] = [
    Rule(
      "A recorded call ends", flows + "Basic (the split of answers is our reading), D86, D91", on: .hangUp,
      by: .talking,
      if: .recorded
    ) {
      leaves
      endsSessions
      closesLegs
      drop(.other)
      ends
    },
    Rule("A call ends", derived + ", D91", on: .hangUp, by: .talking, if: .notRecorded) {
      leaves
      drop(.other)
      ends
    },
    Rule(
      "A party leaves a conference that is still recorded", derived + ", D88, D90", on: .hangUp, by: .conference,
      if: [.recorded, .othersRecorded]
    ) {
      leaves
      endsSession
      change(.leavesConference)
      reoffer(.first, .a)
      reoffer(.second, .b)
      offer(.first, to: .a)
      offer(.second, to: .b)
      close(.one, .two, .three)
    },
    Rule(
      "A party leaves a conference, and its recording ends", derived + ", D89, D90", on: .hangUp, by: .conference,
      if: [.recorded, .withSession, .othersUnrecorded]
    ) {
      leaves
      endsSession
      change(.leavesConference)
      direct(.a, .b)
      closesLegs
      close(.one, .two, .three)
    },
    Rule("A party leaves a conference", derived + ", D89", on: .hangUp, by: .conference, if: .notRecorded) {
      leaves
      change(.leavesConference)
      direct(.a, .b)
      close(.one, .two, .three)
    },
    Rule(
      "The held party hangs up, and the consultation is still recorded", derived + ", D90, D95, D97", on: .hangUp,
      by: .held,
      if: [.bridged, .othersRecorded]
    ) {
      leaves
      endsSession
      change(.leavesConsultation)
    },
    Rule(
      "The held party hangs up, and recording ends", derived + ", D89, D90, D98", on: .hangUp, by: .held,
      if: [.bridged, .othersUnrecorded]
    ) {
      leaves
      endsSession
      change(.leavesConsultation)
      direct(.a, .b)
      closesLegs
    },
    Rule("The held party hangs up", derived + ", D92", on: .hangUp, by: .held, if: .notBridged) {
      leaves
      endsSessions
      closesLegs
      change(.leavesConsultation)
    },
    Rule("The consulting party hangs up", derived + ", D91, D96", on: .hangUp, by: .consulting) {
      leaves
      drop(.other)
      drop(.third)
      endsSessions
      closesLegs
      ends
    },
  ]
}
