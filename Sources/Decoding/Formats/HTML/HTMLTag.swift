/// The elements of HTML, by what they mean for reading a page.
enum HTMLTag: UInt8 {
  /// Not an element: a run of text.
  case text
  /// Inline, or unknown.
  case inline
  case link
  /// Raised or lowered signs: a note's mark, no part of the figure that it stands at.
  case script
  case lineBreak
  case preformatted
  case block
  /// `article`, `main`: what is in it is content.
  case content
  /// Parts that surround the content of a page.
  case chrome
  /// Never shown as text.
  case unseen
  case heading1, heading2, heading3, heading4, heading5, heading6
  case table, rowGroup, row, cell
  case title
  case meta
  case body

  init(_ name: String) { self = Self.named[name] ?? .inline }

  var headingLevel: Int? {
    let level = Int(rawValue) - Int(Self.heading1.rawValue) + 1
    return (1...6).contains(level) ? level : nil
  }

  var isBlock: Bool {
    switch self {
    case .text, .inline, .link, .script, .lineBreak, .unseen, .title, .meta: false
    default: true
    }
  }

  private static let named: [String: HTMLTag] = {
    var named: [String: HTMLTag] = [
      "a": .link, "br": .lineBreak, "body": .body, "title": .title, "meta": .meta, "table": .table,
      "tr": .row,
      "td": .cell, "th": .cell, "thead": .rowGroup, "tbody": .rowGroup, "tfoot": .rowGroup, "sup": .script,
      "sub": .script, "pre": .preformatted, "listing": .preformatted, "article": .content, "main": .content,
      "h1": .heading1, "h2": .heading2, "h3": .heading3, "h4": .heading4, "h5": .heading5, "h6": .heading6,
    ]
    for name in blockNames { named[name] = .block }
    for name in chromeNames { named[name] = .chrome }
    for name in unseenNames { named[name] = .unseen }
    return named
  }()

  private static let blockNames = [
    "html", "p", "div", "section", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "center", "fieldset",
    "legend",
    "figure", "figcaption", "details", "summary", "address", "hr", "caption", "hgroup", "dir",
  ]
  private static let chromeNames = ["nav", "header", "footer", "aside", "menu", "form", "dialog"]
  private static let unseenNames = [
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "applet", "svg", "math",
    "map",
    "audio", "video", "canvas", "select", "option", "datalist", "button", "textarea", "input", "rt", "rp",
    "del",
    "noframes", "frameset", "frame", "colgroup", "col",
  ]
}
