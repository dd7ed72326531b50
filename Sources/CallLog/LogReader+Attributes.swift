// Most lines are read many at a time: a tab, `Attribute`, a known name, a tab and a value.

extension LogReader {
  /// Reads such lines as long as they belong to the open record. Returns whether there are any.
  ///
  /// A line whose end has not come yet, or that the limits do not allow, is left to `take`.
  @inline(__always)
  mutating func takeAttributes(_ bytes: Span<UInt8>, _ next: inout Int) -> Bool {
    guard state == .inRecord, !isInHeader, record.format.rawValue <= LogFormat.router.rawValue, !record.isCut,
      bytes.hasAttribute(at: next)
    else { return false }
    if pending.isEmpty || pending.upperBound != next {
      // Lines that do not belong to the record are before it.
      copyPending(bytes)
      pending = next..<next
    }
    let distance = record.bytes.count &- pending.lowerBound
    // No line that ends before this one is too long, nor is the record with it.
    let end = max(0, min(bytes.count, limits.record &- distance, next &+ limits.line &+ 1))
    let count = record.list.append(
      bytes.extracting(first: end), from: &next, movedBy: distance, limits.fields, names)
    pending = pending.lowerBound..<next
    position.line &+= count
    summary.lines &+= count
    return count > 0
  }
}

extension LogFields {
  /// Reads lines with attributes. Returns how many.
  fileprivate mutating func append(
    _ bytes: Span<UInt8>, from next: inout Int, movedBy distance: Int, _ limit: Int, _ names: borrowing LogNames
  ) -> Int {
    let most = min(limit, count &+ Self.mostAtOnce)
    makeRoom(for: most)
    // What the loop changes is in local variables, so that it is not written to memory for each line.
    var (place, count, attributes) = (next, count, attributes)
    var (fields, index) = ([LogField](), [UInt16]())
    swap(&fields, &room)
    swap(&index, &places)
    var room = fields.mutableSpan
    var places = index.mutableSpan
    while count < most, bytes.hasAttribute(at: place) {
      let start = place &+ Span<UInt8>.attributeLength
      guard let (attribute, length) = names.attributeBeforeTab(bytes, at: start) else { break }
      let valueStart = start &+ length &+ 1
      let lineEnd = bytes.first(UInt8(ascii: "\n"), from: valueStart, to: bytes.count)
      guard lineEnd < bytes.count else { break }
      var value = Range(uncheckedBounds: (valueStart, lineEnd))
      if bytes[unchecked: valueStart] <= 0x20 || bytes[unchecked: lineEnd &- 1] <= 0x20 {
        value = bytes.withoutBlanks(value)
      }
      // There is room for as many as the loop may read, and a place for each attribute.
      room[unchecked: count] = LogField(
        nameStart: start &+ distance, length, value: value.moved(by: distance), attribute: attribute)
      let bit = Self.bit(attribute)
      if attributes & bit == 0 {
        places[unchecked: Int(attribute.rawValue)] = UInt16(truncatingIfNeeded: count)
      }
      attributes |= bit
      count &+= 1
      place = lineEnd &+ 1
    }
    let added = count &- self.count
    swap(&fields, &self.room)
    swap(&index, &self.places)
    (next, self.count, self.attributes) = (place, count, attributes)
    return added
  }

  /// There is room for so many further attributes at a time.
  private static let mostAtOnce = 32
}

extension Span<UInt8> {
  /// The length of a tab and `Attribute`.
  fileprivate static var attributeLength: Int { 10 }

  /// Whether a tab and `Attribute` are here, and behind them as many bytes as the longest name has, and one more.
  @inline(__always)
  fileprivate func hasAttribute(at place: Int) -> Bool {
    // The first eight bytes, and those from the third one, the first one lowest.
    place &+ Self.attributeLength &+ LogNames.longest < count && word(uncheckedAt: place) == 0x7562_6972_7474_4109
      && word(uncheckedAt: place &+ 2) == 0x6574_7562_6972_7474
  }
}
