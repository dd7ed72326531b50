import Testing

@testable import callsim

/// A new file replaces an old one completely, or not at all.
@Suite struct ReplacementTests {
  private let scratch = Scratch(["f/a": "old"])

  private func folder() throws -> OpenFolder { try OpenFolder(scratch.path("f")) }

  @Test func keepsTheMode() throws {
    scratch.setMode("f/a", 0o751)
    let number = scratch.number("f/a")
    try folder().replace("a", folder().read("a", atMost: 10), with: Array("new".utf8))
    #expect(scratch.read("f/a") == "new")
    #expect(scratch.mode("f/a") == 0o751)
    #expect(scratch.number("f/a") != number)
    #expect(scratch.names("f") == ["a"])
  }

  @Test func makesAMissingFile() throws {
    try folder().replace("b", .missing, with: Array("new".utf8))
    #expect(scratch.read("f/b") == "new")
    #expect(scratch.names("f") == ["a", "b"])
  }

  @Test(arguments: ["edited", "o", "old and more", ""]) func anEditIsKept(_ edit: String) throws {
    let old = try folder().read("a", atMost: 10)
    scratch.write("f/a", edit)
    #expect(throws: ReplacementFailure.changedMeanwhile) { try folder().replace("a", old, with: Array("new".utf8)) }
    #expect(scratch.read("f/a") == edit)
    #expect(scratch.names("f") == ["a"])
  }

  @Test func anotherFileInItsPlaceIsKept() throws {
    let old = try folder().read("a", atMost: 10)
    // The old file stays, so that the new one has another inode number.
    scratch.hardLink("f/b", to: "f/a")
    scratch.remove("f/a")
    scratch.write("f/a", "old")
    #expect(throws: ReplacementFailure.changedMeanwhile) { try folder().replace("a", old, with: Array("new".utf8)) }
    scratch.remove("f/a")
    #expect(throws: ReplacementFailure.changedMeanwhile) { try folder().replace("a", old, with: Array("new".utf8)) }
    scratch.link("f/a", to: "b")
    #expect(throws: ReplacementFailure.changedMeanwhile) { try folder().replace("a", old, with: Array("new".utf8)) }
    #expect(scratch.read("f/b") == "old")
    #expect(scratch.names("f") == ["a", "b"])
    #expect(throws: ReplacementFailure.changedMeanwhile) {
      try folder().replace("b", .missing, with: Array("new".utf8))
    }
  }

  @Test func theSameBytesFromAnotherRunAreNoEdit() throws {
    let old = try folder().read("a", atMost: 10)
    try folder().replace("a", old, with: Array("new".utf8))
    try folder().replace("a", old, with: Array("new".utf8))
    #expect(scratch.read("f/a") == "new")
    #expect(scratch.names("f") == ["a"])
  }

  @Test func foldersDoNotFollowLinks() throws {
    scratch.link("f/link", to: "a")
    scratch.link("f/up", to: "..")
    #expect(throws: SystemError.link) { try folder().read("link", atMost: 10) }
    #expect(throws: SystemError.link) { _ = try folder().folder("up") }
    #expect(try folder().identity(of: "link").kind == .link)
  }

  @Test func tooLargeFilesAreNotRead() throws {
    #expect(try folder().read("a", atMost: 3).bytes == Array("old".utf8))
    #expect { try folder().read("a", atMost: 2) } throws: { ($0 as? SystemError)?.isTooLarge == true }
  }
}
