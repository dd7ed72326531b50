import CallModel

extension Observation {
  /// The event of the model as a log would have it, with the attributes that the table lists.
  init(_ event: Exchange.Event, dn: (Exchange.DN) -> DN, call: (ConnID) -> ConnID) {
    self.init(event.type)
    present = event.listed.intersection(.judged)
    if has(.connID) { connID = call(event.connID) }
    if has(.previousConnID) { previousConnID = call(event.previousConnID) }
    if has(.thisDN) { thisDN = dn(event.thisDN) }
    if has(.thisQueue) { thisQueue = dn(event.thisQueue) }
    if has(.otherDN) { otherDN = dn(event.otherDN) }
    if has(.thirdPartyDN) { thirdPartyDN = dn(event.thirdPartyDN) }
    if has(.thirdPartyQueue) { thirdPartyQueue = dn(event.thirdPartyQueue) }
    if has(.thisDNRole) { thisDNRole = event.thisDNRole }
    if has(.otherDNRole) { otherDNRole = event.otherDNRole }
    if has(.thirdPartyDNRole) { thirdPartyDNRole = event.thirdPartyDNRole }
    if has(.callState) { callState = event.callState }
    if has(.errorCode) { errorCode = event.errorCode.rawValue }
    if has(.agentID) { agentID = event.agentID }
  }

  /// What is judged of the event.
  var judged: Observation {
    var judged = Observation(type)
    judged.present = present.intersection(.judged)
    if has(.connID) { judged.connID = connID }
    if has(.previousConnID) { judged.previousConnID = previousConnID }
    if has(.thisDN) { judged.thisDN = thisDN }
    if has(.thisQueue) { judged.thisQueue = thisQueue }
    if has(.otherDN) { judged.otherDN = otherDN }
    if has(.thirdPartyDN) { judged.thirdPartyDN = thirdPartyDN }
    if has(.thirdPartyQueue) { judged.thirdPartyQueue = thirdPartyQueue }
    if has(.thisDNRole) { judged.thisDNRole = thisDNRole }
    if has(.otherDNRole) { judged.otherDNRole = otherDNRole }
    if has(.thirdPartyDNRole) { judged.thirdPartyDNRole = thirdPartyDNRole }
    if has(.callState) { judged.callState = callState }
    if has(.errorCode) { judged.errorCode = errorCode }
    if has(.agentID) { judged.agentID = agentID }
    return judged
  }
}
