public import Documents

/// Saved web pages.
///
/// Places are told in the page's text as it is read, one paragraph or row of a table a line, and not in
/// its markup, which nobody sees.
public struct HTML: Decoder {
  public init() {}

  public func recognises(_ bytes: [UInt8]) -> Bool { HTMLSignature.matches(bytes) }

  public func decode(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) -> Document {
    let page = try HTMLConditions.removed(Self.withoutControls(HTMLCharset.decode(bytes)))
    if HTMLSignature.definesEntities(page) { throw .damaged(format: "HTML") }
    let tree = try HTMLParsing.parse(page, limits: limits)
    var flow = try HTMLWalk.flow(tree, limits: limits)
    flow.blocks.removeAll { block in
      guard case .line(let line) = block, HTMLBoilerplate.holds(flow.text[line.text]) else { return false }
      flow.surroundings.append(line)
      return true
    }
    flow.publication = tree.publication ?? flow.publication
    if !flow.blocks.isEmpty {
      HTMLTitle.add(tree, to: &flow)
      HTMLSurroundings.add(tree, to: &flow)
    }
    return try FlowWriter.document(flow)
  }

  /// Control characters become spaces: a NUL would end the page for the parser, and the rest would be
  /// missing without a word.
  private static func withoutControls(_ text: [UInt8]) -> [UInt8] {
    text.map { $0 < 0x20 && $0 != UInt8(ascii: "\n") || $0 == 0x7F ? 0x20 : $0 }
  }
}
