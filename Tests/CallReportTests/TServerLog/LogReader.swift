/// Reads logs of a T-Server as a program would that knows only their form: heads, attribute lines, and where a record
/// ends. It shares nothing with the writer.
struct LogReader {
  struct Record {
    enum Kind { case request, event }
    var kind: Kind
    var name: String
    /// The microseconds since midnight.
    var time: Int
    /// The names without `Attribute`, and the values as they are written.
    var attributes: [(name: String, value: String)] = []
    /// The pairs below an attribute that is a list.
    var lists: [String: [(key: String, value: String)]] = [:]

    subscript(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  private(set) var header: [String] = []
  private(set) var records: [Record] = []
  /// Each comment, with the number of records before it.
  private(set) var comments: [(text: String, place: Int)] = []
  /// What is neither.
  private(set) var faults: [String] = []

  init(_ text: String) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }[...]
    while let line = lines.popFirst(), !line.isEmpty { header.append(String(decoding: line, as: UTF8.self)) }
    var isOpen = false
    var received: [Substring]?
    for line in lines {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ")
      switch line.first {
      case nil:
        isOpen = false
      case UInt8(ascii: "#"):
        isOpen = false
        comments.append((String(decoding: line.dropFirst(2), as: UTF8.self), records.count))
      case UInt8(ascii: "@") where words.count == 6 && words[3] == "distribute_event:" && words[4] == "message":
        records.append(Record(kind: .event, name: String(words[5]), time: Self.time(words[0].dropFirst())))
        isOpen = true
      case _ where words.count > 4 && words[1] == "Trc" && words[2] == "04541" && words[4] == "received":
        received = words
      case UInt8(ascii: "m") where words.count == 2 && words[0] == "message" && received?[3] == words[1]:
        records.append(Record(kind: .request, name: String(words[1]), time: Self.time(received?[0] ?? "")))
        isOpen = true
        received = nil
      case UInt8(ascii: "\t") where isOpen:
        read(line)
      default:
        faults.append(String(decoding: line, as: UTF8.self))
      }
    }
  }

  private mutating func read(_ line: [UInt8]) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    let last = records.count - 1
    if fields.count == 3, fields[0].isEmpty, fields[1].hasPrefix("Attribute") {
      records[last].attributes.append((String(fields[1].dropFirst("Attribute".count)), fields[2]))
    } else if fields.count == 4, fields[0].isEmpty, fields[1].isEmpty, let name = records[last].attributes.last?.name {
      records[last].lists[name, default: []].append((Self.text(fields[2]), Self.text(fields[3])))
    } else {
      faults.append(String(decoding: line, as: UTF8.self))
    }
  }

  /// `01:02:03.0040`, with any number of digits after the point.
  private static func time(_ text: Substring) -> Int {
    let numbers = text.split { $0 == ":" || $0 == "." }.compactMap { Int($0) }
    guard numbers.count == 4, let digits = text.split(separator: ".").last?.count else { return -1 }
    let fraction = (digits..<6).reduce(numbers[3]) { number, _ in number * 10 }
    return ((numbers[0] * 60 + numbers[1]) * 60 + numbers[2]) * 1_000_000 + fraction
  }

  /// The text between the first quote and the last, with `\u{A}` as the character that it stands for.
  static func text(_ value: String) -> String {
    guard value.utf8.count >= 2, value.utf8.first == UInt8(ascii: "'"), value.utf8.last == UInt8(ascii: "'") else {
      return "not in quotes: \(value)"
    }
    var rest = value.unicodeScalars.dropFirst().dropLast()
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      let digits = rest.dropFirst(2).prefix { $0 != "}" }
      if scalar == "\\", rest.starts(with: ["u", "{"]),
        let number = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
      {
        text.append(number)
        rest = rest.dropFirst(2 + digits.count + 1)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}
