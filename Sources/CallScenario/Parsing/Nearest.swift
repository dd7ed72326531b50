extension [String] {
  /// The word that was probably meant, or nil if no word is near; of several equally near words, the first.
  ///
  /// Near means few insertions, deletions, replacements and swaps of neighbors; case does not count.
  package func nearest(to word: String) -> String? {
    let written = word.utf8.map(\.lowercased)
    guard (1...Self.longestWord).contains(written.count) else { return nil }
    var best: String?
    var bound = Self.allowedEdits(written.count)
    for candidate in self {
      let meant = candidate.utf8.map(\.lowercased)
      guard meant.count <= Self.longestWord, abs(meant.count - written.count) <= bound else { continue }
      let distance = written.distance(to: meant)
      guard distance <= bound else { continue }
      if distance == 0 { return candidate }
      best = candidate
      bound = distance - 1
    }
    return best
  }

  /// The only word that begins like this one, in whatever case: `TAnswer` can only become TAnswerCall.
  package func completion(of word: String) -> String? {
    let written = word.utf8.map(\.lowercased)
    guard (4...Self.longestWord).contains(written.count) else { return nil }
    let words = filter { $0.utf8.lazy.map(\.lowercased).starts(with: written) }
    return words.count == 1 ? words[0] : nil
  }

  /// A longer word is surely not one of ours, and comparing it would cost more than it is worth.
  private static var longestWord: Int { 64 }

  /// The shorter a word is, the fewer edits are allowed: among parties A, B and C, a D has no near name.
  private static func allowedEdits(_ length: Int) -> Int {
    switch length {
    case ...1: 0
    case 2...4: 1
    case 5...8: 2
    default: 3
    }
  }
}

extension [UInt8] {
  /// The optimal string alignment distance.
  fileprivate func distance(to other: [UInt8]) -> Int {
    var beforeLast = [Int](repeating: 0, count: other.count + 1)
    var last = [Int](0...other.count)
    var row = last
    for i in indices {
      row[0] = i + 1
      for j in other.indices {
        let replaced = last[j] + (self[i] == other[j] ? 0 : 1)
        row[j + 1] = Swift.min(replaced, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, self[i] == other[j - 1], self[i - 1] == other[j] {
          row[j + 1] = Swift.min(row[j + 1], beforeLast[j - 1] + 1)
        }
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[other.count]
  }
}
