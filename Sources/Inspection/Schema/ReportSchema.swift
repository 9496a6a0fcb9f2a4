import Reports
import RuleLanguage

/// What rules may say about a report: the one place where the words of the forms become names of the
/// rule language. `ReportFacts` gives the values in the same order.
enum ReportSchema {
  static let schema = Schema(
    editions: Edition.allCases.map(\.rawValue), tables: TableForm.all.map(table), records: records,
    globals: globals, functions: ReportFunctions.all.map(\.signature), scopes: scopes, causes: causes)

  static let globals: [GlobalSchema] = [
    GlobalSchema("正文", "prose", type: .text),
    GlobalSchema("document", "全文", type: .text),
    GlobalSchema("report", "报告", type: .record("report")),
    GlobalSchema("sections", "各部分", type: .list(.record("section"))),
    GlobalSchema("tables", "各表", type: .list(.record("table"))),
    GlobalSchema("第一部分", "section1", type: .record("section")),
    GlobalSchema("第二部分", "section2", type: .record("section")),
    GlobalSchema("第三部分", "section3", type: .record("section")),
    GlobalSchema("第四部分", "section4", type: .record("section")),
    GlobalSchema("第五部分", "section5", type: .record("section")),
    GlobalSchema("第六部分", "section6", type: .record("section")),
  ]

  static let records: [RecordSchema] = [
    RecordSchema(
      name: "report",
      fields: [
        FieldSchema("agency", "机关", type: .text),
        FieldSchema("year", "年度", type: .year),
        FieldSchema("title", "标题", type: .text),
        FieldSchema("title_year", "标题年份", type: .year),
        FieldSchema("period_year", "统计年份", type: .year),
        FieldSchema("file_year", "文件名年份", type: .year),
        FieldSchema("edition", "格式", type: .text),
      ]),
    RecordSchema(
      name: "section",
      fields: [
        FieldSchema("number", "序号", type: .number),
        FieldSchema("name", "名称", type: .text),
        FieldSchema("present", "有", type: .truth),
        FieldSchema("empty", "空", type: .truth),
        FieldSchema("occurrences", "出现次数", type: .number),
        FieldSchema("text", "内容", type: .text),
      ]),
    RecordSchema(
      name: "table",
      fields: [
        FieldSchema("name", "名称", type: .text),
        FieldSchema("section", "部分", type: .number),
        FieldSchema("present", "有", type: .truth),
        FieldSchema("section_present", "部分有", type: .truth),
      ]),
    RecordSchema(
      name: "breakdown",
      fields: [
        FieldSchema("sum", "合计", type: .count),
        FieldSchema("wholes", "总数", type: .list(.count)),
        FieldSchema("exhaustive", "说尽", type: .truth),
        FieldSchema("text", "文字", type: .text),
      ]),
  ]

  private static let scopes = [
    Entry("whole_year", "全年"), Entry("of_which", "其中"), Entry("one_office", "一个单位"),
    Entry("part", "一部分"), Entry("earlier_year", "往年"),
  ]

  private static let causes =
    MissingCause.allCases.map { Entry($0.rawValue, CauseWords.chinese($0)) } + [
      Entry("out_of_range", "数值过大"), Entry("division_by_zero", "除数为零"), Entry("empty_list", "没有可比的项"),
      Entry("budget_exceeded", "规则计算量过大"), Entry("value_mismatch", "内部类型不符"),
    ]

  private static func table(_ form: TableForm) -> TableSchema {
    TableSchema(
      entry: Entry(form.key, form.title), title: form.title, rows: form.rows.map(axis),
      columns: form.columns.map(axis),
      cells: form.cells.map { cell in
        cell.map {
          CellSchema(
            type: $0.unit == .amount ? .amount : .count, isSigned: $0.unit == .change,
            editions: names($0.editions))
        }
      },
      rowGroups: form.rowGroups.map(group), columnGroups: form.columnGroups.map(group))
  }

  private static func axis(_ axis: TableForm.Axis) -> AxisEntry {
    AxisEntry(Entry(key: axis.key, names: axis.names), editions: names(axis.editions))
  }

  private static func group(_ group: TableForm.Group) -> AxisGroup {
    AxisGroup(Entry(key: group.key, names: group.names), members: group.members)
  }

  private static func names(_ editions: Set<Edition>) -> Set<String> { Set(editions.map(\.rawValue)) }
}

/// Why a cell is missing, in words for the reader.
enum CauseWords {
  static func chinese(_ cause: MissingCause) -> String {
    switch cause {
    case .sectionAbsent: "缺少该部分"
    case .tableAbsent: "缺少该表"
    case .rowAbsent: "表中没有这一行"
    case .columnAmbiguous: "数字与列对不上"
    case .blank: "空白"
    case .unreadable: "无法辨认"
    case .unitUnknown: "单位不明"
    case .notInEdition: "该版格式没有此项"
    case .priorReportNotFound: "没有上年报告"
    }
  }
}
