import Testing

@testable import CallScenario

@Suite struct UnmodelledNamesTests {
  @Test(arguments: [
    ("TRegisterAddress", "registration of DNs"), ("RequestSendDtmf", "digits"), ("eventmailboxlogin", "mailboxes"),
  ])
  func namesHaveASubject(_ name: String, _ subject: String) {
    #expect(UnmodelledNames.subject(of: name) == subject)
  }

  @Test(arguments: ["TMakeCall", "TRegister", "", "Request", "RegisterAddress"])
  func otherNamesHaveNone(_ name: String) {
    #expect(UnmodelledNames.subject(of: name) == nil)
  }

  /// A name that is modelled must leave the table, and each is there once.
  @Test func noneIsModelled() {
    let names = UnmodelledNames.subjects.flatMap(\.value)
    let words = Servers.vocabularies[0]
    for name in names {
      #expect(!words.verbs.contains { $0.name == name } && !words.messages.contains(name), "\(name) is modelled")
    }
    #expect(Set(names).count == names.count)
  }
}
