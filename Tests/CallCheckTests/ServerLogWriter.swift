/// Writes typed logs as a T-Server writes them: with a header, times and numbers, the requests before their events, and
/// what the events of real servers have beyond the manual's tables.
struct ServerLogWriter {
  /// What some servers do, and others do not.
  enum Habit: String, CaseIterable {
    /// A file ends within an event, and the next one goes on with it behind its header.
    case rollsOver
    case passesMidnight
    /// Each event is logged once more when it is sent to the backup server.
    case hasBackup
    /// Each event is followed by a line for each client that it is sent to.
    case logsClients
    case repeatsEvents
    case omitsEmptyLines
    case writesUnknownWords
    case endsLinesWithCarriageReturns
    case writesZeroBytes
    case writesBlanksForTabs
    case writesNamesForNumbers
  }

  /// Whether only the attributes of the tables are written, apart from those that the tables never list.
  let isExact: Bool
  let habits: Set<Habit>
  /// The lines of each file.
  private var files: [[String]] = []
  /// The line at which each row of the latest log begins, if there is one file.
  private(set) var starts: [Int] = []
  /// How many logs have been written; each has ConnIDs of its own.
  private var logs = 0
  private var milliseconds = 9 * 3_600_000
  private var sequence = 0x2344
  private var reference = 16
  private var roles: [String: String] = [:]

  init(isExact: Bool = false, habits: Set<Habit> = []) {
    (self.isExact, self.habits) = (isExact, habits)
    if habits.contains(.passesMidnight) { milliseconds = 24 * 3_600_000 - 20_000 }
    beginFile()
  }

  /// The log alone.
  static func text(_ log: ServerLog, isExact: Bool) -> (text: String, starts: [Int]) {
    var writer = ServerLogWriter(isExact: isExact)
    writer.add(log)
    return (writer.texts[0], writer.starts)
  }

  var texts: [String] {
    files.map { lines in
      let end = habits.contains(.endsLinesWithCarriageReturns) ? "\r\n" : "\n"
      let text = lines.joined(separator: end) + end
      return habits.contains(.writesZeroBytes) ? text.replacing("distribute_event", with: "distribute\0_event") : text
    }
  }

  private mutating func beginFile() {
    func date(_ milliseconds: Int) -> String { "2026-01-0\(5 + milliseconds / 86_400_000)T\(clock(milliseconds))" }
    let local = date(milliseconds)
    let name = "TServer_Basel." + local.prefix(19).filter { $0 != "-" && $0 != ":" }.replacing("T", with: "_")
    files.append([
      "Application name: TServer_Basel", "Application type: TServer (1)", "Application version: 8.1.101.10",
      "Host name:        tserver01", "UTC time:         \(date(utc))", "Local time:       \(local)",
      "File:             (\(files.count + 1)) \(name)_000.log", "",
    ])
  }

  private mutating func write(_ line: String) { files[files.count - 1].append(line) }

  mutating func add(_ log: ServerLog) {
    var step: Int?
    var (requester, hasRequest) = ("", false)
    (roles, starts) = ([:], [])
    for row in log.rows {
      milliseconds += 1
      if row.step != step { (milliseconds, hasRequest, step) = (milliseconds + 730, false, row.step) }
      starts.append(files[files.count - 1].count + 1)
      if row.message.hasPrefix("Request") {
        (requester, hasRequest) = (row.dn, true)
        reference += 1
        addRequest(row)
        continue
      }
      var attributes = row.listed
      if !isExact { attributes += added(to: row, of: log) }
      let role = "\(row.call ?? 0) \(row.dn)"
      roles[role] = row.value("ThisDNRole") ?? roles[role]
      attributes.removeAll { $0.value.isEmpty }
      if hasRequest, requester == row.dn, !isExact || row.message == "EventError" {
        attributes.append(("ReferenceID", "\(reference)"))
      }
      addEvent(row, log.calls.last { $0.number == row.call }, attributes)
    }
    write("")
    logs += 1
  }

  /// What real servers report beyond the tables, and what follows from the rows before.
  private func added(to row: ServerLog.Row, of log: ServerLog) -> [ServerLog.Attribute] {
    guard let call = row.call, row.message != "EventError" else { return row.added }
    var added = row.added
    func add(_ name: String, _ value: String?) {
      if let value, row.value(name) == nil { added.append((name, value)) }
    }
    if !["EventRouteRequest", "EventRouteUsed", "EventTreatmentEnd"].contains(row.message) { add("CallState", "OK") }
    add("ThisDNRole", roles["\(call) \(row.dn)"])
    if let other = row.value("OtherDN") { add("OtherDNRole", roles["\(call) \(other)"]) }
    add("PreviousConnID", log.calls.last { $0.number == call }?.main.map { "\($0)" })
    return added
  }

  private mutating func addRequest(_ row: ServerLog.Row) {
    write("\(time) Trc 04541 \(row.message) received from [66] (00000e85 Desktop 10.51.167.61:49280)")
    write("message \(row.message)")
    add("ThisDN", row.dn)
    if let call = row.call { add("ConnID", "\(call)") }
    for attribute in row.listed + row.added { add(attribute.name, attribute.value) }
    if row.value("ReferenceID") == nil { add("ReferenceID", "\(reference)") }
  }

  private mutating func addEvent(_ row: ServerLog.Row, _ call: ServerLog.Call?, _ attributes: [ServerLog.Attribute]) {
    sequence += 1
    let file = files.count - 1
    let start = files[file].count
    write("@\(time)0 [0] 8.1.101.10 distribute_event: message \(row.message)")
    add("EventSequenceNumber", hexadecimal(sequence, 16))
    add("TimeinuSecs", "\(milliseconds % 1_000 * 1_000)")
    add("TimeinSecs", "\(1_767_571_200 + utc / 1_000) (\(clock(utc).prefix(8)))")
    for attribute in attributes { add(attribute.name, attribute.value) }
    if habits.contains(.rollsOver), sequence % 40 == 0 { beginFile() }
    if row.dn != "-" { add("ThisDN", row.dn) }
    if let call { add(call) }
    if habits.contains(.writesUnknownWords) {
      write("\tattr_#172\t3")
      add("Weather", "'fine'")
    }
    write("\tAttributeExtensions\t[24] 00 01 00 00..")
    write("\t\t'BusinessCall'\t1")
    if !habits.contains(.omitsEmptyLines) { write("") }
    if file == files.count - 1 { addMore(Array(files[file][start...]), row.message) }
  }

  /// What all events of the call have.
  private mutating func add(_ call: ServerLog.Call) {
    let number = logs * 16 + call.number
    add("ConnID", "\(call.number)")
    add("CallID", "\(1_000 + number)")
    add("CallUUID", "'0007VQ2A8GDJ7B6N4O7C9LAES\(hexadecimal(number, 7).uppercased())'")
    add("CallType", call.type)
    for attribute in call.attributes { add(attribute.name, attribute.value) }
    write("\tAttributeUserData\t[27] 00 01 00 00..")
    write("\t\t'Customer'\t'O'Neil @ Basel'")
  }

  /// What some servers write behind an event.
  private mutating func addMore(_ event: [String], _ message: String) {
    if habits.contains(.logsClients) {
      write("\(time) Trc 04542 \(message) sent to [66] (00000e85 Desktop 10.51.167.61:49280)")
    }
    if habits.contains(.hasBackup) {
      write("@\(time)0 [BSYNC] Trace: Send to backup (TServer_Basel_B) [20]:")
      write("message \(message)")
      for line in event.dropFirst() { write(line) }
    }
    if habits.contains(.repeatsEvents), sequence % 3 == 0 { for line in event { write(line) } }
    if habits.contains(.writesUnknownWords), sequence % 5 == 0 {
      write("@\(time)0 [0] 8.1.101.10 distribute_event: message EventCallTransferredByMagic")
      add("ThisDN", "7001")
      add("CallState", "OK")
      write("")
      write("@\(time)0 [0] 8.1.101.10 send_to_client: message EventError")
      write("\t(Unknown weather)")
      write("")
    }
  }

  private mutating func add(_ name: String, _ value: String) {
    let value = written(name, value)
    write(
      habits.contains(.writesBlanksForTabs) ? "    Attribute\(name)    \(value)" : "\tAttribute\(name)\t\(value)")
  }

  /// The value as a T-Server writes it.
  private func written(_ name: String, _ value: String) -> String {
    switch name {
    case "ConnID", "PreviousConnID", "TransferConnID":
      "006c02462a" + hexadecimal(0x16_1000 + logs * 16 + (Int(value) ?? 0), 6)
    case "ThisDNRole", "OtherDNRole", "ThirdPartyDNRole": written(value, as: "Role", Self.roles)
    case "CallState": written(value, as: "CallState", Self.states)
    case "CallType": written(value, as: "CallType", Self.types)
    case "ThisDN", "OtherDN", "ThirdPartyDN", "ThisQueue", "ThirdPartyQueue", "ANI", "DNIS", "AgentID": "'\(value)'"
    default: value
    }
  }

  private func written(_ word: String, as type: String, _ numbers: [String: Int]) -> String {
    habits.contains(.writesNamesForNumbers) ? type + word : numbers[word].map { "\($0)" } ?? word
  }

  private static let roles = [
    "Unknown": 0, "Origination": 1, "Destination": 2, "ConferenceMember": 3, "NewParty": 4, "AddedBy": 5,
    "DeletedBy": 6, "TransferredBy": 7, "DeletedParty": 8, "ConferencedBy": 9, "Observer": 10,
  ]
  private static let states = [
    "OK": 0, "Transferred": 1, "Conferenced": 2, "GeneralError": 3, "Busy": 6, "NoAnswer": 7, "SitDetected": 8,
    "AnsweringMachineDetected": 9, "AllTrunksBusy": 10, "SitInvalidNum": 11, "Redirected": 22, "Forwarded": 23,
    "Pickedup": 25, "Dropped": 26, "Bridged": 31, "Held": 50,
  ]
  private static let types = ["Unknown": 0, "Internal": 1, "Inbound": 2, "Outbound": 3, "Consult": 4]

  private var time: String { clock(milliseconds) }
  private var utc: Int { milliseconds - 3_600_000 }

  /// `09:14:07.513`
  private func clock(_ milliseconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000)
    let thousandths = String("000\(rest)".suffix(3))
    return "\(two(seconds / 3_600 % 24)):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(thousandths)"
  }

  private func hexadecimal(_ number: Int, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
