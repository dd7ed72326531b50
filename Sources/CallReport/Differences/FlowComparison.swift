import CallModel

/// Compares two flows of one name: the steps first, then the messages of each step, recipient by recipient.
struct FlowComparison {
  /// In the order of the flow.
  private(set) var differences: [TranscriptDifference] = []

  /// How flows are compared.
  struct Mode {
    /// Whether both transcripts have actions.
    var usesActions: Bool
    /// Whether both flows are replays of one scenario, so that steps belong together by their numbers.
    var isOneScenario: Bool
  }

  private typealias Change = TranscriptDifference.Change
  private typealias Place = (entry: Int, message: Int)

  private let old: WrittenFlow
  private let new: WrittenFlow
  private let mode: Mode
  private var numbering = Numbering()
  private var entries: [StepPairing.Entry] = []
  /// The findings, each with the entry and the message by which they are ordered.
  private var found: [(place: Place, difference: TranscriptDifference)] = []

  init(_ old: WrittenFlow, _ new: WrittenFlow, _ mode: Mode, _ shifts: inout StepShifts) {
    (self.old, self.new, self.mode) = (old, new, mode)
    compareMarks()
    if !old.steps.elementsEqual(new.steps, by: { $0.isSame(as: $1) }) {
      findNumbering()
      compare()
      if !mode.usesActions { compareNumbers(&shifts) }
    }
    sortFindings()
  }

  // MARK: Pairs

  /// Steps as symbols, and which belong together; without the numbers that may differ, or with them.
  private func pairs(withNumbers: Bool) -> (old: [StepSymbols], new: [StepSymbols], entries: [StepPairing.Entry]) {
    var symbols = Symbols()
    let olds = symbols.steps(of: old, usesActions: mode.usesActions) { attribute in
      withNumbers || !Numbering.isNumbered(attribute) ? attribute.value : nil
    }
    let news = symbols.steps(of: new, usesActions: mode.usesActions) { attribute in
      withNumbers ? numbering.oldValue(of: attribute) : Numbering.isNumbered(attribute) ? nil : attribute.value
    }
    let numbers = (old.steps.map(\.number), new.steps.map(\.number))
    let pairing =
      mode.isOneScenario
      ? StepPairing(byNumber: numbers.0, numbers.1) : StepPairing(olds, numbers.0, news, numbers.1)
    return (olds, news, pairing.entries)
  }

  private func messages(_ olds: [StepSymbols], _ x: Int, _ news: [StepSymbols], _ y: Int) -> MessagePairing {
    MessagePairing(olds[x], news[y]) { one, other in
      let (one, other) = (old.steps[x].messages[one], new.steps[y].messages[other])
      // Of messages that long, the order decides.
      return max(one.attributes.count, other.attributes.count) > 64 ? 0 : numbering.changes(one, other).count
    }
  }

  /// Finds out which numbers stand for each other, from messages that are equal without them.
  private mutating func findNumbering() {
    let (olds, news, entries) = pairs(withNumbers: false)
    for case .both(let x, let y) in entries {
      let pairing = messages(olds, x, news, y)
      for pair in pairing.equal + pairing.changed {
        numbering.add(old.steps[x].messages[pair.old], new.steps[y].messages[pair.new])
      }
    }
    numbering.decide()
    for change in numbering.changes { add(change, nil, nil, (-1, 0)) }
  }

  // MARK: Findings

  private mutating func compareMarks() {
    guard let one = old.mark, let other = new.mark, Text(one) != Text(other) else { return }
    add(.markChanged(old: one, new: other), nil, nil, (-2, 0))
  }

  private mutating func compare() {
    let (olds, news, entries) = pairs(withNumbers: true)
    self.entries = entries
    // Messages that have no partner in their own step.
    var oldLeft: [Left] = []
    var newLeft: [Left] = []
    for (entry, steps) in entries.enumerated() {
      var lone = (old: [Int](), new: [Int]())
      switch steps {
      case .old(let x): lone.old += olds[x].messages.indices
      case .new(let y): lone.new += news[y].messages.indices
      case .both(let x, let y):
        compareActions(x, y, entry)
        if olds[x].whole == news[y].whole { continue }
        let pairing = messages(olds, x, news, y)
        addOrders(x, y, pairing.moved, entry)
        for pair in pairing.changed { addChanged(x, y, pair, entry) }
        lone = (pairing.oldLeft, pairing.newLeft)
        for pair in takeOtherRecipients(&lone.old, x, &lone.new, y) {
          let messages = (old.steps[x].messages[pair.old], new.steps[y].messages[pair.new])
          add(.messageMoved(messages.0, messages.1, .toRecipient), x, y, (entry, pair.old))
        }
      }
      oldLeft += lone.old.map { Left(entry: entry, message: $0, symbol: steps.old.map { olds[$0].messages } ?? []) }
      newLeft += lone.new.map { Left(entry: entry, message: $0, symbol: steps.new.map { news[$0].messages } ?? []) }
    }
    addLeft(&oldLeft, &newLeft)
  }

  /// Another action in the same place, or another outcome.
  private mutating func compareActions(_ x: Int, _ y: Int, _ entry: Int) {
    guard mode.usesActions else { return }
    let (one, other) = (old.steps[x], new.steps[y])
    if let action = one.action, let otherAction = other.action, Text(action) != Text(otherAction) {
      add(.actionChanged(old: action, new: otherAction), x, y, (entry, -1))
    }
    if one.refusal.map({ Text($0) }) != other.refusal.map({ Text($0) }) {
      add(.outcomeChanged(old: one.refusal, new: other.refusal), x, y, (entry, -1))
    }
  }

  private mutating func addChanged(_ x: Int, _ y: Int, _ pair: MessagePairing.Pair, _ entry: Int) {
    let (one, other) = (old.steps[x].messages[pair.old], new.steps[y].messages[pair.new])
    add(.messageChanged(one, other, numbering.changes(one, other)), x, y, (entry, pair.old))
  }

  /// Messages that have the same recipient and step, but another place among that recipient's messages.
  private mutating func addOrders(_ x: Int, _ y: Int, _ pairs: [MessagePairing.Pair], _ entry: Int) {
    if pairs.isEmpty { return }
    let (olds, news) = (old.steps[x].messages, new.steps[y].messages)
    let (oldPredecessors, newPredecessors) = (olds.predecessors, news.predecessors)
    for pair in pairs {
      let movement = TranscriptDifference.Movement.order(
        after: oldPredecessors[pair.old].map { olds[$0].label },
        nowAfter: newPredecessors[pair.new].map { news[$0].label })
      add(.messageMoved(olds[pair.old], news[pair.new], movement), x, y, (entry, pair.old))
    }
  }

  /// Takes out messages of one step that are equal except for their recipient, which ThisDN repeats.
  private func takeOtherRecipients(
    _ olds: inout [Int], _ x: Int, _ news: inout [Int], _ y: Int
  ) -> [MessagePairing.Pair] {
    if olds.isEmpty || news.isEmpty { return [] }
    var symbols = Symbols()
    func symbol(_ message: WrittenMessage, _ value: (WrittenAttribute) -> String) -> Int {
      let attributes = message.attributes.filter { $0.name != "ThisDN" }.map { attribute in
        symbols.symbol([1, symbols.symbol(attribute.name), symbols.symbol(value(attribute))])
      }
      return symbols.symbol([2, symbols.symbol(message.name), symbols.symbol(message.from)] + attributes.sorted())
    }
    var (oldSymbols, newSymbols): ([Int: Int], [Int: Int]) = ([:], [:])
    for one in olds { oldSymbols[one] = symbol(old.steps[x].messages[one]) { $0.value } }
    for other in news { newSymbols[other] = symbol(new.steps[y].messages[other]) { numbering.oldValue(of: $0) } }
    return MessagePairing.takeEqual(&olds, { oldSymbols[$0] ?? -1 }, &news) { newSymbols[$0] ?? -2 }
  }

  /// A message without a partner in its own step.
  private struct Left {
    let entry: Int
    let message: Int
    let exact: Int

    init(entry: Int, message: Int, symbol messages: [MessageSymbols]) {
      (self.entry, self.message, exact) = (entry, message, messages[message].exact)
    }
  }

  /// Equal messages of different steps have moved; the others are only in one flow.
  private mutating func addLeft(_ olds: inout [Left], _ news: inout [Left]) {
    for pair in MessagePairing.takeEqual(&olds, { $0.exact }, &news, { $0.exact }) {
      guard let x = entries[pair.old.entry].old, let y = entries[pair.new.entry].new else { continue }
      let messages = (old.steps[x].messages[pair.old.message], new.steps[y].messages[pair.new.message])
      add(.messageMoved(messages.0, messages.1, .toStep), x, y, (pair.old.entry, pair.old.message))
    }
    var named: Set<Int> = []
    for one in olds {
      guard let x = entries[one.entry].old else { continue }
      add(.messageRemoved(old.steps[x].messages[one.message]), x, entries[one.entry].new, (one.entry, one.message))
      named.insert(one.entry)
    }
    for other in news {
      guard let y = entries[other.entry].new else { continue }
      add(
        .messageAdded(new.steps[y].messages[other.message]), entries[other.entry].old, y, (other.entry, other.message))
      named.insert(other.entry)
    }
    // An action that is only in one flow is named by its messages, if it has any.
    for (entry, steps) in entries.enumerated() where mode.usesActions && !named.contains(entry) {
      switch steps {
      case .both: break
      case .old(let x): if let action = old.steps[x].action { add(.actionRemoved(action), x, nil, (entry, -1)) }
      case .new(let y): if let action = new.steps[y].action { add(.actionAdded(action), nil, y, (entry, -1)) }
      }
    }
  }

  // MARK: Numbers of steps

  /// Without actions, an action that sends nothing shows only in the numbers of the later steps.
  private mutating func compareNumbers(_ shifts: inout StepShifts) {
    let numbers = entries.map { steps in
      StepShifts.Entry(old: steps.old.map { old.steps[$0].number }, new: steps.new.map { new.steps[$0].number })
    }
    for shift in shifts.shifts(of: numbers, isMain: old.name == "main") {
      guard case .both(let x, let y) = entries[shift.entry] else { continue }
      if shift.isOneStep {
        for (index, message) in old.steps[x].messages.enumerated() {
          // What differs has been found already.
          guard index < new.steps[y].messages.count, message == new.steps[y].messages[index] else { continue }
          add(.messageMoved(message, message, .toStep), x, y, (shift.entry, index))
        }
      } else if shift.actions > 0 {
        add(.silentActionsAdded(shift.actions), x, y, (shift.entry, -1))
      } else {
        add(.silentActionsRemoved(-shift.actions), x, y, (shift.entry, -1))
      }
    }
  }

  // MARK: Results

  private mutating func add(_ change: Change, _ x: Int?, _ y: Int?, _ place: Place) {
    let steps = (x.map { old.steps[$0].place }, y.map { new.steps[$0].place })
    found.append(
      (
        place,
        TranscriptDifference(
          place: .init(file: new.file ?? old.file, flow: new.name, old: steps.0, new: steps.1), change: change)
      ))
  }

  private mutating func sortFindings() {
    let order = found.enumerated().sorted {
      ($0.element.place.entry, $0.element.place.message, $0.offset)
        < ($1.element.place.entry, $1.element.place.message, $1.offset)
    }
    differences = order.map(\.element.difference)
    found = []
  }
}

extension StepPairing.Entry {
  var old: Int? {
    switch self {
    case .both(let x, _), .old(let x): x
    case .new: nil
    }
  }
  var new: Int? {
    switch self {
    case .both(_, let y), .new(let y): y
    case .old: nil
    }
  }
}

extension WrittenStep {
  fileprivate var place: TranscriptDifference.Step { .init(number: number, action: action, isWait: isWait, line: line) }

  /// Whether nothing that is compared differs, byte for byte and in the same order.
  fileprivate func isSame(as other: WrittenStep) -> Bool {
    number == other.number && isWait == other.isWait && action.map { Text($0) } == other.action.map { Text($0) }
      && refusal.map { Text($0) } == other.refusal.map { Text($0) }
      && messages.elementsEqual(other.messages) { $0.isSame(as: $1) }
  }
}

extension [WrittenMessage] {
  /// For each message, the one before it at the same recipient; nil for the first.
  fileprivate var predecessors: [Int?] {
    var last: [Text: Int] = [:]
    return enumerated().map { place, message in
      defer { last[Text(message.to)] = place }
      return last[Text(message.to)]
    }
  }
}

extension WrittenMessage {
  /// The name, and the ConnID if there is one.
  fileprivate var label: String {
    name + (attributes.first { $0.name == "ConnID" }.map { " ConnID=\($0.value)" } ?? "")
  }

  fileprivate func isSame(as other: WrittenMessage) -> Bool {
    Text(to) == Text(other.to) && Text(name) == Text(other.name) && from.map { Text($0) } == other.from.map { Text($0) }
      && attributes.elementsEqual(other.attributes) {
        Text($0.name) == Text($1.name) && Text($0.value) == Text($1.value)
      }
  }
}
