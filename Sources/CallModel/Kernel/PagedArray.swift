/// A stored array. It shares the pages that have not changed since an earlier moment with that one.
///
/// Pages of elements are compared bit by bit. Elements with the same bits are the same value: a page keeps what it
/// refers to alive, so no other object can have taken its place in memory. Equal elements whose padding differs are
/// kept twice, which costs memory and nothing else.
package struct PagedArray<Element: Sendable>: Sendable {
  /// Chapters of pages: a change costs a page and a chapter, however long the array is.
  private var chapters: [[[Element]]] = []
  private static var pageSize: Int { 16 }
  private static var chapterSize: Int { 32 }

  package init(_ array: [Element], after earlier: PagedArray?) {
    let size = Self.pageSize * Self.chapterSize
    chapters = stride(from: 0, to: array.count, by: size).enumerated().map { number, start in
      let known = earlier.flatMap { number < $0.chapters.count ? $0.chapters[number] : nil } ?? []
      return Self.chapter(array, start..<min(start + size, array.count), known)
    }
  }

  private static func chapter(_ array: [Element], _ range: Range<Int>, _ known: [[Element]]) -> [[Element]] {
    let ranges = stride(from: range.lowerBound, to: range.upperBound, by: pageSize).map {
      $0..<min($0 + pageSize, range.upperBound)
    }
    let isKnown = ranges.indices.map { $0 < known.count && areSame(known[$0], array, ranges[$0]) }
    if isKnown.allSatisfy(\.self), known.count == ranges.count { return known }
    return ranges.indices.map { isKnown[$0] ? known[$0] : Array(array[ranges[$0]]) }
  }

  private static func areSame(_ page: [Element], _ array: [Element], _ range: Range<Int>) -> Bool {
    guard page.count == range.count else { return false }
    let stride = MemoryLayout<Element>.stride
    return page.withUnsafeBytes { page in
      array.withUnsafeBytes { array in
        let bytes = UnsafeRawBufferPointer(rebasing: array[range.lowerBound * stride..<range.upperBound * stride])
        // Whole words first: a page is compared at every moment.
        let words = bytes.count / 8
        for word in 0..<words
        where page.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
          != bytes.loadUnaligned(fromByteOffset: word * 8, as: UInt64.self)
        {
          return false
        }
        return page[(words * 8)...].elementsEqual(bytes[(words * 8)...])
      }
    }
  }

  package var array: [Element] {
    var array: [Element] = []
    array.reserveCapacity(
      (chapters.last?.count ?? 0) * Self.pageSize + chapters.count * Self.pageSize * Self.chapterSize)
    for chapter in chapters { for page in chapter { array += page } }
    return array
  }

  /// The number of pages that the other does not have: the cost of keeping this one in addition to the other.
  func pagesNotShared(with other: PagedArray) -> Int {
    func isShared(_ page: [Element]) -> Bool {
      page.withUnsafeBufferPointer { page in
        other.chapters.contains { $0.contains { $0.withUnsafeBufferPointer { $0.baseAddress == page.baseAddress } } }
      }
    }
    return chapters.reduce(0) { $0 + $1.count { !isShared($0) } }
  }
}
