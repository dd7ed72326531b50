/// What the words of one server mean, a sentence or two each: what no table of the model can say.
struct Summaries: Sendable {
  let server: String
  let kinds: KeyValuePairs<String, String>
  /// What may follow a kind in `party NAME KIND`.
  let partyOptions: KeyValuePairs<String, String>
  let verbs: KeyValuePairs<String, String>
  let messages: KeyValuePairs<String, String>
  /// Attributes, and what may follow a verb and is no attribute of a message.
  let attributes: KeyValuePairs<String, String>
  /// What the rules call the recipients of each kind; of a kind without a name of its own, nothing.
  var recipients: KeyValuePairs<String, String> = [:]

  /// By the name that `callsim` gives the server.
  static func of(_ server: String) -> Summaries? {
    switch server {
    case "t-server": tServer
    case "ivr-server": ivrServer
    case "interaction-server": interactionServer
    case "recording": recording
    default: nil
    }
  }
}

extension KeyValuePairs<String, String> {
  /// What is said of the name; nothing of one that is not there.
  func said(of name: String) -> String { first { $0.key == name }?.value ?? "" }
}
