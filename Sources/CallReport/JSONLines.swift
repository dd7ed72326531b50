/// A writer of JSON Lines: one message a line, in a buffer that is used again and again.
///
///     var lines = JSONLines()
///     lines.append(transcript)
///     lines.withBytes { output.write($0) }
///     lines.removeAll()
///
/// It owns its memory: an array would check at every piece that no one else holds it.
public struct JSONLines: ~Copyable, @unchecked Sendable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var written: Int
  @usableFromInline let texts: PreparedTexts

  /// The number of bytes written since the last `removeAll`.
  @inlinable public var count: Int { written }

  /// An empty writer with room for `capacity` bytes; it grows if a line needs more.
  public init(capacity: Int = 1 << 16) {
    self.init(capacity: capacity, prepared: PreparedTexts([]))
  }

  package init(capacity: Int = 1 << 16, prepared: consuming PreparedTexts) {
    self.capacity = max(capacity, 1 << 8)
    start = .allocate(capacity: self.capacity)
    written = 0
    texts = prepared
  }

  deinit {
    start.deallocate()
  }

  /// Forgets the lines, and keeps the room for further ones.
  @inlinable
  public mutating func removeAll() {
    written = 0
  }

  /// A copy of the lines so far; `withBytes` needs none.
  public var bytes: [UInt8] {
    Array(UnsafeBufferPointer(start: start, count: written))
  }

  /// The lines so far, valid within `body`.
  @inlinable
  public borrowing func withBytes<Result: ~Copyable, Failure: Error>(_ body: (RawSpan) throws(Failure) -> Result)
    throws(Failure) -> Result
  {
    try body(RawSpan(_unsafeStart: start, byteCount: written))
  }
}

// MARK: - Lines

// A line can also be written piece by piece, as `callsim bench` does it: `begin`, `attribute` …, `end`. Each piece
// takes any `JSONText`: a `String`, which is escaped, or a text that needs no escaping and is only copied.
//
//     var lines = JSONLines(prepared: PreparedTexts(["A", "B"]))
//     lines.begin(flow: "main", step: 1, to: lines.prepared(0), message: "EventDialing" as StaticString)
//     lines.attribute("ConnID" as StaticString, 1 as UInt64)
//     lines.end()

extension JSONLines {
  /// Begins a line: with `file` if there are several files, with `from` if messages have senders.
  @inlinable @inline(__always)
  package mutating func begin<Flow: JSONText, Recipient: JSONText, Name: JSONText>(
    file: String? = nil, flow: Flow, step: Int, from: String? = nil, to: Recipient, message: Name
  ) {
    if let file { field("{\"file\":\"", file) }
    reserve(flow.room + (from?.room ?? 0) + to.room + message.room + 96)
    uncheckedPlace(file == nil ? "{\"flow\":\"" : ",\"flow\":\"", flow, step)
    if let from { unchecked(",\"from\":\"", from) }
    uncheckedMessage(",\"to\":\"", to, message)
  }

  /// An attribute of the message.
  @inlinable @inline(__always)
  package mutating func attribute<Name: JSONText, Value: JSONText>(_ name: Name, _ value: Value) {
    reserve(name.room + value.room + 6)
    unchecked("\"")
    name.write(to: &self)
    unchecked("\":\"")
    value.write(to: &self)
    unchecked("\",")
  }

  /// Ends a line: with the conversation, the party that ended the call, the rule and its source, if they are given.
  @inlinable @inline(__always)
  package mutating func end(
    conversation: String? = nil, endedBy: String? = nil, rule: String? = nil, source: String? = nil
  ) {
    endAttributes()
    if let conversation { field(",\"conversation\":\"", conversation) }
    if let endedBy { field(",\"endedBy\":\"", endedBy) }
    if let rule { field(",\"rule\":\"", rule) }
    if let source { field(",\"source\":\"", source) }
    unchecked("}\n")
  }
}

// MARK: - Parts of lines

extension JSONLines {
  /// The flow and the step, after the key of the flow.
  @inlinable @inline(__always)
  mutating func uncheckedPlace<Flow: JSONText>(_ key: StaticString, _ flow: Flow, _ step: Int) {
    unchecked(key)
    flow.write(to: &self)
    unchecked("\",\"step\":")
    uncheckedDecimal(UInt64(clamping: step))
  }

  /// The recipient and the message, after the key of the recipient, and the beginning of the attributes.
  @inlinable @inline(__always)
  mutating func uncheckedMessage<Recipient: JSONText, Name: JSONText>(
    _ key: StaticString, _ recipient: Recipient, _ message: Name
  ) {
    unchecked(key)
    recipient.write(to: &self)
    unchecked("\",\"message\":\"")
    message.write(to: &self)
    unchecked("\",\"attributes\":{")
  }

  /// Closes the attributes, and makes room for two bytes more.
  @inlinable @inline(__always)
  mutating func endAttributes() {
    // Each attribute has left a comma; there is none if the message has no attributes.
    if written > 0 && start[written - 1] == UInt8(ascii: ",") { written &-= 1 }
    reserve(3)
    unchecked("}")
  }

  /// A key with its quotes, and its text; makes room for them, and for two bytes more.
  @usableFromInline
  mutating func field(_ key: StaticString, _ text: String) {
    reserve(key.utf8CodeUnitCount + text.room + 3)
    unchecked(key, text)
  }

  @usableFromInline
  mutating func unchecked(_ key: StaticString, _ text: String) {
    unchecked(key)
    text.write(to: &self)
    unchecked("\"")
  }
}
