/// Actions on the user data of a call, which the actor need not be in.
extension Action {
  /// TAttachUserData: adds pairs to the user data of the call, even with keys that are there already.
  public static func attachUserData(_ party: DN, _ data: UserData, on call: ConnID? = nil) -> Action {
    Action(.attachUserData, by: party, on: call, userData: data)
  }
  /// TUpdateUserData: a pair whose key is there already replaces the old ones; the others are added.
  public static func updateUserData(_ party: DN, _ data: UserData, on call: ConnID? = nil) -> Action {
    Action(.updateUserData, by: party, on: call, userData: data)
  }
  /// TDeletePair: deletes every pair with this key.
  public static func deletePair(_ party: DN, key: String, on call: ConnID? = nil) -> Action {
    Action(.deletePair, by: party, on: call, userData: [key: ""])
  }
  /// TDeleteUserData: deletes all user data of the call.
  public static func deleteUserData(_ party: DN, on call: ConnID? = nil) -> Action {
    Action(.deleteUserData, by: party, on: call)
  }
}
