/// The manual's table of contents, chapter by chapter.
enum Contents {
  static let sections: [Section] = [
    basicCallModels, releasingCalls, holdingTransferringConferencing, specialCases, predictiveDialing, monitoringCalls,
    userData, agents,
  ].flatMap(\.self)

  private static let basicCallModels: [Section] = [
    .internalCall, .callToACD, .multipleACDs, .callParking, .routeQueueCase, .routing, .routingOutbound, .outboundCall,
    .whileOnHold, .busyElsewhere,
  ]

  private static let releasingCalls: [Section] = [
    .release, .releaseFromConference, .deleteFromConference,
  ]

  private static let holdingTransferringConferencing: [Section] = [
    .holdAndRetrieve, .consultation, .twoStepTransfer, .singleStepTransfer, .muteTransfer, .handedOn, .conference,
    .announcedParty, .singleStepConference, .alternate, .clearCall,
  ]

  private static let specialCases: [Section] = [
    .redirect, .callPickup, .rejectedCall, .callTreatment, .callForwarding,
  ]

  private static let predictiveDialing: [Section] = [
    .predictiveCall, .predictiveCallAnswered, .predictiveCallWithRouting,
  ]

  private static let monitoringCalls: [Section] = [.serviceObserving]

  private static let userData: [Section] = [.handlingUserData]

  private static let agents: [Section] = [.agentStates]
}
