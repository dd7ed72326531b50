import Testing

@testable import CallModel

struct AttributeValuesTests {
  private enum Sixteen: UInt8, Numbered {
    case first, second, third, fourth, fifth, sixth, seventh, eighth
    case ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth
  }

  @Test func sixteenAttributesDoNotTouchEachOther() {
    var values = AttributeValues<Sixteen>()
    #expect(Sixteen.allCases.allSatisfy { values[$0] == nil })
    for attribute in Sixteen.allCases { values[attribute] = UInt32(attribute.rawValue) * 1_000 }
    #expect(Sixteen.allCases.allSatisfy { values[$0] == UInt32($0.rawValue) * 1_000 })
    (values[.first], values[.sixteenth]) = (nil, nil)
    #expect(Sixteen.allCases.filter { values[$0] == nil } == [.first, .sixteenth])
    values[.sixteenth] = .max
    #expect(values[.sixteenth] == .max && values[.fifteenth] == 14_000 && values[.first] == nil)
  }

  /// What was said and is said no more makes no difference; that 0 is said does.
  @Test func whatIsSaidMakesThemEqual() {
    var (one, other) = (AttributeValues<Sixteen>(), AttributeValues<Sixteen>())
    (one[.second], one[.second]) = (7, nil)
    #expect(one == other && one.hashValue == other.hashValue)
    one[.second] = 0
    #expect(one != other && Set([one, other]).count == 2)
    other[.second] = 0
    #expect(one == other && Set([one, other]).count == 1)
    other[.third] = 0
    #expect(one != other)
  }

  @Test func aNumberThatIsNoValueIsNotRead() {
    var values = AttributeValues<Sixteen>()
    #expect(values.read(.first, as: InteractionServer.VisibilityMode.self) == nil)
    values[.first] = 2
    #expect(values.read(.first, as: InteractionServer.VisibilityMode.self) == .monitor && values[.first] == 2)
    for number: UInt32 in [3, 255, 256, 258, .max] {
      values[.first] = number
      #expect(values.read(.first, as: InteractionServer.VisibilityMode.self) == nil && values[.first] == nil)
    }
  }

  @Test func whoIsTheFirstOfItsKind() {
    var parties = PartyList<IVRServer>()
    #expect(
      parties.first(.external) == .none && parties[.none] == nil && parties[IVRServer.Party(1)] == nil)
    for kind: IVRServer.Kind in [.ivr, .external, .external, .driver] { _ = parties.add(kind) }
    #expect(IVRServer.Kind.allCases.map { parties.first($0).rawValue } == [1, 4, 0, 2])
    #expect(
      parties[IVRServer.Party(3)] == .external && parties[IVRServer.Party(5)] == nil
        && parties[.unknown] == nil)
  }
}
