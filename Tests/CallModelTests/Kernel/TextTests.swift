import Testing

@testable import CallModel

@Suite struct TextTests {
  /// é as one scalar and as two; and the kelvin sign, which `String` considers equal to the letter K.
  private static let (composed, decomposed, kelvin) = ("\u{E9}", "e\u{301}", "\u{212A}")

  @Test func equalityIsThatOfBytes() {
    #expect(Self.composed == Self.decomposed && Self.kelvin == "K")
    #expect(Text(Self.composed) != Text(Self.decomposed))
    #expect(Text("K") != Text(Self.kelvin))
    #expect(Text("a\u{323}\u{307}") != Text("a\u{307}\u{323}"))
    #expect(Text(Self.composed) == Text("\u{E9}"))
    #expect(Set([Text(Self.composed), Text(Self.decomposed), Text("\u{E9}")]).count == 2)
    #expect(Text("") == Text("") && Text("") != Text("\u{0}"))
  }

  /// Short texts and long ones, alike at their ends, each of them made twice.
  @Test func bytesAreCompared() {
    let all = [
      "", "a", "b", Self.composed, Self.decomposed, "K", Self.kelvin, "123456789-a-12345678", "123456789-b-12345678",
    ]
    let others = all.map { String(decoding: Array($0.utf8), as: UTF8.self) }
    for (number, one) in all.enumerated() {
      #expect(others.map { one.hasSameBytes(as: $0) } == all.indices.map { $0 == number })
    }
  }

  /// Everything in which a user of the library meets a text.
  @Test func namesAreBytes() throws {
    let (one, other) = (DN(Self.composed), DN(Self.decomposed))
    #expect(one != other && Set([one, other, DN("\u{E9}")]).count == 2)
    #expect(UserData.Pair("K", "1") != UserData.Pair(Self.kelvin, "1"))
    #expect(Set([UserData.Pair("1", "K"), UserData.Pair("1", Self.kelvin)]).count == 2)
    #expect((["K": "1", Self.kelvin: "2"] as UserData)["K"] == "1")
    typealias Party = MessageServer<Recording>.Party
    #expect(Party("K") != Party(Self.kelvin) && Set([Party("K"), Party(Self.kelvin)]).count == 2)
    var office = Switch()
    office.add(.extension, one.text)
    office.add(.extension, other.text)
    let events = try office.apply(.makeCall(from: one, to: other))
    #expect(events[0].otherDN == other && office.dns == [one, other])
    try office.apply(.attachUserData(one, ["K": Self.composed]))
    try office.apply(.attachUserData(one, [Self.kelvin: Self.decomposed]))
    #expect(office.calls[0].userData == ["K": Self.composed, Self.kelvin: Self.decomposed])
    #expect(office.calls[0].userData != ["K": Self.decomposed, Self.kelvin: Self.composed])
  }
}
