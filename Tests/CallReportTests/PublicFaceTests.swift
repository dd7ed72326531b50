import Testing

/// What a user of the libraries sees: every public declaration is explained, and there are not too many of them.
@Suite struct PublicFaceTests {
  private static let modules = ["CallModel", "CallScenario", "CallReport", "CallLog", "CallCheck"]

  /// The paths of a module's files, however deep.
  private static func paths(_ module: String) -> [String] {
    ["*", "*/*", "*/*/*", "*/*/*/*"].flatMap { Repository.paths("Sources/\(module)/\($0).swift") }
  }

  private static let declarations: [String: [PublicFace.Declaration]] = Dictionary(
    uniqueKeysWithValues: modules.map { module in
      (module, paths(module).flatMap { PublicFace(Repository.text(of: $0), path: $0).declarations })
    })

  private static func topLevelNames(_ module: String) -> Set<String> {
    Set((declarations[module] ?? []).filter { $0.isTopLevel && $0.keyword != "extension" }.map(\.name))
  }

  @Test(arguments: modules) func everyFileIsUnderstood(_ module: String) {
    for path in Self.paths(module) { #expect(PublicFace(Repository.text(of: path), path: path).isBalanced, "\(path)") }
  }

  /// So that no other test passes because it saw nothing.
  @Test(arguments: zip(modules, [(90, 250, 90), (40, 180, 30), (15, 15, 1), (20, 60, 15), (20, 50, 15)]))
  func allFilesWereSeen(_ module: String, _ least: (files: Int, declarations: Int, cases: Int)) {
    let declarations = Self.declarations[module] ?? []
    #expect(Self.paths(module).count >= least.files)
    #expect(declarations.count { $0.keyword != "case" } >= least.declarations)
    #expect(declarations.count { $0.keyword == "case" } >= least.cases)
    let known = [
      "CallModel": "Switch", "CallScenario": "Scenario", "CallReport": "Table", "CallLog": "LogReader",
      "CallCheck": "Judge",
    ][module]
    #expect(known.map(Self.topLevelNames(module).contains) == true)
  }

  @Test(arguments: modules) func everyPublicDeclarationHasASummary(_ module: String) {
    let silent = (Self.declarations[module] ?? []).filter { ($0.summary ?? "").isEmpty }
    #expect(silent.isEmpty, "\(silent.map { "\n\($0.place): \($0.keyword) \($0.name)" }.joined())")
  }

  @Test(arguments: modules) func noSummaryIsLongerThan150Characters(_ module: String) {
    let long = (Self.declarations[module] ?? []).filter { $0.summary?.count ?? 0 > 150 }
    #expect(long.isEmpty, "\(long.map { "\n\($0.place): \($0.keyword) \($0.name)" }.joined())")
  }

  @Test func callModelStaysSmall() {
    let names = Self.topLevelNames("CallModel").sorted()
    #expect(names.count <= 45, "\(names)")
    #expect((Self.declarations["CallModel"] ?? []).count(where: \.isType) <= 120)
  }

  @Test func noTwoModulesShareAName() {
    for (index, module) in Self.modules.enumerated() {
      for other in Self.modules[..<index] {
        #expect(Self.topLevelNames(module).intersection(Self.topLevelNames(other)).isEmpty, "\(module), \(other)")
      }
    }
  }

  // MARK: What finds them

  @Test func declarationsAreFound() {
    let source = """
      /// A thing.
      ///
      /// More about it.
      public struct Thing {
        public var silent: Int
        /// One sentence. And
        /// another one.
        @inlinable
        public static func told() { switch 1 { case 1: break } }
        var hidden = "public var {"  // {
        /// A choice.
        public enum Choice: Int {
          case first
          /// Two cases.
          case second, third
          var text: String {
            switch self {
            case .first: "\\(1)}"
            }
          }
        }
        package enum Own { case one }
        public enum Short { case a, b }
      }
      /// A need.
      public protocol Need {
        var requirement: Int { get }
      }
      extension Thing {
        @discardableResult public mutating func == (one: Self, other: Self) -> Bool { true }
        public init?(_ number: Int) {}
      }
      """
    let face = PublicFace(source, path: "x")
    #expect(face.isBalanced)
    #expect(
      face.declarations.map { "\($0.place) \($0.keyword) \($0.name): \($0.summary ?? "-")" } == [
        "x:4 struct Thing: A thing.", "x:5 var silent: -", "x:9 func told: One sentence.",
        "x:12 enum Choice: A choice.",
        "x:13 case first: -", "x:15 case second: Two cases.", "x:23 enum Short: -", "x:23 case cases of Short: -",
        "x:26 protocol Need: A need.", "x:27 var requirement: -", "x:30 func ==: -", "x:31 init : -",
      ])
    #expect(face.declarations.filter(\.isTopLevel).map(\.name) == ["Thing", "Need"])
  }

  @Test(arguments: ["struct A {", "}", "let a = \"\"\"\n"]) func unfinishedSourceIsNoticed(_ source: String) {
    #expect(!PublicFace(source, path: "x").isBalanced)
  }
}
