/// An object of JSON that is being written; its closing bracket is missing.
struct JSONObject {
  private(set) var bytes = [UInt8(ascii: "{")]

  /// Begins a member, whose value follows.
  mutating func key(_ key: String) {
    if bytes.last != UInt8(ascii: "{") { bytes.append(UInt8(ascii: ",")) }
    bytes.add(json: key)
    bytes.append(UInt8(ascii: ":"))
  }

  /// A member, if there is a value.
  mutating func add(_ key: String, _ text: String?) {
    guard let text else { return }
    self.key(key)
    bytes.add(json: text)
  }

  mutating func add(_ key: String, _ number: Int?) {
    guard let number else { return }
    self.key(key)
    bytes.add(String(number))
  }

  /// A number that is written already: `99.4`.
  mutating func add(_ key: String, decimal: String) {
    self.key(key)
    bytes.add(decimal)
  }

  mutating func object(_ key: String, _ body: (inout JSONObject) -> Void) {
    self.key(key)
    var object = JSONObject()
    body(&object)
    bytes += object.bytes + [UInt8(ascii: "}")]
  }
}
