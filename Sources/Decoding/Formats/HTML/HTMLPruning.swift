/// Marks the parts of a page that are around its content and not in it.
///
/// By what elements are for (`nav`, `footer`, roles), by whether they are shown, and by how much of their
/// text leads elsewhere. Whatever holds most of a page's text is content, no matter what it is called.
struct HTMLPruning {
  private let tree: HTMLTree
  /// For each node, whether it and all in it are left out.
  private(set) var isLeftOut: [Bool]
  /// Characters of text in each node, roughly: bytes that begin one and are no space.
  private var counts: [Int32]

  /// A list of links has so many.
  private static let fewestLinks = 3

  init(_ tree: HTMLTree) {
    self.tree = tree
    self.isLeftOut = Array(repeating: false, count: tree.nodes.count)
    self.counts = Array(repeating: 0, count: tree.nodes.count)
    leaveOutUnseen()
    count()
    leaveOutChrome()
    count()
    leaveOutLinks()
  }

  private mutating func leaveOutUnseen() {
    for (index, node) in tree.nodes.enumerated() where node.tag == .unseen || node.attributes.isHidden {
      // A page whose body is hidden until a program has run is still a page.
      isLeftOut[index] = node.tag != .body && node.parent != Int32(index)
    }
    spread()
  }

  private mutating func leaveOutChrome() {
    let whole = counts.first ?? 0
    for index in tree.nodes.indices where isChrome(index) && !isLeftOut[index] {
      isLeftOut[index] = counts[index] < whole / 2 && !isWithinContent(index)
    }
    spread()
  }

  private func isChrome(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    return node.tag == .chrome || node.attributes.isChrome
  }

  /// The header of an article is its title.
  private func isWithinContent(_ index: Int) -> Bool {
    var current = index
    while tree.nodes[current].parent != Int32(current) {
      current = Int(tree.nodes[current].parent)
      if tree.nodes[current].tag == .content { return true }
    }
    return false
  }

  /// From the inside out: a menu that is left out says nothing against what it stands in.
  private mutating func leaveOutLinks() {
    var weights = Array(repeating: Weight(), count: tree.nodes.count)
    for index in tree.nodes.indices.reversed() where !isLeftOut[index] {
      let node = tree.nodes[index]
      if node.tag == .text {
        let holdsStop = WordSet.fullStop.isIn(tree.bytes(node))
        weights[index] = Weight(text: counts[index], sentences: holdsStop ? 1 : 0)
      }
      if node.tag == .link, node.attributes.isReference {
        weights[index] = Weight(links: 1, linked: weights[index].text, text: weights[index].text)
      }
      if isListable(node.tag), weights[index].isList {
        isLeftOut[index] = true
      } else if Int(node.parent) != index {
        weights[Int(node.parent)].add(weights[index])
      }
    }
    spread()
  }

  /// What stands in a node, by characters.
  private struct Weight {
    var links: Int32 = 0
    var linked: Int32 = 0
    var text: Int32 = 0
    /// Outside links.
    var sentences: Int32 = 0

    var isList: Bool { links >= HTMLPruning.fewestLinks && linked * 2 > text && sentences == 0 }

    mutating func add(_ other: Weight) {
      links += other.links
      linked += other.linked
      text += other.text
      sentences += other.sentences
    }
  }

  private func isListable(_ tag: HTMLTag) -> Bool {
    tag == .block || tag == .table || tag == .cell || tag == .content
  }

  /// What is inside something left out is left out.
  private mutating func spread() {
    for (index, node) in tree.nodes.enumerated() where isLeftOut[Int(node.parent)] { isLeftOut[index] = true }
  }

  private mutating func count() {
    for index in counts.indices { counts[index] = 0 }
    for index in tree.nodes.indices.reversed() where !isLeftOut[index] {
      let node = tree.nodes[index]
      if node.tag == .text { counts[index] = characters(tree.bytes(node)) }
      if Int(node.parent) != index { counts[Int(node.parent)] += counts[index] }
    }
  }

  private func characters(_ text: ArraySlice<UInt8>) -> Int32 {
    Int32(text.count { $0 > 0x20 && $0 & 0xC0 != 0x80 })
  }
}
