import CallScenario

/// The chapters of a page: the folders of its scenarios.
enum HTMLChapter {
  /// The chapters of the manual in its order, and those of the other servers, as the index of the scenarios has them.
  static let known: [(folder: String, title: String)] = [
    ("basic-call-models", "Basic call models"),
    ("releasing-calls", "Releasing calls"),
    ("holding-transferring-conferencing", "Holding, transferring and conferencing"),
    ("special-cases", "Special cases"),
    ("predictive-dialing", "Predictive dialing"),
    ("monitoring-calls", "Monitoring calls"),
    ("user-data", "User data"),
    ("agents", "Agents"),
    ("virtual-queues", "Virtual queues"),
    ("digits-and-queries", "Digits, queries and the DN"),
    ("registration", "Registration"),
    ("profile-options", "Profile options"),
    ("compositions", "Compositions"),
    ("ivr-conference", "IVR Server"),
    ("interaction-models", "Interaction Server"),
    ("interaction-conference", "Interaction Server: conferences"),
    ("recording", "Recording"),
    ("side-by-side", "Two servers side by side"),
    ("regression", "Regression"),
  ]

  /// The place of the scenario's chapter among the known ones; nil if it has none there.
  static func order(of path: String) -> Int? {
    let folder = folders(of: path).first
    return known.firstIndex { $0.folder == folder }
  }

  /// `Basic call models`, or `Compositions: who can hang up`.
  static func title(of path: String) -> String {
    let folders = folders(of: path)
    guard let first = folders.first else { return "Scenarios" }
    let title = known.first { $0.folder == first }?.title ?? capitalized(words(of: first))
    return ([title] + folders.dropFirst().map(words)).joined(separator: ": ")
  }

  /// The folders from the known one on; else those below the first one, which usually holds all scenarios.
  private static func folders(of path: String) -> [String] {
    let folders = path.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String($0) ?? "" }
      .filter { $0 != "." && $0 != ".." }
    let start = folders.firstIndex { folder in known.contains { $0.folder == folder } }
    return Array(folders.dropFirst(start ?? (folders.count > 1 ? folders.count - 1 : 0)))
  }

  private static func words(of folder: String) -> String {
    String(folder.map { $0 == "-" || $0 == "_" ? " " : $0 })
  }

  private static func capitalized(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}
