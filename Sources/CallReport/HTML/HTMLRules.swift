import CallModel

/// The rules of a page in the order in which they first occur, each with its number.
struct HTMLRules {
  private(set) var list: [RuleReference] = []
  private var numbers: [Key: Int] = [:]
  /// The numbers of rules that were looked up before, each at the place of its name.
  private var recent = [Int](repeating: 0, count: places)

  private static let places = 1 << 8

  /// Rules with the same name and the same source are one rule.
  private struct Key: Hashable {
    let name: Text
    let source: Text

    init(_ rule: RuleReference) { (name, source) = (Text(rule.name), Text(rule.source)) }
  }

  /// The number of a rule.
  mutating func number(of rule: RuleReference) -> Int {
    let place = Int(truncatingIfNeeded: rule.name.withBytes { TextKey($0) }.hash) & (Self.places - 1)
    let known = recent[place]
    if known < list.count {
      let list = list.span
      if list[known].name.hasSameBytes(as: rule.name), list[known].source.hasSameBytes(as: rule.source) { return known }
    }
    let number = numbers[Key(rule)] ?? list.count
    if number == list.count {
      numbers[Key(rule)] = number
      list.append(rule)
    }
    recent[place] = number
    return number
  }
}
