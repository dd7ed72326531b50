/// Everything of an exchange that only few actions ask for.
struct Office: Sendable {
  /// By DN; nobody is number 0.
  var desks = [Desk()]
  /// Who observes whom, in the order of the requests.
  var monitors: [Monitor] = []
  /// The user data of the calls that have any, and the pairs that the action brings.
  var data: [ConnID: UserData] = [:]
  var brought: [UserData.Pair] = []
  /// The user data of the calls that have ended last.
  var ended: [(call: ConnID, data: UserData)] = []
  /// The call in question as the last action found it, where several may have to be told of it, and the actor's other
  /// call.
  var before = [Call(), Call()]
}
