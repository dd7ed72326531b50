// How rules of the IVR Server say what they say: every message passes through the driver.

extension IVRPorts {
  static let derived = "IVR Server, derived"
  /// Of what the figures that are lost will have shown.
  static let reading = " (our reading)"

  static func becomes(_ state: IVRWords.State) -> Sentence<IVRWords> { .change(.becomes(state)) }
  static let keepsPeer = Sentence<IVRWords>.change(.keepsPeer)
  static let remembersRequest = Sentence<IVRWords>.change(.remembersRequest)

  /// The request, from the IVR up to the server.
  static func up() -> [Sentence<IVRWords>] {
    let request = [Entry<IVRWords>.said(.reqID).unlisted]
    return [.asks(.ivr, .driver, request), .asks(.driver, .server, request)]
  }

  /// A message from the server down to the IVR.
  static func down(_ message: IVRWords.Message, _ entries: Entry<IVRWords>...) -> [Sentence<IVRWords>] {
    down(message, entries)
  }

  /// CallError: which request failed, and what is known of it.
  static func error(_ failed: IVRWords.FailedReq) -> [Sentence<IVRWords>] { error(.number(.failedReq, failed)) }
  /// The request itself failed.
  static func error() -> [Sentence<IVRWords>] { error(.said(.failedReq)) }

  private static func error(_ failed: Entry<IVRWords>) -> [Sentence<IVRWords>] {
    down(.error, [failed, .said(.tLibErrCode), .said(.reqID)])
  }

  private static func down(_ message: IVRWords.Message, _ entries: [Entry<IVRWords>]) -> [Sentence<IVRWords>] {
    [
      .sends(.server, message, to: .driver, entries),
      .sends(.driver, message.atTheIVR, to: .ivr, entries),
    ]
  }
}
