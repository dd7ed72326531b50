import CallModel
import CallScenario

/// The rows of messages as they were written last. Each has a head, and a piece for each attribute.
///
/// Most messages say what an earlier one has said, except for a few values. Their rows are copied, and only the pieces
/// that differ are written.
struct HTMLRows: ~Copyable {
  /// How many rows are kept: a power of two.
  private static let places = 1 << 6
  /// The room for the bytes of a row, and for its attributes. Longer rows are not kept.
  private static let room = 1 << 10
  private static let mostAttributes = 1 << 5

  /// A row that is kept.
  fileprivate struct Row {
    /// The name of the message, which is told from most others by its key.
    var key = TextKey.none
    var name = ""
    var kind = 0
    var attributes: [Message.Attribute] = []
    /// The bytes of its head, and all of them.
    var head = 0
    var end = 0
  }

  /// What is known of the piece of an attribute.
  fileprivate struct Piece: BitwiseCopyable {
    let attribute: Int
    /// The value, unless it is a list that several attributes share.
    let value: TextKey
    let isShared: Bool
    /// The byte of the row after the piece.
    var end = 0
  }

  private let choice: AttributeChoice
  private let rows: UnsafeMutablePointer<Row>
  private let pieces: UnsafeMutablePointer<Piece>
  private let bytes: UnsafeMutablePointer<UInt8>

  /// Rows with these attributes; the pieces of all others are empty.
  init(_ choice: AttributeChoice) {
    self.choice = choice
    rows = .allocate(capacity: Self.places)
    rows.initialize(repeating: Row(), count: Self.places)
    pieces = .allocate(capacity: Self.places * Self.mostAttributes)
    bytes = .allocate(capacity: Self.places * Self.room)
  }

  deinit {
    rows.deinitialize(count: Self.places)
    rows.deallocate()
    pieces.deallocate()
    bytes.deallocate()
  }

  /// Adds the row of a message. Returns its place, unless it is the row of an earlier message.
  ///
  /// The head depends on nothing but the message's name and `kind`, and each piece on nothing but its attribute.
  @inline(__always)
  mutating func add(
    _ message: borrowing Message, _ kind: Int, to text: inout TextBuffer, head: (inout TextBuffer) -> Void,
    piece: (Int, inout TextBuffer) -> Void
  ) -> Int? {
    let key = message.name.withBytes { TextKey($0) }
    let place = Int(truncatingIfNeeded: (key.hash &+ UInt64(truncatingIfNeeded: kind) &<< 60) &>> 58)
    let start = text.count
    let count = message.attributes.count
    let isKnown =
      rows[place].key == key && rows[place].kind == kind && (key.isWhole || isNamed(message.name, place))
    let known = isKnown ? rows[place].attributes.count : 0
    let same = isKnown ? self.same(message, place) : 0
    if isKnown, same == count, known == count {
      text.add(bytes(place, 0, rows[place].end))
      return nil
    }
    guard count <= Self.mostAttributes else {
      head(&text)
      for index in 0..<count { piece(index, &text) }
      forget(place)
      return place
    }
    let pieces = self.pieces + place * Self.mostAttributes
    if isKnown { text.add(bytes(place, 0, rows[place].head)) } else { head(&text) }
    let headEnd = text.count - start
    var end = headEnd
    for index in 0..<count {
      let begin = end
      if index < known { end = pieces[index].end }
      if index < same || index < known && isSame(message, index, place) {
        text.add(bytes(place, begin, end))
      } else {
        piece(index, &text)
        pieces[index] = self.piece(message, index)
      }
      pieces[index].end = text.count - start
    }
    keep(message, place, Row(key: key, kind: kind, head: headEnd, end: text.count - start), text, from: start)
    return place
  }

  /// Forgets the row at the place.
  mutating func forget(_ place: Int) { rows[place] = Row() }

  private mutating func keep(
    _ message: borrowing Message, _ place: Int, _ row: consuming Row, _ text: borrowing TextBuffer, from start: Int
  ) {
    if row.end > Self.room { return forget(place) }
    (bytes + place * Self.room).update(from: text.bytes.start + start, count: row.end)
    row.name = message.name
    row.attributes = message.attributes
    rows[place] = row
  }

  /// Some bytes of the row at the place.
  @inline(__always)
  private func bytes(_ place: Int, _ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: bytes + (place * Self.room + start), count: end - start)
  }
}

// MARK: - Comparing

extension HTMLRows {
  /// How many of the message's attributes, up to the first other one, are those of the row at the place.
  @inline(never)
  private func same(_ message: borrowing Message, _ place: Int) -> Int {
    let (row, pieces, choice) = (rows + place, self.pieces + place * Self.mostAttributes, choice)
    let known = row.pointee.attributes.count
    var (same, isOther) = (0, false)
    // Attributes are looked at where they lie: to copy one takes longer than to compare it.
    message.attributes.span.visit { attribute in
      if isOther || same == known { return }
      if attribute.hasPiece(pieces[same], of: row, same, choice) { same += 1 } else { isOther = true }
    }
    return same
  }

  /// Whether the message has the same attribute as the row at the place, with the same value.
  private func isSame(_ message: borrowing Message, _ index: Int, _ place: Int) -> Bool {
    message.attributes[index].hasPiece(
      pieces[place * Self.mostAttributes + index], of: rows + place, index, choice)
  }

  /// What is known of the piece of an attribute.
  private func piece(_ message: borrowing Message, _ index: Int) -> Piece {
    let isShared = message.attributes[index].sharesPairs(with: message.attributes[index])
    var value = TextKey.none
    if !isShared { message.attributes[index].withValue { text in value = text.withBytes { TextKey($0) } } }
    return Piece(attribute: message.attributes[index].kind(choice), value: value, isShared: isShared)
  }

  @inline(never)
  private func isNamed(_ name: String, _ place: Int) -> Bool { rows[place].name.hasSameBytes(as: name) }
}

extension Message.Attribute {
  /// What stands for attributes that rows do not have.
  private static var hidden: Int { 0 }
  /// The highest number of attributes of other servers.
  private static var unnumbered: Int { 2 }

  /// A number for the name of the attribute and whether it is listed. Attributes of other servers share numbers.
  @inline(__always)
  fileprivate borrowing func kind(_ choice: AttributeChoice) -> Int {
    if !isListed, choice == .listed { return Self.hidden }
    return (number.map { Int($0) &+ 1 } ?? 0) &* 2 &+ (isListed ? 1 : 2)
  }

  /// Whether the piece of the row's attribute with the index is that of this one.
  @inline(__always)
  fileprivate borrowing func hasPiece(
    _ piece: HTMLRows.Piece, of row: UnsafePointer<HTMLRows.Row>, _ index: Int, _ choice: AttributeChoice
  ) -> Bool {
    let kind = kind(choice)
    guard piece.attribute == kind else { return false }
    if kind == Self.hidden { return true }
    if kind <= Self.unnumbered, !row.pointee.attributes[index].hasName(name) { return false }
    if piece.isShared { return row.pointee.attributes[index].sharesPairs(with: self) }
    var isSame = false
    withValue { value in
      isSame = value.withBytes { bytes in
        let key = TextKey(bytes)
        return key == piece.value && (key.isWhole || row.pointee.attributes[index].hasValue(bytes))
      }
    }
    return isSame
  }

  @inline(never)
  private func hasName(_ name: String) -> Bool { self.name.hasSameBytes(as: name) }

  @inline(never)
  private func hasValue(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var isSame = false
    withValue { value in isSame = value.withBytes { $0.hasSameBytes(as: bytes) } }
    return isSame
  }
}
