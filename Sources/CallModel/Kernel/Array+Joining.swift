extension [String] {
  /// `A`, `A or B`, `A, B or C`: the words as a sentence lists them, with this conjunction before the last.
  package func joined(by conjunction: String) -> String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
