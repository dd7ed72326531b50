/// A page of HTML that needs no other file and no script, and follows the reader's choice of light or dark.
enum StandalonePage {
  /// The page. The title is text; the head and the body are HTML.
  static func text(title: String, style: String, head: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(title.xmlAttribute)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <header>
    \(head)
    </header>
    <main>
    \(body)</main>
    </body>
    </html>

    """
  }
}
