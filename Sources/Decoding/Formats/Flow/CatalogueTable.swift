/// The table that a site's catalogue puts above a document: 索引号, 发文机构, 文号, 生成日期 … Its items are
/// laid down for all agencies; it is no part of the document.
enum CatalogueTable {
  private static let items: Set<String> = [
    "索引号", "索引", "信息索引号", "文号", "发文字号", "文件编号", "发布机构", "发文机关", "发文机构", "发布单位", "发文单位", "公开主体",
    "发布日期", "发布时间", "发文日期", "公开日期", "成文日期", "生成日期", "产生日期", "公开目录", "所属目录", "信息分类", "主题分类", "分类", "体裁分类",
    "服务对象分类", "组配分类", "信息类别", "名称", "信息名称", "标题", "主题词", "关键词", "关键字", "有效性", "时效性", "信息有效性", "效力状态", "体裁",
    "公开方式", "公开范围", "公开形式", "公开时限", "废止日期", "失效日期", "生效日期", "内容概述", "概述", "摘要", "来源", "责任部门",
  ]
  private static let fewest = 3
  static let mostCells = 40

  static func matches(_ cells: some Sequence<FlowBuilder.OpenCell>, _ text: [UInt8]) -> Bool {
    let cells = Array(cells)
    guard cells.count <= mostCells, !cells.contains(where: \.holdsTable) else { return false }
    return Set(cells.compactMap { item($0, text) }).count >= fewest
  }

  /// The items that say when a document was published; the first that stands there counts.
  private static let publicationItems = ["发布日期", "发布时间", "公开日期", "公开时间", "发文日期"]

  /// What the catalogue says of the day of publication: behind the item in its cell, in the next cell of its
  /// row, or in the cell below it.
  static func publication(_ rows: [FlowBuilder.OpenRow], _ text: [UInt8]) -> String? {
    guard rows.lazy.flatMap(\.cells).prefix(mostCells + 1).count <= mostCells else { return nil }
    for wanted in publicationItems {
      for (number, row) in rows.enumerated() {
        guard let index = row.cells.firstIndex(where: { item($0, text) == wanted }) else { continue }
        let own = words(row.cells[index], text).drop { $0 != ":" && $0 != "：" }.dropFirst()
        let next = row.cells.dropFirst(index + 1).first.map { words($0, text) }
        let below = rows.dropFirst(number + 1).first?.cells.first { $0.column == row.cells[index].column }
        let values = [String(own), next, below.map { words($0, text) }].compactMap(\.self)
        if let value = values.first(where: { $0.first?.isNumber == true }) { return value }
      }
    }
    return nil
  }

  private static func words(_ cell: FlowBuilder.OpenCell, _ text: [UInt8]) -> String {
    String(decoding: cell.lines.flatMap { Array(text[$0.text]) }.prefix(200), as: UTF8.self)
  }

  /// The item that a cell names, alone or before a colon.
  private static func item(_ cell: FlowBuilder.OpenCell, _ text: [UInt8]) -> String? {
    guard let line = cell.firstLine else { return nil }
    let marks: Set<Character> = [" ", "[", "]", "【", "】", "*"]
    let words = String(decoding: text[line.text].prefix(60), as: UTF8.self).filter { !marks.contains($0) }
    let name = String(words.prefix { $0 != ":" && $0 != "：" })
    return items.contains(name) ? name : nil
  }
}
