/// A value that is seldom there, and then takes no more room than a reference.
struct Rare<Value: Sendable>: Sendable {
  private var values: [Value] = []

  init() {}

  /// Whether there is none.
  var isEmpty: Bool { values.isEmpty }

  /// The value; nil if there is none.
  var value: Value? { values.first }

  /// Changes the value in its place, if there is one.
  mutating func change(_ body: (inout Value) -> Void) {
    if !values.isEmpty { body(&values[0]) }
  }

  /// Changes the value in its place, or this one if there is none.
  mutating func change<Result>(or new: @autoclosure () -> Value, _ body: (inout Value) -> Result) -> Result {
    if values.isEmpty { values.append(new()) }
    return body(&values[0])
  }
}
