import Reports

extension FormTable {
  static func table3(_ report: FixtureReport, _ style: CellStyle) -> FormTable {
    var rows = table3Header(style)
    let line = { (cells: [Cell], label: String, width: Int, key: String) in
      Row(cells + [Cell(style.label(label), width: width)] + self.cells(report, style, "t3." + key))
    }
    rows.append(line([], "一、本年新收政府信息公开申请数量", 3, "new"))
    rows.append(line([], "二、上年结转政府信息公开申请数量", 3, "carried_in"))
    let results = Cell(style.label("三、本年度办理结果"), height: report.edition == .form2021 ? 22 : 20)
    rows.append(line([results], "（一）予以公开", 2, "granted"))
    rows.append(line([], "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2, "partial"))
    for group in groups(report.edition) {
      for (number, entry) in group.rows.enumerated() {
        let head = number == 0 ? [Cell(style.label(group.title), height: group.rows.count)] : []
        rows.append(line(head, style.numbering(number + 1) + entry.label, 1, entry.key))
      }
    }
    if report.edition == .form2019 { rows.append(line([], "（六）其他处理", 2, "other")) }
    rows.append(line([], "（七）总计", 2, "total"))
    rows.append(line([], "四、结转下年度继续办理", 3, "carried_out"))
    return FormTable(rows: rows, columns: 10)
  }

  /// How many rows stand over the first figures.
  static let table3HeaderRows = 3

  private static func table3Header(_ style: CellStyle) -> [Row] {
    let caption = style.label("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
    let bodies = ["商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    return [
      Row([Cell(caption, width: 3, height: 3), Cell(style.label("申请人情况"), width: 7)]),
      Row([
        Cell(style.label("自然人"), height: 2), Cell(style.label("法人或其他组织"), width: 5),
        Cell(style.label("总计"), height: 2),
      ]),
      Row(bodies.map { Cell(style.label($0)) }),
    ]
  }

  private struct LabelGroup {
    let title: String
    let rows: [(label: String, key: String)]
  }

  private static func groups(_ edition: Edition) -> [LabelGroup] {
    let common = [
      LabelGroup(
        title: "（三）不予公开",
        rows: [
          ("属于国家秘密", "denied.state_secret"), ("其他法律行政法规禁止公开", "denied.law"),
          ("危及“三安全一稳定”", "denied.safety"), ("保护第三方合法权益", "denied.third_party"),
          ("属于三类内部事务信息", "denied.internal"), ("属于四类过程性信息", "denied.process"),
          ("属于行政执法案卷", "denied.enforcement"), ("属于行政查询事项", "denied.inquiry"),
        ]),
      LabelGroup(
        title: "（四）无法提供",
        rows: [
          ("本机关不掌握相关政府信息", "unable.not_held"), ("没有现成信息需要另行制作", "unable.not_existing"),
          ("补正后申请内容仍不明确", "unable.unclear"),
        ]),
      LabelGroup(
        title: "（五）不予处理",
        rows: [
          ("信访举报投诉类申请", "unprocessed.petition"), ("重复申请", "unprocessed.repeat"),
          ("要求提供公开出版物", "unprocessed.publication"), ("无正当理由大量反复申请", "unprocessed.excessive"),
          ("要求行政机关确认或重新出具已获取信息", "unprocessed.reissue"),
        ]),
    ]
    let other = LabelGroup(
      title: "（六）其他处理",
      rows: [
        ("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", "other.no_correction"),
        ("申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "other.no_payment"),
        ("其他", "other.misc"),
      ])
    return edition == .form2021 ? common + [other] : common
  }
}
