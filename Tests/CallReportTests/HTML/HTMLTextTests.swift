import Testing

@testable import CallReport

@Suite struct HTMLTextTests {
  @Test func markupIsEscaped() {
    #expect("plain".markup == "plain")
    #expect(#"<a href="x">&'"#.markup == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;")
    #expect("a\u{202E}b\u{7}\u{0}".markup == "a\u{FFFD}b\u{2407}\u{2400}")
    #expect("a<\nb".markupLines == "a&lt;\nb")
  }

  @Test func stringsOfDataCannotEndTheirElement() {
    #expect("plain".json == #""plain""#)
    #expect(#"</script><!--"\"#.json == #""\u003c/script>\u003c!--\"\\""#)
    #expect("a\nb\u{2028}".json == "\"a\u{240A}b\u{FFFD}\"")
  }
}
