/// Which parties of a model are alike, so that any of them can take the place of any other.
///
/// States that differ only in the names of such parties are stored once: as the first of them, in the order of their
/// words.
package protocol Symmetry: Sendable {
  /// Replaces the packed state by the one that stands for all that differ from it only in names.
  ///
  /// Returns how many these are, and for each party by number the one whose place it takes.
  func standardize(_ words: inout [UInt64]) -> (count: Int, places: [UInt16])
}

/// For a model in which each party is treated as different from all others.
package enum NoSymmetry: Symmetry {
  package func standardize(_ words: inout [UInt64]) -> (count: Int, places: [UInt16]) { switch self {} }
}
