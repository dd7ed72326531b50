import Testing

@testable import CallModel

/// Registering a DN, unregistering it, and asking how one stands.
@Suite struct RegisteredDNsTests {
  @Test func aDNRegistersAndUnregisters() {
    var call = Dialogue()
    #expect(call(.registerAddress(b)) == "B EventRegistered")
    #expect(call.told(b) == "ThisDN=B")
    #expect(call(.unregisterAddress(b)) == "B EventUnregistered" && !call.exchange.isRegistered(b.number))
    #expect(call(.makeCall(from: a, to: b)) == "A EventDialing")
    #expect(call(.ring(b)) == "silence" && call(.answer(b)) == "A EventEstablished")
    #expect(call(.registerAddress(b)) == "B EventRegistered" && call.exchange.isRegistered(b.number))
    #expect(call(.release(a)) == "A EventReleased, B EventReleased")
  }

  @Test func aDNThatIsNotRegisteredRequestsNothing() {
    var call = Dialogue(after: .unregisterAddress(b), .makeCall(from: a, to: b), .ring(b))
    let reason = "it is not registered"
    call.refuses(.answer(b).requested(as: 1), .unregistered, reason)
    call.refuses(.agentLogin(b), .unregistered, reason)
    call.refuses(.unregisterAddress(b), .unregistered, reason)
    call.refuses(.initiateTransfer(b, to: c), .unregistered, reason)
    call.refuses(.attach(b, call.data((key: 1, value: 1)), on: 1), .unregistered, reason)
    // Even what is not possible anyway.
    call.refuses(.hold(b, on: 7).requested(as: 1), .unregistered, reason)
    #expect(call(.answer(b)) == "A EventEstablished")
  }

  @Test func underMonitorADNOnlyWatches() {
    var call = Dialogue(after: .registerAddress(b, mode: .monitor), .makeCall(from: a, to: b))
    let reason = "it is registered with RegisterMode=Monitor"
    #expect(call(.ring(b)) == "B EventRinging")
    call.refuses(.answer(b).requested(as: 1), .unsupportedOperation, reason)
    call.refuses(.setDNDOn(b), .unsupportedOperation, reason)
    #expect(call(.answer(b)) == "A EventEstablished, B EventEstablished")
    #expect(call(.queryAddress(a, by: b)) == "B EventAddressInfo")
    #expect(call(.registerAddress(b, mode: .private)) == "B EventRegistered")
    #expect(call(.hold(b).requested(as: 1)) == "B EventHeld")
    #expect(call(.registerAddress(b, mode: .monitor)) == "B EventRegistered")
    #expect(call(.unregisterAddress(b)) == "B EventUnregistered")
  }

  @Test func everyDNButAnExternalPartyRegisters() {
    var call = Dialogue()
    for (letter, kind) in Cast.kinds where kind != .external {
      #expect(call(.unregisterAddress(DN(letter))) == "\(letter) EventUnregistered")
      #expect(call(.queryAddress(a, by: DN(letter))) == "\(letter) EventAddressInfo")
      #expect(call(.registerAddress(DN(letter))) == "\(letter) EventRegistered")
    }
    #expect(call.refusal(of: .registerAddress(x))?.errorCode == .unsupportedOperation)
    #expect(call.refusal(of: .unregisterAddress(x))?.errorCode == .unsupportedOperation)
    #expect(call.refusal(of: .queryAddress(a, by: x))?.errorCode == .unsupportedOperation)
  }

  @Test func onlyADNOfTheSwitchIsAskedAbout() {
    var call = Dialogue()
    call.refuses(.queryAddress(x, by: a), .unknownDN, "X is an external party")
    call.refuses(.queryAddress(DN(99), by: a), .unknownDN, "the switch has no such DN")
  }
}
