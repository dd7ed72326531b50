/// A call of a switch at one moment: its parties in the order in which they entered, the caller first.
public struct Call: Hashable, Sendable, Codable, CustomStringConvertible {
  /// A DN's part in the call.
  public struct Party: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The DN.
    public let dn: DN
    /// The part that the DN plays.
    public let role: Role
    /// What the DN is doing in the call.
    public let state: PartyState
    /// Whether the others do not hear it; an observer is muted at first.
    public let isMuted: Bool
    /// Whether it hears the others.
    public let isListening: Bool

    /// The DN, and what it is doing: `7001 (talking)`.
    public var description: String { "\(dn) (\(state))" }
  }

  /// The most parties of a call.
  public static let limit = Exchange.Call.limit

  /// The identity of the call.
  public let connID: ConnID
  /// Where the call comes from and goes to.
  public let type: CallType
  /// The party that began the call.
  public let origin: DN
  /// The DN that it called.
  public let dialed: DN
  /// For a consultation: the call that was put on hold for it.
  public let main: ConnID?
  /// The parties, in the order in which they entered.
  public let parties: [Party]
  /// The virtual queues at which the call waits.
  public let virtualQueues: [DN]
  /// The user data attached to the call.
  public let userData: UserData

  /// The call and its parties: `call 1: 7001 (talking), 7002 (holding)`.
  public var description: String {
    "call \(connID): " + parties.map(\.description).joined(separator: ", ")
  }
}
