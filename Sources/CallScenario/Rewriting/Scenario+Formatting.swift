extension Scenario {
  /// The file in the one layout of scenario files, as `callsim fmt` writes it.
  ///
  /// Only blanks and blank lines change, so the file means what it meant. Comments stay where they are, with their
  /// text. A byte-order mark stays, and all lines end like the first: in LF or CR LF.
  ///
  /// There are no warnings, which are about what a file says: parse it for them.
  ///
  /// - Throws: The file's mistakes, in order; they refer to the file as `path`.
  public static func formatted(_ bytes: [UInt8], path: String = "scenario") throws(Mistakes) -> [UInt8] {
    _ = try Scenario(parsing: bytes, path: path)
    return ScenarioLayout(bytes).formatted()
  }
}
