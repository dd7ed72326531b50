/// The log of a T-Server, typed by hand from the manual's tables. The files in `Tests/ServerLogs` have several each:
///
/// ```
/// call 1 Internal                        what all events of the first call have
///
/// log B is not told that it rings        what happens in the log
/// 7001 RequestMakeCall OtherDN=7002
/// 7001 EventDialing 1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
///
/// 7001 EventEstablished 1 ThisDNRole=Origination OtherDN=7002 OtherDNRole=Destination
/// ^ error not-logged 7002 EventRinging
/// ```
///
/// A row has the DN, the message, the number of the call and the attributes that the table lists; behind `|` follow
/// those that a server adds. An empty line ends a step. The line `^` is the finding that a person expects for the row
/// above, and `known` says why it is not found. `option` says in what the switch differs from the generic one. `presence`
/// restricts how the log is judged, `slow` says that it is judged only if everything is tried, and `alone` that it does
/// not go with others in one log.
struct ServerLog {
  typealias Attribute = (name: String, value: String)

  /// A message: what a DN is told, or what it requests.
  struct Row {
    let dn: String
    let message: String
    /// The number that the manual gives the call; nil for a message that is about no call.
    let call: Int?
    /// What the table lists.
    let listed: [Attribute]
    /// What a server adds, where that does not follow from the rows before.
    let added: [Attribute]
    /// The rows of a step have one number.
    let step: Int

    func value(_ name: String) -> String? { (listed + added).first { $0.name == name }?.value }
  }

  /// A call, with what all of its events have in a real log.
  struct Call {
    let number: Int
    let type: String
    /// The call whose consultation it is.
    let main: Int?
    let attributes: [Attribute]
  }

  /// The file, and what happens in the log.
  private(set) var title: String
  private(set) var rows: [Row] = []
  private(set) var calls: [Call] = []
  /// How the log is judged: with the attributes of the tables alone, and with those that a real server adds.
  private(set) var presences = ["exact", "listed"]
  /// The findings that a person would expect: `error differs OtherDN`, below the row that they are about.
  private(set) var expected: [(row: Int, finding: String)] = []
  /// Why the judge finds something else, for each presence.
  private(set) var known: [String: String] = [:]
  /// The options of the switch that the log shows: `dialed-number=unknown`.
  private(set) var options: [String] = []
  /// Whether it takes long to judge, so that it is judged only if everything is tried.
  private(set) var isSlow = false
  /// Whether it begins with DNs that are not as they are at first.
  private(set) var isAlone = false
  private var step = 0

  private init(title: String) { self.title = title }

  /// The logs in a file. What stands before the first of them counts for all.
  static func logs(in text: String, file: String) -> [ServerLog] {
    var common = ServerLog(title: file)
    var logs: [ServerLog] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) where line.first != "#" {
      if line.hasPrefix("log ") {
        var log = common
        log.title += ": " + line.dropFirst(4)
        logs.append(log)
      } else if logs.isEmpty {
        common.add(line)
      } else {
        logs[logs.count - 1].add(line)
      }
    }
    return logs
  }

  private mutating func add(_ line: Substring) {
    let words = line.split(separator: " ").map(String.init)
    let rest = words.dropFirst().joined(separator: " ")
    switch words.first {
    case nil: step += 1
    case "call": addCall(words)
    case "presence": presences = Array(words.dropFirst())
    case "option": options = Array(words.dropFirst())
    case "slow": isSlow = true
    case "alone": isAlone = true
    case "known": known[words[1]] = words.dropFirst(2).joined(separator: " ")
    case "^": expected.append((rows.count - 1, rest))
    default: addRow(words)
    }
  }

  private mutating func addCall(_ words: [String]) {
    let main = words.count > 4 && words[3] == "of" ? Int(words[4]) : nil
    calls.append(
      Call(number: Int(words[1]) ?? 0, type: words[2], main: main, attributes: words.compactMap(Self.attribute)))
  }

  private mutating func addRow(_ words: [String]) {
    let parts = words.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let call = words.count > 2 ? Int(words[2]) : nil
    rows.append(
      Row(
        dn: words[0], message: words[1], call: call, listed: parts[0].compactMap(Self.attribute),
        added: parts.dropFirst().first?.compactMap(Self.attribute) ?? [], step: step))
  }

  private static func attribute(_ word: String) -> Attribute? {
    guard let sign = word.firstIndex(of: "=") else { return nil }
    return (String(word[..<sign]), String(word[word.index(after: sign)...]))
  }
}

extension ServerLog {
  /// The logs at the same time, a step of each in turn. Each has phones of its own, and all share the queues and the
  /// routing points, whose numbers begin with 6, 8 and 9.
  static func interleaved(_ logs: [ServerLog]) -> ServerLog {
    var mixed = ServerLog(title: "\(logs.count) logs")
    var numbers: [String: Int] = [:]
    var places = logs.map { _ in 0 }
    while places.indices.contains(where: { places[$0] < logs[$0].rows.count }) {
      for (index, log) in logs.enumerated() where places[index] < log.rows.count {
        let step = log.rows[places[index]].step
        mixed.step += 1
        while places[index] < log.rows.count, log.rows[places[index]].step == step {
          mixed.add(log.rows[places[index]], of: log, "\(index)", &numbers)
          for expected in log.expected where expected.row == places[index] {
            let words = expected.finding.split(separator: " ").map { mixed.dn(String($0), "\(index)") }
            mixed.expected.append((mixed.rows.count - 1, words.joined(separator: " ")))
          }
          places[index] += 1
        }
      }
    }
    return mixed
  }

  private func dn(_ word: String, _ name: String) -> String {
    word.first?.isNumber == true && !"689".contains(word.prefix(1)) ? word + name : word
  }

  private mutating func add(_ row: Row, of log: ServerLog, _ name: String, _ numbers: inout [String: Int]) {
    func dn(_ dn: String) -> String { self.dn(dn, name) }
    // Calls are numbered as they begin.
    func number(_ call: String) -> Int {
      let key = "\(name) \(call)"
      if let known = numbers[key] { return known }
      numbers[key] = numbers.count + 1
      return numbers.count
    }
    func renamed(_ attribute: Attribute) -> Attribute {
      switch attribute.name {
      case "ThisDN", "OtherDN", "ThirdPartyDN": (attribute.name, dn(attribute.value))
      case "PreviousConnID", "TransferConnID": (attribute.name, "\(number(attribute.value))")
      default: attribute
      }
    }
    let call = row.call.map { number("\($0)") }
    if let call, !calls.contains(where: { $0.number == call }),
      let old = log.calls.last(where: { $0.number == row.call })
    {
      calls.append(
        Call(number: call, type: old.type, main: old.main.map { number("\($0)") }, attributes: old.attributes))
    }
    rows.append(
      Row(
        dn: dn(row.dn), message: row.message, call: call, listed: row.listed.map(renamed),
        added: row.added.map(renamed), step: step))
  }
}
