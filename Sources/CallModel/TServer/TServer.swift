/// The T-Server's call models.
package enum TServer {
  /// Every rule, in the order of the manual.
  package static let rules: [Rule<Exchange>] = {
    var rules: [Rule<Exchange>] = []
    rules.reserveCapacity(512)
    for section in Contents.sections { section.add(to: &rules) }
    return rules
  }()

  /// Where the event comes from; the answer to a refused request comes from no rule.
  package static func rule(of event: Exchange.Event) -> Rule<Exchange>? {
    event.rule == Exchange.Event.noRule ? nil : rules[Int(event.rule)]
  }

  /// The rule with that number as a reader sees it.
  package static func reference(_ rule: Int) -> RuleReference { rules[rule].reference }

  /// The rules made ready for a switch.
  package static func rulebook(under profile: SwitchProfile = SwitchProfile()) -> Rulebook<Exchange> {
    Rulebook(rules, under: profile)
  }
}
