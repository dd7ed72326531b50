import CallModel
import Foundation
import Testing

// The examples of CallModel's pages, word for word.

func aCallWaits() throws -> [String] {
  var office = Switch()
  let ann = office.add(.extension, "7001")
  let sales = office.add(.acdGroup, "Sales")

  var lines = try office.apply(.makeCall(from: ann, to: sales)).map { "\($0)" }
  do {
    try office.apply(.retrieve(ann))
  } catch {
    lines.append("\(error)")
  }
  lines += office.calls.map { "\($0)" }
  return lines
}

func fastForm() throws -> Int {
  var office = Switch()
  office.add(.extension, "7001")
  office.add(.acdGroup, "Sales")
  guard let ann = office.number(of: "7001"), let sales = office.number(of: "Sales") else { return 0 }
  let events = try [Exchange.Event](capacity: Switch.eventLimit) { room in
    try office.apply(Exchange.Action(.makeCall, by: ann, to: sales), into: &room)
  }
  return events.count
}

func anIVRCalls() throws -> [String] {
  var server = MessageServer<IVRServer>()
  server.add(.ivr, "IVR")
  server.add(.driver, "Driver")
  server.add(.server, "Server")
  server.add(.external, "Caller")
  return try server.apply(.init(.newCall, by: "IVR", to: "Caller")).map { "\($0)" }
}

func aChatIsDelivered() throws -> [String] {
  var server = MessageServer<InteractionServer>()
  server.add(.agent, "Agent1")
  server.add(.server, "Server")
  server.add(.reporting, "Reporting")
  server.add(.interaction, "Chat")
  return try server.apply(.init(.deliver, by: "Server", to: "Agent1")).map { "\($0)" }
}

func aCallIsRecorded() throws -> [String] {
  var server = MessageServer<Recording>()
  server.add(.device, "D1", [.record: "true"])
  server.add(.device, "D2")
  server.add(.sipServer, "SIP")
  server.add(.mediaServer, "Media")
  server.add(.recordingServer, "Recorder")
  return try server.apply(.init(.connect, by: "D1", to: "D2")).map { "\($0)" }
}

func anAgentIsInvited() throws -> [String] {
  var server = MessageServer<InteractionServer>()
  let first = server.add(.agent, "Agent1")
  let second = server.add(.agent, "Agent2")
  server.add(.server, "Server")
  server.add(.reporting, "Reporting")
  server.add(.interaction, "Chat")

  try server.apply(.init(.deliver, by: "Server", to: first))
  try server.apply(.init(.requestAccept, by: first))
  let messages = try server.apply(.init(.requestConference, by: first, to: second))
  return messages.filter { $0.to == second }.map { "\($0)" }
}

@Suite struct ModelPageTests {
  private static let page = Repository.text(of: "Sources/CallModel/CallModel.docc/CallModel.md")
  private static let otherServers = Repository.text(of: "Sources/CallModel/CallModel.docc/OtherServers.md")

  private static func blocks(of language: String, in page: String = page) -> [String] {
    page.split(separator: "```", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 && $0.element.hasPrefix(language + "\n") }
      .map { String($0.element.drop { $0 != "\n" }.dropFirst()) }
  }

  @Test func theActionAsJSONIsUnderstood() throws {
    let json = try #require(Self.blocks(of: "json").first)
    #expect(
      try JSONDecoder().decode(Action.self, from: Data(json.utf8)) == .agentReady("7001", mode: .autoIn))
  }

  @Test func theFastFormWrites() throws { #expect(try fastForm() == 2) }

  @Test func thePageShowsThisCode() {
    let file = Repository.text(of: "Tests/CallReportTests/ModelPageTests.swift")
    let code = Self.blocks(of: "swift") + Self.blocks(of: "swift", in: Self.otherServers)
    #expect(code.count == 6)
    for block in code { #expect(file.contains(block), "\(block)") }
  }

  @Test func thePageShowsWhatItPrints() throws {
    #expect(Self.blocks(of: "text") == [try aCallWaits().joined(separator: "\n") + "\n"])
  }

  @Test func everyServerSendsMessages() throws {
    #expect(try anIVRCalls().first == "Driver NewCall from=IVR")
    #expect(try aChatIsDelivered().contains { $0.hasPrefix("Agent1 EventInvite from=Server") })
    let invited = try anAgentIsInvited()
    #expect(invited.count == 1 && Self.otherServers.contains("`\(invited[0])`"))
    #expect(try aCallIsRecorded().contains { $0.hasPrefix("Media ") })
  }
}
