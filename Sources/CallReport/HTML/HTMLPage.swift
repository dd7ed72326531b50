/// What surrounds the scenarios of a page.
enum HTMLPage {
  /// The page up to its first scenario.
  static func opening(title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang=en>
    <head>
    <meta charset=utf-8>
    <meta name=viewport content="width=device-width, initial-scale=1">
    <meta name=color-scheme content="light dark">
    <meta http-equiv=Content-Security-Policy content="\(policy)">
    <title>\(title.markup)</title>
    <link rel=icon href="data:,">
    <style>\(HTMLStyle.all)</style>
    </head>
    <body>
    <main id=text>
    <h1>\(title.markup)</h1>
    <p class=source>\(legend.markup)</p>

    """
  }

  /// What the characters of the ladders in text mean.
  private static let legend = "Lifelines: : dialing or waiting, R ringing, # talking, H held"

  /// The script, and the end of the page.
  static var closing: String { "<script>\(HTMLScript.all)</script>\n</body>\n</html>\n" }

  /// Nothing from outside the page, and of what could run, only the page's own script and style.
  private static let policy = """
    default-src 'none'; style-src \(HTMLDigest.source(of: HTMLStyle.all)); \
    script-src \(HTMLDigest.source(of: HTMLScript.all)); img-src data:; base-uri 'none'; form-action 'none'
    """

  /// What begins and ends data for the script, which is not run.
  static let dataOpening = "<script type=application/json>"
  static let dataClosing = "</script>\n"

  /// Data for the script with an ID.
  static func data(_ json: String, id: String) -> String {
    "<script type=application/json id=\(id)>\(json)</script>\n"
  }
}
