/// The style of a page, in the order in which later parts overrule earlier ones.
enum HTMLStyle {
  static let all = [base, frame, ladder, tables, print].joined(separator: "\n")
}
