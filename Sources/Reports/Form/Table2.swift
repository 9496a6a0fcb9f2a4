extension TableForm {
  /// 二、主动公开政府信息情况: 条例第二十条第（一）（五）（六）（八）项, in the edition of 2019 also （九）.
  public static let table2: TableForm = {
    let rows = [
      Axis("rules", "规章"),
      Axis("normative", "规范性文件", "行政规范性文件"),
      Axis("permits", "行政许可"),
      Axis("services", "其他对外管理服务事项", in: [.form2019]),
      Axis("penalties", "行政处罚"),
      Axis("coercions", "行政强制"),
      Axis("fees", "行政事业性收费"),
      Axis("procurement", "政府集中采购", in: [.form2019]),
    ]
    let columns = [
      Axis("issued", "制发", "本年制发件数", in: [.form2021]),
      Axis("repealed", "废止", "本年废止件数", in: [.form2021]),
      Axis("in_force", "现行有效", "现行有效件数", in: [.form2021]),
      Axis("made", "新制作", "本年新制作数量", in: [.form2019]),
      Axis("published", "新公开", "本年新公开数量", in: [.form2019]),
      Axis("total", "对外公开总数", "对外公开总数量", in: [.form2019]),
      Axis("previous", "上一年项目", "上一年项目数量", in: [.form2019]),
      Axis("change", "本年增减", in: [.form2019]),
      Axis("decisions", "处理决定", "处理决定数量", "本年处理决定数量"),
      Axis("amount", "金额", "本年收费金额", "采购总金额"),
      Axis("projects", "采购项目", "采购项目数量", in: [.form2019]),
    ]
    let layout: [Edition: [String: [String]]] = [
      .form2021: Table2Layout.form2021, .form2019: Table2Layout.form2019,
    ]
    let cells = rows.flatMap { row in
      columns.map { column -> Cell? in
        let editions = Edition.allCases.filter { layout[$0]?[row.key]?.contains(column.key) == true }
        if editions.isEmpty { return nil }
        let unit: Unit = column.key == "amount" ? .amount : column.key == "change" ? .change : .count
        return Cell(unit: unit, editions: Set(editions))
      }
    }
    return TableForm(
      key: "t2", title: "表二", section: 2, rows: rows, columns: columns, cells: cells,
      rowGroups: [Group(key: "documents", names: ["文件"], members: [0, 1])], columnGroups: [])
  }()
}

/// Which columns each row of table 2 has, in the order in which they stand.
enum Table2Layout {
  static let form2021: [String: [String]] = [
    "rules": ["issued", "repealed", "in_force"], "normative": ["issued", "repealed", "in_force"],
    "permits": ["decisions"], "penalties": ["decisions"], "coercions": ["decisions"], "fees": ["amount"],
  ]

  static let form2019: [String: [String]] = [
    "rules": ["made", "published", "total"], "normative": ["made", "published", "total"],
    "permits": ["previous", "change", "decisions"], "services": ["previous", "change", "decisions"],
    "penalties": ["previous", "change", "decisions"], "coercions": ["previous", "change", "decisions"],
    "fees": ["previous", "change"], "procurement": ["projects", "amount"],
  ]

  static func columns(_ row: String, _ edition: Edition) -> [String] {
    (edition == .form2021 ? form2021 : form2019)[row] ?? []
  }
}
