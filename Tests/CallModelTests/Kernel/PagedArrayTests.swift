import Testing

@testable import CallModel

@Suite struct PagedArrayTests {
  @Test(arguments: [0, 1, 15, 16, 17, 511, 512, 513, 5_000]) func anArrayComesBackAsItWas(_ count: Int) {
    let array = (0..<count).map { UInt32($0) }
    let pages = PagedArray(array, after: nil)
    #expect(pages.array == array)
    #expect(PagedArray(array + [7], after: pages).array == array + [7])
    #expect(PagedArray(Array(array.dropLast(3)), after: pages).array == array.dropLast(3))
  }

  /// A moment in which one element has changed costs a page and a chapter, and every other page is that of before.
  @Test func whatHasNotChangedIsShared() {
    var array = (0..<10_000).map { UInt64($0) }
    let before = PagedArray(array, after: nil)
    array[5_000] = 1
    let after = PagedArray(array, after: before)
    #expect(after.array == array && before.array[5_000] == 5_000)
    #expect(after.pagesNotShared(with: before) == 1)
    #expect(PagedArray(array, after: after).pagesNotShared(with: after) == 0)
    #expect(PagedArray(array, after: nil).pagesNotShared(with: after) == 625)
  }

  /// What elements refer to is part of them.
  @Test func arraysOfArraysAreComparedByTheirValues() {
    var array = (0..<40).map { [$0] }
    let before = PagedArray(array, after: nil)
    array[20][0] = 99
    let after = PagedArray(array, after: before)
    #expect(after.array == array && before.array[20] == [20])
    #expect(after.pagesNotShared(with: before) == 1)
  }
}
