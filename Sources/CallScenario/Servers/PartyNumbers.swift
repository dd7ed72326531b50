import CallModel

/// The numbers by which a model knows the parties of its server, from 1.
///
/// Each of two servers side by side knows only some of the parties.
struct PartyNumbers {
  private var numbers: [UInt16] = []
  private var parties: [Int] = []
  /// By name and by DN. Looked up, never iterated: the order of a dictionary changes from run to run.
  private var indices: [Text: Int] = [:]

  init(_ scenario: Scenario) {
    for (index, party) in scenario.parties.enumerated() {
      // The language allows fewer parties than there are numbers.
      numbers.append(party.kinds.isEmpty ? 0 : UInt16(parties.count + 1))
      if !party.kinds.isEmpty { parties.append(index) }
      indices[Text(party.name)] = index
      indices[Text(party.dn)] = index
    }
  }

  /// 0 for a party that the server does not know.
  func number(_ party: Int) -> UInt16 { numbers[party] }
  func party(_ number: UInt16) -> Int { parties[Int(number) - 1] }
  /// The party with this name or DN, even if the server does not know it. No name is another party's DN.
  func party(named word: String) -> Int? { indices[Text(word)] }
}
