// T-Server models, Handling User Data

private let section = "T-Server models, Handling User Data"

let handlingUserData: [Rule<Exchange>] = [
  ("User data is attached", [Verb.attachUserData, .updateUserData], Clause.DataChange.attach),
  ("A pair of user data is deleted", [.deletePair], .deletePair),
  ("All user data is deleted", [.deleteUserData], .deleteAll),
].map { name, verbs, change in
  Rule(
    name, section, on: verbs, by: PartyState.allCases, if: [.valueFits, .someCall],
    clauses: [ThisCall.keeps(change), Who.told.receives(.attachedDataChanged, .thirdPartyDN(.actor))])
}
