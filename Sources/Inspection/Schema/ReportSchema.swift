public import Reports
import RuleLanguage

/// What rules may say about a report: the one place where the words of the forms become names of the
/// rule language. `ReportFacts` gives the values in the same order.
enum ReportSchema {
  static let schema = Schema(
    editions: Edition.allCases.map(\.rawValue), tables: TableForm.all.map(table), records: records,
    globals: globals, functions: ReportFunctions.all.map(\.signature), scopes: scopes, nameSets: nameSets,
    agencySets: agencySets, causes: causes,
    earlierReport: "earlier")

  static let globals: [GlobalSchema] = [
    GlobalSchema("正文", "prose", type: .text),
    GlobalSchema("document", "全文", type: .text),
    GlobalSchema("report", "报告", type: .record("report")),
    GlobalSchema("sections", "各部分", type: .list(.record("section"))),
    GlobalSchema("tables", "各表", type: .list(.record("table"))),
    GlobalSchema("headings", "各标题", type: .list(.record("heading"))),
    GlobalSchema("parts", "总体情况各项", type: .list(.record("part"))),
    GlobalSchema("statutory_rows", "法定行", type: .list(.record("row"))),
    GlobalSchema("odd_cells", "异常格", type: .list(.record("odd_cell"))),
    GlobalSchema("inferred_rows", "推断行", type: .list(.row("t3"))),
    GlobalSchema("inferred_kinds", "推断类", type: .list(.row("t4"))),
    GlobalSchema("第一部分", "section1", type: .record("section")),
    GlobalSchema("第二部分", "section2", type: .record("section")),
    GlobalSchema("第三部分", "section3", type: .record("section")),
    GlobalSchema("第四部分", "section4", type: .record("section")),
    GlobalSchema("第五部分", "section5", type: .record("section")),
    GlobalSchema("第六部分", "section6", type: .record("section")),
    GlobalSchema("网页周边", "surroundings", type: .text),
  ]

  /// The index of the text around a page's content.
  static let surroundings = globals.firstIndex { $0.names.contains("surroundings") } ?? globals.count

  private static let scopes = [
    Entry("whole_year", "全年"), Entry("of_which", "其中"), Entry("one_office", "一个单位"),
    Entry("part", "一部分"), Entry("earlier_year", "往年"),
  ]

  private static let causes =
    MissingCause.allCases.map { Entry($0.rawValue, CauseWords.chinese($0)) } + [
      Entry(EarlierReport.unreadable, "对照的报告里没有读出"), Entry(EarlierReport.differing, "上年报告有几份，所填不一"),
      Entry("year_unknown", "年度不明"), Entry("agency_kind_unknown", "看不出是哪一种机关"),
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
      rowGroups: form.rowGroups.map(group) + results(form), columnGroups: form.columnGroups.map(group))
  }

  /// The headings （三） to （六） of table 3: the rows below each of them, under the heading's own name.
  private static func results(_ form: TableForm) -> [AxisGroup] {
    let groups = [("denied", "不予公开"), ("unable", "无法提供"), ("unprocessed", "不予处理"), ("other", "其他处理")]
    return groups.compactMap { prefix, name in
      let members = form.rows.indices.filter { index in
        let key = form.rows[index].key
        return key == prefix || key.hasPrefix(prefix + ".")
      }
      return members.isEmpty ? nil : AxisGroup(Entry(prefix, name), members: members)
    }
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
public enum CauseWords {
  public static func chinese(_ cause: MissingCause) -> String {
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
