/// Texts and their numbers, which count from 0 in the order in which the texts are added.
package struct TextTable: Sendable {
  private var texts: [String] = []
  private var numbers: [String: Int] = [:]

  package init() {}

  package var count: Int { texts.count }

  /// The number of the text, which is added if it is new.
  package mutating func add(_ text: String) -> Int {
    if let known = numbers[text] { return known }
    numbers[text] = texts.count
    texts.append(text)
    return texts.count - 1
  }

  package func number(of text: String) -> Int? { numbers[text] }
  package subscript(number: Int) -> String { texts[number] }
}
