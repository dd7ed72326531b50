import CallModel
import CallScenario

/// The shapes of the messages of a page: what messages that differ only in their values have in common.
struct HTMLShapes {
  /// Each shape as JSON: the numbers of the name of the message, its recipient's part, and for each attribute its name,
  /// its kind and its origin.
  var list: [String] { texts.list }
  private var texts = HTMLTexts()
  /// For each shape, the message that was found to have it last.
  private var known: [Known] = []
  /// The numbers of shapes that were looked up before, each at a place that the message's name and its rule choose. To
  /// compare two messages takes a fraction of the time that it takes to put a shape together.
  private var recent = [Int](repeating: 0, count: places)

  private static let places = 1 << 8

  /// A message whose shape is known. It is a class, so that looking at it does not copy it.
  private final class Known: Sendable {
    let name: String
    let attributes: [Message.Attribute]
    let optional: [Int]
    let hasOrigin: Bool
    let recipient: String
    let origins: [AttributeOrigin]

    init(_ message: borrowing Message, _ optional: [Int], _ origin: MessageOrigin?) {
      (name, attributes, self.optional) = (message.name, message.attributes, optional)
      hasOrigin = origin != nil
      (recipient, origins) = (origin?.recipient ?? "", origin?.attributes ?? [])
    }

    /// Whether a message has the same name and attributes, whatever their values are.
    func isAlike(_ message: borrowing Message) -> Bool {
      guard name.hasSameBytes(as: message.name), attributes.count == message.attributes.count else { return false }
      return attributes.indices.allSatisfy { attributes[$0].isAlike(message.attributes[$0]) }
    }

    /// Whether the same is optional, and the origins are the same.
    @inline(__always)
    func isAlike(_ optional: [Int], _ origins: [MessageOrigin], _ place: Int) -> Bool {
      guard optional == self.optional else { return false }
      let origins = origins.span
      if place >= origins.count { return !hasOrigin }
      return hasOrigin && recipient.hasSameBytes(as: origins[place].recipient)
        && self.origins == origins[place].attributes
    }
  }

  /// Whether a message has the shape, if its name and its attributes are those of another one that has it.
  @inline(__always)
  func isShape(_ shape: Int, _ optional: [Int], _ origins: [MessageOrigin], _ origin: Int) -> Bool {
    known[shape].isAlike(optional, origins, origin)
  }

  /// The number of a message's shape. `optional` are the indices of the attributes that the scenario expects with `?`.
  /// Its origin is at the place, if it is known.
  mutating func number(
    of message: borrowing Message, rule: Int, _ optional: [Int], _ origins: [MessageOrigin], _ origin: Int,
    _ texts: inout HTMLTexts
  ) -> Int {
    let name = texts.number(of: message.name)
    let place = (name &* 7 &+ rule &* 31 &+ message.attributes.count) & (Self.places - 1)
    let shape = recent[place]
    if shape < known.count, known[shape].isAlike(message), known[shape].isAlike(optional, origins, origin) {
      return shape
    }
    let origin = origin < origins.count ? origins[origin] : nil
    var text = TextBuffer(capacity: 0)
    Self.add(message, optional, origin, &texts, to: &text)
    let number = self.texts.number(of: text)
    let known = Known(message, optional, origin)
    if number == self.known.count { self.known.append(known) } else { self.known[number] = known }
    recent[place] = number
    return number
  }

  private static func add(
    _ message: borrowing Message, _ optional: [Int], _ origin: MessageOrigin?, _ texts: inout HTMLTexts,
    to text: inout TextBuffer
  ) {
    text.add("[")
    text.add(texts.number(of: message.name))
    text.add(",")
    text.add(texts.number(of: origin?.recipient ?? ""))
    for (index, attribute) in message.attributes.enumerated() {
      text.add(",")
      text.add(texts.number(of: attribute.name))
      text.add(!attribute.isListed ? ",2," : optional.contains(index) ? ",1," : ",0,")
      let known = origin?.attribute(attribute.name, isListed: attribute.isListed)
      text.add(texts.number(of: known?.words ?? ""))
    }
    text.add("]")
  }
}

extension AttributeOrigin {
  /// `the caller, under optional=reported`
  fileprivate var words: String { option.map { "\(origin), under \($0.text)" } ?? origin }
}
