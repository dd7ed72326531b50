import CallCheck
import CallModel
import CallScenario

/// The parties of a captured call, which a scenario names A, B and so on, and its calls, numbered from 1.
struct CapturedCast {
  struct Party {
    let name: String
    /// `party A extension dn=7001`
    let statement: String
  }

  private(set) var parties: [Party] = []
  private var names: [Observation.DN: String] = [:]
  private var calls: [ConnID: ConnID] = [:]
  /// Whether the actions are about one call only.
  let hasOneCall: Bool

  init(_ explanation: ExplainedCalls, _ table: NameTable) {
    hasOneCall = explanation.steps.flatMap { [$0.call] + $0.told.map(\.connID) }.allSatisfy { $0.rawValue <= 1 }
    let known = explanation.parties.map(\.name)
    // An attribute may name a DN that takes part in nothing.
    let others = explanation.observations.flatMap(\.dns).filter { !known.contains($0) }.distinct
    var taken = Set((known + others).map { table[$0] })
    for party in explanation.parties { add(party, table[party.name], &taken) }
    for name in others { add(ExplainedCalls.Party(name: name, kind: .extension), table[name], &taken) }
    numberCalls(explanation)
  }

  private mutating func add(_ party: ExplainedCalls.Party, _ text: String, _ taken: inout Set<String>) {
    let name: String
    if text.isUsableName {
      name = text
    } else {
      name = Self.candidates(isNamed: !text.isEmpty).first { !taken.contains($0) } ?? text
      taken.insert(name)
    }
    let options = [
      text.isEmpty || name == text ? nil : "dn=\(text.spelled())", party.isRegistered ? nil : "registered=no",
    ]
    let words = ["party", name, "\(party.kind)"] + options.compactMap(\.self)
    parties.append(Party(name: name, statement: words.joined(separator: " ")))
    if party.name != .none { names[party.name] = name }
  }

  /// A to Z, then A1 and so on; X1, X2 and so on for parties that no event has named.
  private static func candidates(isNamed: Bool) -> some Sequence<String> {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    return (0..<Limits.parties).lazy.flatMap { number -> [String] in
      if !isNamed { return ["X\(number + 1)"] }
      return number == 0 ? letters : letters.map { "\($0)\(number)" }
    }
  }

  private mutating func numberCalls(_ explanation: ExplainedCalls) {
    var next = explanation.steps.flatMap(\.told).map(\.connID.rawValue).max() ?? 0
    for observation in explanation.observations {
      for call in [observation.connID, observation.previousConnID] where call != .none && calls[call] == nil {
        if let known = explanation.call(call) {
          calls[call] = known
        } else {
          next += 1
          calls[call] = ConnID(next)
        }
      }
    }
  }

  func name(_ dn: Exchange.DN) -> String { dn == .none ? "" : parties[Int(dn.rawValue) - 1].name }
  func name(_ dn: Observation.DN) -> String { names[dn] ?? "" }

  /// The number of the call.
  func call(_ log: ConnID) -> ConnID { calls[log] ?? log }
}

extension String {
  /// Whether the DN can be the party's name: a word that begins with a capital letter, which no word of the language
  /// does.
  fileprivate var isUsableName: Bool {
    guard let first = utf8.first, isWord else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) && utf8.count <= 20
  }
}
