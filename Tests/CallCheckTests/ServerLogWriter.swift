/// Writes a typed log as a T-Server writes it: with a header, times and numbers, the requests before their events, and
/// what the events of real servers have beyond the manual's tables.
struct ServerLogWriter {
  /// Whether only the attributes of the tables are written, apart from those that the tables never list.
  var isExact = false
  private(set) var lines = Self.header
  /// The line at which each row of the latest log begins.
  private(set) var starts: [Int] = []
  /// How many logs have been written; each has ConnIDs of its own.
  private var logs = 0
  private var milliseconds = 9 * 3_600_000
  private var sequence = 0x2344
  private var reference = 16

  static let header = [
    "Application name: TServer_Basel", "Application type: TServer (1)", "Application version: 8.1.101.10",
    "Host name:        tserver01", "UTC time:         2026-01-05T08:00:00.000",
    "Local time:       2026-01-05T09:00:00.000", "File:             (1) TServer_Basel.20260105_090000_000.log", "",
  ]

  init(isExact: Bool = false) { self.isExact = isExact }

  /// The log alone.
  static func text(_ log: ServerLog, isExact: Bool) -> (text: String, starts: [Int]) {
    var writer = ServerLogWriter(isExact: isExact)
    writer.add(log)
    return (writer.text, writer.starts)
  }

  var text: String { lines.joined(separator: "\n") + "\n" }

  mutating func add(_ log: ServerLog) {
    var roles: [String: String] = [:]
    var step: Int?
    var (requester, hasRequest) = ("", false)
    starts = []
    for row in log.rows {
      milliseconds += 1
      if row.step != step { (milliseconds, hasRequest, step) = (milliseconds + 730, false, row.step) }
      starts.append(lines.count + 1)
      if row.message.hasPrefix("Request") {
        (requester, hasRequest) = (row.dn, true)
        reference += 1
        addRequest(row)
        continue
      }
      var attributes = row.listed
      if !isExact { attributes += added(to: row, of: log, roles) }
      let role = "\(row.call ?? 0) \(row.dn)"
      roles[role] = row.value("ThisDNRole") ?? roles[role]
      attributes.removeAll { $0.value.isEmpty }
      let call = log.calls.first { $0.number == row.call }
      if hasRequest, requester == row.dn, !isExact || row.message == "EventError" {
        attributes.append(("ReferenceID", "\(reference)"))
      }
      addEvent(row, call, attributes)
    }
    lines.append("")
    logs += 1
  }

  /// What real servers report beyond the tables, and what follows from the rows before.
  private func added(to row: ServerLog.Row, of log: ServerLog, _ roles: [String: String]) -> [ServerLog.Attribute] {
    guard let call = row.call, row.message != "EventError" else { return row.added }
    var added = row.added
    func add(_ name: String, _ value: String?) {
      if let value, row.value(name) == nil { added.append((name, value)) }
    }
    if !["EventRouteRequest", "EventRouteUsed", "EventTreatmentEnd"].contains(row.message) { add("CallState", "OK") }
    add("ThisDNRole", roles["\(call) \(row.dn)"])
    if let other = row.value("OtherDN") { add("OtherDNRole", roles["\(call) \(other)"]) }
    add("PreviousConnID", log.calls.first { $0.number == call }?.main.map { "\($0)" })
    return added
  }

  private mutating func addRequest(_ row: ServerLog.Row) {
    lines += [
      "\(time) Trc 04541 \(row.message) received from [66] (00000e85 Desktop 10.51.167.61:49280)",
      "message \(row.message)",
    ]
    add("ThisDN", row.dn)
    if let call = row.call { add("ConnID", "\(call)") }
    for attribute in row.listed + row.added { add(attribute.name, attribute.value) }
    if row.value("ReferenceID") == nil { add("ReferenceID", "\(reference)") }
  }

  private mutating func addEvent(_ row: ServerLog.Row, _ call: ServerLog.Call?, _ attributes: [ServerLog.Attribute]) {
    lines.append("@\(time)0 [0] 8.1.101.10 distribute_event: message \(row.message)")
    sequence += 1
    add("EventSequenceNumber", hexadecimal(sequence, 16))
    add("TimeinuSecs", "\(milliseconds % 1_000 * 1_000)")
    add("TimeinSecs", "\(1_767_571_200 + milliseconds / 1_000 - 3_600) (\(time.prefix(8)))")
    for attribute in attributes { add(attribute.name, attribute.value) }
    if row.dn != "-" { add("ThisDN", row.dn) }
    if let call {
      add("ConnID", "\(call.number)")
      add("CallID", "\(1_000 + logs * 16 + call.number)")
      add("CallUUID", "'0007VQ2A8GDJ7B6N4O7C9LAES\(hexadecimal(logs * 16 + call.number, 7).uppercased())'")
      add("CallType", call.type)
      for attribute in call.attributes { add(attribute.name, attribute.value) }
      lines += ["\tAttributeUserData\t[27] 00 01 00 00..", "\t\t'Customer'\t'O'Neil @ Basel'"]
    }
    lines += ["\tAttributeExtensions\t[24] 00 01 00 00..", "\t\t'BusinessCall'\t1"]
    lines.append("")
  }

  private mutating func add(_ name: String, _ value: String) {
    lines.append("\tAttribute\(name)\t\(number(name, value))")
  }

  /// The value as a T-Server writes it.
  private func number(_ name: String, _ value: String) -> String {
    switch name {
    case "ConnID", "PreviousConnID", "TransferConnID", "ConferenceConnID":
      "006c02462a" + hexadecimal(0x16_1000 + logs * 16 + (Int(value) ?? 0), 6)
    case "ThisDNRole", "OtherDNRole", "ThirdPartyDNRole": Self.roles[value].map(String.init) ?? value
    case "CallState": Self.states[value].map(String.init) ?? value
    case "CallType": Self.types[value].map(String.init) ?? value
    case "ThisDN", "OtherDN", "ThirdPartyDN", "ThisQueue", "ThirdPartyQueue", "ANI", "DNIS", "AgentID": "'\(value)'"
    default: value
    }
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

  private var time: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (seconds, rest) = (milliseconds / 1_000, milliseconds % 1_000)
    let thousandths = String("000\(rest)".suffix(3))
    return "\(two(seconds / 3_600)):\(two(seconds / 60 % 60)):\(two(seconds % 60)).\(thousandths)"
  }

  private func hexadecimal(_ number: Int, _ digits: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
