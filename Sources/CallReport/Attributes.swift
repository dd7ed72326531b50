/// Which attributes of a message a report shows.
public enum Attributes: String, CaseIterable, Sendable {
  /// Those that the manual's cell lists.
  case listed
  /// Those that the server knows beyond them, too.
  case all
}
