/// What the presence of attributes says: what a log lists depends on the switch, and on what it was written with.
public enum Presence: String, CaseIterable, Sendable {
  /// An event has the attributes that its table lists, and no others.
  case exact
  /// An event has at least the attributes that its table lists. The values of others count where the model knows them.
  case listed
  /// An event may lack attributes, too. The values of those that it has count.
  case ignore
}
