import CallModel

/// The rules of a page in the order in which they first occur, each with its number.
struct HTMLRules {
  private(set) var list: [RuleReference] = []
  /// The numbers of rules that are no longer remembered.
  private var numbers: [Key: Int] = [:]
  /// The numbers of rules that were looked up before, each at the place of its name; -1 where there was none.
  private var recent = [Int](repeating: -1, count: places)

  private static let places = 1 << 8

  /// Rules with the same name and the same source are one rule.
  private struct Key: Hashable {
    let name: Text
    let source: Text

    init(_ rule: RuleReference) { (name, source) = (Text(rule.name), Text(rule.source)) }
  }

  /// The number of one of these rules. It is looked at where it lies: to copy it takes longer than to find it.
  @inline(__always)
  mutating func number(of index: Int, in rules: [RuleReference]) -> Int {
    let references = rules.span
    let place = Int(truncatingIfNeeded: references[index].name.withBytes { TextKey($0) }.hash) & (Self.places - 1)
    let known = recent[place]
    if known >= 0, list.span[known].name.hasSameBytes(as: references[index].name),
      list.span[known].source.hasSameBytes(as: references[index].source)
    {
      return known
    }
    return number(of: rules[index], place)
  }

  /// The number of a rule that may not have been looked up before.
  @inline(never)
  private mutating func number(of rule: RuleReference, _ place: Int) -> Int {
    let last = recent[place]
    var number = list.count
    if last >= 0 {
      if let known = numbers[Key(rule)] { number = known }
      numbers[Key(list[last])] = last
    }
    if number == list.count { list.append(rule) }
    recent[place] = number
    return number
  }
}
