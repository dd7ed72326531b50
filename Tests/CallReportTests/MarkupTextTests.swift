import Testing

@testable import CallReport

@Suite struct MarkupTextTests {
  @Test func markupIsEscaped() {
    #expect("plain Zoë\n".escapedMarkup == "plain Zoë\n")
    #expect(#"<a href="x">&']]>"#.escapedMarkup == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;]]&gt;")
  }

  /// HTML, JUnit and pictures spell it the same way.
  @Test func anApostropheHasOneSpelling() {
    #expect("it's".markup == "it&#39;s")
    #expect("it's".xmlText == "it&#39;s")
    #expect("it's".xmlAttribute == "it&#39;s")
  }
}
