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
    look(1)
    return array[index]
  }

  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    look(range.count)
    return array[range]
  }

  #if DEBUG
    private final class Counter {
      var looks = 0
    }

    private let counter = Counter()
    var looks: Int { counter.looks }

    private func look(_ number: Int) { counter.looks += number }
  #else
    private func look(_ number: Int) {}
  #endif
}
