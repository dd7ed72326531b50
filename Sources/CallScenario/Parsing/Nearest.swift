/// The word that was probably meant, or nil if no word is near; of several equally near words, the first.
///
/// Near means few insertions, deletions, replacements and swaps of neighbours; case does not count.
package func nearest(_ word: String, in words: [String]) -> String? {
  let written = folded(word)
  guard (1...longestWord).contains(written.count) else { return nil }
  var best: String?
  var bound = allowedEdits(written.count)
  for candidate in words {
    let meant = folded(candidate)
    guard meant.count <= longestWord, abs(meant.count - written.count) <= bound else { continue }
    let distance = edits(from: written, to: meant)
    guard distance <= bound else { continue }
    if distance == 0 { return candidate }
    best = candidate
    bound = distance - 1
  }
  return best
}

/// A longer word is surely not one of ours, and comparing it would cost more than it is worth.
private let longestWord = 64

/// The shorter a word is, the fewer edits are allowed: among parties A, B and C, a D has no near name.
private func allowedEdits(_ length: Int) -> Int {
  switch length {
  case ...1: 0
  case 2...4: 1
  case 5...8: 2
  default: 3
  }
}

private func folded(_ word: String) -> [UInt8] {
  word.utf8.map { lowercased($0) }
}

/// The lower case of an ASCII letter; other bytes are unchanged.
func lowercased(_ byte: UInt8) -> UInt8 {
  (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}

/// The optimal string alignment distance.
private func edits(from a: [UInt8], to b: [UInt8]) -> Int {
  var beforeLast = [Int](repeating: 0, count: b.count + 1)
  var last = Array(0...b.count)
  var row = last
  for i in a.indices {
    row[0] = i + 1
    for j in b.indices {
      let replaced = last[j] + (a[i] == b[j] ? 0 : 1)
      row[j + 1] = min(replaced, last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
      }
    }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[b.count]
}
