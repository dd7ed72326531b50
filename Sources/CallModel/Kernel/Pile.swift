/// A list that grows without moving its elements, so that it never needs the memory for a copy of itself.
struct Pile<Element: BitwiseCopyable>: ~Copyable {
  private static var bits: Int { 20 }
  private var chunks: [UnsafeMutablePointer<Element>] = []
  /// The number of elements, and of gaps between them.
  private(set) var count = 0

  init() {}

  deinit { for chunk in chunks { chunk.deallocate() } }

  subscript(place: Int) -> Element {
    @inline(__always) get { pointer(to: place).pointee }
  }

  /// Where the element is; those that were appended with it follow.
  @inline(__always)
  func pointer(to place: Int) -> UnsafePointer<Element> {
    UnsafePointer(chunks[place >> Self.bits] + place & (1 << Self.bits - 1))
  }

  mutating func append(_ element: Element) {
    makeRoom(for: 1)
    (chunks[count >> Self.bits] + count & (1 << Self.bits - 1)).initialize(to: element)
    count += 1
  }

  /// Appends the elements, which then lie next to each other, and returns the place of the first.
  mutating func append(_ elements: UnsafeBufferPointer<Element>) -> Int {
    makeRoom(for: elements.count)
    let place = count
    let start = chunks[place >> Self.bits] + place & (1 << Self.bits - 1)
    for number in elements.indices { (start + number).initialize(to: elements[number]) }
    count += elements.count
    return place
  }

  /// The rest of a chunk that is too short stays unused.
  private mutating func makeRoom(for size: Int) {
    precondition(size <= 1 << Self.bits, "\(size) elements do not fit together")
    let end = chunks.count << Self.bits
    if count + size <= end { return }
    count = end
    chunks.append(.allocate(capacity: 1 << Self.bits))
  }
}
