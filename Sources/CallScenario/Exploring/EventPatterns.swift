import CallModel

/// How the events of a model are told apart as numbers, and what they are as text.
protocol EventReader: Sendable {
  associatedtype Server: Explorable
  /// The recipient and the message as one number.
  func key(of event: Server.Event) -> UInt32
  /// The number of the events that an expectation is about; nil if the server sends no such events.
  func key(of expected: ExpectedMessage) -> UInt32?
  /// Whether an expectation of further attributes that names none is met by every event of its number.
  func hasNoOwnAttributes(_ expected: ExpectedMessage) -> Bool
  /// The event as a message.
  func message(_ event: Server.Event, after: borrowing Server) -> Message
}

/// The events that properties name, prepared for a search: a step raises a signal for each of them that it sends.
///
/// Only an event with the recipient and the message of a pattern is spelled as text.
struct EventPatterns<Reader: EventReader>: Sendable {
  /// An event that a property names.
  struct Pattern: Sendable {
    let event: ExpectedMessage
    /// The bit that it raises.
    let signal: UInt64
    /// It raises nothing once one of these has been raised in the same step.
    var endsWith: UInt64 = 0

    /// The patterns of `never P [before Q]`. An event that is both comes with the end, not before it.
    static func never(_ event: ExpectedMessage, before end: ExpectedMessage?, _ first: UInt64, _ second: UInt64)
      -> [Pattern]
    {
      [end.map { Pattern(event: $0, signal: second) }, Pattern(event: event, signal: first, endsWith: second)]
        .compactMap(\.self)
    }
  }

  private struct Compiled: Sendable {
    let pattern: Pattern
    let isMetByName: Bool
  }

  private let reader: Reader
  private let comparison: Comparison
  private let patterns: [UInt32: [Compiled]]
  /// A bit for some of the numbers: without it, no pattern has the number.
  private var filter = [UInt64](repeating: 0, count: 64)

  init(_ patterns: [Pattern], _ reader: Reader, _ comparison: Comparison) {
    (self.reader, self.comparison) = (reader, comparison)
    var compiled: [UInt32: [Compiled]] = [:]
    for pattern in patterns {
      guard let key = reader.key(of: pattern.event) else { continue }
      let isMetByName =
        pattern.event.isOpen && pattern.event.attributes.isEmpty && reader.hasNoOwnAttributes(pattern.event)
      compiled[key, default: []].append(Compiled(pattern: pattern, isMetByName: isMetByName))
      let place = Self.place(of: key)
      filter[place >> 6] |= 1 << UInt64(place & 63)
    }
    self.patterns = compiled
  }

  @inline(__always)
  private static func place(of key: UInt32) -> Int { Int((key &* 0x9E37_79B1) >> 20) }

  /// The signals of a step, from its events, in the state after it.
  ///
  /// Properties count calls by age, as a search does. Where calls have other numbers, `calls` has them, by age.
  func signals(_ events: [Reader.Server.Event], after: borrowing Reader.Server, calls: [UInt64] = []) -> UInt64 {
    var raised: UInt64 = 0
    for event in events {
      let key = reader.key(of: event)
      let place = Self.place(of: key)
      guard filter[place >> 6] >> UInt64(place & 63) & 1 == 1, let candidates = patterns[key] else { continue }
      var message: Message?
      for candidate in candidates {
        let pattern = candidate.pattern
        if raised & (pattern.signal | pattern.endsWith) != 0 { continue }
        if !candidate.isMetByName {
          if message == nil { message = reader.message(event, after: after).counting(calls) }
          guard let message, comparison.isMet(pattern.event, by: message) else { continue }
        }
        raised |= pattern.signal
      }
    }
    return raised
  }
}

extension Message {
  /// The message with the ages of its calls instead of their numbers; `calls` has these, by age.
  fileprivate func counting(_ calls: [UInt64]) -> Message {
    if calls.isEmpty { return self }
    var message = self
    for index in attributes.indices where Self.namingCalls.contains(attributes[index].name) {
      let attribute = attributes[index]
      guard let age = calls.firstIndex(where: { "\($0)" == attribute.value }) else { continue }
      message.attributes[index] = .init(name: attribute.name, value: "\(age + 1)", isListed: attribute.isListed)
    }
    return message
  }

  private static let namingCalls: [String] = [TServerWords.name(.connID), TServerWords.name(.previousConnID)]
}

extension Comparison {
  /// Whether the message is one that a property names. Its ConnID matters only if the property does.
  func isMet(_ expected: ExpectedMessage, by message: Message) -> Bool {
    let connID = TServerWords.name(.connID)
    var message = message
    if !expected.names(connID) { message.attributes.removeAll { $0.name == connID } }
    return differences(expected, message, []).isEmpty
  }
}
