import Testing

@testable import callsim

@Suite struct LineDifferenceTests {
  private func difference(_ old: String, _ new: String) -> String {
    String(
      decoding: LineDifference(from: Array(old.utf8), to: Array(new.utf8)).text("old", "new", color: false),
      as: UTF8.self)
  }

  @Test(arguments: [
    ("", "", ""),
    ("a\nb\n", "a\nb\n", ""),
    ("", "a\n", "@@ -0,0 +1,1 @@\n+a\n"),
    ("a\n", "", "@@ -1,1 +0,0 @@\n-a\n"),
    ("a\nb\nc\n", "a\nx\nc\n", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"),
    ("a\nb\nc\na\nb\nb\na\n", "c\nb\na\nb\na\nc\n", "@@ -1,7 +1,6 @@\n-a\n-b\n c\n+b\n a\n b\n-b\n a\n+c\n"),
    ("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\n5\n6\n7\n8\nx\n", "@@ -6,4 +6,4 @@\n 6\n 7\n 8\n-9\n+x\n"),
    ("a\nb", "a\nb\n", "@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"),
  ])
  func texts(_ old: String, _ new: String, _ hunks: String) {
    #expect(difference(old, new) == "--- old\n+++ new\n" + hunks)
  }

  @Test(arguments: [
    ("x\u{1B}]0;pwned\u{7}\u{1B}[2J\n", "x␛]0;pwned␇␛[2J\n"), ("a\r\n", "a␍\n"), ("a\rb\n", "a␍b\n"),
    ("\ta\n", "\ta\n"), ("a\u{202E}b\u{200B}c\u{9B}\u{7F}\n", "a\u{FFFD}b\u{FFFD}c\u{FFFD}␡\n"), ("é👩🏽‍💻\n", "é👩🏽‍💻\n"),
  ])
  func linesAreSafeOnATerminal(_ line: String, _ shown: String) {
    #expect(difference(line, "") == "--- old\n+++ new\n@@ -1,1 +0,0 @@\n-\(shown)")
    #expect(difference("", line) == "--- old\n+++ new\n@@ -0,0 +1,1 @@\n+\(shown)")
    #expect(difference(line, line + "b\n") == "--- old\n+++ new\n@@ -1,1 +1,2 @@\n \(shown)+b\n")
  }

  @Test func invalidUTF8IsShown() {
    let text = LineDifference(from: [0x61, 0xFF, 0xC2, 0x0A], to: []).text("old", "new", color: false)
    #expect(String(validating: text, as: UTF8.self)?.hasSuffix("\n-a\u{FFFD}\u{FFFD}\n") == true)
  }

  @Test func distantChangesAreSeparateHunks() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let new = old.replacing("2\n3\n", with: "3\n").replacing("19\n", with: "x\n")
    #expect(
      difference(old, new) == """
        --- old
        +++ new
        @@ -1,5 +1,4 @@
         1
        -2
         3
         4
         5
        @@ -16,5 +15,5 @@
         16
         17
         18
        -19
        +x
         20

        """)
  }

  @Test func textsWithNothingInCommonAreReplacedWhole() {
    let old = (0..<3000).map { "a\($0)\n" }.joined()
    let new = (0..<2000).map { "b\($0)\n" }.joined()
    let lines = difference(old, new).split(separator: "\n")
    #expect(lines.count == 5003)
    #expect(lines[2] == "@@ -1,3000 +1,2000 @@")
    #expect(lines[3] == "-a0")
    #expect(lines.last == "+b1999")
  }

  /// The difference must turn one text into the other, for all pairs of short texts.
  @Test func everyDifferenceLeadsFromOldToNew() {
    let texts = (0...4).flatMap { length in
      (0..<(1 << length)).map { bits in (0..<length).map { bits >> $0 & 1 == 0 ? "a\n" : "b\n" }.joined() }
    }
    for old in texts {
      for new in texts where old != new {
        let body = difference(old, new).split(separator: "\n").dropFirst(3)
        #expect(body.filter { !$0.hasPrefix("+") }.map { "\($0.dropFirst())\n" }.joined() == old)
        #expect(body.filter { !$0.hasPrefix("-") }.map { "\($0.dropFirst())\n" }.joined() == new)
      }
    }
  }

  @Test func colors() {
    let text = LineDifference(from: Array("a\n".utf8), to: Array("b\n".utf8)).text("old", "new", color: true)
    #expect(String(decoding: text, as: UTF8.self).contains("\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n"))
  }
}
