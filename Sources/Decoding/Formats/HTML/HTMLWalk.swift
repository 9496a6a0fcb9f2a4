/// Walks a pruned page in its order and tells a flow what stands in it.
struct HTMLWalk {
  private let tree: HTMLTree
  private var flow: FlowBuilder
  /// What has to be closed where, innermost last.
  private var open: [(end: Int, closing: Closing)] = []
  private var preformatted = 0

  private enum Closing {
    case block
    case heading(outer: Int?)
    case preformatted
    case raised
    case table, rowGroup, row, cell
  }

  static func flow(_ tree: HTMLTree, limits: Limits) throws(DecodingFailure) -> Flow {
    var walk = HTMLWalk(tree, limits)
    try walk.run()
    return walk.flow.finish()
  }

  private init(_ tree: HTMLTree, _ limits: Limits) {
    self.tree = tree
    self.flow = FlowBuilder(limits: limits)
  }

  private mutating func run() throws(DecodingFailure) {
    var index = 0
    while index < tree.nodes.count {
      close(before: index)
      let node = tree.nodes[index]
      if tree.isLeftOut[index] {
        // A cell keeps its place in the row.
        if node.tag == .cell, flow.isBetweenCells {
          try enter(node)
          open.removeLast()
          flow.closeCell()
        }
        index = Int(node.end)
      } else {
        try enter(node)
        index += 1
      }
    }
    close(before: Int.max)
  }

  private mutating func enter(_ node: HTMLTree.Node) throws(DecodingFailure) {
    switch node.tag {
    case .text: write(tree.bytes(node))
    case .lineBreak: flow.endLine()
    case .inline, .link, .unseen, .title, .meta: break
    case .script:
      flow.appendSpace()
      push(node, .raised)
    case .preformatted:
      flow.endLine()
      preformatted += 1
      push(node, .preformatted)
    case .table:
      try flow.openTable()
      push(node, .table)
    case .rowGroup where flow.isBetweenCells: push(node, .rowGroup)
    case .row where flow.isBetweenCells:
      flow.openRow()
      push(node, .row)
    case .cell where flow.isBetweenCells:
      let attributes = node.attributes
      try flow.openCell(columns: Int(attributes.columnSpan), rows: Int(attributes.rowSpan))
      push(node, .cell)
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
      flow.endLine()
      push(node, .heading(outer: flow.headingLevel))
      flow.headingLevel = node.tag.headingLevel
    case .block, .content, .chrome, .body, .rowGroup, .row, .cell:
      flow.endLine()
      push(node, .block)
    }
  }

  private mutating func push(_ node: HTMLTree.Node, _ closing: Closing) {
    open.append((Int(node.end), closing))
  }

  private mutating func close(before index: Int) {
    while let last = open.last, last.end <= index {
      open.removeLast()
      close(last.closing)
    }
  }

  private mutating func close(_ closing: Closing) {
    switch closing {
    case .block: flow.endLine()
    case .heading(let outer):
      flow.endLine()
      flow.headingLevel = outer
    case .preformatted:
      flow.endLine()
      preformatted -= 1
    case .raised: flow.appendSpace()
    case .table: flow.closeTable()
    case .rowGroup: flow.endRowGroup()
    case .row: flow.closeRow()
    case .cell: flow.closeCell()
    }
  }

  private mutating func write(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { text in
      guard preformatted > 0 else { return flow.append(text) }
      var start = 0
      for index in text.indices where text[index] == UInt8(ascii: "\n") {
        flow.append(UnsafeBufferPointer(rebasing: text[start..<index]))
        flow.endLine()
        start = index + 1
      }
      flow.append(UnsafeBufferPointer(rebasing: text[start...]))
    }
  }
}
