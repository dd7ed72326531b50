/// The T-Server's call models.
package enum TServer {
  /// Every rule, in the order of the manual.
  package static let rules = usualRules + rules(of: Contents.seldomNeeded)

  /// The rules that most profiles need, and the first of all: the others are not even made unless they are needed.
  private static let usualRules = rules(of: Contents.usual)

  private static func rules(of sections: [Section]) -> [Rule<Exchange>] {
    var rules: [Rule<Exchange>] = []
    rules.reserveCapacity(512)
    for section in sections { section.add(to: &rules) }
    return rules
  }

  /// The rule with that number.
  private static func rule(_ number: Int) -> Rule<Exchange> {
    number < usualRules.count ? usualRules[number] : rules[number]
  }

  /// Where the event comes from; the answer to a refused request comes from no rule.
  package static func rule(of event: Exchange.Event) -> Rule<Exchange>? {
    event.rule == Exchange.Event.noRule ? nil : rule(Int(event.rule))
  }

  /// The rule with that number as a reader sees it.
  package static func reference(_ rule: Int) -> RuleReference { self.rule(rule).reference }

  /// The rules made ready for a switch.
  package static func rulebook(under profile: SwitchProfile = SwitchProfile()) -> Rulebook<Exchange> {
    Rulebook(profile.divertOnRinging == .yes ? usualRules : rules, under: profile)
  }
}
