/// Actions on two calls of the actor: a consultation and its main call, or an active call and one on hold.
extension Action {
  /// TInitiateTransfer: holds the call and calls another party.
  public static func initiateTransfer(_ party: DN, to other: DN, on call: ConnID? = nil) -> Action {
    Action(.initiateTransfer, by: party, to: other, on: call)
  }
  /// TInitiateConference: holds the call and calls another party.
  public static func initiateConference(_ party: DN, with other: DN, on call: ConnID? = nil) -> Action {
    Action(.initiateConference, by: party, to: other, on: call)
  }
  /// TCompleteTransfer: the actor leaves, and the parties of its two calls talk to each other.
  public static func completeTransfer(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.completeTransfer, by: party, on: call)
  }
  /// TCompleteConference: the actor stays, and the parties of both calls talk.
  public static func completeConference(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.completeConference, by: party, on: call)
  }
  /// TMuteTransfer: a transfer that is completed as soon as the consultation begins.
  public static func muteTransfer(_ party: DN, to target: DN, on call: ConnID? = nil) -> Action {
    Action(.muteTransfer, by: party, to: target, on: call)
  }
  /// TMergeCalls for a transfer; the two calls need not be a consultation and its main call.
  public static func mergeForTransfer(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.mergeForTransfer, by: party, on: call)
  }
  /// TMergeCalls for a conference.
  public static func mergeForConference(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.mergeForConference, by: party, on: call)
  }
  /// TAlternateCall: holds the active call and retrieves the other.
  public static func alternate(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.alternateCall, by: party, on: call)
  }
  /// TReconnectCall: releases the active call and retrieves the other.
  public static func reconnect(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.reconnectCall, by: party, on: call)
  }
}
