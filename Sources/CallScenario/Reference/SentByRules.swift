import CallModel

/// A message as one rule sends it.
struct Sending: Sendable {
  let rule: ReferenceRule
  let message: SentMessage
}

extension Condition {
  /// `optional=reported (*OPT)`
  var text: String { "\(option)=\(values.joined(separator: "|"))" + (footnote.map { " (\($0))" } ?? "") }
}

extension [Condition] {
  /// For each option, its name and what it must be: `route-call-state (note c)`, and `route-call-state=ok (note c)` or,
  /// if the conditions differ, `route-call-state says so (note c)`.
  var byOption: [(name: String, text: String)] {
    map(\.option).distinct.map { option in
      let conditions = filter { $0.option == option }
      let footnotes = conditions.compactMap(\.footnote).distinct.map { " (\($0))" }.joined()
      let texts = conditions.map(\.text).distinct
      return (option + footnotes, texts.count == 1 ? texts[0] : "\(option) says so" + footnotes)
    }
  }
}

extension [String] {
  /// The first few texts, and the number of the others.
  func few(_ most: Int, all: Bool) -> String {
    all || count <= most + 1
      ? joined(separator: "; ") : prefix(most).joined(separator: "; ") + " … and \(count - most) more"
  }
}

// MARK: Who gets a message

extension [ReferenceRule] {
  /// The rules below their sections, each with its text. If there are many rules, the sections alone, each with the
  /// text for all its rules.
  func bySection(all: Bool, _ text: ([ReferenceRule]) -> String) -> [Article.Row] {
    let folds = count > 12 && !all
    var rows: [Article.Row] = []
    for chapter in map(\.place.chapter).distinct {
      let inChapter = filter { $0.place.chapter == chapter }
      if folds { rows.append(Article.Row(nil, chapter)) }
      for section in inChapter.map(\.place.section).distinct {
        let rules = inChapter.filter { $0.place.section == section }
        let name = section.isEmpty ? "derived" : section
        if folds {
          let said = text(rules)
          rows.append(
            Article.Row(nil, "\(name), \("rule".withCount(rules.count))" + (said.isEmpty ? "" : ": \(said)"), level: 1))
        } else {
          rows.append(Article.Row(nil, section.isEmpty ? "\(chapter), derived" : "\(chapter), \(section)"))
          for rule in rules {
            let said = text([rule])
            rows.append(Article.Row(nil, rule.name + (said.isEmpty ? "" : ": \(said)"), level: 1))
          }
        }
      }
    }
    if folds { rows.append(Article.Row(nil, "(--all lists the rules)")) }
    return rows
  }
}

// MARK: What a message carries

extension [Sending] {
  /// Describes one attribute of a message: whether its rows list it, and where its value comes from.
  func text(of attribute: String, all: Bool) -> String {
    let sent = map { $0.message.attributes.filter { $0.name == attribute } }.filter { !$0.isEmpty }
    let listed = sent.filter { $0.contains(where: \.isListed) }
    let conditions = sent.flatMap { $0.filter(\.isListed).map(\.condition) }
    var presence = "known, but not in any table"
    if !listed.isEmpty {
      presence = listed.count == count ? "listed" : "listed in \(listed.count) of \("cell".withCount(count))"
      let governed = conditions.compactMap(\.self).byOption.map(\.text)
      if !governed.isEmpty {
        let always = conditions.contains { $0 == nil }
        presence += (always ? ", in some only where " : " where ") + governed.joined(separator: " or ")
      }
    }
    let shown = (listed.isEmpty ? sent : listed).flatMap { $0.filter { $0.isListed || listed.isEmpty } }
    return "\(presence): \(origins(shown).few(4, all: all))"
  }

  /// Constant values come first, and together.
  private func origins(_ attributes: [SentAttribute]) -> [String] {
    let values = attributes.compactMap(\.value).distinct
    let origins = attributes.filter { $0.value == nil }.map(\.origin).distinct
    return (values.isEmpty ? [] : [values.joined(by: "or")]) + origins
  }

  /// The attributes that are listed or known in every cell, under any profile.
  var alwaysCarried: [String] {
    guard let first else { return [] }
    return first.message.attributes.map(\.name).filter { name in
      allSatisfy { $0.message.attributes.contains { $0.name == name && $0.condition == nil } }
    }
  }

  /// The attributes that the message carries, in the order of the vocabulary.
  func attributes(of vocabulary: Vocabulary) -> [String] {
    let carried = Set(flatMap { $0.message.attributes.map(\.name) })
    return vocabulary.attributes.map(\.name).filter(carried.contains)
  }

  /// Its recipients, and its senders if the server has any.
  func recipients(all: Bool) -> String {
    map { sending in
      let recipient = sending.message.recipient
      let from = sending.message.sender.map { "\(recipient), from \($0)" } ?? recipient
      return from + (sending.message.condition.map { ", where \($0.text)" } ?? "")
    }.distinct.few(3, all: all)
  }
}
