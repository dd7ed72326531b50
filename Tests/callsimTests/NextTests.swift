import Testing

/// `callsim next`: which point it asks about, and what it prints.
@Suite struct NextTests {
  private let scratch = Scratch([
    "good.scenario": Scenes.passing, "mistaken.scenario": Scenes.mistaken, "folder/a.scenario": Scenes.passing,
    "folder/b.scenario": Scenes.passing,
  ])

  private func next(_ arguments: String...) throws -> Invocation {
    try Invocation(["next"] + arguments, in: scratch)
  }

  @Test func theDefaultPointIsTheEndOfMain() throws {
    let end = try next("good.scenario", "--for", "B")
    #expect(
      end
        == Invocation(
          status: 0,
          output: """
            Possible actions after step 1 of main, A TMakeCall B

            B
              TMakeCall A, dial A
                  B  EventDialing  ConnID=2 ThisDNRole=Origination OtherDN=A
                                   OtherDNRole=Destination
              TMonitorNextCall A
                  B  EventMonitoringNextCall  ThisDNRole=Observer OtherDN=A
                                              OtherDNRole=Destination
                  A  EventMonitoringNextCall  OtherDN=B OtherDNRole=Observer
              TAttachUserData data.k=v
                  A  EventAttachedDataChanged  ThirdPartyDN=B
                  B  EventAttachedDataChanged  !ThisDN ThirdPartyDN=B
              TUpdateUserData data.k=v
                  A  EventAttachedDataChanged  ThirdPartyDN=B
                  B  EventAttachedDataChanged  !ThisDN ThirdPartyDN=B
              TDeleteUserData
                  A  EventAttachedDataChanged  ThirdPartyDN=B
                  B  EventAttachedDataChanged  !ThisDN ThirdPartyDN=B
              TCallSetForward A
                  B  EventForwardSet
              TSetDNDOn
                  B  EventDNDOn
              TAgentLogin
                  B  EventAgentLogin
              TQueryCall
                  B  EventPartyInfo
              TSendUserEvent A
                  B  EventACK
                  A  EventUserEvent
              TSendUserEvent B
                  B  EventACK
                  B  EventUserEvent
              TPrivateService
                  B  EventACK
              TSetMessageWaitingOn
                  B  EventMessageWaitingOn
              TRegisterAddress
                  B  EventRegistered  InfoType=AddressType Extensions=calls=0
              TUnregisterAddress
                  B  EventUnregistered
              TQueryAddress A
                  B  EventAddressInfo  ThisDN=A InfoType=DNStatus Extensions="calls=1,
                                       conn-1=1"
              TQueryAddress B
                  B  EventAddressInfo  InfoType=DNStatus Extensions=calls=0
              ring
                  B  EventRinging  ThisDNRole=Destination OtherDN=A OtherDNRole=Origination
                                   CallState=OK
              busy
                  A  EventDestinationBusy  ThisDNRole=Origination CallState=Busy
              park
                  A  EventDestinationBusy  ThisDNRole=Origination OtherDN=B
                                           OtherDNRole=Destination
                  B  EventQueued           ThisDNRole=Destination OtherDN=A
                                           OtherDNRole=Origination CallState=OK
              fail
                  B  EventDNOutOfService

            """))
    #expect(try next("good.scenario", "--for", "B", "--after", "*") == end)
    #expect(try next("good.scenario", "--for", "B", "--step", "1") == end)
    let start = try next("good.scenario", "--for", "B", "--step=0")
    #expect(start.output.hasPrefix("Possible actions at the start\n\nB\n  TMakeCall A, dial A\n"))
    let released = try next("good.scenario", "--flow", "*")
    #expect(
      released.output.hasPrefix(
        "Possible actions after step 2 of *, A TReleaseCall\n\nA\n  TMakeCall B, dial B\n"))
  }

  @Test func anActionIsALineOfJSON() throws {
    let lines = try next("good.scenario", "--format", "jsonl", "--for", "A", "--refused").output.split(separator: "\n")
    #expect(
      lines.first == """
        {"action":"A TReleaseCall","events":[{"to":"A","message":"EventReleased","attributes":\
        {"ConnID":"1","ThisDN":"A","ThisDNRole":"Origination","CallState":"OK"}}]}
        """)
    // A refused request gets an answer, a refused step of the switch does not.
    let answer = lines.first { $0.hasPrefix("{\"action\":\"A TAnswerCall\"") }
    #expect(answer?.hasPrefix("{\"action\":\"A TAnswerCall\",\"refused\":\"A cannot answer: it is not ringing") == true)
    #expect(
      answer?.hasSuffix(
        """
        ","events":[{"to":"A","message":"EventError","attributes":{"ConnID":"1","ThisDN":"A","ErrorCode":"1161",\
        "ErrorMessage":"Incorrect object state"}}]}
        """) == true)
    let ring = lines.first { $0.hasPrefix("{\"action\":\"A ring\"") }
    #expect(ring?.hasPrefix("{\"action\":\"A ring\",\"refused\":\"A cannot ring: ") == true)
    #expect(ring?.contains("events") == false && ring?.hasSuffix("\"}") == true)
  }

  @Test func mistakesHaveHints() throws {
    func fails(_ arguments: String..., saying message: String, _ suggestion: String) throws {
      let expected = Invocation(status: 2, error: "callsim: error: \(message)\n    \(suggestion)\n")
      #expect(try Invocation(["next"] + arguments, in: scratch) == expected)
    }
    try fails(
      "good.scenario", "--flow", "mian", saying: "unknown flow mian",
      "did you mean main? otherwise see the flows of good.scenario")
    try fails(
      "good.scenario", "--after", "**", saying: "unknown mark **",
      "did you mean *? otherwise see the marks of good.scenario")
    try fails(
      "good.scenario", "--for", "Bob", saying: "unknown party Bob",
      "parties: A, B; see the header of good.scenario")
    try fails(
      "good.scenario", "--step", "2", saying: "--step 2 is beyond the end of main, which is step 1",
      "give a number from 0 to 1")
    try fails(
      "good.scenario", "--after", "*", "--step", "1",
      saying: "--after and --step both name the point", "give only one of them")
    try fails("folder", saying: "folder contains several scenarios", "next takes one: name a file")
    #expect(try next("mistaken.scenario").status == 2 && next("mistaken.scenario").output.isEmpty)
    #expect(try next("missing.scenario").status == 3)
  }

  @Test func saysIfThereAreTooMany() throws {
    scratch.write("many.scenario", "scenario Many\n" + (0..<101).map { "party P\($0) extension\n" }.joined())
    let many = try next("many.scenario", "--format=jsonl")
    #expect(many.status == 2 && many.output.split(separator: "\n").count == 10_000)
    #expect(
      many.error == """
        callsim: error: there are more than 10000 actions: not all are listed
            ask for one party: --for PARTY

        """)
    #expect(try next("many.scenario", "--for", "P3").status == 0)
  }

  @Test func writesToTheOutputFile() throws {
    let printed = try next("good.scenario")
    #expect(try next("good.scenario", "-o", "answer") == Invocation(status: 0))
    #expect(scratch.read("answer") == printed.output)
    #expect(try next("good.scenario", "-o", "good.scenario").status == 2)
    #expect(scratch.read("good.scenario") == Scenes.passing)
  }
}
