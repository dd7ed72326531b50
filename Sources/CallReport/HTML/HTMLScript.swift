/// The script of a page. Its parts share one scope; the last one starts it.
enum HTMLScript {
  static let all =
    "'use strict';\n(() => {\n"
    + [data, elements, parts, ladder, ladderRows, table, search, compare, contents, links, show, app].joined(
      separator: "\n")
    + "})();\n"
}
