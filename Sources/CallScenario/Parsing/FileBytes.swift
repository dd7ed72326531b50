/// The bytes of a file.
///
/// Debug builds count how often a byte is read. Tests use that count, which is the same on every run and machine, to
/// show that reading takes time in proportion to the file.
struct FileBytes {
  let array: [UInt8]
  var count: Int { array.count }

  init(_ array: [UInt8]) {
    self.array = array
  }

  subscript(index: Int) -> UInt8 {
    addReads(1)
    return array[index]
  }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    addReads(range.count)
    return array[range]
  }

  #if DEBUG
    private final class Counter {
      var reads = 0
    }

    private let counter = Counter()
    var reads: Int { counter.reads }

    private func addReads(_ number: Int) { counter.reads += number }
  #else
    private func addReads(_ number: Int) {}
  #endif
}
