import Testing

@testable import CallScenario

/// The layout of scenario files: what `fmt` and `record` write.
@Suite struct ScenarioLayoutTests {
  private static func formatted(_ text: String) throws -> String {
    String(decoding: try Scenario.formatted(Array(text.utf8)), as: UTF8.self)
  }

  @Test func everyKindOfLine() throws {
    let text = """


      # About the file.
      scenario T  and  two   blanks # why
      profile\tgeneric   optional=omitted


      server t-server
      party Anna extension   dn=7001 group=Q   # who
      party Q  acd-group
      # She is told.
      always  after Anna EventDialing  ...   eventually Anna EventReleased ...   # why


      never Q EventQueued ThisQueue=Q  ...

      # The group is small.
      party C extension\tgroup=Q
      Anna   TMakeCall\tQ
        Anna EventDialing UserData=* ...
      \tQ    EventQueued   ThisQueue=Q ...
        # The queue has heard of it.

       ...
      mark   *   # now
      C   TAttachUserData  data.k="a  # \\"b"\t data.l=2   # two  blanks
      # Refused below.
      \t  refused   no  such   thing   # why
      # She gives up.
      after *   as   gives-up


      # Twice.
      Anna TReleaseCall
          ...
          # It ends here.
      # And here.
      after * as again # later


      """
    let expected = """
      # About the file.
      scenario  T  and  two   blanks  # why
      profile   generic optional=omitted
      server    t-server

      party     Anna  extension  dn=7001 group=Q  # who
      party     Q     acd-group

      # She is told.
      always    after Anna EventDialing ... eventually Anna EventReleased ...  # why

      never     Q EventQueued ThisQueue=Q ...

      # The group is small.
      party     C     extension  group=Q

      Anna TMakeCall Q
          Anna  EventDialing  UserData=* ...
          Q     EventQueued   ThisQueue=Q ...
          # The queue has heard of it.

          ...
      mark *  # now
      C TAttachUserData data.k="a  # \\"b" data.l=2  # two  blanks
      # Refused below.
          refused no  such   thing  # why

      # She gives up.
      after * as gives-up

      # Twice.
      Anna TReleaseCall
          ...
          # It ends here.

      # And here.
      after * as again  # later

      """
    #expect(try Self.formatted(text) == expected)
    #expect(try Self.formatted(expected) == expected)
  }

  /// Messages of the other servers have a column for their sender; a word at the end of its line widens no column.
  @Test func columns() throws {
    #expect(
      try Self.formatted(
        """
        scenario T
        server ivr-server
        party IVR ivr
        party Driver ivr-driver
        party Server ivr-server
        party X external
        IVR NewCall
            Driver NewCall from=IVR ReqId=1
            Server NewCall from=Driver
            Driver CallStatus(Ringing) from=Server ...
            ...
        """) == """
          scenario  T
          server    ivr-server

          party     IVR     ivr
          party     Driver  ivr-driver
          party     Server  ivr-server
          party     X       external

          IVR NewCall
              Driver  NewCall              from=IVR     ReqId=1
              Server  NewCall              from=Driver
              Driver  CallStatus(Ringing)  from=Server  ...
              ...

          """)
  }

  /// A word that is wider than a column may be sticks out, so no line grows by more than a few blanks.
  @Test func veryLongWordsWidenNoColumn() throws {
    let name = String(repeating: "n", count: 41)
    let text = """
      scenario  T

      party     A  extension
      party     \(name)  extension

      A TMakeCall \(name)
          A  EventDialing  ThisDNRole=*
          \(name)  EventRinging  ThisDNRole=*

      """
    #expect(try Self.formatted(text) == text)
    #expect(
      try Self.formatted(text.replacing(name, with: name.dropLast())).contains(
        "    A                                         EventDialing"))
  }

  @Test(arguments: [
    ("scenario T\r\nparty A extension\n", "scenario  T\r\n\r\nparty     A  extension\r\n"),
    ("scenario T\nparty A extension\r\n", "scenario  T\n\nparty     A  extension\n"),
    ("\u{FEFF}scenario T\nparty A extension", "\u{FEFF}scenario  T\n\nparty     A  extension\n"),
    ("\u{FEFF}\r\n\r\nscenario T\r\nparty A extension\r", "\u{FEFF}scenario  T\r\n\r\nparty     A  extension\r\n"),
  ]) func lineEndsAndTheByteOrderMark(_ text: String, _ expected: String) throws {
    #expect(try Self.formatted(text).utf8.elementsEqual(expected.utf8))
  }

  /// Only blanks and tabs are blanks: a non-breaking space is a part of its word.
  @Test func otherSpacesStay() throws {
    let text = "scenario  T\u{A0}\n\nparty     A  extension\n\n# \u{3000}\u{A0}\n"
    #expect(try Self.formatted(text).utf8.elementsEqual(text.utf8))
  }

  @Test func aFileWithMistakesIsAnError() {
    let text = "scenario  T\nparty A extension\nA TMakeCal\n"
    #expect(throws: Mistakes.self) { try Self.formatted(text) }
  }

  @Test(arguments: Keywords.header)
  func everyWordOfTheHeaderFillsTenColumns(_ word: String) throws {
    let line = ScenarioLayout(Array("\(word) x y\n".utf8)).formatted()
    #expect(line.count { $0 == .blank } >= 1)
    #expect(String(decoding: line, as: UTF8.self).dropFirst(10).first == "x")
    #expect(line[9] == .blank)
  }

  /// The scenarios that the documentation shows have this layout too.
  @Test func theExamplesOfThePagesAreLaidOut() throws {
    var examples = 0
    for page in ["README.md"] + Repository.paths("Sources/*/*.docc/*.md") {
      let text = String(decoding: Repository.bytes(of: page), as: UTF8.self)
      for (index, block) in text.split(separator: "```", omittingEmptySubsequences: false).enumerated() {
        let example = block.drop { $0 != "\n" }.dropFirst()
        guard index % 2 == 1, example.hasPrefix("scenario  ") else { continue }
        #expect(try Self.formatted(String(example)) == example, "\(page)")
        examples += 1
      }
    }
    #expect(examples >= 5)
  }

  // MARK: Any file

  /// The parsed scenario is equal, formatting twice changes nothing more, and every comment and word is kept.
  private static func check(_ bytes: [UInt8], _ name: Comment) throws {
    let scenario: Scenario
    do throws(Mistakes) {
      scenario = try Scenario(parsing: bytes, path: "x")
    } catch {
      #expect(throws: error, name) { try Scenario.formatted(bytes, path: "x") }
      // `record` lays out what it writes before it parses it.
      _ = ScenarioLayout(bytes).formatted()
      return
    }
    let formatted = ScenarioLayout(bytes).formatted()
    #expect(formatted.filter { $0 > .blank } == bytes.filter { $0 > .blank }, name)
    #expect(try Scenario(parsing: formatted, path: "x").meaning == scenario.meaning, name)
    #expect(ScenarioLayout(formatted).formatted() == formatted, name)
    let lines = formatted.split(separator: .lineFeed, omittingEmptySubsequences: false)
    #expect(lines.last?.isEmpty == true && !lines.contains { $0.last == .blank || $0.last == .tab }, name)
    #expect(!zip(lines.dropLast(), lines.dropFirst().dropLast()).contains { $0.isEmpty && $1.isEmpty }, name)
  }

  @Test(arguments: ScenarioFile.someOfAll)
  func onlyBlanksChange(_ file: ScenarioFile) throws {
    try Self.check(file.bytes, "as it is")
    var random = Xorshift(state: UInt64(file.bytes.count) &* 0x9E37_79B9_7F4A_7C15 | 1)
    var bytes = file.bytes
    for _ in 0...random.next(below: 4) {
      let place = random.next(below: bytes.count)
      let piece = Self.pieces[random.next(below: Self.pieces.count)]
      bytes.replaceSubrange(place..<min(bytes.count, place + random.next(below: 3)), with: piece)
    }
    try Self.check(bytes, "damaged")
  }

  private static let pieces: [[UInt8]] = [
    [], [0x20], [0x09, 0x20], [0x0A], [0x0A, 0x0A, 0x20], [0x0D, 0x0A], [0x23], [0x20, 0x23], [0x22], [0x3D],
    Array("\nmark m\n".utf8), Array("\nafter m as\n  ".utf8), Array("\n refused  \"".utf8),
  ]

  /// However its blanks are written, a file has one layout.
  @Test(arguments: ScenarioFile.someOfAll)
  func theLayoutDoesNotDependOnTheBlanks(_ file: ScenarioFile) throws {
    var random = Xorshift(state: UInt64(file.bytes.count) | 1)
    var other: [UInt8] = []
    for line in FileLines(file.bytes).lines {
      let first = line.text.first
      let isText = first == .numberSign || Keywords.freeText.contains { line.text.starts(with: $0.utf8) }
      let isWordy = isText || line.text.contains(.quote) || line.text.firstRange(of: Array("refused".utf8)) != nil
      for byte in line.text {
        other.append(byte)
        if byte == .blank, !isWordy, random.next(below: 3) == 0 {
          other += random.next(below: 2) == 0 ? [0x09] : [0x20, 0x20]
        }
      }
      if random.next(below: 3) == 0 { other += [0x20, 0x09] }
      other.append(.lineFeed)
      if line.text.isEmpty { other += [0x20, 0x0A] }
    }
    #expect(ScenarioLayout(other).formatted() == ScenarioLayout(file.bytes).formatted())
  }

  /// A random generator with the same numbers in every run.
  private struct Xorshift {
    var state: UInt64

    mutating func next(below bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(bound, 1)))
    }
  }
}

extension Scenario {
  /// The scenario without places in the file, and without its lines' texts, which messages show.
  fileprivate var meaning: Scenario {
    let nowhere = Position(line: 1, column: 1)
    func placeless(_ options: [Option]) -> [Option] {
      options.map { option in
        var option = option
        (option.position, option.valuePosition) = (nowhere, nowhere)
        return option
      }
    }
    func placeless(_ message: ExpectedMessage) -> ExpectedMessage {
      var message = message
      message.position = nowhere
      for index in message.attributes.indices { message.attributes[index].position = nowhere }
      return message
    }
    func placeless(_ statement: Statement) -> Statement {
      switch statement {
      case .mark(let name, _): return .mark(name, nowhere)
      case .wait(var wait):
        wait.position = nowhere
        return .wait(wait)
      case .action(var action):
        (action.position, action.targetPosition, action.onPosition) = (nowhere, nowhere, nowhere)
        action.text = ""
        action.options = placeless(action.options)
        switch action.expectation {
        case .messages(let messages, let isOpen):
          action.expectation = .messages(messages.map(placeless), isOpen: isOpen)
        case .refused(let text, _): action.expectation = .refused(text, nowhere)
        }
        return .action(action)
      }
    }
    var scenario = self
    scenario.profile?.position = nowhere
    scenario.profile?.options = placeless(profile?.options ?? [])
    for index in parties.indices {
      scenario.parties[index].position = nowhere
      scenario.parties[index].options = placeless(parties[index].options)
    }
    for index in flows.indices {
      scenario.flows[index].position = nowhere
      scenario.flows[index].statements = flows[index].statements.map(placeless)
    }
    return scenario
  }
}
