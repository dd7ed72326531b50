/// Actions on digits, and questions about a call, which leave the call as it is.
extension Action {
  /// TSendDTMF: sends digits into the call: 1 to 64 of 0 to 9, `*` and `#`.
  public static func sendDTMF(_ party: DN, digits: String, on call: ConnID? = nil) -> Action {
    Action(.sendDTMF, by: party, on: call, digits: digits)
  }
  /// TCollectDigits: asks for the digits that the caller enters while its call waits for a route.
  public static func askForDigits(_ point: DN, on call: ConnID? = nil) -> Action {
    Action(.askForDigits, by: point, on: call)
  }
  /// The switch has collected the digits that were asked for; `nil` if the caller has entered none in time.
  public static func collectDigits(_ point: DN, digits: String? = nil, on call: ConnID? = nil) -> Action {
    Action(.collectDigits, by: point, on: call, digits: digits)
  }
  /// TQueryCall: asks how a call stands, which the client need not be in.
  public static func queryCall(_ client: DN, on call: ConnID? = nil) -> Action {
    Action(.queryCall, by: client, on: call)
  }
}

/// Actions of a client or of the switch that are about no call.
extension Action {
  /// TSendUserEvent: sends an event with these user data to the client of another DN.
  public static func sendUserEvent(_ client: DN, to other: DN, _ data: UserData = UserData()) -> Action {
    Action(.sendUserEvent, by: client, to: other, userData: data)
  }
  /// TPrivateService: asks the switch for a service of its own.
  public static func privateService(_ client: DN) -> Action { Action(.privateService, by: client) }
  /// TSetMessageWaitingOn: turns the lamp on that says that messages wait.
  public static func setMessageWaitingOn(_ device: DN) -> Action { Action(.setMessageWaitingOn, by: device) }
  /// TSetMessageWaitingOff: turns that lamp off.
  public static func setMessageWaitingOff(_ device: DN) -> Action { Action(.setMessageWaitingOff, by: device) }
  /// The device goes out of service.
  public static func fail(_ device: DN) -> Action { Action(.fail, by: device) }
  /// The device is in service again.
  public static func recover(_ device: DN) -> Action { Action(.recover, by: device) }
}
