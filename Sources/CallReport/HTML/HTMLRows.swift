import CallModel
import CallScenario

/// The rows of messages as they were written last. Each has a head, and a piece for each attribute.
///
/// Most messages say what an earlier one has said, except for a few values. Their rows are copied, and only the pieces
/// that differ are written.
struct HTMLRows: ~Copyable {
  /// How many rows are kept: a power of two.
  private static let places = 1 << 6
  /// The room for the bytes of a row. Longer rows are not kept.
  private static let room = 1 << 10
  /// The most attributes of a row, which are a bit each of ``Match/others``. Rows with more are not kept.
  private static let mostAttributes = UInt32.bitWidth

  /// A row that is kept.
  private struct Row {
    var name = ""
    /// What tells it from other rows with the same name; nil if no row is kept.
    var kind: Int?
    var shape = 0
    var from: Int?
    var call: String?
    var attributes: [Message.Attribute] = []
    /// The bytes of its head, and all of them.
    var head = 0
    var end = 0
  }

  /// What a message has in common with the row that is kept at its place.
  struct Match: BitwiseCopyable {
    fileprivate let place: Int
    fileprivate let kind: Int
    /// Whether the row is about a message with the same name and kind.
    fileprivate var isKnown = false
    /// Whether that message had the same sender, and was about the same call.
    fileprivate var isSameCall = false
    /// The attributes of the message that the row does not have, a bit each.
    fileprivate var others: UInt32 = 0
    /// The shape that the row was kept with, if its attributes have the same names and differ at most in their values.
    fileprivate(set) var shape: Int?
  }

  private let choice: AttributeChoice
  private let rows: UnsafeMutablePointer<Row>
  /// For each attribute of a row, the byte after its piece.
  private let ends: UnsafeMutablePointer<UInt16>
  private let bytes: UnsafeMutablePointer<UInt8>

  /// Rows with these attributes; the pieces of all others are empty.
  init(_ choice: AttributeChoice) {
    self.choice = choice
    rows = .allocate(capacity: Self.places)
    rows.initialize(repeating: Row(), count: Self.places)
    ends = .allocate(capacity: Self.places * Self.mostAttributes)
    ends.initialize(repeating: 0, count: Self.places * Self.mostAttributes)
    bytes = .allocate(capacity: Self.places * Self.room)
  }

  deinit {
    rows.deinitialize(count: Self.places)
    rows.deallocate()
    ends.deallocate()
    bytes.deallocate()
  }

  /// Compares a message with the last one that had its name and the same `kind`.
  @inline(__always)
  func match(_ message: borrowing Message, _ kind: Int) -> Match {
    let key = message.name.withBytes { TextKey($0) }
    let hash = key.hash &+ UInt64(truncatingIfNeeded: kind) &* 0x9E37_79B9_7F4A_7C15
    let place = Int(truncatingIfNeeded: hash &>> 58)
    var match = Match(place: place, kind: kind)
    if rows[place].kind == kind, rows[place].name.hasSameBytes(as: message.name) { compare(message, &match) }
    return match
  }

  /// Adds the row of a message. Returns its place, unless it is the row of an earlier message.
  ///
  /// The head depends on nothing but the message's name, kind, sender, call and `shape`, and each piece on nothing but
  /// its attribute.
  @inline(__always)
  mutating func add(
    _ message: borrowing Message, _ match: Match, shape: Int = 0, to text: inout TextBuffer,
    head: (inout TextBuffer) -> Void, piece: (Int, inout TextBuffer) -> Void
  ) -> Int? {
    let place = match.place
    let hasHead = match.isKnown && match.isSameCall && rows[place].shape == shape
    if hasHead, match.others == 0, match.shape == shape {
      text.add(bytes(place, 0, rows[place].end))
      return nil
    }
    let start = text.count
    if hasHead { text.add(bytes(place, 0, rows[place].head)) } else { head(&text) }
    let count = message.attributes.count
    guard count <= Self.mostAttributes else {
      for index in 0..<count { piece(index, &text) }
      forget(place)
      return place
    }
    let ends = self.ends + place * Self.mostAttributes
    var row = Row(
      name: message.name, kind: match.kind, shape: shape, from: message.from, call: message.call,
      attributes: message.attributes, head: text.count - start)
    // Where the piece begins that was kept.
    var begin = rows[place].head
    for index in 0..<count {
      let end = Int(ends[index])
      if match.isKnown, match.others &>> UInt32(index) & 1 == 0 {
        text.add(bytes(place, begin, end))
      } else {
        piece(index, &text)
      }
      begin = end
      ends[index] = UInt16(truncatingIfNeeded: text.count - start)
    }
    row.end = text.count - start
    keep(row, place, text, from: start)
    return place
  }

  /// Forgets the row at the place.
  mutating func forget(_ place: Int) { rows[place] = Row() }

  private mutating func keep(_ row: consuming Row, _ place: Int, _ text: borrowing TextBuffer, from start: Int) {
    if row.end > Self.room { return forget(place) }
    (bytes + place * Self.room).update(from: text.bytes.start + start, count: row.end)
    rows[place] = row
  }

  /// Some bytes of the row at the place.
  @inline(__always)
  private func bytes(_ place: Int, _ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + (place * Self.room + start), count: end - start)
  }

  /// Finds the attributes of the message that the row does not have, unless they are too many.
  @inline(never)
  private func compare(_ message: borrowing Message, _ match: inout Match) {
    let (attributes, known) = (message.attributes.span, rows[match.place].attributes.span)
    if attributes.count > Self.mostAttributes { return }
    match.isKnown = true
    var (others, isAlike): (UInt32, Bool) = (0, attributes.count == known.count)
    let common = min(attributes.count, known.count)
    for index in 0..<common {
      if choice == .listed, !attributes[index].isListed, !known[index].isListed { continue }
      if attributes[unchecked: index].isSame(as: known[unchecked: index]) { continue }
      if !attributes[index].isAlike(known[index]) { isAlike = false }
      others |= 1 &<< UInt32(index)
    }
    for index in common..<attributes.count { others |= 1 &<< UInt32(index) }
    match.others = others
    match.isSameCall = rows[match.place].from == message.from && Self.areSame(rows[match.place].call, message.call)
    if isAlike { match.shape = rows[match.place].shape }
  }

  @inline(__always)
  private static func areSame(_ one: borrowing String?, _ other: borrowing String?) -> Bool {
    switch one {
    case .some(let one):
      switch other {
      case .some(let other): one.hasSameBytes(as: other)
      case .none: false
      }
    case .none: other == nil
    }
  }
}
