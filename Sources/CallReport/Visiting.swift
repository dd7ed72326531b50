extension Span where Element: ~Copyable {
  /// Passes each element to `body` where it lies. A loop would copy it: that takes longer than to write a message,
  /// because a step or a message has many parts, and each is counted.
  @inline(__always)
  func visit<Failure: Error>(_ body: (borrowing Element) throws(Failure) -> Void) throws(Failure) {
    for index in indices { try body(self[index]) }
  }
}
