import Testing

@testable import CallScenario

/// What a newcomer gets wrong in marks and flows, and in the bytes of a file.
@Suite struct MarkMistakesTests {
  @Test(arguments: MistakeTable(marks).rows) func saysOfMarks(_ row: MistakeTable.Row) {
    #expect(row.found(below: MistakeTable.header) == row.expected)
  }

  @Test(arguments: MistakeTable(bytes).rows) func saysOfBytes(_ row: MistakeTable.Row) {
    #expect(row.found(below: MistakeTable.header) == row.expected)
  }

  private static let marks = """
    mark
    >> 7:5 the mark's name is missing
    >> a mark is stars, a word, or stars-word

    mark **routed
    >> 7:6 **routed is not a mark: a mark is stars, a word, or stars-word
    >> did you mean **-routed?

    mark the caller waits
    >> 7:10 unexpected caller: `mark` takes one name
    >> mark the-caller-waits

    mark *
    mark *
    >> 8:6 there is already a mark *, in line 7
    >> a mark may have a word after its stars: *-WORD

    mark here
    after her
    >> 8:7 unknown mark her
    >> did you mean here?

    after nowhere
    >> 7:7 unknown mark nowhere
    >> write `mark nowhere` where it begins

    mark x
    after x As y
    >> 8:9 unexpected As: only `as WORD` may follow the mark

    mark x
    after x
    after x
    >> 9:7 there is already a flow x, in line 8
    >> name this one: after x as WORD

    label x
    >> 7:1 unknown statement label
    >> did you mean mark?

    flow x
    >> 7:1 unknown statement flow
    >> did you mean after?

    mark x
    after x as main
    >> 8:12 main is a reserved word: no mark or flow can have this name
    >> main is the flow before the first `after`

    mark: x
    after: x
    >> 7:1 statements have no colon
    >> mark x

    ma"rk start
    after start
    >> 7:3 the quoted value does not end on its line

    mark "start
    after start
    >> 7:6 the quoted value does not end on its line

    mark x:
    after x
    >> 7:6 x: is not a mark: a mark is stars, a word, or stars-word

    after x
    A TMakeCall B
    mark x
    >> 7:7 the mark x comes later, in line 9: a flow can only begin at a mark above it
    """

  private static let bytes = """
    A\u{200B}TMakeCall B
    >> 7:1 A�TMakeCall is not a word: it contains U+200B (a space without width), and a word has only letters a \
    to z, digits and - _ . +

    \u{410} TMakeCall B
    >> 7:1 \u{410} is not a word: it contains U+0410, which looks like A, and a word begins with a letter or digit
    >> did you mean A?

    A TM\u{430}keCall B
    >> 7:3 TM\u{430}keCall is not a word: it contains U+0430, which looks like a, and a word has only letters a to \
    z, digits and - _ . +
    >> did you mean TMakeCall?

    A TMakeCall \u{392}
    >> 7:13 \u{392} is not a word: it contains U+0392, which looks like B, and a word begins with a letter or digit
    >> did you mean B?

    A TMakeCall B
      A Ev\u{435}ntDialing OtherDN=B
    >> 8:5 unknown message Ev\u{435}ntDialing
    >> did you mean EventDialing? it contains U+0435, which looks like e

    A TMakeCall B
      A EventDialing Oth\u{435}rDN=B
    >> 8:18 Oth\u{435}rDN is not a word: it contains U+0435, which looks like e, and a word has only letters a to z, \
    digits and - _ . +
    >> did you mean OtherDN?

    A TMakeCall B
      A EventDialing CallState=\u{41E}K ...
    >> 8:28 unknown value \u{41E}K of CallState
    >> did you mean OK? it contains U+041E, which looks like O

    A TMakeCall B
      A EventDialing OtherDN=\u{412} ...
    >> 8:26 warning: \u{412} is neither a party nor a DN of this file
    >> did you mean B? if not, quote the value: OtherDN="\u{412}"

    A TMakeCall B\u{44F}
    >> 7:13 B\u{44F} is not a word: it contains U+044F, and a word has only letters a to z, digits and - _ . +

    A TMakeCall B\u{B}
    >> 7:14 the line contains a control character: U+000B
    """
}
