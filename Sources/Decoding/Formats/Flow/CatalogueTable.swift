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

  /// The item that a cell names, alone or before a colon.
  private static func item(_ cell: FlowBuilder.OpenCell, _ text: [UInt8]) -> String? {
    guard let line = cell.firstLine else { return nil }
    let marks: Set<Character> = [" ", "[", "]", "【", "】", "*"]
    let words = String(decoding: text[line.text].prefix(60), as: UTF8.self).filter { !marks.contains($0) }
    let name = String(words.prefix { $0 != ":" && $0 != "：" })
    return items.contains(name) ? name : nil
  }
}
