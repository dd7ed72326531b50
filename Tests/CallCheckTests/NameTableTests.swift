import Testing

@testable import CallCheck

@Suite struct NameTableTests {
  @Test func aTextHasOneNumber() {
    var names = NameTable()
    let (a, b) = (names.dn("7001"), names.dn("7002"))
    #expect(a != b && names.dn("7001") == a)
    #expect(names[a] == "7001" && names[b] == "7002")
  }

  @Test func theEmptyTextIsNoDN() {
    var names = NameTable()
    #expect(names.dn("") == .none)
    #expect(names[Observation.DN.none] == "" && names[Observation.DN(99)] == "")
  }
}
