/// The title that a page bears in its head, for a page that shows none.
enum HTMLTitle {
  /// Puts it in front of a flow, unless the flow has it already.
  static func add(_ tree: HTMLTree, to flow: inout Flow) {
    guard let title = tree.articleTitle.flatMap(line) ?? tree.title.flatMap({ longestPart($0) }) else {
      return
    }
    let wanted = title.bytes.filter { $0 != UInt8(ascii: " ") }
    // Lines follow each other in the flow's text, so a title that is broken in two is found too.
    let shown = flow.text.filter { $0 != UInt8(ascii: " ") }
    if contains(shown, wanted) { return }
    let start = flow.text.count
    flow.text += title.bytes
    flow.blocks.insert(.line(FlowLine(text: start..<flow.text.count, headingLevel: 1)), at: 0)
  }

  /// Behind a dash or a stroke stands the name of the site.
  private static func longestPart(_ title: String) -> InlineText? {
    let marks: Set<Character> = ["_", "-", "|", "–", "—", "·", ">", "»"]
    let parts = title.split(whereSeparator: { marks.contains($0) }).compactMap { line(String($0)) }
    return parts.max { $0.bytes.count < $1.bytes.count }
  }

  private static func line(_ title: String) -> InlineText? {
    var text = InlineText()
    text.append(title)
    return text.isEmpty ? nil : text
  }

  private static func contains(_ text: [UInt8], _ words: [UInt8]) -> Bool {
    guard text.count >= words.count, let lead = words.first else { return false }
    return (0...(text.count - words.count)).contains { index in
      text[index] == lead && text[index..<(index + words.count)].elementsEqual(words)
    }
  }
}
