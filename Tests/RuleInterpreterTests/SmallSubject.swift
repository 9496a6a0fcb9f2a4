import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// A subject shaped like the real one, but small: two tables, some prose, sections.
enum SmallSubject {
  static let editions = ["2019", "2021"]
  static let both: Set<String> = ["2019", "2021"]

  static let rows = [
    AxisEntry(Entry("new", "新收"), editions: both), AxisEntry(Entry("carried_in", "上年结转"), editions: both),
    AxisEntry(Entry("granted", "予以公开"), editions: both),
    AxisEntry(Entry("denied.law", "法律禁止公开"), editions: both),
    AxisEntry(Entry("other.misc", "其他"), editions: ["2021"]),
    AxisEntry(Entry("total", "办理结果总计"), editions: both),
    AxisEntry(Entry("carried_out", "结转下年"), editions: both),
  ]

  static let columns = [
    AxisEntry(Entry("natural", "自然人"), editions: both), AxisEntry(Entry("legal", "法人"), editions: both),
    AxisEntry(Entry("total", "总计"), editions: both),
  ]

  static let schema = Schema(
    editions: editions,
    tables: [
      TableSchema(
        entry: Entry("t3", "表三"), title: "收到和处理政府信息公开申请情况", rows: rows, columns: columns,
        cells: rows.flatMap { row in columns.map { _ in CellSchema(type: .count, editions: row.editions) } },
        rowGroups: [AxisGroup(Entry("results", "办理结果"), members: [2, 3, 4])],
        columnGroups: [AxisGroup(Entry("parts", "申请人"), members: [0, 1])]),
      TableSchema(
        entry: Entry("t2", "表二"), title: "主动公开", rows: [AxisEntry(Entry("fees", "收费"), editions: both)],
        columns: [
          AxisEntry(Entry("amount", "金额"), editions: both), AxisEntry(Entry("change", "增减"), editions: both),
        ],
        cells: [
          CellSchema(type: .amount, editions: both),
          CellSchema(type: .amount, isSigned: true, editions: both),
        ]),
    ],
    records: [
      RecordSchema(
        name: "earlier", fields: [FieldSchema("year", "年份", type: .year), FieldSchema("words", type: .text)]),
      RecordSchema(
        name: "report",
        fields: [
          FieldSchema("year", "年份", type: .year), FieldSchema("title_year", type: .year),
          FieldSchema("published", type: .date), FieldSchema("title", type: .text),
        ]),
      RecordSchema(
        name: "section",
        fields: [
          FieldSchema("number", type: .number), FieldSchema("present", type: .truth),
          FieldSchema("text", type: .text),
        ]),
    ],
    globals: [
      GlobalSchema("正文", type: .text), GlobalSchema("document", "全文", type: .text),
      GlobalSchema("report", type: .record("report")),
      GlobalSchema("sections", type: .list(.record("section"))),
    ],
    functions: [
      FunctionSignature(
        names: ["section", "部分"], parameters: [.number], result: .record("section"), documentation: "一个部分")
    ],
    scopes: [
      Entry("whole_year", "全年"), Entry("of_which", "其中"), Entry("one_office", "一个科室"),
      Entry("earlier_year", "往年"),
    ],
    nameSets: [
      NameSet("level", "层级", [Entry("county", "县"), Entry("township", "乡镇")]),
      NameSet("body", "类别", [Entry("government", "政府"), Entry("department", "部门")]),
    ], agencySets: ["level", "body"],
    causes: [
      Entry("column_ambiguous", "列不明"), Entry("blank", "空白"), Entry("unreadable", "未读出"),
      Entry("section_absent", "缺少该部分"), Entry("out_of_range", "超出范围"),
      Entry("prior_report_not_found", "没有上年报告"),
    ], earlierReport: "earlier")

  static let functions = [
    FunctionBody("section") { arguments in
      guard case .number(let figure, _) = arguments[0], let number = figure.whole else {
        return .missing(cause: "section_absent")
      }
      return section(Int(number), text: "第\(number)部分")
    }
  ]

  static func section(_ number: Int, isPresent: Bool = true, text: String) -> Value {
    let source = SourceText(text)
    return .record(
      name: "section",
      fields: [
        Figure(Int64(number)).map { .number($0, span: nil) } ?? .missing(cause: "unreadable"),
        .truth(isPresent),
        isPresent ? .text(FoldedText(source, source.span)) : .missing(cause: "section_absent"),
      ], key: String(number), title: "第\(number)部分", span: SourceSpan(number * 100, number * 100 + 10))
  }

  /// A consistent report with the given prose; each cell has its own span.
  static func facts(
    edition: String? = "2021", cells: [String: CellFact] = [:], prose: String = "", report: Value? = nil,
    sections: [Value] = []
  ) -> Facts {
    var table = figures.flatMap { row in
      row.map { CellFact.value(Figure(millionths: $0 * Figure.scale), nil) }
    }
    for index in table.indices {
      if case .value(let figure, _) = table[index] {
        table[index] = .value(figure, SourceSpan(1000 + index * 10, 1005 + index * 10))
      }
    }
    for (name, fact) in cells where name.hasPrefix("t3.") { table[offset(name)] = fact }
    let fees = [cells["t2.amount"] ?? .value(.zero, nil), cells["t2.change"] ?? .value(.zero, nil)]
    let text = paragraphs(prose)
    return Facts(
      edition: edition, tables: [table, fees],
      globals: [
        .text(text), .text(text), report ?? Self.report(year: 2021, titleYear: 2021), .list(sections),
      ])
  }

  /// Folded, a line feed between two paragraphs.
  static func paragraphs(_ prose: String) -> FoldedText {
    let source = SourceText(prose)
    var builder = FoldedText.Builder()
    for line in source.lineStarts.indices {
      builder.appendBreak()
      builder.append(source, source.lineSpan(line + 1))
    }
    return builder.build()
  }

  static func report(year: Int64, titleYear: Int64?) -> Value {
    let title = SourceText("某县\(year)年政府信息公开工作年度报告")
    return .record(
      name: "report",
      fields: [
        .number(Figure(millionths: year * Figure.scale), span: SourceSpan(5, 9)),
        titleYear.map { .number(Figure(millionths: $0 * Figure.scale), span: SourceSpan(20, 24)) }
          ?? .missing(cause: "blank"),
        .date(year: Int(year) + 1, month: 2, day: 3, span: SourceSpan(30, 40)),
        .text(FoldedText(title, title.span)),
      ])
  }

  /// 13 + 1 = 14 by row and column.
  private static let figures: [[Int64]] = [
    [13, 4, 17], [1, 0, 1], [8, 2, 10], [3, 1, 4], [2, 1, 3], [13, 4, 17], [1, 0, 1],
  ]

  /// `t3.new.natural`
  private static func offset(_ name: String) -> Int {
    let path = name.dropFirst(3)
    let row = rows.firstIndex { path.hasPrefix($0.entry.key + ".") } ?? 0
    let column = columns.firstIndex { path.hasSuffix("." + $0.entry.key) } ?? 0
    return row * columns.count + column
  }

  static func count(_ value: Int64) -> CellFact {
    .value(Figure(millionths: value * Figure.scale), SourceSpan(1, 3))
  }

  static func checked(_ text: String, lists: [String: String] = [:]) throws -> CheckedRules {
    let files =
      [RuleFile(name: "test.rules", bytes: Array(text.utf8))]
      + lists.map { RuleFile(name: $0.key, bytes: Array($0.value.utf8)) }
    return try CheckedRules.check(files, against: schema).get()
  }

  static func run(_ text: String, lists: [String: String] = [:], _ facts: Facts) throws -> [RuleResult] {
    Interpreter(try checked(text, lists: lists), functions: functions).run(facts)
  }

  /// The one result of a rule with the given clauses.
  static func run(clauses: String, _ facts: Facts = facts()) throws -> RuleResult {
    let results = try run("rule r error \"核对\" {\n basis \"依据\"\n \(clauses) }", facts)
    return try #require(results.first)
  }
}
