import CallModel
import CallScenario

/// The shapes of the messages of a page: what messages that differ only in their values have in common.
struct HTMLShapes {
  /// For each shape, the numbers of its texts: the name of the message, its recipient's part, and for each attribute
  /// its name, its kind and its origin.
  private(set) var list: [[Int]] = []
  private var numbers: [[Int]: Int] = [:]
  /// Messages that were looked up before, each at a place that its name and its rule choose. To compare two messages
  /// takes a fraction of the time that it takes to put a shape together.
  private var recent: [Known?] = []

  private static let places = 1 << 8

  /// A message whose shape is known. It is a class, so that looking at it does not copy it.
  private final class Known: Sendable {
    private let name: Int
    private let attributes: [Message.Attribute]
    private let optional: [Int]
    private let recipient: String?
    private let origins: [AttributeOrigin]
    let shape: Int

    init(_ name: Int, _ attributes: [Message.Attribute], _ optional: [Int], _ origin: MessageOrigin?, shape: Int) {
      (self.name, self.attributes, self.optional, self.shape) = (name, attributes, optional, shape)
      (recipient, origins) = (origin?.recipient, origin?.attributes ?? [])
    }

    /// Whether a message with this name has the shape.
    @inline(__always)
    func isAlike(
      _ name: Int, _ message: borrowing Message, _ optional: [Int], _ origins: [MessageOrigin], _ place: Int
    ) -> Bool {
      guard name == self.name, attributes.count == message.attributes.count, optional == self.optional else {
        return false
      }
      for index in attributes.indices {
        // Attributes with the same number have the same name.
        let number = message.attributes[index].number
        guard attributes[index].isListed == message.attributes[index].isListed, attributes[index].number == number,
          number != nil || attributes[index].name == message.attributes[index].name
        else { return false }
      }
      if place >= origins.count { return recipient == nil }
      return recipient == origins[place].recipient && self.origins == origins[place].attributes
    }
  }

  /// The number of a message's shape. `optional` are the indices of the attributes that the scenario expects with `?`.
  /// Its origin is at the place, if it is known.
  mutating func number(
    of message: borrowing Message, rule: Int, _ optional: [Int], _ origins: [MessageOrigin], _ origin: Int,
    _ texts: inout HTMLTexts
  ) -> Int {
    let name = texts.number(of: message.name)
    let place = (name &* 7 &+ rule &* 31 &+ message.attributes.count) & (Self.places - 1)
    if place < recent.count, let known = recent[place], known.isAlike(name, message, optional, origins, origin) {
      return known.shape
    }
    let origin = origin < origins.count ? origins[origin] : nil
    let number = self.number(of: Self.shape(of: message, optional, origin, &texts))
    if recent.isEmpty { recent = Array(repeating: nil, count: Self.places) }
    recent[place] = Known(name, message.attributes, optional, origin, shape: number)
    return number
  }

  private mutating func number(of shape: [Int]) -> Int {
    if let known = numbers[shape] { return known }
    numbers[shape] = list.count
    list.append(shape)
    return list.count - 1
  }

  private static func shape(
    of message: borrowing Message, _ optional: [Int], _ origin: MessageOrigin?, _ texts: inout HTMLTexts
  ) -> [Int] {
    var shape = [texts.number(of: message.name), texts.number(of: origin?.recipient ?? "")]
    for (index, attribute) in message.attributes.enumerated() {
      let kind = !attribute.isListed ? 2 : optional.contains(index) ? 1 : 0
      let known = origin?.attribute(attribute.name, isListed: attribute.isListed)
      let words = [known?.origin, known?.option.map { "under \($0.text)" }].compactMap(\.self).joined(separator: ", ")
      shape += [texts.number(of: attribute.name), kind, texts.number(of: words)]
    }
    return shape
  }
}
