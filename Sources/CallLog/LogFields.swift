/// The fields of a record, and which of them has an attribute.
@usableFromInline
struct LogFields: Sendable {
  /// The fields, and behind them some that are left of earlier records: room for the next one.
  @usableFromInline var room: [LogField] = []
  @usableFromInline var count = 0
  /// The attributes that there are, as bits.
  @usableFromInline var attributes: UInt64 = 0
  /// For each attribute the place of its field. An array in place would be copied whenever a place is looked up.
  @usableFromInline var places = [UInt16](repeating: 0, count: 64)

  /// Forgets all fields.
  mutating func removeAll() { (count, attributes) = (0, 0) }

  /// Makes room for so many fields.
  mutating func makeRoom(for count: Int) {
    while room.count < count { room.append(LogField(name: 0..<0, value: 0..<0)) }
  }

  mutating func append(_ field: LogField) {
    makeRoom(for: count + 1)
    room[count] = field
    if let attribute = field.attribute, self[attribute] == nil {
      attributes |= Self.bit(attribute)
      places[Int(attribute.rawValue)] = UInt16(truncatingIfNeeded: count)
    }
    count += 1
  }

  mutating func removeLast() {
    count -= 1
    guard let attribute = room[count].attribute, self[attribute] == count else { return }
    attributes &= ~Self.bit(attribute)
  }

  @inlinable @inline(__always)
  static func bit(_ attribute: LogAttribute) -> UInt64 { 1 &<< UInt64(attribute.rawValue) }

  /// The place of the first field with the attribute.
  @inlinable @inline(__always)
  subscript(attribute: LogAttribute) -> Int? {
    attributes & Self.bit(attribute) == 0 ? nil : Int(places[Int(attribute.rawValue)])
  }
}

/// An attribute, or a pair of a list.
public struct LogField: Sendable {
  private var nameStart: UInt32
  private var nameCount: UInt32
  @usableFromInline let valueStart: UInt32
  @usableFromInline let valueCount: UInt32
  /// 0 for an attribute, 1 for the pairs of its list, more for the pairs of a list within that.
  public let depth: UInt8
  /// The number of the attribute; 255 if it is none that is known.
  @usableFromInline let number: UInt8

  init(name: Range<Int>, value: Range<Int>, depth: Int = 0, attribute: LogAttribute? = nil) {
    nameStart = UInt32(truncatingIfNeeded: name.lowerBound)
    nameCount = UInt32(truncatingIfNeeded: name.upperBound) &- nameStart
    valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
    valueCount = UInt32(truncatingIfNeeded: value.upperBound) &- valueStart
    self.depth = UInt8(truncatingIfNeeded: min(depth, 255))
    number = attribute?.rawValue ?? 255
  }

  /// Makes the field of an attribute whose name begins there and has so many bytes.
  @inline(__always)
  init(nameStart: Int, _ nameCount: Int, value: Range<Int>, attribute: LogAttribute) {
    self.nameStart = UInt32(truncatingIfNeeded: nameStart)
    self.nameCount = UInt32(truncatingIfNeeded: nameCount)
    valueStart = UInt32(truncatingIfNeeded: value.lowerBound)
    valueCount = UInt32(truncatingIfNeeded: value.upperBound &- value.lowerBound)
    depth = 0
    number = attribute.rawValue
  }

  /// The name without `Attribute`, or the key of a pair without its quotes.
  public var name: Range<Int> {
    Range(uncheckedBounds: (Int(nameStart), Int(nameStart) &+ Int(nameCount)))
  }
  /// The value as it is written, with its quotes.
  @inlinable public var value: Range<Int> {
    Range(uncheckedBounds: (Int(valueStart), Int(valueStart) &+ Int(valueCount)))
  }
  /// The attribute with this name; nil for a pair, and for a name that callsim does not know.
  public var attribute: LogAttribute? { LogAttribute(rawValue: number) }
  /// Whether it is a pair of a list.
  public var isPair: Bool { depth > 0 }
}
