import Reports

/// Writes a fixture report as a saved page, with what sites put around it.
package struct HTMLReportWriter {
  /// Which chapters the report has, in their order.
  package var chapters = Array(1...6)

  private var random: SplitMix64
  private let hasMarkupInCells: Bool
  private let isInFrames: Bool
  private let leavesOpen: Bool

  package init(_ random: inout SplitMix64) {
    hasMarkupInCells = random.once(in: 2)
    isInFrames = random.once(in: 3)
    leavesOpen = random.once(in: 4)
    self.random = SplitMix64(seed: random.next())
  }

  package mutating func write(_ report: FixtureReport, tables: [FormTable], charset: String) -> String {
    let title = "\(report.agency)\(report.year)年政府信息公开工作年度报告"
    var content = "<h1>\(title)</h1>\n" + catalogue(report)
    for section in chapters.map({ SectionForm.all[$0 - 1] }) {
      content += heading(section)
      if (2...4).contains(section.number) { content += table(tables[section.number - 2]) }
      for paragraph in report.prose[section.number] ?? [] { content += "<p>　　\(paragraph)</p>\n" }
    }
    if isInFrames { content = "<table width=100%><tr><td>\(menu)</td><td>\(content)</td></tr></table>" }
    return """
      <!DOCTYPE html><html><head><meta charset="\(charset)"><title>\(title)_门户网站</title></head>
      <body><header>门户网站</header><nav>\(menu)</nav><form action="/s"><input value="1"><button>搜索</button></form>
      <div>您现在的位置：<a href="/">首页</a> &gt; <a href="/x">公开</a></div><div id="d0">\(content)</div>
      <div>【打印本页】 【关闭窗口】</div><footer>主办：某单位 备案号：某ICP备12号</footer></body></html>
      """
  }

  private var menu: String {
    "<ul>" + ["机构", "要闻", "服务", "互动", "数据"].map { "<li><a href=\"/\($0)\">\($0)12</a></li>" }.joined()
      + "</ul>"
  }

  private mutating func heading(_ section: SectionForm) -> String {
    let text = Array("一二三四五六")[section.number - 1].description + "、" + section.title
    return random.pick([
      "<p><strong>\(text)</strong></p>\n", "<h3>\(text)</h3>\n", "<div><span>\(text)</span></div>\n",
    ])
  }

  private func catalogue(_ report: FixtureReport) -> String {
    """
    <table><tr><td>索引号</td><td>0012/2024-3</td><td>发布机构</td><td>\(report.agency)</td></tr>
    <tr><td>文号</td><td></td><td>生成日期</td><td>2024-01-09</td></tr></table>

    """
  }

  private mutating func table(_ table: FormTable) -> String {
    var text = "<table border=1><tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for cell in row.cells {
        let width = cell.width > 1 ? " colspan=\"\(cell.width)\"" : ""
        let height = cell.height > 1 ? " rowspan=\(cell.height)" : ""
        text += "<td\(width)\(height)>\(markup(cell.text))" + (leavesOpen ? "" : "</td>")
      }
      text += leavesOpen ? "\n" : "</tr>\n"
    }
    return text + "</tbody></table>\n"
  }

  private mutating func markup(_ text: String) -> String {
    guard hasMarkupInCells, text.count > 1 else { return text.isEmpty ? "&nbsp;" : text }
    let middle = text.index(text.startIndex, offsetBy: Int.random(in: 1..<text.count, using: &random))
    let (first, second) = (text[..<middle], text[middle...])
    let isLabel = !text.contains { $0.isNumber }
    if isLabel, random.once(in: 3) { return "<p>\(first)</p><p>\(second)</p>" }
    if isLabel, random.once(in: 3) { return "\(first)<br/>\(second)" }
    return random.pick([
      "<p>&nbsp;<span>\(first)</span><span>\(second)</span></p>", "\n  <font>\(first)</font>\(second)\n",
      text,
    ])
  }
}
