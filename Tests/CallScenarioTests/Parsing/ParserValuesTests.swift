import Testing

@testable import CallScenario

struct ParserValuesTests {
  private let parties = "scenario T\nparty A extension dn=5001\nparty B acd-group\nA ring\n"

  @Test(arguments: [
    ("ErrorMessage=x", one("x")),
    ("ErrorMessage=x?", one("x", isOptional: true)),
    ("ErrorMessage=*", .any(isOptional: false)),
    ("ErrorMessage=*?", .any(isOptional: true)),
    ("!ErrorMessage", .absent),
    ("ErrorMessage=a|b|c?", one("a", "b", "c", isOptional: true)),
    ("ErrorMessage=a*b?c", one("a*b?c")),
    ("ErrorMessage=a=b", one("a=b")),
    ("ErrorMessage=!a", one("!a")),
    ("ErrorMessage=...", one("...")),
    (#"ErrorMessage="*""#, one("*")),
    (#"ErrorMessage="a|b"?"#, one("a|b", isOptional: true)),
    (#"ErrorMessage="a \"b\" \\"|c?"#, one(#"a "b" \"#, "c", isOptional: true)),
    (#"ErrorMessage=a\b"#, one(#"a\b"#)),
    (#"ErrorMessage="ä # 日本""#, one("ä # 日本")),
    ("CallState=ok|BUSY|7", one("OK", "Busy", "7")),
    (#"CallState="ok""#, one("OK")),
    ("ThisDNRole=roleless", nil),
    ("OtherDN=A|B|5002?", one("5001", "B", "5002", isOptional: true)),
    ("OtherDN=5001", one("5001")),
    (#"OtherDN="A""#, one("A")),
    ("ErrorCode=0123|000|7", one("123", "0", "7")),
    (#"ErrorCode="01""#, one("1")),
    ("ErrorCode=018446744073709551615", one("18446744073709551615")),
    ("ErrorCode=18446744073709551616", nil),
    ("CallState=007|18446744073709551615?", one("7", "18446744073709551615", isOptional: true)),
    ("CallState=18446744073709551616", nil),
    ("OtherDN=007", one("007")), ("ErrorMessage=007", one("007")),
    ("ErrorCode=*?", .any(isOptional: true)),
  ])
  func reads(_ attribute: String, _ pattern: Pattern?) throws {
    let scenario = try? parsed(parties + "  A EventError \(attribute)\n")
    let messages = try scenario?.flows[0].action(0).messages()
    #expect(messages?[0].attributes.map(\.pattern) == pattern.map { [$0] })
  }

  @Test(arguments: [
    ("ErrorCode=x1", "ErrorCode is a decimal number, not x1"),
    ("ThisDNRole=RoleOrigination", "unknown value RoleOrigination of ThisDNRole — did you mean Origination?"),
    ("ErrorCode=+1", "ErrorCode is a decimal number, not +1"),
    (
      "ErrorCode=99999999999999999999",
      "ErrorCode is a number up to 18446744073709551615, not 99999999999999999999"
    ),
    (
      "CallState=ok|018446744073709551616",
      "CallState is a number up to 18446744073709551615, not 018446744073709551616"
    ),
  ])
  func numbersEnd(_ attribute: String, _ message: String) {
    #expect(mistakes(parties + "  A EventError \(attribute)\n").map { $0.hasSuffix(" " + message) } == [true])
  }

  @Test(arguments: [
    ("", "ErrorMessage has an empty value", 16), ("?", "ErrorMessage has an empty value", 16),
    ("\"\"", "ErrorMessage has an empty value", 16),
    ("|a", "ErrorMessage has an empty value among others", 29),
    ("a||b", "ErrorMessage has an empty value among others", 31),
    ("a|", "ErrorMessage has an empty value among others", 31),
    ("a|?", "ErrorMessage has an empty value among others", 31),
    ("a*", "a* is not a value: * must be alone, for any value", 29),
    ("*|a", "* is not a value: * must be alone, for any value", 29),
    ("a|*", "* is not a value: * must be alone, for any value", 31),
    ("**", "** is not a value: * must be alone, for any value", 29),
    ("a?|b", "a? is not a value: ? may be written only once, after the last value", 29),
    ("a??", "a? is not a value: ? may be written only once, after the last value", 29),
    ("a\"b\"", "there is a quote inside a bare value: quotes must enclose the whole value", 30),
    ("\"a\"b", "unexpected b after the closing quote", 32), ("\"a\"??", "unexpected ?? after the closing quote", 32),
    (#""a\n""#, #"unknown escape: inside quotes, only \" and \\ are allowed"#, 31),
    ("\"a", "the quoted value does not end on its line", 29),
    ("\"a\"|\"b", "the quoted value does not end on its line", 33),
  ])
  func reports(_ value: String, _ message: String, _ column: Int) {
    do {
      _ = try parsed(parties + "  A EventError ErrorMessage=\(value)\n")
      Issue.record("no mistake in \(value)")
    } catch {
      #expect(error.diagnostics.map(\.message) == [message])
      #expect(error.diagnostics[0].position.column == column)
    }
  }
}
