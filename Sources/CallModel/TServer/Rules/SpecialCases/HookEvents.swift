// T-Server models, Hook Events: B's phone, whatever the call.

extension Section {
  static let hookEvents = Section(.tServerModels, "Hook Events", columns: Who.actor) { b in
    Companion(
      "The phone goes off hook", when: .goesOffHook, .before(.dialing, .established), only: .hookEvents, derived: 133
    ) {
      b.receives(.offHook)
    }
    Companion("The phone goes on hook", when: .goesOnHook, .after(.released), only: .hookEvents, derived: 133) {
      b.receives(.onHook)
    }
  }
}
