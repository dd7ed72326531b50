/// The manual's table of contents.
enum Contents {
  static let sections = usual + seldomNeeded

  static let usual: [Section] = [
    // Basic Call Models
    .internalCall, .callToACD, .multipleACDs, .callParking, .routeQueueCase, .routing, .routingOutbound, .outboundCall,
    .whileOnHold, .busyElsewhere,
    // Releasing Calls
    .release, .releaseFromConference, .deleteFromConference,
    // Holding, Transferring and Conferencing
    .holdAndRetrieve, .consultation, .twoStepTransfer, .singleStepTransfer, .muteTransfer, .handedOn, .conference,
    .announcedParty, .singleStepConference, .alternate, .clearCall,
    // Special Cases
    .redirect, .callPickup, .rejectedCall, .callTreatment, .callForwarding, .mutingAndListening,
    // Predictive Dialing, Monitoring Calls, User Data, Agents
    .predictiveCall, .predictiveCallAnswered, .predictiveCallWithRouting, .serviceObserving, .handlingUserData,
    .agentStates, .afterCallWork, .unansweredAgentCalls, .endOfMonitoring, .hookEvents,
    // Virtual Queues, Digits and Queries, Registration
    .virtualQueues, .digits, .queries, .userEvents, .theDNItself, .registeredDNs,
  ]

  /// Only under `divert-on-ringing=false`.
  static let seldomNeeded: [Section] = [
    .routingUntilTheAnswer, .routesThatFail, .routedCallsHandedOn, .routedCallsPickedUp,
  ]
}
