/// What surrounds the scenarios of a page.
enum HTMLPage {
  /// The page up to its first scenario. Only the title differs from page to page.
  static func opening(title: String) -> String {
    let title = title.markup
    let parts = [head, title, style, title, legend]
    var text = ""
    text.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count })
    for part in parts { text += part }
    return text
  }

  /// The page up to its title.
  private static let head = """
    <!DOCTYPE html>
    <html lang=en>
    <head>
    <meta charset=utf-8>
    <meta name=viewport content="width=device-width, initial-scale=1">
    <meta name=color-scheme content="light dark">
    <meta http-equiv=Content-Security-Policy content="\(policy)">
    <title>
    """

  /// What is between the title and the heading, which repeats it.
  private static let style = """
    </title>
    <link rel=icon href="data:,">
    <style>\(HTMLStyle.all)</style>
    </head>
    <body>
    <main id=text>
    <h1>
    """

  /// What is between the heading and the first scenario: what the characters of the ladders in text mean.
  private static let legend = """
    </h1>
    <p class=source>Lifelines: : dialing or waiting, R ringing, # talking, H held</p>

    """

  /// The script, and the end of the page.
  static let closing = "<script>\(HTMLScript.all)</script>\n</body>\n</html>\n"

  /// Nothing from outside the page, and of what could run, only the page's own script and style.
  private static let policy = """
    default-src 'none'; style-src \(HTMLDigest.source(of: HTMLStyle.all)); \
    script-src \(HTMLDigest.source(of: HTMLScript.all)); img-src data:; base-uri 'none'; form-action 'none'
    """

  /// What begins and ends data for the script, which is not run.
  static let dataOpening = "<script type=application/json>"
  static let dataClosing = "</script>\n"
}
