/// Which attributes of a message a report shows.
public enum AttributeChoice: String, CaseIterable, Sendable {
  /// The attributes that the manual's cell lists.
  case listed
  /// Also the attributes that the server knows and the cell leaves out.
  case all
}
