/// About the actor's two calls: a consultation and the call that is held for it, or any two of which one is held.
extension Action {
  /// Holds the call and begins another: TInitiateTransfer. TInitiateConference does the same.
  @inlinable public static func consult(_ party: DN, with other: DN, on call: ConnID = .none) -> Action {
    Action(.initiateTransfer, by: party, to: other, on: call)
  }
  /// The actor leaves; whoever it consults talks to whoever waits.
  @inlinable public static func completeTransfer(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.completeTransfer, by: party, on: call)
  }
  /// The actor stays, and all talk.
  @inlinable public static func completeConference(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.completeConference, by: party, on: call)
  }
  /// A consultation that is completed as it begins.
  @inlinable public static func muteTransfer(_ party: DN, to target: DN, on call: ConnID = .none) -> Action {
    Action(.muteTransfer, by: party, to: target, on: call)
  }
  /// TMergeCalls, for a transfer: the two need not be a consultation and its main call.
  @inlinable public static func mergeForTransfer(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.mergeForTransfer, by: party, on: call)
  }
  /// TMergeCalls, for a conference.
  @inlinable public static func mergeForConference(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.mergeForConference, by: party, on: call)
  }
  /// Holds the active call and retrieves the other.
  @inlinable public static func alternate(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.alternateCall, by: party, on: call)
  }
  /// Releases the active call and retrieves the other.
  @inlinable public static func reconnect(_ party: DN, on call: ConnID = .none) -> Action {
    Action(.reconnectCall, by: party, on: call)
  }
}
