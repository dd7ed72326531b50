import CallScenario

/// The options of an action, as a request has them: as attributes, or as pairs of its lists.
struct RequestOptions {
  private let options: [Option]

  init(_ action: ActionStatement) { options = action.options }

  /// The value of the first option with this key.
  subscript(key: String) -> String? {
    for index in options.indices where options[index].key == key { return options[index].value }
    return nil
  }

  private enum Kind {
    /// It has a place of its own, or none.
    case other
    case attribute
    /// A pair, whose key has a prefix of so many bytes.
    case pair(List, prefix: Int)
  }

  private enum List { case userData, reasons, extensions }

  /// Writes the options that have no place of their own.
  func writeOthers(of verb: Vocabulary.Verb, to lines: inout LogLines) {
    if options.isEmpty { return }
    let parameters = verb.options
    let kinds = options.map { Self.kind(of: $0.key, parameters) }
    for index in options.indices {
      if case .attribute = kinds[index] { Self.write(options[index], to: &lines) }
    }
    write(.userData, kinds, lines.attributes.userData, to: &lines)
    write(.reasons, kinds, lines.attributes.reasons, to: &lines)
    write(.extensions, kinds, lines.attributes.extensions, to: &lines)
  }

  private static func kind(of key: String, _ parameters: [String]) -> Kind {
    switch key {
    case "Queue", "ReferenceID", "MergeType": .other
    case "MonitorMode", "MonitorScope": .pair(.extensions, prefix: 0)
    case _ where key.hasPrefix("data."): .pair(.userData, prefix: 5)
    case _ where key.hasPrefix("reason."): .pair(.reasons, prefix: 7)
    case _ where key.hasPrefix("extension."): .pair(.extensions, prefix: 10)
    case _ where parameters.contains(key): .attribute
    default: .pair(.userData, prefix: 0)
    }
  }

  private static func write(_ option: Option, to lines: inout LogLines) {
    guard let attribute = lines.attributes.place(of: option.key) else {
      return lines.add(unknown: option.key, option.value)
    }
    lines.add(attribute, option.value, exists: false)
  }

  /// Writes the pairs of a list, if there are any.
  private func write(_ list: List, _ kinds: [Kind], _ attribute: Int, to lines: inout LogLines) {
    var size = LogListSize()
    for index in options.indices {
      guard case .pair(list, let prefix) = kinds[index] else { continue }
      size.count(options[index].key.utf8.count - prefix, options[index].value.utf8.count)
    }
    if size.pairs == 0 { return }
    lines.add(attribute, size)
    for index in options.indices {
      guard case .pair(list, let prefix) = kinds[index] else { continue }
      options[index].key.withBytes { key in
        lines.text.add(pair: UnsafeBufferPointer(rebasing: key.dropFirst(prefix)), options[index].value)
      }
    }
  }
}
