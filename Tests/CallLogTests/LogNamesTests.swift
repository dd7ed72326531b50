import Testing

@testable import CallLog

@Suite struct LogNamesTests {
  private static let names =
    LogAttribute.allCases.map { (name: "\($0.name)", attribute: $0) }
    + LogAttribute.alternatives.map { (name: "\($0.name)", attribute: $0.attribute) }

  /// The attribute with a name, asked for in both ways.
  private func attribute(_ name: String) -> LogAttribute? {
    let bytes = Array("\t\(name)\t1, and as many bytes as a name may have".utf8)
    let range = 1..<1 + name.utf8.count
    let attribute = LogNames.all.attribute(bytes.span, range)
    let found = LogNames.all.attributeBeforeTab(bytes.span, at: 1)
    #expect(found?.attribute == attribute && (found == nil || found?.length == range.count))
    return attribute
  }

  @Test func everyNameIsFound() {
    for (name, known) in Self.names { #expect(attribute(name) == known, "\(name)") }
  }

  @Test func aNameThatDiffersIsNotFound() {
    let known = Set(Self.names.map(\.name))
    for (name, _) in Self.names {
      var others = [name + "s", String(name.dropLast()), String(name.dropFirst()), "X" + name, name.lowercased()]
      for place in name.indices { others.append("\(name[..<place])z\(name[name.index(after: place)...])") }
      for other in others where !known.contains(other) { #expect(attribute(other) == nil, "\(other)") }
    }
  }
}
