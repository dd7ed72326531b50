/// Actions about what a party of a call says and hears.
extension Action {
  /// TSetMuteOn: the others no longer hear the party.
  public static func setMuteOn(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.setMuteOn, by: party, on: call)
  }
  /// TSetMuteOff: the others hear the party again.
  public static func setMuteOff(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.setMuteOff, by: party, on: call)
  }
  /// TListenDisconnect: another member of the conference no longer hears the others.
  public static func listenDisconnect(_ party: DN, stopping member: DN, on call: ConnID? = nil) -> Action {
    Action(.listenDisconnect, by: party, to: member, on: call)
  }
  /// TListenReconnect: another member of the conference hears the others again.
  public static func listenReconnect(_ party: DN, restoring member: DN, on call: ConnID? = nil) -> Action {
    Action(.listenReconnect, by: party, to: member, on: call)
  }
}
