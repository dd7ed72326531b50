/// What the words of one server mean, a sentence or two each; the model's tables do not contain this.
struct Summaries: Sendable {
  let server: String
  let kinds: KeyValuePairs<String, String>
  /// The options that may follow a kind in `party NAME KIND`.
  let partyOptions: KeyValuePairs<String, String>
  let verbs: KeyValuePairs<String, String>
  let messages: KeyValuePairs<String, String>
  /// Attributes, and parameters of verbs that are not attributes of a message.
  let attributes: KeyValuePairs<String, String>
  /// What the rules call the recipients of each kind; empty for a kind without its own name.
  var recipients: KeyValuePairs<String, String> = [:]

  /// The summaries of the server that `callsim` calls by this name.
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
  /// The text for the name, or an empty one.
  func said(of name: String) -> String { first { $0.key == name }?.value ?? "" }
}
