import CallModel
import CallScenario

/// The text of a log, and the lines of attributes in it.
struct LogLines: ~Copyable {
  var text = TextBuffer(capacity: 48 << 10)
  var counters: LogCounters
  let attributes = LogAttributes.all
  private let table = LogAttributes.all.known
  private var kept = KeptLines(attributes: LogAttributes.all.known.count)
  /// The user data that the log had last, with their lines: events of a call repeat them.
  private var lastList: Message.Attribute?
  private var lastListLines = TextBuffer(capacity: 0)

  init(_ counters: LogCounters) { self.counters = counters }

  /// The next flow counts on: it has other calls.
  mutating func beginFlow() {
    counters.beginFlow()
    kept.removeAll()
  }

  /// An attribute, by its index. Its value may name a call; `exists` says whether there is such a call.
  @inline(never)
  mutating func add(_ attribute: Int, _ value: String, exists: Bool) {
    let form = table[attribute].form
    guard form.repeats, let short = TextKey(short: value) else { return addLine(attribute, value, exists) }
    if kept.add(attribute, short, to: &text) { return }
    let start = text.count
    addLine(attribute, value, exists)
    // A call that does not exist may exist later, and is counted then.
    if exists || form != .connID { kept.keep(attribute, short, text, from: start) }
  }

  /// An attribute that is a number.
  mutating func add(_ attribute: Int, number: Int) {
    text.add(table[attribute].head)
    text.add(number)
    text.add("\n")
  }

  private mutating func addLine(_ attribute: Int, _ value: String, _ exists: Bool) {
    text.add(table[attribute].head)
    add(value, table[attribute].form, table[attribute].values, exists)
    text.add("\n")
  }

  private mutating func add(
    _ value: String, _ form: LogAttributes.Form, _ names: UnsafeBufferPointer<LogAttributes.Value>, _ exists: Bool
  ) {
    switch form {
    case .connID:
      guard let number = value.number else { break }
      return text.add(hexadecimal: counters.call(number, exists: exists), digits: 16)
    case .callID:
      guard let number = value.number else { break }
      return text.add(decimal: counters.call(number))
    case .number:
      guard let number = value.number else { break }
      return text.add(decimal: number)
    case .name:
      for index in names.indices where names[index].name == value { return text.add(decimal: names[index].number) }
      // A value that has no name is spelled as its number.
      if let number = value.number { return text.add(decimal: number) }
    case .text, .uuid, .list, .sequence: break
    }
    text.add(quoted: value)
  }

  /// The identifier of a message's call. If that has no number, the value is written as it is.
  @inline(never)
  mutating func add(_ attribute: Int, uuidOf call: String?, or value: String) {
    let short = call.flatMap { TextKey(short: $0) }
    if let short, kept.add(attribute, short, to: &text) { return }
    guard let call, let number = call.number else { return addLine(attribute, value, false) }
    let start = text.count
    text.add(table[attribute].head)
    text.add("'")
    text.add(counters.call(number), bits: 5, digits: 32)
    text.add("'\n")
    if let short { kept.keep(attribute, short, text, from: start) }
  }

  /// The number of an event.
  mutating func add(sequence: String?) {
    text.add("\tAttributeEventSequenceNumber\t")
    text.add(hexadecimal: counters.event(sequence?.number), digits: 16)
  }

  /// An attribute that the T-Library does not have.
  @inline(never)
  mutating func add(unknown name: String, _ value: String) {
    text.add(built: "\tAttribute\(name.printable())\t")
    text.add(quoted: value)
    text.add("\n")
  }
}

// MARK: - Lists

extension LogLines {
  /// The pairs of a message's attribute.
  @inline(never)
  mutating func add(_ attribute: Int, list: Message.Attribute, of message: Message) {
    if lastList?.sharesPairs(with: list) != true { setLast(attribute, list, of: message) }
    text.add(lastListLines)
  }

  @inline(never)
  private mutating func setLast(_ attribute: Int, _ list: Message.Attribute, of message: Message) {
    lastList = list
    let isSnapshot = message.name == "EventRegistered" || message.name == "EventAddressInfo"
    let pairs = isSnapshot && attribute == attributes.extensions ? shifted(list.pairs) : list.pairs
    var size = LogListSize()
    for pair in pairs { size.count(pair.key.utf8.count, pair.value.utf8.count) }
    lastListLines.remove(from: 0)
    lastListLines.add(table[attribute].head)
    lastListLines.add(size)
    for pair in pairs { pair.key.withBytes { lastListLines.add(pair: $0, pair.value) } }
  }

  /// What the pairs of a list follow.
  mutating func add(_ attribute: Int, _ size: LogListSize) {
    text.add(table[attribute].head)
    text.add(size)
  }

  /// The extensions of a snapshot, which name the calls of the DN: `conn-1`.
  private mutating func shifted(_ pairs: [(key: String, value: String)]) -> [(key: String, value: String)] {
    pairs.map { pair in
      guard pair.key.hasPrefix("conn-"), let number = pair.value.number else { return pair }
      var text = TextBuffer(capacity: 0)
      text.add(hexadecimal: counters.call(number), digits: 16)
      return (pair.key, text.string(from: 0))
    }
  }
}

/// How large a packed list is.
struct LogListSize {
  private(set) var pairs = 0
  fileprivate var length = 2
  fileprivate var firstKey = 0

  /// Counts a pair with a key and a value of this many bytes.
  mutating func count(_ key: Int, _ value: Int) {
    if pairs == 0 { firstKey = key }
    pairs += 1
    length += 5 + key + value
  }
}

extension TextBuffer {
  /// The length of the packed list and its first bytes: the number of pairs, the type of the first one, and the upper
  /// half of the length of its key.
  fileprivate mutating func add(_ size: LogListSize) {
    add("[")
    add(size.length)
    add("]")
    for byte in [size.pairs >> 8, size.pairs, 0, size.firstKey >> 8] {
      add(" ")
      add(hexadecimal: UInt64(byte & 0xFF), digits: 2)
    }
    add("..\n")
  }

  /// A pair of a list, on a line of its own.
  mutating func add(pair key: UnsafeBufferPointer<UInt8>, _ value: String) {
    add("\t\t")
    add(quoted: key)
    add("\t")
    add(quoted: value)
    add("\n")
  }
}

extension String {
  /// A decimal number; nil for anything else, and for one that is too large.
  fileprivate var number: UInt64? {
    withBytes { bytes in
      if bytes.isEmpty || bytes.count > 20 { return nil }
      var number: UInt64 = 0
      for byte in bytes {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        let (tens, isTooLarge) = number.multipliedReportingOverflow(by: 10)
        let (sum, isStillTooLarge) = tens.addingReportingOverflow(UInt64(byte - UInt8(ascii: "0")))
        if isTooLarge || isStillTooLarge { return nil }
        number = sum
      }
      return number
    }
  }
}
