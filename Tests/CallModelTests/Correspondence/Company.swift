@testable import CallModel

/// A server with whoever takes part, spoken to in words: `"IVR InitConf Peer"` is answered by
/// `["IVR InitConf Driver", …]`.
struct Company<State: CorrespondenceEngine>: ~Copyable {
  typealias Words = State.Words

  private var server = MessageServer<State>()
  private(set) var names: [String] = []
  private(set) var letters: [Letter<Words>] = []

  var state: State {
    get { server.state }
    set { server.state = newValue }
  }

  /// `"Driver ivr-driver"`, `"Agent agent state=logged-out"`, `"Chat interaction place=workbin:3"`
  init(_ parties: String...) { self.init(parties) }

  init(_ parties: [String]) {
    for party in parties {
      let words = party.split(separator: " ").map(String.init)
      names.append(words[0])
      _ = server.add(Words.Kind.allCases.first { "\($0.name)" == words[1] }!, Self.values(words))
    }
  }

  /// What is said as `key=value`.
  private static func values<Attribute: AttributeName>(_ words: [String]) -> Values<Attribute> {
    var values = Values<Attribute>()
    for option in words where option.contains("=") {
      let pair = option.split(separator: "=").map(String.init)
      let attribute = Attribute.allCases.first { "\($0.name)" == pair[0] }!
      values[attribute] = number(pair[1], attribute.reading)
    }
    return values
  }

  /// Texts are numbers here.
  private static func number(_ text: String, _ reading: Reading) -> UInt32? {
    switch reading {
    case .names(let names): return names.firstIndex { "\($0)" == text }.map(UInt32.init)
    case .place(let names):
      let pair = text.split(separator: ":").map(String.init)
      return UInt32(names.firstIndex { "\($0)" == pair[0] }!) << 16 | UInt32(pair[1])!
    default: return UInt32(text)
    }
  }

  func who(_ name: String) -> Correspondent { names.firstIndex(of: name).map { Correspondent(place: $0) } ?? .unknown }

  /// `"ACTOR VERB [TARGET] [on NAME] [key=value …]"`
  func deed(_ text: String, saying values: [Words.Attribute: UInt32] = [:]) -> Deed<Words> {
    let all = text.split(separator: " ").map(String.init)
    let words = all.filter { !$0.contains("=") }
    var deed = Deed<Words>(
      Words.Verb.allCases.first { "\($0.name)" == words[1] }!, by: who(words[0]), saying: Self.values(all))
    if words.count % 2 == 1 { deed.target = who(words[2]) }
    if let on = words.firstIndex(of: "on") { deed.on = who(words[on + 1]) }
    for (attribute, value) in values { deed.says[attribute] = value }
    return deed
  }

  func spelled(_ letter: Letter<Words>) -> String {
    "\(names[Int(letter.from.rawValue) - 1]) \(letter.message.name) \(names[Int(letter.to.rawValue) - 1])"
  }

  /// With the listed attributes that are numbers, names or somebody: `"SIP INVITE Media Dialog=1 SDP=D1"`.
  func written(_ letter: Letter<Words>) -> String {
    Words.Attribute.allCases.reduce(into: spelled(letter)) { text, attribute in
      guard letter.lists(attribute), let value = letter.values[attribute] else { return }
      switch attribute.reading {
      case .number: text += " \(attribute.name)=\(value)"
      case .names(let names): text += " \(attribute.name)=\(names[Int(value)])"
      case .correspondent: text += " \(attribute.name)=\(names[Int(value) - 1])"
      case .text, .place: break
      }
    }
  }

  /// The same as `says`, with what is written in it.
  mutating func writes(_ text: String) -> [String] {
    let said = says(text)
    return letters.isEmpty ? said : letters.map { written($0) }
  }

  /// What is said when that is done, or `refused:` and why.
  mutating func says(_ text: String, saying values: [Words.Attribute: UInt32] = [:]) -> [String] {
    letters = []
    do throws(Refusal<State>) {
      letters = try server.apply(deed(text, saying: values))
      return letters.map { spelled($0) }
    } catch {
      return [
        "refused: " + server.sentence(error) { names.indices.contains($0.place) ? names[$0.place] : "a stranger" }
      ]
    }
  }

  /// Does it all; what is said last.
  mutating func after(_ texts: String...) {
    for text in texts { _ = says(text) }
  }
}

extension CorrespondenceEngine {
  /// Requests that no rule answers in some state that can be reached from here.
  func unanswered(by book: borrowing Rulebook<Self>) -> [Deed<Words>] {
    var unanswered: [Deed<Words>] = []
    var seen = StateTable()
    var words: [UInt64] = []
    pack(into: &words)
    _ = seen.insert(words)
    var next = 0
    var state = self
    while next < seen.count {
      state.unpack(seen[next])
      let found = state
      var deeds: [Deed<Words>] = []
      found.attempts(book, .everything) { deeds.append($0) }
      for deed in deeds {
        var letters: [Letter<Words>] = []
        if (try? state.perform(deed, by: book, into: &letters)) == nil {
          if deed.verb.isRequest { unanswered.append(deed) }
          continue
        }
        words = []
        state.pack(into: &words)
        _ = seen.insert(words)
        state = found
      }
      next += 1
    }
    return unanswered
  }
}
