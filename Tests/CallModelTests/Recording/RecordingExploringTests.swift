import Testing

@testable import CallModel

/// Small sites, every state of which is visited. A changed rule changes the counts: change them here, and say why in
/// the commit.
struct RecordingExploringTests {
  /// Of more recordings than there can be at a time the first ones are over: a few show what many would.
  private func site(_ devices: String..., most: Int = 8) -> TestServer<Recording> {
    var site = TestServer<Recording>(devices + ["SIP sip-server", "Media media-server", "Recorder recording-server"])
    site.state.most = most
    return site
  }

  @Test func aPlainSearchFindsTheSame() {
    let state = site("D1 device record=true", "D2 device record=true").state
    let found = state.explore(by: Recording.rulebook)
    #expect(state.plainCounts(by: Recording.rulebook) == [found.states, found.transitions])
  }

  @Test func everyStateOfTwoAndOfThreeDevices() {
    let two = site("D1 device record=true", "D2 device record=true").state.explore(by: Recording.rulebook)
    #expect(two.fault == nil && !two.isCutShort)
    #expect([two.states, two.transitions, two.depth] == [181, 7_964, 15])
    let three = site("D1 device", "D2 device record-consult-calls=true", "D3 device record=true", most: 3)
      .state.explore(by: Recording.rulebook)
    #expect(three.fault == nil && !three.isCutShort)
    #expect([three.states, three.transitions, three.depth] == [1_499, 119_551, 10])
    let fired = zip(two.fired, three.fired).map { $0.0 + $0.1 }
    #expect(zip(Recording.rules, fired).filter { $0.1 == 0 }.map(\.0.name) == [])
  }

  @Test func twoCallsAtATime() {
    let site = site("D1 device", "D2 device", "D3 device", "D4 device", most: 1)
    let found = site.state.explore(by: Recording.rulebook, depth: 2)
    #expect(found.fault == nil && found.isCutShort)
    #expect([found.states, found.transitions, found.depth] == [397, 4_880, 2])
  }

  @Test func whatIsPackedIsUnpackedWithItsNumbersByAge() {
    var site = site("D1 device", "D2 device record-consult-calls=true", "D3 device", "D4 device")
    for text in [
      "D4 connect D1", "D4 hangUp", "D1 connect D2", "D2 TPrivateService PrivateMsgID=GSIP_RECORD_START",
      "D1 TPrivateService PrivateMsgID=GSIP_RECORD_START", "D1 TPrivateService PrivateMsgID=GSIP_RECORD_PAUSE",
    ] { site.after(text) }
    expectTheSame(site.state)
    site.after("D2 consult D3")
    expectTheSame(site.state)
    site.after("D2 retrieve", "D2 TPrivateService PrivateMsgID=GSIP_RECORD_STOP", "D2 conference D3")
    // The first of the two recordings is over: of it nothing is left but that there was one.
    site.state.calls[0].sessions[0] = .init(number: 1, device: .none, state: .finished)
    expectTheSame(site.state)
  }

  private func expectTheSame(_ state: Recording) {
    var words: [UInt64] = []
    state.pack(into: &words)
    var other = state
    other.calls = []
    other.unpack(words[...])
    #expect(other == state)
  }
}
