/// What a page holds besides its content: the title and keywords that search engines see, menus, footers, and what
/// is hidden from people. Who breaks into a site to advertise puts his words there.
enum HTMLSurroundings {
  /// In bytes; no site's own menus are longer, and more is not needed to find an intruder.
  private static let most = 256 << 10

  static func add(_ tree: HTMLTree, to flow: inout Flow) {
    let start = flow.text.count
    for line in [tree.title].compactMap(\.self) + tree.advertised { add(line, to: &flow) }
    var index = 0
    while index < tree.nodes.count, flow.text.count - start < most {
      let node = tree.nodes[index]
      // A program, a style, a form: nothing of it is text.
      if node.tag == .unseen {
        index = Int(node.end)
        continue
      }
      if node.tag == .text, tree.isLeftOut[index] {
        add(String(decoding: tree.bytes(node), as: UTF8.self), to: &flow)
      }
      index += 1
    }
  }

  private static func add(_ line: String, to flow: inout Flow) {
    var text = InlineText()
    text.append(line)
    guard !text.isEmpty else { return }
    let start = flow.text.count
    flow.text += text.bytes
    flow.surroundings.append(FlowLine(text: start..<flow.text.count, headingLevel: nil))
  }
}
