/// What a shell offers at some place of a command line.
enum Completion: Equatable, Sendable {
  case nothing
  /// Words that `isPlain`.
  case words([String])
  case files
  case folders
  /// Scenario files, and folders on the way to them.
  case scenarios
  /// What the scenario files on the command line declare.
  case flows, marks, parties

  /// Whether the word can be written in every shell without quotes.
  static func isPlain(_ word: String) -> Bool {
    !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
          true
        default: false
        }
      }
  }

  /// An awk program that prints the names which scenario files declare, one a line.
  var declarations: String? {
    switch self {
    case .flows:
      #"FNR == 1 { print "main" } $1 == "after" { print ($3 == "as" ? $4 : $2) }"#
    case .marks: #"$1 == "mark" { print $2 }"#
    case .parties: #"$1 == "party" { print $2 }"#
    case .nothing, .words, .files, .folders, .scenarios: nil
    }
  }
}
