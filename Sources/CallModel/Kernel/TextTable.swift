/// Texts and their numbers, which count from 0 in the order in which the texts are added.
package struct TextTable: Sendable {
  private var texts: [String] = []
  private var numbers: [Text: Int] = [:]

  package init() {}

  package var count: Int { texts.count }

  /// The number of the text, which is added if it is new.
  package mutating func add(_ text: String) -> Int {
    if let known = numbers[Text(text)] { return known }
    numbers[Text(text)] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  /// Forgets the texts that have been added since there were so many.
  package mutating func removeAll(from count: Int) {
    for text in texts[count...] { numbers[Text(text)] = nil }
    texts.removeSubrange(count...)
  }

  package func number(of text: String) -> Int? { numbers[Text(text)] }
  package subscript(number: Int) -> String { texts[number] }
}
