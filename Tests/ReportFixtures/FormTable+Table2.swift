import Reports

extension FormTable {
  static func table2(_ report: FixtureReport, _ style: CellStyle) -> FormTable {
    report.edition == .form2021 ? table2Of2021(report, style) : table2Of2019(report, style)
  }

  private static func item(_ numeral: String, _ style: CellStyle) -> Row {
    Row([Cell(style.label("第二十条第（\(numeral)）项"), width: 4)])
  }

  private static func header(_ titles: [String], widths: Int, _ style: CellStyle) -> Row {
    Row([Cell(style.label("信息内容"))] + titles.map { Cell(style.label($0), width: widths) })
  }

  private static func line(
    _ label: String, _ key: String, _ report: FixtureReport, _ style: CellStyle, width: Int = 1
  ) -> Row {
    Row([Cell(style.label(label))] + cells(report, style, "t2." + key, width: width))
  }

  private static func table2Of2021(_ report: FixtureReport, _ style: CellStyle) -> FormTable {
    let decisions = header(["本年处理决定数量"], widths: 3, style)
    let rows = [
      item("一", style), header(["本年制发件数", "本年废止件数", "现行有效件数"], widths: 1, style),
      line("规章", "rules", report, style), line("行政规范性文件", "normative", report, style),
      item("五", style), decisions, line("行政许可", "permits", report, style, width: 3),
      item("六", style), decisions, line("行政处罚", "penalties", report, style, width: 3),
      line("行政强制", "coercions", report, style, width: 3),
      item("八", style), header(["本年收费金额（单位：万元）"], widths: 3, style),
      line("行政事业性收费", "fees", report, style, width: 3),
    ]
    return FormTable(rows: rows, columns: 4)
  }

  private static func table2Of2019(_ report: FixtureReport, _ style: CellStyle) -> FormTable {
    let changes = ["上一年项目数量", "本年增/减"]
    let decisions = header(changes + ["处理决定数量"], widths: 1, style)
    let rows = [
      item("一", style), header(["本年新制作数量", "本年新公开数量", "对外公开总数量"], widths: 1, style),
      line("规章", "rules", report, style), line("规范性文件", "normative", report, style),
      item("五", style), decisions, line("行政许可", "permits", report, style),
      line("其他对外管理服务事项", "services", report, style),
      item("六", style), decisions, line("行政处罚", "penalties", report, style),
      line("行政强制", "coercions", report, style),
      item("八", style), header(changes, widths: 1, style), line("行政事业性收费", "fees", report, style),
      item("九", style), header(["采购项目数量", "采购总金额"], widths: 1, style),
      line("政府集中采购", "procurement", report, style),
    ]
    return FormTable(rows: rows, columns: 4)
  }
}
