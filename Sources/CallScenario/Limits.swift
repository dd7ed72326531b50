/// The limits of the scenario language. To exceed one is a mistake like any other.
public enum Limits {
  /// Bytes of a file: 16 MiB.
  public static let file = 16_777_216
  /// Bytes of a line, without its line end.
  public static let line = 65_536
  /// Parties of a file.
  public static let parties = 1_000
  /// Properties of a file, with those of the command line.
  public static let properties = 30
  /// Messages after `eventually` in one property.
  public static let alternatives = 30
  /// Actions of all flows of a file together.
  public static let actions = 100_000
  /// Calls at a time.
  public static let calls = 4_096
  /// Marks of a file.
  public static let marks = 1_000
  /// Flows after marks; `main` is not counted.
  public static let flows = 10_000
  /// Milliseconds that all waits of a flow may last together, with those before its mark: 1,000,000 hours.
  public static let waits = 3_600_000_000_000
  /// Mistakes that are reported one by one; further ones are only counted.
  public static let mistakes = 100

  /// Warnings about a file that are given one by one; further ones are only counted.
  public static let warnings = 10

  /// Why a file of these bytes could not be read: it or one of its lines is too long; nil if it could.
  package static func excess(in bytes: [UInt8]) -> String? {
    if bytes.count > file { return "the file would have \(bytes.count) bytes: at most \(file) are read" }
    for (index, line) in FileLines(bytes).lines.enumerated() where line.text.count > Limits.line {
      return "line \(index + 1) would have \(line.text.count) bytes: at most \(Limits.line) are allowed"
    }
    return nil
  }
}
