/// The texts of a log as numbers: its DNs and the AgentIDs of its agents.
///
/// Observations hold numbers, so that they are small and quick to compare.
public struct NameTable: Sendable {
  private var numbers: [String: UInt32] = [:]
  private var texts = [""]

  /// Makes a table without texts.
  public init() {}

  /// The number of a text, the same each time; 0 for the empty text.
  public mutating func number(of text: String) -> UInt32 {
    if text.isEmpty { return 0 }
    if let known = numbers[text] { return known }
    let number = UInt32(texts.count)
    numbers[text] = number
    texts.append(text)
    return number
  }

  /// The DN with this text.
  public mutating func dn(_ text: String) -> Observation.DN { Observation.DN(number(of: text)) }

  /// The text with this number; empty if there is none.
  public subscript(number: UInt32) -> String { Int(number) < texts.count ? texts[Int(number)] : "" }

  /// The text of a DN; empty for none.
  public subscript(dn: Observation.DN) -> String { self[dn.rawValue] }
}
