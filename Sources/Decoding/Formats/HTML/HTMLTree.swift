/// A page as a flat list of elements and runs of text, in the order of the page.
struct HTMLTree {
  struct Node {
    let tag: HTMLTag
    /// The root is its own.
    let parent: Int32
    /// The index behind the last node in this one.
    var end: Int32
    /// A run of text, in the tree's text.
    var text: Range<Int32> = 0..<0
    var attributes = HTMLAttributes()
  }

  var nodes: [Node] = []
  var text: [UInt8] = []
  /// The page's own name of what it shows: `ArticleTitle` of its meta tags, or its title.
  var articleTitle: String?
  var title: String?
  /// What the meta tags tell search engines of the page: `keywords`, `description`.
  var advertised: [String] = []
  /// Nodes that are no part of the page's content, once it is known which.
  var isLeftOut: [Bool] = []
  /// `PubDate` of its meta tags: when the page was published.
  var publication: String?

  /// The text of a run.
  func bytes(_ node: Node) -> ArraySlice<UInt8> {
    text[Int(node.text.lowerBound)..<Int(node.text.upperBound)]
  }
}

/// What reading needs of an element's attributes.
struct HTMLAttributes {
  var columnSpan: Int32 = 1
  /// 0: down to the end of the group of rows.
  var rowSpan: Int32 = 1
  var isHidden = false
  var isChrome = false
  var isReference = false

  /// Roles of the parts around a page's content.
  private static let chromeRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "search", "menu", "menubar", "toolbar", "complementary", "dialog",
    "alertdialog",
  ]

  mutating func take(_ name: String, _ value: String) {
    switch name {
    case "colspan": columnSpan = Self.span(value, least: 1)
    case "rowspan": rowSpan = Self.span(value, least: 0)
    case "hidden": isHidden = true
    case "style": isHidden = isHidden || Self.hides(value)
    case "role": isChrome = Self.chromeRoles.contains(value.lowercased())
    case "href": isReference = true
    default: break
    }
  }

  /// What is no number, and no span that can be, is 1.
  private static func span(_ value: String, least: Int32) -> Int32 {
    let digits = value.utf8.drop { $0 <= 0x20 }.prefix { $0 &- UInt8(ascii: "0") < 10 }
    guard !digits.isEmpty else { return 1 }
    let number = digits.reduce(Int32(0)) { min(99_999, $0 * 10 + Int32($1 - UInt8(ascii: "0"))) }
    return number < least ? 1 : number
  }

  private static func hides(_ style: String) -> Bool {
    let plain = style.lowercased().filter { !$0.isWhitespace }
    return plain.contains("display:none") || plain.contains("visibility:hidden")
  }
}
