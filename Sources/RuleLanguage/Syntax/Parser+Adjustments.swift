import Diagnostics

extension Parser {
  mutating func override() throws(Recovery) -> RuleTree {
    advance()
    guard isAt(word: "rule") else {
      throw fault("“rule”", help: "如 override rule t3-balance error \"…\" { … }")
    }
    var tree = try rule()
    tree.isOverride = true
    return tree
  }

  mutating func disable() throws(Recovery) -> AdjustmentTree {
    advance()
    let id = try joined("规则编号，如 t3-balance")
    return .disable(id, reason: try reason())
  }

  mutating func severity() throws(Recovery) -> AdjustmentTree {
    advance()
    let id = try joined("规则编号，如 t3-balance")
    return .severity(id, try name("严重程度 critical、error、warning 或 info"))
  }

  mutating func waive() throws(Recovery) -> AdjustmentTree {
    let start = advance().span
    let id = try joined("规则编号，如 t3-balance")
    var tree = WaiverTree(id: id, span: start.union(id.span))
    if take(word: "for") { try waiverSubject(into: &tree) }
    if take(word: "until") { tree.until = try joined("日期，如 2026-12-31") }
    tree.reason = try reason()
    return .waive(tree)
  }

  private mutating func waiverSubject(into tree: inout WaiverTree) throws(Recovery) {
    if take(word: "agency") { tree.agency = try string("机关名称") }
    if take(word: "year") { tree.year = try joined("年份，如 2021") }
    if tree.agency == nil, tree.year == nil { throw fault("agency \"…\" 或 year …") }
  }

  private mutating func reason() throws(Recovery) -> StringTree {
    try expect(word: "because")
    return try string("理由")
  }
}
