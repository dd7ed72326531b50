import CallScenario
import Testing

@testable import CallReport

/// Every flow of every T-Server scenario, written as a log and read back: the log says what the transcript says.
@Suite struct TServerLogReadingTests {
  private static let files = Repository.scenarios.filter { path in
    let others = ["ivr-conference", "interaction-", "recording/"]
    return !others.contains { path.hasPrefix("Scenarios/\($0)") }
  }

  @Test(arguments: files) func theLogSaysWhatTheTranscriptSays(_ path: String) throws {
    let transcript = try Repository.transcript(of: path)
    let log = LogReader(TServerLog(version: "1").document(transcript))
    #expect(log.faults == [])
    var records = log.records[...]
    var counted = Counted()
    var latest = 0
    for flow in transcript.flows(named: nil, whole: true) {
      counted.beginFlow()
      for case .step(let step) in flow.entries {
        if step.action.verb.name.hasPrefix("T") {
          let next = records.popFirst()
          let request = try #require(next)
          try #require(request.kind == .request, "\(path): \(step.action.text)")
          #expect(request["ThisDN"].map(LogReader.text) == transcript.scenario.parties[step.action.actor].dn)
        }
        for message in step.messages where message.from == nil {
          let next = records.popFirst()
          let event = try #require(next)
          try #require(event.kind == .event && event.name == message.name, "\(path): \(message.name), \(event.name)")
          check(event, message, &counted, "\(path), \(flow.name), step \(step.number)")
          let seconds = Int(event["TimeinSecs"]?.prefix { $0 != " " } ?? "") ?? 0
          let microseconds = seconds * 1_000_000 + (Int(event["TimeinuSecs"] ?? "") ?? 0)
          #expect(microseconds % 86_400_000_000 == event.time)
          #expect(microseconds >= latest)
          latest = microseconds
        }
      }
    }
    #expect(records.isEmpty)
  }

  /// The calls and events that the flows before have had.
  private struct Counted {
    var calls = 0
    var events = 0
    var lastCall = 0
    var lastEvent = 0
    mutating func beginFlow() { (calls, events) = (lastCall, lastEvent) }
  }

  private func check(_ event: LogReader.Record, _ message: Message, _ counted: inout Counted, _ place: String) {
    var names = Set(["TimeinSecs", "TimeinuSecs"])
    for attribute in message.attributes {
      let name = Self.names[attribute.name] ?? attribute.name
      names.insert(name)
      guard let value = event[name] else {
        Issue.record("\(place): \(message.name) has no \(name)")
        continue
      }
      let expected = attribute.value
      let number = Int(expected) ?? 0
      let isRight: Bool
      switch attribute.name {
      case "ConnID", "PreviousConnID":
        isRight = value.utf8.count == 16 && Int(value, radix: 16) == counted.calls + number
        if !message.isRefusal { counted.lastCall = max(counted.lastCall, counted.calls + number) }
      case "CallID": isRight = value == String(counted.calls + number)
      case "CallUUID":
        isRight =
          value.utf8.count == 34
          && Int(LogReader.text(value), radix: 32) == counted.calls + (Int(message.call ?? "") ?? 0)
      case "EventSequenceNumber":
        isRight = value.utf8.count == 16 && Int(value, radix: 16) == counted.events + number
        counted.lastEvent = max(counted.lastEvent, counted.events + number)
      case "ErrorCode", "ReferenceID": isRight = value == expected
      case "UserData", "Reasons", "Extensions":
        let pairs = event.lists[name] ?? []
        isRight =
          value.hasPrefix("[") && value.hasSuffix("..")
          && pairs.count == expected.split(separator: "=").count - 1
          && pairs.allSatisfy { expected.contains($0.key + "=") }
      case let name where Self.numbers[name] != nil:
        isRight = value == Self.numbers[name]?[expected].map(String.init) ?? expected
      default: isRight = LogReader.text(value) == expected
      }
      #expect(isRight, "\(place): \(message.name) \(attribute.name)=\(expected), \(value)")
    }
    #expect(Set(event.attributes.map(\.name)) == names, "\(place): \(message.name)")
  }

  /// As the T-Library calls them.
  private static let names = ["Reasons": "Reason", "InfoType": "AddressInfoType"]

  private static let roles = [
    "Unknown": 0, "Origination": 1, "Destination": 2, "ConferenceMember": 3, "NewParty": 4, "AddedBy": 5,
    "DeletedBy": 6,
    "TransferredBy": 7, "DeletedParty": 8, "ConferencedBy": 9, "Observer": 10,
  ]

  /// The numbers of the T-Library, by hand.
  private static let numbers: [String: [String: Int]] = [
    "ThisDNRole": roles, "OtherDNRole": roles, "ThirdPartyDNRole": roles,
    "CallType": ["Unknown": 0, "Internal": 1, "Inbound": 2, "Outbound": 3, "Consult": 4],
    "CallState": [
      "OK": 0, "Transferred": 1, "Conferenced": 2, "GeneralError": 3, "SystemError": 4, "RemoteRelease": 5, "Busy": 6,
      "NoAnswer": 7, "SitDetected": 8, "AnsweringMachineDetected": 9, "AllTrunksBusy": 10, "SitInvalidnum": 11,
      "SitVacant": 12, "SitIntercept": 13, "SitUnknown": 14, "SitNocircuit": 15, "SitReorder": 16, "FaxDetected": 17,
      "QueueFull": 18, "Cleared": 19, "Overflowed": 20, "Abandoned": 21, "Redirected": 22, "Forwarded": 23,
      "Consult": 24,
      "Pickedup": 25, "Dropped": 26, "Droppednoanswer": 27, "Unknown": 28, "Covered": 29, "ConverseOn": 30,
      "Bridged": 31, "Deafened": 49, "Held": 50,
    ],
    "AgentWorkMode": [
      "Unknown": 0, "ManualIn": 1, "AutoIn": 2, "AfterCallWork": 3, "AuxWork": 4, "NoCallDisconnect": 5, "WalkAway": 6,
      "ReturnBack": 7,
    ],
    "ForwardMode": [
      "None": 0, "Unconditional": 1, "OnBusy": 2, "OnNoAnswer": 3, "OnBusyAndNoAnswer": 4, "SendAllCalls": 5,
    ],
    "RouteType": [
      "Unknown": 0, "Default": 1, "Label": 2, "OverwriteDNIS": 3, "DDD": 4, "IDDD": 5, "Direct": 6, "Reject": 7,
      "Announcement": 8, "PostFeature": 9, "DirectAgent": 10, "Priority": 11, "DirectPriority": 12, "AgentID": 13,
      "CallDisconnect": 14,
    ],
    "MonitorNextCallType": ["OneCall": 0, "AllCalls": 1],
    "TreatmentType": [
      "Unknown": 0, "IVR": 1, "Music": 2, "RingBack": 3, "Silence": 4, "Busy": 5, "CollectDigits": 6,
      "PlayAnnouncement": 7, "PlayAnnouncementAndDigits": 8, "VerifyDigits": 9, "RecordUserAnnouncement": 10,
      "DeleteUserAnnouncement": 11, "CancelCall": 12, "PlayApplication": 13, "SetDefaultRoute": 14, "TextToSpeech": 15,
      "TextToSpeechAndDigits": 16, "FastBusy": 17, "RAN": 18,
    ],
    "InfoType": ["AddressType": 8, "DNStatus": 17, "QueueStatus": 18],
  ]
}
