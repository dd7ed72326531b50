// The clauses of the IVR Server's rules. Every message passes through the driver.

extension IVRServer {
  static let derived = "IVR Server, derived"
  /// For what the lost figures must have shown.
  static let reading = " (our reading), D67"

  static func becomes(_ state: State) -> Clause { .change(.becomes(state)) }
  static let keepsPeer = Clause.change(.keepsPeer)
  static let remembersRequest = Clause.change(.remembersRequest)

  /// The request, from the IVR up to the server.
  static func up() -> [Clause] {
    let request = [Value.parameter(.reqID).unlisted]
    return [.asks(.ivr, .driver, request), .asks(.driver, .server, request)]
  }

  /// A message from the server down to the IVR.
  static func down(_ message: EventType, _ values: Value...) -> [Clause] {
    down(message, values)
  }

  /// CallError: which request failed, and why.
  static func error(_ failed: FailedReq) -> [Clause] { error(.number(.failedReq, failed)) }
  /// The request itself failed.
  static func error() -> [Clause] { error(.parameter(.failedReq)) }

  private static func error(_ failed: Value) -> [Clause] {
    down(.error, [failed, .parameter(.tLibErrCode), .parameter(.reqID)])
  }

  private static func down(_ message: EventType, _ values: [Value]) -> [Clause] {
    [
      .sends(.server, message, to: .driver, values),
      .sends(.driver, message.atTheIVR, to: .ivr, values),
    ]
  }
}
