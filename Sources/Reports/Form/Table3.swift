extension TableForm {
  /// 三、收到和处理政府信息公开申请情况.
  public static let table3: TableForm = {
    let rows = [
      Axis("new", "新收", "本年新收", "本年新收政府信息公开申请数量"),
      Axis("carried_in", "上年结转", "上年结转政府信息公开申请数量"),
      Axis("granted", "予以公开"),
      Axis("partial", "部分公开"),
      Axis("denied.state_secret", "国家秘密", "属于国家秘密"),
      Axis("denied.law", "法律法规禁止公开", "其他法律行政法规禁止公开"),
      Axis("denied.safety", "三安全一稳定", "危及三安全一稳定"),
      Axis("denied.third_party", "第三方合法权益", "保护第三方合法权益"),
      Axis("denied.internal", "内部事务信息", "属于三类内部事务信息"),
      Axis("denied.process", "过程性信息", "属于四类过程性信息"),
      Axis("denied.enforcement", "行政执法案卷", "属于行政执法案卷"),
      Axis("denied.inquiry", "行政查询事项", "属于行政查询事项"),
      Axis("unable.not_held", "不掌握信息", "本机关不掌握相关政府信息"),
      Axis("unable.not_existing", "没有现成信息", "没有现成信息需要另行制作"),
      Axis("unable.unclear", "补正后仍不明确", "补正后申请内容仍不明确"),
      Axis("unprocessed.petition", "信访举报投诉", "信访举报投诉类申请"),
      Axis("unprocessed.repeat", "重复申请"),
      Axis("unprocessed.publication", "公开出版物", "要求提供公开出版物"),
      Axis("unprocessed.excessive", "大量反复申请", "无正当理由大量反复申请"),
      Axis("unprocessed.reissue", "重新出具信息", "要求行政机关确认或重新出具已获取信息"),
      Axis("other.no_correction", "逾期不补正", in: [.form2021]),
      Axis("other.no_payment", "逾期不缴费", in: [.form2021]),
      Axis("other.misc", "其他情形", in: [.form2021]),
      Axis("other", "其他处理", in: [.form2019]),
      Axis("total", "办理结果总计", "总计"),
      Axis("carried_out", "结转下年", "结转下年度继续办理"),
    ]
    let columns = [
      Axis("natural", "自然人"), Axis("business", "商业企业"), Axis("research", "科研机构"),
      Axis("public_interest", "社会公益组织"), Axis("legal", "法律服务机构"), Axis("other", "其他"),
      Axis("total", "总计"),
    ]
    return TableForm(
      key: "t3", title: "表三", section: 3, rows: rows, columns: columns, cells: full(rows, columns),
      rowGroups: [Group(key: "results", names: ["办理结果"], members: Array(2...23))],
      columnGroups: [Group(key: "parts", names: ["各类申请人"], members: Array(0...5))])
  }()

  /// Cells for a table in which every row has every column.
  static func full(_ rows: [Axis], _ columns: [Axis]) -> [Cell?] {
    rows.flatMap { row in columns.map { _ in Cell(unit: .count, editions: row.editions) } }
  }
}
