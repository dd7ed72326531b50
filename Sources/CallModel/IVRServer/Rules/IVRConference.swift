// A conference, in one step or with a consultation call, and how it can go wrong.

extension IVRPorts {
  private static let flows = "IVR Server, Conference Call Flow Diagrams, "

  static let oneStepConference: [Rule<IVRPorts>] = [
    Rule(
      "The IVR asks for a conference in one step", flows + "One-Step Conference" + reading, on: .oneStepConf, by: .connected, if: .toAnother
    ) {
      becomes(.adding)
      remembersRequest
      up()
    },
    Rule("The party is added", flows + "One-Step Conference" + reading, on: .answer, by: .adding, if: .byPeer) {
      becomes(.conference)
      down(.statusAdded)
    },
    Rule("The one-step conference fails", flows + "One-Step Conference, CallError", on: .busy, .fail, by: .adding, if: .byPeer) {
      becomes(.connected)
      error(.oneStepConf)
    },
  ]

  static let conferenceConsultCall: [Rule<IVRPorts>] = [
    Rule("The IVR consults", flows + "Conference Consult Call, steps 6 to 8", on: .initConf, by: .connected, if: .toAnother) {
      becomes(.dialing)
      remembersRequest
      up()
      down(.statusHeld)
      down(.statusDialing)
    },
    Rule("The consulted party answers", flows + "Conference Consult Call" + reading, on: .answer, by: .dialing, if: .byPeer) {
      becomes(.consulting)
      down(.statusEstablished)
    },
    Rule("The conference is completed", flows + "Conference Consult Call" + reading, on: .completeConf, by: .consulting) {
      becomes(.conference)
      up()
      down(.statusAdded)
    },
  ]

  /// Busy is no error: the IVR returns to the caller by itself, and may try again.
  static let busy: [Rule<IVRPorts>] = [
    Rule("The line is busy", flows + "Conference Consult Call (Busy)", on: .busy, by: .dialing, if: .byPeer) {
      becomes(.busy)
      down(.statusBusy)
    },
    Rule("The IVR returns to the caller", flows + "Conference Consult Call (Busy)", on: .retrieveCall, by: .busy) {
      becomes(.connected)
      up()
      down(.statusRetrieved)
    },
    Rule("The IVR returns to the caller before it is told that the line is busy", derived, on: .retrieveCall, by: .dialing, .consulting) {
      becomes(.connected)
      up()
      down(.statusRetrieved)
    },
  ]

  /// After a CallError the call is as it was before the conference was tried: the second call is over, the first one retrieved.
  static let failed: [Rule<IVRPorts>] = [
    Rule("The consultation call fails", flows + "Conference Consult Call (Failed)", on: .fail, by: .dialing, if: .byPeer) {
      becomes(.connected)
      error(.initConf)
    },
    Rule("The consulted party hangs up", derived, on: .hangUp, by: .consulting, if: .byPeer) {
      becomes(.connected)
      error(.initConf)
    },
    Rule(
      "There is nothing to retrieve", flows + "Conference Consult Call (Failed), Important", on: .retrieveCall, by: .connected, .conference
    ) {
      up()
      error()
    },
    Rule("There is nothing to complete", derived, on: .completeConf, by: .connected, .conference) {
      up()
      error()
    },
    Rule("A conference is not conferenced again", derived, on: .initConf, .oneStepConf, by: .conference) {
      up()
      error()
    },
    Rule(
      "Only another party outside can be conferenced", derived, on: .initConf, .oneStepConf, by: .connected,
      if: [.toCaller, .toNobodyOutside]
    ) {
      up()
      error()
    },
    Rule("A second attempt ends the first", derived, on: .initConf, .oneStepConf, by: .dialing, .busy, .consulting, .adding) {
      becomes(.connected)
      up()
      error()
    },
    Rule("A conference cannot be completed before the answer", derived, on: .completeConf, by: .dialing, .busy, .adding) {
      becomes(.connected)
      up()
      error()
    },
    Rule("The call is not on hold while a party is added", derived, on: .retrieveCall, by: .adding) {
      becomes(.connected)
      up()
      error()
    },
    Rule(
      "There is no call", derived, on: .routeRequest, .initConf, .oneStepConf, .completeConf, .retrieveCall, by: .idle
    ) {
      up()
      error(.noSuchCall)
    },
  ]
}
