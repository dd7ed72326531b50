import CallModel
import Testing

@testable import CallCheck

@Suite struct RequestTableTests {
  private static let index = MessageIndex(TServer.rulebook(under: SwitchProfile()))

  private static func request(_ number: Int, by actor: UInt32 = 1, on call: UInt64 = 1) -> Request {
    var request = Request(.hold, by: .init(actor))
    (request.referenceID, request.connID) = (UInt32(number), ConnID(call))
    request.position.line = UInt32(number)
    return request
  }

  private static func held(_ reference: UInt32, at dn: UInt32 = 1, on call: UInt64 = 1) -> Observation {
    var observed = Observation(.held)
    (observed.thisDN, observed.connID, observed.referenceID) = (.init(dn), ConnID(call), reference)
    return observed
  }

  @Test func theOldestIsForgotten() {
    var table = RequestTable()
    for number in 1...RequestTable.limit + 3 { table.add(Self.request(number, by: UInt32(number), on: UInt64(number))) }
    #expect(table.count == RequestTable.limit)
    #expect(table.finish().map(\.referenceID) == (4...UInt32(RequestTable.limit + 3)).map(\.self))
    #expect(table.isEmpty)
  }

  @Test func ofADNAndOfACallOnlySomeWait() {
    var (ofDN, ofCall) = (RequestTable(), RequestTable())
    for number in 1...RequestTable.limitOfDN + 3 {
      ofDN.add(Self.request(number, on: UInt64(number)))
      ofCall.add(Self.request(number, by: UInt32(number)))
    }
    let last = (4...UInt32(RequestTable.limitOfDN + 3)).map(\.self)
    #expect(ofDN.finish().map(\.referenceID) == last)
    #expect(ofCall.finish().map(\.referenceID) == last)
  }

  @Test func anAnswerHasTheDNAndTheNumber() {
    var table = RequestTable()
    for actor in [1, 2] as [UInt32] { for number in [5, 6] { table.add(Self.request(number, by: actor)) } }
    let evidence = table.evidence(for: Self.held(6, at: 2), Self.index)
    #expect(evidence?.answered?.request == Self.request(6, by: 2) && evidence?.isCertain == true)
    #expect(evidence?.items.count == 4 && table.count == 3)
    #expect(table.evidence(for: Self.held(6, at: 2), Self.index)?.answered == nil)
  }

  /// In a log in which events have numbers, one without a number answers no request that has one.
  @Test func withoutNumbersItIsTheNextPossibleEvent() {
    var table = RequestTable()
    table.add(Self.request(5))
    var ringing = Self.held(0)
    ringing.type = .ringing
    #expect(table.evidence(for: ringing, Self.index)?.answered == nil)
    #expect(table.evidence(for: Self.held(0, on: 2), Self.index)?.answered == nil)
    let evidence = table.evidence(for: Self.held(0), Self.index)
    #expect(evidence?.answered?.request == Self.request(5) && evidence?.isCertain == false)
    table.add(Self.request(6))
    _ = table.evidence(for: Self.held(9), Self.index)
    #expect(table.evidence(for: Self.held(0), Self.index)?.answered == nil)
    table.add(Self.request(0))
    #expect(table.evidence(for: Self.held(0), Self.index)?.answered?.request == Self.request(0))
  }

  @Test func whatAClientIsToldOfItsRequest() {
    var table = RequestTable()
    for number in 5...8 { table.add(Self.request(number)) }
    func tell(_ number: UInt32, isRefusal: Bool = true, dn: UInt32 = 0, call: UInt64 = 0) {
      var reply = Reply(to: number, isRefusal: isRefusal)
      (reply.dn, reply.connID) = (.init(dn), ConnID(call))
      table.note(reply)
    }
    tell(5, dn: 1)
    tell(6, call: 1)
    tell(7, isRefusal: false, dn: 1)
    tell(8, dn: 2)
    tell(8, call: 2)
    // An event may still say what has become of a request that is not refused.
    #expect(table.evidence(for: Self.held(0), Self.index)?.items.map(\.request) == [7, 8].map { Self.request($0) })
    #expect(table.count == 1)
    #expect(table.finish() == [Self.request(8)])
  }

  /// Those before and behind it in the lists of its DN and of both calls are still found when it is answered.
  @Test func aRequestAboutTwoCallsIsFoundByEither() {
    var table = RequestTable()
    var both = Self.request(6)
    both.otherConnID = ConnID(2)
    let others = [Self.request(5, on: 2), Self.request(7, by: 2), Self.request(8, on: 2)]
    for request in [others[0], both] + others.dropFirst() { table.add(request) }
    func requests(on call: UInt64, at dn: UInt32 = 9) -> [Request]? {
      table.evidence(for: Self.held(20, at: dn, on: call), Self.index)?.items.map(\.request)
    }
    #expect(requests(on: 1) == [both, others[1]])
    #expect(requests(on: 2) == [others[0], both, others[2]])
    #expect(table.evidence(for: Self.held(6), Self.index)?.answered?.request == both)
    #expect(requests(on: 1) == [others[1]])
    #expect(requests(on: 2) == [others[0], others[2]])
    table.add(Self.request(9))
    #expect(requests(on: 3, at: 1) == [others[0], others[2], Self.request(9)])
    #expect(table.finish().map(\.referenceID) == [5, 7, 8, 9])
  }

  @Test func aCallThatEndsIsWaitedFor() {
    var table = RequestTable()
    table.add(Self.request(5))
    table.add(Self.request(6, on: 2))
    table.end([ConnID(1)], at: 1_000)
    #expect(table.overdue(at: 1_000 + RequestTable.patience).isEmpty)
    #expect(table.overdue(at: 1_001 + RequestTable.patience) == [Self.request(5)])
    table.forget([ConnID(2)])
    #expect(table.isEmpty)
  }
}
