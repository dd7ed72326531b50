/// The digits that a caller enters on its phone.
package enum Digits {
  /// The most digits that an event can report.
  package static let limit = 64

  /// Why the text is not what a caller can enter; nil if it is.
  package static func mistake(in text: String) -> String? {
    if text.isEmpty { return "there is no digit" }
    if text.utf8.count > limit { return "there are more than \(limit) digits" }
    let isPossible = text.utf8.allSatisfy { (48...57).contains($0) || $0 == 42 || $0 == 35 }
    return isPossible ? nil : "the digits are 0 to 9, * and #"
  }
}
