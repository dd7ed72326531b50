/// The fixed pseudo-random order in which the calls of a bench take their steps.
struct Schedule {
  /// The number of calls that proceed in parallel: a power of two.
  static let calls = 1_024

  private var random: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  mutating func next() -> Int {
    random ^= random &<< 13
    random ^= random &>> 7
    random ^= random &<< 17
    return Int(truncatingIfNeeded: random &>> 32) & (Self.calls - 1)
  }
}
