import RuleLanguage

/// A schema shaped like the real one, but small.
enum SmallSchema {
  private static let both: Set<String> = ["2019", "2021"]

  private static let rows = [
    AxisEntry(Entry("new", "新收"), editions: both), AxisEntry(Entry("carried_in", "上年结转"), editions: both),
    AxisEntry(Entry("granted", "予以公开"), editions: both),
    AxisEntry(Entry("denied.law", "法律禁止公开"), editions: both),
    AxisEntry(Entry("other.misc", "其他"), editions: ["2021"]),
    AxisEntry(Entry("other", "其他处理"), editions: ["2019"]),
    AxisEntry(Entry("total", "办理结果总计"), editions: both),
    AxisEntry(Entry("carried_out", "结转下年"), editions: both),
  ]

  private static let columns = [
    AxisEntry(Entry("natural", "自然人"), editions: both), AxisEntry(Entry("total", "总计"), editions: both),
  ]

  static let schema = Schema(
    editions: ["2019", "2021"],
    tables: [
      TableSchema(
        entry: Entry("t3", "表三"), title: "申请情况", rows: rows, columns: columns,
        cells: rows.flatMap { row in columns.map { _ in CellSchema(type: .count, editions: row.editions) } },
        rowGroups: [
          AxisGroup(Entry("results", "办理结果"), members: [2, 3, 4, 5]),
          AxisGroup(Entry("old", "旧版"), members: [5]),
        ]),
      TableSchema(
        entry: Entry("t2", "表二"), title: "主动公开",
        rows: [
          AxisEntry(Entry("rules", "规章"), editions: both), AxisEntry(Entry("fees", "收费"), editions: both),
        ],
        columns: [
          AxisEntry(Entry("issued", "制发"), editions: both), AxisEntry(Entry("amount", "金额"), editions: both),
        ],
        cells: [
          CellSchema(type: .count, editions: both), nil, nil, CellSchema(type: .amount, editions: both),
        ]),
    ],
    records: [
      RecordSchema(name: "earlier", fields: [FieldSchema("year", "年份", type: .year)]),
      RecordSchema(
        name: "report",
        fields: [
          FieldSchema("year", "年份", type: .year), FieldSchema("title", type: .text),
          FieldSchema("level", "层级", type: .name("level")),
        ]),
    ],
    globals: [
      GlobalSchema("正文", type: .text), GlobalSchema("document", "全文", type: .text),
      GlobalSchema("report", type: .record("report")),
    ],
    functions: [
      FunctionSignature(
        names: ["section"], parameters: [.number], result: .record("report"), documentation: "一个部分")
    ],
    scopes: [Entry("whole_year", "全年"), Entry("of_which", "其中")],
    nameSets: [
      NameSet("level", "层级", [Entry("county", "县"), Entry("township", "乡镇")]),
      NameSet("body", "类别", [Entry("government", "政府"), Entry("department", "部门")]),
    ], agencySets: ["level", "body"],
    causes: [Entry("unreadable", "未读出"), Entry("column_ambiguous", "列不明")],
    earlierReport: "earlier")

  static func check(_ text: String, name: String = "test.rules") -> Result<CheckedRules, RuleErrors> {
    CheckedRules.check([RuleFile(name: name, bytes: Array(text.utf8))], against: schema)
  }
}
