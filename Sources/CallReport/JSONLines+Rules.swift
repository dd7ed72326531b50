public import CallModel

extension JSONLines {
  /// `{"server":"…","rule":"…","verbs":["…"],"source":"…"}` for each rule.
  public mutating func append(_ rules: [RuleReference], of server: String) {
    for rule in rules {
      field("{\"server\":\"", server)
      field(",\"rule\":\"", rule.name)
      literal(",\"verbs\":[")
      for (number, verb) in rule.verbs.enumerated() {
        field(number == 0 ? "\"" : ",\"", verb)
      }
      literal("]")
      field(",\"source\":\"", rule.source)
      literal("}\n")
    }
  }
}
