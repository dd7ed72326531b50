import CallModel

extension Parser {
  /// `wait DURATION`
  mutating func waitStatement() {
    above = .wait
    guard split(from: line.start) else { return }
    _ = take()
    guard let token = take() else {
      return report(afterLast, "the duration after `wait` is missing", .text("wait 5s, with ms, s, m or h"))
    }
    guard let milliseconds = duration(token) else { return next = tokens.count }
    expectEnd("`wait` takes one duration")
    guard milliseconds <= Limits.waits - waited else {
      let left = Limits.waits - waited
      return report(
        token.range, "all waits of a flow together may last at most \(WaitDuration.spelling(of: Limits.waits))",
        .text(left == 0 ? "leave the line out" : "shorten it to at most \(WaitDuration.spelling(of: left))"))
    }
    waited += milliseconds
    flows[flows.count - 1].statements.append(
      .wait(
        WaitStatement(
          milliseconds: milliseconds, duration: source.text(token.range),
          position: source.position(token.range, in: line))))
  }

  /// The milliseconds of a duration; nil, with a report, if the word is none.
  private mutating func duration(_ token: Token) -> Int? {
    let end = token.range.first { !source.bytes[$0].isDigit } ?? token.end
    let digits = token.start..<end
    let unit = source.text(end..<token.end)
    if !digits.isEmpty, let length = WaitDuration.units.first(where: { $0.name == unit })?.milliseconds {
      return WaitDuration.milliseconds(source.bytes[digits], of: length)
    }
    reportDuration(token, digits.isEmpty ? nil : source.text(digits), unit)
    return nil
  }

  /// Reports a word that is no duration; `digits` is the number that it begins with.
  private mutating func reportDuration(_ token: Token, _ digits: String?, _ unit: String) {
    let word = shown(token.range)
    let form = "a duration is a number with ms, s, m or h: wait 5s"
    guard let digits else {
      let isNegative = source.bytes[token.start] == UInt8(ascii: "-") && token.start + 1 < token.end
      let isNumber = isNegative && source.bytes[token.start + 1].isDigit
      let message = isNumber ? "time cannot go back: \(word) is below zero" : "\(word) is not a duration"
      return report(token.range, message, .text(form))
    }
    if unit.isEmpty {
      let following = next < tokens.count ? source.text(tokens[next].range) : ""
      if WaitDuration.unit(meantBy: following) != nil {
        let whole = "wait \(shown(token.range))\(WaitDuration.unit(meantBy: following) ?? "")"
        return report(token.start..<tokens[next].end, "a duration is one word, without a blank", .text(whole))
      }
      return report(token.range, "the duration \(word) has no unit", .text("wait \(word)s, or ms, m or h"))
    }
    let meant = WaitDuration.unit(meantBy: unit).map { "did you mean \(digits)\($0)?" }
    report(token.range, "\(word) is not a duration", .text(meant ?? form))
  }

  /// Reports `A wait 5s`.
  mutating func reportWaitOfParty(_ token: Token) {
    let rest = tokens[next...].first.map { " \(shown($0.range))" } ?? " DURATION"
    report(token.range, "`wait` is a statement of its own: no party waits", .text("wait\(rest)"))
  }
}

/// Durations as files spell them.
package enum WaitDuration {
  /// The units, the longest last.
  static let units = [
    (name: "ms", milliseconds: 1), (name: "s", milliseconds: 1_000), (name: "m", milliseconds: 60_000),
    (name: "h", milliseconds: 3_600_000),
  ]

  /// The unit that other languages and people write in this way.
  static func unit(meantBy word: String) -> String? {
    let other: KeyValuePairs = [
      "ms": ["msec", "msecs", "millis", "millisecond", "milliseconds"], "s": ["sec", "secs", "second", "seconds"],
      "m": ["min", "mins", "minute", "minutes"], "h": ["hr", "hrs", "hour", "hours"],
    ]
    return other.first { unit, names in ([unit] + names).contains { Text.areSameWord($0, word) } }?.key
  }

  /// The milliseconds of so many units; at most one more than all waits of a flow may last.
  static func milliseconds(_ digits: some Sequence<UInt8>, of unit: Int) -> Int {
    let excess = Limits.waits + 1
    var number = 0
    for digit in digits { number = min(number * 10 + Int(digit - UInt8(ascii: "0")), excess) }
    return number > Limits.waits / unit ? excess : number * unit
  }

  /// The milliseconds of `4h` or `90s`; nil if the text is no duration.
  package static func milliseconds(of text: String) -> Int? {
    let digits = text.utf8.prefix { $0.isDigit }
    let unit = String(decoding: text.utf8.dropFirst(digits.count), as: UTF8.self)
    guard !digits.isEmpty, let length = units.first(where: { $0.name == unit })?.milliseconds else { return nil }
    return milliseconds(digits, of: length)
  }

  /// The duration in the longest unit that leaves no rest.
  static func spelling(of milliseconds: Int) -> String {
    let unit = units.last { milliseconds >= $0.milliseconds && milliseconds % $0.milliseconds == 0 } ?? units[0]
    return "\(milliseconds / unit.milliseconds)\(unit.name)"
  }
}
