import CallModel

@testable import CallCheck

/// One fault put into a log: an event is dropped, exchanged with the next one, told twice, or has another attribute.
struct Mutation {
  enum Operator: String, CaseIterable { case drop, swap, duplicate, change, remove, add }

  let operation: Operator
  /// The place of the fault.
  let place: Int
  let observations: [Observation]

  private static let attributes: [Attribute] = [
    .previousConnID, .thisQueue, .thisDNRole, .otherDN, .otherDNRole, .thirdPartyDN, .thirdPartyDNRole,
    .thirdPartyQueue, .callState,
  ]

  /// Nil where the operator changes nothing there.
  init?(_ operation: Operator, at place: Int, of log: [Observation], _ random: inout some RandomNumberGenerator) {
    var changed = log
    var shown = place
    switch operation {
    case .drop: changed.remove(at: place)
    case .swap:
      guard place + 1 < log.count, log[place].judged != log[place + 1].judged else { return nil }
      changed.swapAt(place, place + 1)
    case .duplicate:
      changed.insert(log[place], at: place + 1)
      shown = place + 1
    case .change:
      let present = Self.attributes.filter(log[place].has) + [.thisDN]
      guard let attribute = present.randomElement(using: &random) else { return nil }
      changed[place].alter(attribute, in: log, &random)
    case .remove:
      guard let attribute = Self.attributes.filter(log[place].has).randomElement(using: &random) else { return nil }
      changed[place].present.subtract(AttributeSet(attribute))
    case .add:
      let absent = Self.attributes.filter { !log[place].has($0) && $0 != .previousConnID }
      guard let attribute = absent.randomElement(using: &random) else { return nil }
      changed[place].present.insert(attribute)
      changed[place].alter(attribute, in: log, &random)
    }
    if changed.map(\.judged) == log.map(\.judged) { return nil }
    for number in changed.indices { changed[number].position.line = UInt32(number + 1) }
    (self.operation, self.place, observations) = (operation, shown, changed)
  }
}

extension Observation {
  /// Gives the attribute another value.
  fileprivate mutating func alter(
    _ attribute: Attribute, in log: [Observation], _ random: inout some RandomNumberGenerator
  ) {
    let names = Set(log.flatMap(\.dns)).sorted()
    func other(_ dn: DN) -> DN { names.filter { $0 != dn }.randomElement(using: &random) ?? dn }
    func other(_ role: Role) -> Role { Role.allCases.filter { $0 != role }.randomElement(using: &random) ?? role }
    switch attribute {
    case .previousConnID: previousConnID = ConnID(previousConnID.rawValue + 1)
    case .thisDN: thisDN = other(thisDN)
    case .thisQueue: thisQueue = other(thisQueue)
    case .otherDN: otherDN = other(otherDN)
    case .thirdPartyDN: thirdPartyDN = other(thirdPartyDN)
    case .thirdPartyQueue: thirdPartyQueue = other(thirdPartyQueue)
    case .thisDNRole: thisDNRole = other(thisDNRole)
    case .otherDNRole: otherDNRole = other(otherDNRole)
    case .thirdPartyDNRole: thirdPartyDNRole = other(thirdPartyDNRole)
    default:
      let states: [CallState] = [.ok, .transferred, .conferenced, .busy, .noAnswer, .redirected, .forwarded]
      callState = states.filter { $0 != callState }.randomElement(using: &random) ?? .ok
    }
  }
}
