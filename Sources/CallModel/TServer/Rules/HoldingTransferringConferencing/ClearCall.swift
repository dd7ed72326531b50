// T-Server models, Clear Call: every party is released. Of two parties, `Interruption` says so.

extension Section {
  static let clearCall = Section(.tServerModels, "Clear Call") {
    Row(
      "The conference is cleared", on: .clearCall, by: .actor, .talking, .held, .announcedRinging, if: .conference,
      derived: 42
    ) {
      Who.everyone.leaves()
      Who.answered.receives(.released, .callState(.ok))
      Who.announced.receives(.abandoned, .callState(.ok))
      ringersAndObserversAreTold
    }
  }
}
