// T-Server models, Handling User Data: X, in any state, changes the data of its call.

extension Section {
  static let handlingUserData = Section(
    .tServerModels, "Handling User Data", columns: Who.actor, Who.told
  ) { x, parties in
    Row(
      "User data is attached", on: .attachUserData, .updateUserData, by: x, if: .valueFits, .someCall, decisions: 63
    ) {
      ThisCall.keeps(.attach)
      parties.receives(.attachedDataChanged, .thirdPartyDN(x))
    }
    Row("A pair of user data is deleted", on: .deletePair, by: x, if: .valueFits, .someCall, decisions: 63) {
      ThisCall.keeps(.deletePair)
      parties.receives(.attachedDataChanged, .thirdPartyDN(x))
    }
    Row("All user data is deleted", on: .deleteUserData, by: x, if: .valueFits, .someCall, decisions: 63) {
      ThisCall.keeps(.deleteAll)
      parties.receives(.attachedDataChanged, .thirdPartyDN(x))
    }
  }
}
