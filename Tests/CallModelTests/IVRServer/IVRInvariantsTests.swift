import Testing

@testable import CallModel

/// Each sentence about a state or a step bites: the deed is told otherwise than it is.
struct IVRInvariantsTests {
  private func company() -> Company<IVRPorts> {
    Company("IVR ivr", "Driver ivr-driver", "Server ivr-server", "Caller external", "Peer external")
  }

  /// What the invariants say of that deed, told otherwise than it is.
  private func broken(
    _ deed: String, after texts: [String], _ change: (inout IVRPorts, inout [Letter<IVRWords>]) -> Void = { _, _ in }
  ) -> String? {
    var company = company()
    for text in texts { _ = company.says(text) }
    let before = company.state
    _ = company.says(deed)
    var letters = company.letters
    change(&company.state, &letters)
    return IVRPorts.broken(by: company.deed(deed), from: before, to: company.state, telling: letters)
  }

  @Test func whatHoldsBreaksNothing() {
    #expect(broken("IVR NewCall Caller", after: []) == nil)
    #expect(broken("Peer fail", after: ["IVR NewCall Caller", "IVR InitConf Peer"]) == nil)
  }

  @Test func messagesPassThroughTheDriver() {
    let sentence = "every message passes through the driver"
    #expect(broken("IVR NewCall", after: []) { _, letters in letters.removeLast() } == sentence)
    #expect(broken("IVR NewCall", after: []) { _, letters in letters.swapAt(3, 5) } == sentence)
  }

  @Test func requestsGoUpAndAreAnswered() {
    #expect(
      broken("IVR InitConf", after: ["IVR NewCall"]) { _, letters in letters.removeFirst() }
        == "a request goes up to the server")
    #expect(
      broken("IVR InitConf", after: ["IVR NewCall"]) { _, letters in letters.removeLast(4) }
        == "every request is answered, or the party that it asks for answers")
  }

  @Test func whatIsToldIsSo() {
    let dialing = ["IVR NewCall Caller", "IVR InitConf Peer"]
    func told(_ deed: String, after texts: [String], in state: IVRWords.State) -> String? {
      broken(deed, after: texts) { ports, _ in ports.ports[0].state = state }
    }
    #expect(told("Peer fail", after: dialing, in: .dialing) == "after CallError the first call is active")
    #expect(told("IVR RetrieveCall", after: dialing, in: .busy) == "a retrieved call was held")
    #expect(told("IVR InitConf", after: ["IVR NewCall"], in: .connected) == "a held call was active")
    #expect(
      told("IVR CompleteConf", after: dialing + ["Peer answer"], in: .connected)
        == "with the party that is added it is a conference")
    #expect(
      told("Peer hangUp", after: dialing + ["Peer answer", "IVR CompleteConf"], in: .conference)
        == "without the party that leaves it is none any more")
    #expect(told("Caller hangUp", after: dialing, in: .connected) == "what is released was a call, and is none")
    #expect(
      broken("Peer answer", after: dialing) { ports, letters in letters = [] }
        == "the IVR is told what becomes of its call")
    #expect(
      broken("Peer answer", after: dialing) { ports, _ in ports.ports[0].caller = ports.ports[0].peer }
        == "nobody is conferenced with itself")
    #expect(
      broken("Caller hangUp", after: ["IVR NewCall"]) { _, letters in
        for index in letters.indices { letters[index].message = .statusBusy }
      } == "only who is called is busy")
  }
}
