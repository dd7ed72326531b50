// T-Server models, Handling User Data

private let section = "T-Server models, Handling User Data"

let handlingUserData: [Rule<Exchange>] = [
  ("User data is attached", [Verb.attachUserData, .updateUserData], Clause.DataChange.attach),
  ("A pair is deleted", [.deletePair], .deletePair),
  ("User data is deleted", [.deleteUserData], .deleteAll),
].map { name, verbs, change in
  Rule(
    name, section, on: verbs, by: PartyState.allCases, if: [.asUsual, .someCall],
    clauses: [Here.keeps(change), Who.told.receives(.attachedDataChanged, .thirdPartyDN(.actor))])
}
