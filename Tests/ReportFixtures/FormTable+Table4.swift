import Reports

extension FormTable {
  static func table4(_ report: FixtureReport, _ style: CellStyle) -> FormTable {
    let results = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"].map(style.label)
    let rows = [
      Row([Cell(style.label("行政复议"), width: 5), Cell(style.label("行政诉讼"), width: 10)]),
      Row(
        results.map { Cell($0, height: 2) } + [
          Cell(style.label("未经复议直接起诉"), width: 5), Cell(style.label("复议后起诉"), width: 5),
        ]),
      Row((results + results).map { Cell($0) }),
      Row(TableForm.table4.rows.flatMap { cells(report, style, "t4." + $0.key) }),
    ]
    return FormTable(rows: rows, columns: 15)
  }
}
