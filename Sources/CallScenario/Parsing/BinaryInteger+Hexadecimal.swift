extension BinaryInteger {
  /// `0F`, `00A0`: with at least so many digits.
  func hexadecimal(digits: Int) -> String {
    let text = String(self, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
