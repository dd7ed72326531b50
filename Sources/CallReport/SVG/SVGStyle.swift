/// The style sheet of a picture.
///
/// A class is one letter, because classes are in every element. Nothing but colors depends on the theme, and a call's
/// color is `currentColor` in its elements.
enum SVGStyle {
  /// The calls that have colors of their own; more calls share them.
  static let colors = 6

  /// What a viewer sees: the light or the dark theme, or the one that the viewer prefers.
  static func sheet(_ theme: SVG.Theme) -> String {
    switch theme {
    case .light: shapes + colors(isDark: false)
    case .dark: shapes + colors(isDark: true)
    // On paper, it is always light.
    case .automatic:
      shapes + colors(isDark: false) + "@media screen and (prefers-color-scheme:dark){\n\(colors(isDark: true))}\n"
    }
  }

  /// The color of a call. Calls are counted, so the colors of successive calls differ.
  static func color(of call: String) -> Int {
    let number = call.withBytes { bytes in
      bytes.reduce(0) { ($0 &* 10 &+ Int($1) &- Int(UInt8(ascii: "0"))) % (colors * 1_000) }
    }
    return ((number - 1) % colors + colors) % colors
  }

  /// What a picture begins with: the style sheet, the patterns and the paper.
  static func start(_ theme: SVG.Theme) -> String {
    "<style>\n\(sheet(theme))</style>\n\(patterns)<rect class=\"g\" width=\"100%\" height=\"100%\"/>\n"
  }

  /// The patterns of a party that holds: stripes in the color of each call.
  static let patterns: String = {
    let patterns = (0..<colors).map { color in
      "<pattern id=\"held\(color)\" class=\"c\(color)\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\">"
        + "<path class=\"e\" d=\"M-1 6L6-1M-1 1L1-1M4 6L6 4\"/></pattern>\n"
    }
    return "<defs>\n\(patterns.joined())</defs>\n"
  }()

  private static let shapes = """
    text{font:11px monospace;white-space:pre}
    .T{font:bold 18px sans-serif}
    .F{font:bold 14px sans-serif}
    .D,.L{font:12px sans-serif}
    .K{font-size:10px;text-anchor:middle}
    .N{font-size:12px;font-weight:bold;text-anchor:middle}
    .S{font-weight:bold;text-anchor:middle}
    .A,.M,.C,.P{font-weight:bold}
    .C{font-size:10px;text-anchor:middle}
    .l{stroke-dasharray:1 3}
    .q{stroke-width:1.3}
    .e{stroke:currentColor;stroke-width:1.3;fill:none}
    .t,.f{fill:currentColor}
    .w,.r,.h{stroke:currentColor;stroke-width:1.5}
    .r{stroke-dasharray:2 2}
    .m{stroke-width:1.3;stroke-dasharray:5 3;fill:none}
    .x{stroke-width:1.8;fill:none}
    a:hover text{text-decoration:underline}

    """

  private static func colors(isDark: Bool) -> String {
    func pick(_ light: String, _ dark: String) -> String { isDark ? dark : light }
    let paper = pick("#ffffff", "#0d1117")
    let ink = pick("#1f2933", "#e6ebf1")
    let dim = pick("#59636f", "#98a4b3")
    let line = pick("#a9b4c0", "#4d5966")
    let box = pick("#f1f4f8", "#1a222c")
    let bad = pick("#b3261e", "#ff8a80")
    let mark = pick("#8a5a00", "#e3b341")
    let note = pick("#fff4d6", "#332a12")
    let calls = pick("0b62ad a34700 7a3aa5 00705f b0246f 5c6400", "6cb6ff f2a65a c99bff 4fd1bd ff8fc1 c5cf5a")
    var sheet = """
      svg{background:\(paper)}
      .g,.w,.r{fill:\(paper)}
      text,.A{fill:\(ink)}
      .D,.K,.S,.R{fill:\(dim)}
      .B{fill:\(box);stroke:\(line)}
      .V{fill:\(ink);stroke:\(ink)}
      .l,.s{stroke:\(line)}
      .s{opacity:.45}
      .q{stroke:\(ink);fill:\(ink)}
      .o{fill:\(ink)}
      .u{color:\(ink)}
      .v,.C{fill:\(paper)}
      .x{stroke:\(bad)}
      .X{color:\(bad)}
      text.X{fill:\(bad)}
      .m{stroke:\(mark)}
      .p{fill:\(note);stroke:\(mark)}
      .P{fill:\(mark)}
      .L{fill:\(pick("#0b62ad", "#6cb6ff"))}
      .M{fill:currentColor}

      """
    for (index, color) in calls.split(separator: " ").enumerated() { sheet += ".c\(index){color:#\(color)}\n" }
    return sheet
  }
}
