import CallModel

/// Where a message and its attributes come from, in words.
public struct MessageOrigin: Hashable, Sendable {
  /// The recipient's role, as the rules name it: `the called party`.
  public internal(set) var recipient: String
  /// The profile option that decides whether the message is sent.
  public internal(set) var option: ProfileCondition?
  /// The attributes that the message carries, listed ones first.
  public internal(set) var attributes: [AttributeOrigin]
  /// Attributes that other profiles would list.
  public internal(set) var leftOut: [AttributeOrigin]
}

/// Where the value of an attribute comes from.
public struct AttributeOrigin: Hashable, Sendable {
  /// The attribute's name: `OtherDN`.
  public internal(set) var name: String
  /// `the caller`, or `Destination (given by the rule)`.
  public internal(set) var origin: String
  /// Whether the manual's cell lists the attribute.
  public internal(set) var isListed: Bool
  /// The profile option that decides whether the attribute is listed.
  public internal(set) var option: ProfileCondition?
}

/// A profile option that decides whether a message or an attribute is present.
public struct ProfileCondition: Hashable, Sendable {
  /// The option's name: `optional`.
  public internal(set) var option: String
  /// The values under which it is present.
  public internal(set) var values: [String]
  /// The manual's name of the footnote: `*OPT`.
  public internal(set) var footnote: String?

  /// `optional=reported, *OPT`
  public var text: String { "\(option)=\(values.joined(separator: "|"))" + (footnote.map { ", \($0)" } ?? "") }
}

extension MessageOrigin {
  /// Makes an origin; `present` says whether the profile meets a condition.
  init(_ sent: SentMessage?, alsoKnown: [SentAttribute] = [], present: (Condition) -> Bool) {
    let attributes = (sent?.attributes ?? []) + alsoKnown
    recipient = sent?.recipient ?? ""
    option = sent?.condition.map(ProfileCondition.init)
    self.attributes = attributes.filter { $0.condition.map(present) ?? true }.map(AttributeOrigin.init)
    leftOut = attributes.filter { !($0.condition.map(present) ?? true) }.map(AttributeOrigin.init)
  }

  /// The origin of an attribute that the message carries.
  package func attribute(_ name: String, isListed: Bool) -> AttributeOrigin? {
    attributes.first { $0.isListed == isListed && $0.name == name } ?? attributes.first { $0.name == name }
  }
}

extension AttributeOrigin {
  init(_ attribute: SentAttribute) {
    self.init(
      name: attribute.name, origin: attribute.origin, isListed: attribute.isListed,
      option: attribute.condition.map(ProfileCondition.init))
  }
}

extension ProfileCondition {
  init(_ condition: Condition) {
    self.init(option: condition.option, values: condition.values, footnote: condition.footnote)
  }
}
