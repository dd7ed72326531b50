import Testing

@testable import CallReport

/// Which numbers of two flows stand for each other.
@Suite struct NumberingTests {
  /// What pairs of ConnIDs lead to: the findings, and the old value of some new ones.
  private func numbering(_ pairs: [(String, String)], of name: String = "ConnID") -> Numbering {
    var numbering = Numbering()
    func message(_ value: String) -> WrittenMessage {
      WrittenMessage(from: nil, to: "A", name: "E", attributes: [WrittenAttribute(name, value)])
    }
    for (old, new) in pairs { numbering.add(message(old), message(new)) }
    numbering.decide()
    return numbering
  }

  @Test func equalNumbers() {
    let equal = numbering([("1", "1"), ("2", "2")])
    #expect(equal.isTrivial && equal.changes == [])
  }

  @Test func theMajorityDecides() {
    let one = numbering([("1", "2"), ("1", "1"), ("1", "1"), ("1", "2"), ("1", "1")])
    #expect(one.isTrivial)
    let other = numbering([("1", "2"), ("1", "1"), ("1", "2")])
    #expect(other.changes == [.renumbered(attribute: "ConnID", [.init(old: "1", new: "2")], messages: 2)])
    // Of equally many, those that stay.
    #expect(numbering([("1", "2"), ("1", "2"), ("1", "1"), ("1", "1")]).isTrivial)
  }

  @Test func oneMessageIsNoRenumbering() {
    #expect(numbering([("1", "2"), ("3", "3")]).isTrivial)
    // Unless numbers count messages: then there are never two of one number.
    #expect(numbering([("1", "2")], of: "EventSequenceNumber").isTrivial)
    #expect(!numbering([("1", "2"), ("2", "3")], of: "EventSequenceNumber").isTrivial)
  }

  @Test func callsChangePlaces() {
    let swapped = numbering([("1", "2"), ("1", "2"), ("2", "1"), ("2", "1"), ("3", "3")])
    #expect(["1", "2", "3"].map { swapped.oldValue(of: WrittenAttribute("ConnID", $0)) } == ["2", "1", "3"])
    // The other attributes that name calls follow; those that do not are what they are.
    #expect(swapped.oldValue(of: WrittenAttribute("PreviousConnID", "1")) == "2")
    #expect(swapped.oldValue(of: WrittenAttribute("OtherDN", "1")) == "1")
  }

  /// Old call 1 is now 2, so that what is now 1 is another call.
  @Test func aNumberThatIsTaken() {
    let taken = numbering([("1", "2"), ("1", "2")])
    #expect(taken.oldValue(of: WrittenAttribute("ConnID", "1")) != "1")
    let (old, new) = (
      WrittenMessage(from: nil, to: "A", name: "E", attributes: [WrittenAttribute("ConnID", "1")]),
      WrittenMessage(from: "S", to: "A", name: "E", attributes: [WrittenAttribute("ConnID", "1")])
    )
    #expect(
      taken.changes(old, new) == [.init(name: "from", old: nil, new: "S"), .init(name: "ConnID", old: "1", new: "1")])
  }
}
