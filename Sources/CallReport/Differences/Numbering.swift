import CallModel

/// The numbers by which messages name or count calls, requests and the like, and which of them stand for each other in
/// two flows.
///
/// A call that an edit adds gives all later calls other ConnIDs. That is one finding and not one for each message.
struct Numbering {
  /// The attributes whose values are compared by what they stand for.
  private static let spaces: [String: Space] = [
    "ConnID": .names("ConnID"), "PreviousConnID": .names("ConnID"), "conversation": .names("ConnID"),
    "CallID": .names("CallID"), "CallUUID": .names("CallUUID"), "InteractionId": .names("InteractionId"),
    "Dialog": .names("Dialog"), "Session": .names("Session"), "ReferenceID": .counts("ReferenceID"),
    "ReferenceId": .counts("ReferenceId"), "ReqId": .counts("ReqId"), "TicketId": .counts("TicketId"),
    "EventSequenceNumber": .counts("EventSequenceNumber"),
  ]

  private enum Space: Hashable {
    /// Several messages have one number, because they are about one thing.
    case names(String)
    /// Each message has the next number.
    case counts(String)

    var attribute: String {
      switch self {
      case .names(let name), .counts(let name): name
      }
    }
  }

  static func isNumbered(_ attribute: WrittenAttribute) -> Bool { spaces[attribute.name] != nil }

  private struct Pair: Hashable {
    let old: Text
    let new: Text
  }

  /// What pairs of messages say, in the order in which it was first said.
  private struct Votes {
    var order: [Pair] = []
    var counts: [Pair: Int] = [:]
  }

  private var votes: [Space: Votes] = [:]
  private var order: [Space] = []
  private var oldOfNew: [Space: [Text: Text]] = [:]
  /// The old numbers that have got another one: the number itself means something else in the new flow.
  private var replaced: [Space: Set<Text>] = [:]
  /// Whether any number stands for another one.
  private(set) var isTrivial = true
  /// The findings.
  private(set) var changes: [TranscriptDifference.Change] = []

  /// Two messages that belong together.
  mutating func add(_ old: WrittenMessage, _ new: WrittenMessage) {
    for attribute in old.attributes {
      guard let space = Self.spaces[attribute.name],
        let other = new.attributes.first(where: { $0.name == attribute.name })
      else { continue }
      if votes[space] == nil { order.append(space) }
      let pair = Pair(old: Text(attribute.value), new: Text(other.value))
      let count = votes[space, default: Votes()].counts[pair, default: 0]
      if count == 0 { votes[space, default: Votes()].order.append(pair) }
      votes[space, default: Votes()].counts[pair] = count + 1
    }
  }

  /// Decides which numbers stand for each other: what most pairs of messages say. A number that changes in a single
  /// message is the change of that message.
  mutating func decide() {
    for space in order {
      guard let votes = votes[space] else { continue }
      let others = votes.order.filter { $0.old != $0.new }
      let isCounter = if case .counts = space { true } else { false }
      if others.isEmpty || (isCounter && others.count < 2) { continue }
      let weighed = votes.order.enumerated()
        .map { (place: $0.offset, pair: $0.element, count: votes.counts[$0.element, default: 0]) }
        .sorted {
          if $0.count != $1.count { return $0.count > $1.count }
          let (isSame, isOtherSame) = ($0.pair.old == $0.pair.new, $1.pair.old == $1.pair.new)
          return isSame == isOtherSame ? $0.place < $1.place : isSame
        }
      var map: [Text: Text] = [:]
      var takenOld: Set<Text> = []
      var numbers: [(place: Int, TranscriptDifference.Renumbering)] = []
      var messages = 0
      for (place, pair, count) in weighed where !takenOld.contains(pair.old) && map[pair.new] == nil {
        if pair.old != pair.new {
          if !isCounter && count < 2 { continue }
          numbers.append((place, .init(old: pair.old.string, new: pair.new.string)))
          messages += count
          replaced[space, default: []].insert(pair.old)
        }
        map[pair.new] = pair.old
        takenOld.insert(pair.old)
      }
      if numbers.isEmpty { continue }
      isTrivial = false
      oldOfNew[space] = map
      numbers.sort { $0.place < $1.place }
      changes.append(.renumbered(attribute: space.attribute, numbers.map { $0.1 }, messages: messages))
    }
  }

  /// The value of an attribute of the new flow, in the numbers of the old one.
  func oldValue(of attribute: WrittenAttribute) -> String {
    guard !isTrivial, let space = Self.spaces[attribute.name] else { return attribute.value }
    if let old = oldOfNew[space]?[Text(attribute.value)] { return old.string }
    // The same number, but of something else.
    return replaced[space]?.contains(Text(attribute.value)) == true ? "\u{0}" + attribute.value : attribute.value
  }

  /// The attributes in which two messages differ, the sender first.
  func changes(_ old: WrittenMessage, _ new: WrittenMessage) -> [TranscriptDifference.AttributeChange] {
    var changes: [TranscriptDifference.AttributeChange] = []
    func compare(_ name: String, _ oldValue: String?, _ newValue: String?, _ comparable: String?) {
      if oldValue.map({ Text($0) }) == comparable.map({ Text($0) }) { return }
      changes.append(.init(name: name, old: oldValue, new: newValue))
    }
    compare("from", old.from, new.from, new.from)
    let newOnes = Dictionary(new.attributes.map { (Text($0.name), $0) }, uniquingKeysWith: { first, _ in first })
    let oldNames = Set(old.attributes.map { Text($0.name) })
    for attribute in old.attributes {
      let other = newOnes[Text(attribute.name)]
      compare(attribute.name, attribute.value, other?.value, other.map { oldValue(of: $0) })
    }
    for attribute in new.attributes where !oldNames.contains(Text(attribute.name)) {
      compare(attribute.name, nil, attribute.value, attribute.value)
    }
    return changes
  }
}
