// A conference, in one step or with a consultation call, and how it can fail.

extension IVRServer {
  private static let flows = "IVR Server, Conference Call Flow Diagrams, "

  static let oneStepConference: [Rule<IVRServer>] = [
    Rule(
      "The IVR requests a one-step conference", flows + "One-Step Conference" + reading + ", D71", on: .oneStepConf,
      by: .connected, if: .toAnother
    ) {
      becomes(.adding)
      remembersRequest
      up()
    },
    Rule(
      "The party is added", flows + "One-Step Conference" + reading + ", D69, D71", on: .answer, by: .adding,
      if: .byPeer
    ) {
      becomes(.conference)
      down(.statusAdded)
    },
    Rule(
      "The one-step conference fails", flows + "One-Step Conference, CallError, D75", on: .busy, .fail, by: .adding,
      if: .byPeer
    ) {
      becomes(.connected)
      error(.oneStepConf)
    },
  ]

  static let conferenceConsultCall: [Rule<IVRServer>] = [
    Rule(
      "The IVR makes a consultation call", flows + "Conference Consult Call, steps 6 to 8", on: .initConf,
      by: .connected, if: .toAnother
    ) {
      becomes(.dialing)
      remembersRequest
      up()
      down(.statusHeld)
      down(.statusDialing)
    },
    Rule(
      "The consulted party answers", flows + "Conference Consult Call" + reading + ", D69, D71", on: .answer,
      by: .dialing, if: .byPeer
    ) {
      becomes(.consulting)
      down(.statusEstablished)
    },
    Rule(
      "The conference is completed", flows + "Conference Consult Call" + reading + ", D71", on: .completeConf,
      by: .consulting
    ) {
      becomes(.conference)
      up()
      down(.statusAdded)
    },
  ]

  /// A busy line is not an error: the IVR returns to the caller on its own, and may try again.
  static let busy: [Rule<IVRServer>] = [
    Rule("The line is busy", flows + "Conference Consult Call (Busy), D75", on: .busy, by: .dialing, if: .byPeer) {
      becomes(.busy)
      down(.statusBusy)
    },
    Rule("The IVR returns to the caller", flows + "Conference Consult Call (Busy)", on: .retrieveCall, by: .busy) {
      becomes(.connected)
      up()
      down(.statusRetrieved)
    },
    Rule(
      "The IVR returns to the caller before it learns that the line is busy", derived + ", D76", on: .retrieveCall,
      by: .dialing,
      .consulting
    ) {
      becomes(.connected)
      up()
      down(.statusRetrieved)
    },
  ]

  /// After a CallError the call is as it was before the conference attempt: the second call has ended, and the first
  /// one has been retrieved.
  static let failed: [Rule<IVRServer>] = [
    Rule(
      "The consultation call fails", flows + "Conference Consult Call (Failed)", on: .fail, by: .dialing, if: .byPeer
    ) {
      becomes(.connected)
      error(.initConf)
    },
    Rule("The consulted party hangs up", derived + ", D73, D77", on: .hangUp, by: .consulting, if: .byPeer) {
      becomes(.connected)
      error(.initConf)
    },
    rejects(
      "There is nothing to retrieve", flows + "Conference Consult Call (Failed), Important", on: .retrieveCall,
      by: .connected, .conference),
    rejects("There is nothing to complete", derived + ", D68, D74", on: .completeConf, by: .connected, .conference),
    rejects(
      "A conference cannot take another party", derived + ", D68, D74", on: .initConf, .oneStepConf, by: .conference),
    rejects(
      "Only another outside party can be conferenced", derived + ", D68, D74", on: .initConf, .oneStepConf,
      by: .connected,
      if: [.toCaller, .toNoOutsideParty]),
    breakingOff(
      "A second attempt ends the first", on: .initConf, .oneStepConf, by: .dialing, .busy, .consulting, .adding),
    breakingOff("A conference cannot be completed before the answer", on: .completeConf, by: .dialing, .busy, .adding),
    breakingOff("The call is not on hold while a party is added", on: .retrieveCall, by: .adding),
    Rule(
      "There is no call", derived + ", D68, D73", on: .routeRequest, .initConf, .oneStepConf, .completeConf,
      .retrieveCall, by: .idle
    ) {
      up()
      error(.noSuchCall)
    },
  ]

  /// The request fails, and nothing changes.
  private static func rejects(
    _ name: String, _ source: String = derived, on verbs: Verb..., by states: State...,
    if situation: Situation = []
  ) -> Rule<IVRServer> {
    Rule(name, source, on: verbs, by: states, if: situation, clauses: up() + error())
  }

  /// The request fails, and so does the conference that has begun.
  private static func breakingOff(_ name: String, on verbs: Verb..., by states: State...) -> Rule<IVRServer> {
    Rule(name, derived + ", D68, D73", on: verbs, by: states, if: [], clauses: [becomes(.connected)] + up() + error())
  }
}
