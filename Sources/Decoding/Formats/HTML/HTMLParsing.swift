import CXML

/// Has libxml2 read a page, and keeps of it what a tree holds. The parser's own tree is never built.
final class HTMLParsing {
  private var tree = HTMLTree()
  private var open: [Int32] = []
  private let limits: Limits
  private var failure: DecodingFailure?
  private var parser: htmlParserCtxtPtr?

  private init(_ limits: Limits) { self.limits = limits }

  /// - Parameter page: UTF-8 without control characters.
  static func parse(_ page: [UInt8], limits: Limits) throws(DecodingFailure) -> HTMLTree {
    // Every end tag is looked for among all open elements: their number is bounded before that work is done.
    if page.count(where: { $0 == UInt8(ascii: "<") }) > limits.elements {
      throw .tooManyElements(limit: limits.elements)
    }
    XMLLibrary.prepare()
    let parsing = HTMLParsing(limits)
    try parsing.run(page)
    parsing.tree.isLeftOut = HTMLPruning(parsing.tree).isLeftOut
    return parsing.tree
  }

  private func run(_ page: [UInt8]) throws(DecodingFailure) {
    guard let parser = htmlNewParserCtxt(), let handler = parser.pointee.sax else {
      throw .damaged(format: "HTML")
    }
    defer { htmlFreeParserCtxt(parser) }
    handler.pointee = Self.handler()
    self.parser = parser
    parser.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    page.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      // The encoding is told, so that a wrong one in the page's own words is not believed.
      if let document = htmlCtxtReadMemory(parser, start, Int32(bytes.count), nil, "UTF-8", Int32(options)) {
        xmlFreeDoc(document)
      }
    }
    if let failure { throw failure }
    // A limit of the library's own ended the page early: the rest of it would be missing without a word.
    if parser.pointee.disableSAX != 0 { throw .damaged(format: "HTML") }
    while !open.isEmpty { close() }
  }

  private func stop(_ reason: DecodingFailure) {
    failure = failure ?? reason
    xmlStopParser(parser)
  }

  fileprivate func start(_ name: String, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) {
    guard failure == nil else { return }
    if open.count >= limits.nesting { return stop(.tooDeep(limit: limits.nesting)) }
    if tree.nodes.count >= 2 * limits.elements { return stop(.tooManyElements(limit: limits.elements)) }
    let index = Int32(tree.nodes.count)
    let tag = HTMLTag(name)
    var node = HTMLTree.Node(tag: tag, parent: open.last ?? 0, end: index + 1)
    let pairs = AttributePairs(attributes)
    for (name, value) in pairs.all { node.attributes.take(name, value) }
    if tag == .meta { takeMeta(pairs) }
    tree.nodes.append(node)
    open.append(index)
  }

  fileprivate func end() {
    guard failure == nil, !open.isEmpty else { return }
    close()
  }

  fileprivate func characters(_ text: UnsafeBufferPointer<UInt8>) {
    guard failure == nil, let parent = open.last else { return }
    if tree.nodes[Int(parent)].tag == .title {
      tree.title = (tree.title ?? "") + String(decoding: text, as: UTF8.self)
      return
    }
    let start = Int32(tree.text.count)
    tree.text.append(contentsOf: text)
    let range = start..<Int32(tree.text.count)
    let last = tree.nodes.count - 1
    if tree.nodes[last].tag == .text, tree.nodes[last].parent == parent,
      tree.nodes[last].text.upperBound == start
    {
      tree.nodes[last].text = tree.nodes[last].text.lowerBound..<range.upperBound
    } else {
      let index = Int32(tree.nodes.count)
      tree.nodes.append(HTMLTree.Node(tag: .text, parent: parent, end: index + 1, text: range))
    }
  }

  private func close() {
    let index = Int(open.removeLast())
    tree.nodes[index].end = Int32(tree.nodes.count)
  }

  /// `<meta name="ArticleTitle" content="…">`, which the standard for government sites asks for.
  private func takeMeta(_ pairs: AttributePairs) {
    var name = ""
    var content = ""
    for (key, value) in pairs.all {
      if key == "name" || key == "property" { name = value.lowercased() }
      if key == "content" { content = value }
    }
    if name == "articletitle" { tree.articleTitle = content }
    if ["keywords", "description"].contains(name) { tree.advertised.append(content) }
    if Self.publicationNames.contains(name), tree.publication == nil { tree.publication = content }
  }

  /// The first is the standard's.
  private static let publicationNames: Set<String> = [
    "pubdate", "publishdate", "publish_date", "article:published_time",
  ]

  private static func handler() -> htmlSAXHandler {
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let context, let name else { return }
      HTMLParsing.of(context).start(String(cString: name), attributes)
    }
    handler.endElement = { context, _ in
      guard let context else { return }
      HTMLParsing.of(context).end()
    }
    handler.characters = { context, text, count in
      guard let context, let text, count > 0 else { return }
      HTMLParsing.of(context).characters(UnsafeBufferPointer(start: text, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    return handler
  }

  fileprivate static func of(_ context: UnsafeMutableRawPointer) -> HTMLParsing {
    Unmanaged<HTMLParsing>.fromOpaque(context).takeUnretainedValue()
  }
}

/// The names and values of an element's attributes, as libxml2 hands them over.
private struct AttributePairs {
  private let pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// No attribute that is read is longer, in bytes; pictures are kept in longer ones.
  private static let longest = 4096

  init(_ pointer: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?) { self.pointer = pointer }

  var all: [(name: String, value: String)] {
    var all: [(name: String, value: String)] = []
    guard var pointer else { return all }
    while let name = pointer.pointee {
      all.append((String(cString: name), pointer[1].map { text($0) } ?? ""))
      pointer += 2
    }
    return all
  }

  private func text(_ value: UnsafePointer<xmlChar>) -> String {
    var length = 0
    while length < Self.longest, value[length] != 0 { length += 1 }
    return String(decoding: UnsafeBufferPointer(start: value, count: length), as: UTF8.self)
  }
}
