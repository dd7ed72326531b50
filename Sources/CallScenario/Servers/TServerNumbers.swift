import CallModel

/// The T-Server's words as its logs have them, with the numbers of the T-Library.
package enum TServerNumbers {
  /// How an attribute is written.
  package enum Values: Sendable {
    case dn, number, text
    case names([(name: String, number: Int)])
  }

  /// The attributes, in the order in which events have them, which is that of their numbers.
  package static let attributes: [(name: String, values: Values)] = Attribute.allCases.map { attribute in
    (TServerWords.name(attribute), values(of: attribute))
  }

  /// The parameter of TRegisterAddress, which is in no event.
  package static let registerMode = (
    name: TServerWords.registerMode,
    values: Values.names(TServerWords.registerModes.map { ("\($0.name)", $0.number) })
  )

  /// The names of the events that have numbers: all that the T-Server sends.
  package static let messages = EventType.allCases.map { TServerWords.name($0) }

  /// The names of the requests.
  package static let requests = TServerWords.verbs.filter(\.isRequest).map(\.name)

  private static func values(of attribute: Attribute) -> Values {
    switch TServerWords.values(of: attribute) {
    case .dn: .dn
    case .number: .number
    case .names: .names(TServerWords.names(of: attribute).map { ("\($0.name)", $0.number) })
    case .text: .text
    }
  }
}
