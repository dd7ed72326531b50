public import CallModel

/// A request as a log has it: what the client of a DN asks the switch to do.
public struct Request: Hashable, Sendable {
  /// What is to be done.
  public var verb: Verb
  /// The DN whose client asks.
  public var actor: Observation.DN
  /// The DN that it is to be done to; none where the request names none.
  public var target = Observation.DN.none
  /// The call that it is about; none for a request that begins one, and for one that is about a DN.
  public var connID = ConnID.none
  /// The other call, where the request is about two.
  public var otherConnID = ConnID.none
  /// The number by which the client finds the answer; 0 if there is none.
  public var referenceID: UInt32 = 0
  /// When it was logged, in milliseconds since the start of 1970.
  public var time: Int64 = 0
  /// Where it stands in the log.
  public var position = Observation.Position(line: 0)

  /// Makes a request of the DN's client that names nothing else.
  public init(_ verb: Verb, by actor: Observation.DN) { (self.verb, self.actor) = (verb, actor) }
}

/// What a client was told of its request, in a record that is not judged.
public struct Reply: Hashable, Sendable {
  /// The DN of the client; none if the record does not name it.
  public var dn = Observation.DN.none
  /// The call that the request is about; none if the record does not name it.
  public var connID = ConnID.none
  /// The number of the request.
  public var referenceID: UInt32
  /// Whether the request was refused. Events may still come of a request that was not.
  public var isRefusal: Bool
  /// When the client was told, in milliseconds since the start of 1970.
  public var time: Int64 = 0
  /// Where the record stands in the log.
  public var position = Observation.Position(line: 0)

  /// Makes a reply to the request with this number.
  public init(to referenceID: UInt32, isRefusal: Bool) { (self.referenceID, self.isRefusal) = (referenceID, isRefusal) }
}

extension Reply {
  /// The EventError that the DN of the client was told.
  var error: Observation {
    var error = Observation(.error)
    error.present.insert(.thisDN)
    (error.thisDN, error.referenceID, error.time, error.position) = (dn, referenceID, time, position)
    return error
  }
}

extension Request {
  /// Whether it names no call.
  var namesNoCall: Bool { connID == .none && otherConnID == .none }

  /// Whether it is about the call.
  func isAbout(_ call: ConnID) -> Bool { call != .none && (call == connID || call == otherConnID) }

  /// Whether the DN asks for the same.
  func isEqual(to other: Request) -> Bool {
    verb == other.verb && actor == other.actor && target == other.target && connID == other.connID
      && otherConnID == other.otherConnID
  }

  /// Whether the event may tell of what becomes of it, as far as that depends on the calls. What joins two calls may
  /// name one of them alone.
  func mayConcern(_ observed: Observation) -> Bool {
    namesNoCall || isAbout(observed.connID) || isAbout(observed.previousConnID)
      || verb.joins && actor == observed.thirdPartyDN && observed.type.tellsOfJoining
  }
}

extension EventType {
  /// Whether a party is told that the third party has joined two calls.
  fileprivate var tellsOfJoining: Bool { self == .partyChanged || self == .partyAdded }
}
