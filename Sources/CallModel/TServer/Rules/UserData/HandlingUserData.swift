// T-Server models, Handling User Data: X changes the data of its call in any state, or of another call from outside.

extension Section {
  static let handlingUserData = Section(
    .tServerModels, "Handling User Data", columns: Who.actor, Who.told
  ) { x, parties in
    let isTold = [
      parties.receives(.attachedDataChanged, .thirdPartyDN(x)),
      Who.outsider.receives(.attachedDataChanged, .thirdPartyDN(x), .noThisDN),
    ]

    Row("User data is attached", on: .attachUserData, by: x, if: .valueFits, decisions: 63, 134) {
      ThisCall.keeps(.attach)
      isTold
    }
    Row("User data is updated", on: .updateUserData, by: x, if: .valueFits, decisions: 63, 134) {
      ThisCall.keeps(.update)
      isTold
    }
    Row("A pair of user data is deleted", on: .deletePair, by: x, if: .valueFits, decisions: 63, 134) {
      ThisCall.keeps(.deletePair)
      isTold
    }
    Row("All user data is deleted", on: .deleteUserData, by: x, if: .valueFits, decisions: 63, 134) {
      ThisCall.keeps(.deleteAll)
      isTold
    }
  }
}
