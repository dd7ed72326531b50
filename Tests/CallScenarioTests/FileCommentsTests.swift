import Testing

@testable import CallScenario

@Suite struct FileCommentsTests {
  private let file = """
    # Above the title.
    scenario  T
    # About the parties,
    # in two lines.
    party     A  extension

    # The story.
    #
    # Its second part.

    # Its third.
    A TMakeCall B
        # About an expectation.
        A  EventDialing
    # About the mark.
    mark *
    after *
    A TReleaseCall

    # At the end.
    """

  private var comments: FileComments { FileComments(Array(file.utf8)) }

  @Test func commentsAreAboutTheNextStatement() {
    #expect(comments.about(line: 2) == ["Above the title."])
    #expect(comments.about(line: 5) == ["About the parties, in two lines."])
    #expect(comments.about(line: 16) == ["About the mark."])
    #expect(comments.about(line: 17) == [])
  }

  @Test func linesWithoutTextEndAParagraph() {
    #expect(
      comments.about(line: 12) == ["The story.", "Its second part.", "Its third.", "About an expectation."])
    #expect(comments.about(lines: 1...5) == ["Above the title.", "About the parties, in two lines."])
  }

  @Test func theRestIsAtTheEnd() {
    #expect(comments.atEnd == ["At the end."])
    #expect(FileComments([]).atEnd == [])
    #expect(FileComments(Array("# a\r\n#\u{FF}\n".utf8)).atEnd == ["a \u{FF}"])
  }
}
