/// Tells a page by its content.
enum HTMLSignature {
  /// Where a page says what it is, in bytes.
  private static let head = 2048

  /// No page does; it is how a small file is made to swell.
  static func definesEntities(_ page: [UInt8]) -> Bool {
    String(decoding: page.prefix(head), as: UTF8.self).lowercased().contains("<!entity")
  }

  static func matches(_ bytes: [UInt8]) -> Bool {
    // In UTF-16 every other byte is zero.
    let plain = bytes.prefix(head).filter { $0 != 0 && $0 < 0x80 }
    let text = String(decoding: plain, as: UTF8.self).lowercased()
    return text.contains("<!doctype html") || text.contains("<html") || isFragment(text)
  }

  /// A piece of a page that was saved begins with one of these.
  private static let openings = [
    "div", "p", "table", "body", "head", "meta", "article", "section", "main", "span", "h1", "h2", "h3",
    "center",
    "font", "style", "script", "link", "title", "base",
  ]

  private static func isFragment(_ text: String) -> Bool {
    let start = text.drop { $0.isWhitespace }
    guard start.first == "<" else { return false }
    if start.hasPrefix("<!--") { return text.contains("</") || text.contains("<div") || text.contains("<p") }
    let name = start.dropFirst().prefix { $0.isLetter || $0.isNumber }
    return openings.contains(String(name))
  }
}
