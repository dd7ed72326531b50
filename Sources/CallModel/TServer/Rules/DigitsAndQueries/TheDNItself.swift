// T-Server models, Service and Message Waiting: the device B fails and recovers, and its lamp says that messages wait.

extension Section {
  static let theDNItself = Section(.tServerModels, "Service and Message Waiting", columns: Who.actor) { b in
    Row("A device fails", on: .fail, by: b, .idle, if: .byDevice, .valueFits, derived: 160, 161) {
      b.sets(.outOfService)
      b.receives(.dnOutOfService)
    }
    Row("A device recovers", on: .recover, by: b, .idle, if: .byDevice, .valueFits, derived: 160) {
      b.sets(.inService)
      b.receives(.dnBackInService)
    }
    Row(
      "The message lamp is turned on", on: .setMessageWaitingOn, by: b, .idle, if: .byDevice, .valueFits, derived: 162
    ) {
      b.sets(.messagesWait)
      b.receives(.messageWaitingOn)
    }
    Row(
      "The message lamp is turned off", on: .setMessageWaitingOff, by: b, .idle, if: .byDevice, .valueFits, derived: 162
    ) {
      b.sets(.noMessagesWait)
      b.receives(.messageWaitingOff)
    }
  }
}
