import CallModel

/// Where a message and its attributes come from, in words.
public struct MessageOrigin: Sendable, Equatable {
  /// The part that the recipient plays: `the called party`.
  public var recipient: String
  /// The option of the profile under which the message is sent at all.
  public var option: Governing?
  /// The attributes that it carries, listed ones first.
  public var attributes: [AttributeOrigin]
  /// Attributes that other profiles would list.
  public var leftOut: [AttributeOrigin]
}

/// Where the value of an attribute comes from.
public struct AttributeOrigin: Sendable, Equatable {
  public var name: String
  /// `the caller`, `Destination (given by the rule)`
  public var origin: String
  public var isListed: Bool
  /// The option of the profile that decides whether it is listed.
  public var option: Governing?
}

/// An option of the profile that decides whether something is there.
public struct Governing: Sendable, Equatable {
  /// `optional`
  public var option: String
  /// The values under which it is there.
  public var values: [String]
  /// What the manual calls the footnote: `*OPT`.
  public var footnote: String?

  /// `optional=reported, *OPT`
  public var text: String { "\(option)=\(values.joined(separator: "|"))" + (footnote.map { ", \($0)" } ?? "") }
}

extension MessageOrigin {
  /// `present` says whether the profile has what a condition asks for.
  init(_ sent: SentMessage?, alsoKnown: [SentAttribute] = [], present: (Condition) -> Bool) {
    let attributes = (sent?.attributes ?? []) + alsoKnown
    recipient = sent?.recipient ?? ""
    option = sent?.condition.map(Governing.init)
    self.attributes = attributes.filter { $0.condition.map(present) ?? true }.map(AttributeOrigin.init)
    leftOut = attributes.filter { !($0.condition.map(present) ?? true) }.map(AttributeOrigin.init)
  }

  /// Of an attribute that the message carries.
  func attribute(_ name: String, isListed: Bool) -> AttributeOrigin? {
    attributes.first { $0.name == name && $0.isListed == isListed } ?? attributes.first { $0.name == name }
  }
}

extension AttributeOrigin {
  init(_ attribute: SentAttribute) {
    self.init(
      name: attribute.name, origin: attribute.origin, isListed: attribute.isListed,
      option: attribute.condition.map(Governing.init))
  }
}

extension Governing {
  init(_ condition: Condition) {
    self.init(option: condition.option, values: condition.values, footnote: condition.footnote)
  }
}
