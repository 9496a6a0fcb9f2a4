import RuleLanguage

extension ReportSchema {
  /// The records that rules can ask about, with their fields in the order of `ReportFacts` and of
  /// `ReportFunctions`.
  static let records: [RecordSchema] = [
    report, section, heading, part, table, statutoryRow, oddCell, breakdown, shares, share, repeated,
    namedBody, earlier, earlierSection,
  ]

  private static let report = RecordSchema(
    name: "report",
    fields: [
      FieldSchema("agency", "机关", type: .text, isShort: true),
      FieldSchema("level", "层级", type: .name("level")),
      FieldSchema("body", "类别", type: .name("body")),
      FieldSchema("year", "年度", type: .year),
      FieldSchema("title", "标题", type: .text, isShort: true),
      FieldSchema("title_year", "标题年份", type: .year),
      FieldSchema("period_year", "统计年份", type: .year),
      FieldSchema("file_year", "文件名年份", type: .year),
      FieldSchema("edition", "格式", type: .name("edition")),
      FieldSchema("published", "发布日期", type: .date),
      FieldSchema("due", "发布期限", type: .date),
      FieldSchema("single_other", "其他处理合为一行", type: .truth),
    ])

  private static let section = RecordSchema(
    name: "section",
    fields: [
      FieldSchema("number", "序号", type: .number),
      FieldSchema("name", "名称", type: .text),
      FieldSchema("present", "有", type: .truth),
      FieldSchema("empty", "空", type: .truth),
      FieldSchema("occurrences", "出现次数", type: .number),
      FieldSchema("text", "内容", type: .text),
      FieldSchema("length", "字数", type: .number),
      FieldSchema("prose", "正文", type: .text),
    ])

  /// What `archive` finds; its tables are those of the forms.
  private static let earlier = RecordSchema(
    name: "earlier",
    fields: [
      FieldSchema("year", "年度", type: .year),
      FieldSchema("edition", "格式", type: .name("edition")),
      FieldSchema("file", "文件名", type: .text),
      FieldSchema("sections", "各部分", type: .list(.record("earlier_section"))),
      FieldSchema("第一部分", "section1", type: .record("earlier_section")),
      FieldSchema("第二部分", "section2", type: .record("earlier_section")),
      FieldSchema("第三部分", "section3", type: .record("earlier_section")),
      FieldSchema("第四部分", "section4", type: .record("earlier_section")),
      FieldSchema("第五部分", "section5", type: .record("earlier_section")),
      FieldSchema("第六部分", "section6", type: .record("earlier_section")),
    ])

  private static let earlierSection = RecordSchema(
    name: "earlier_section",
    fields: [
      FieldSchema("number", "序号", type: .number),
      FieldSchema("name", "名称", type: .text),
      FieldSchema("prose", "正文", type: .text),
    ])

  private static let heading = RecordSchema(
    name: "heading",
    fields: [
      FieldSchema("section", "部分", type: .number),
      FieldSchema("number", "编号", type: .number),
      FieldSchema("text", "文字", type: .text),
      FieldSchema("worded", "用语相符", type: .truth),
      FieldSchema("before", "前一部分", type: .number),
      FieldSchema("name", "应有名称", type: .text),
    ])

  private static let part = RecordSchema(
    name: "part",
    fields: [FieldSchema("name", "名称", type: .text), FieldSchema("present", "有", type: .truth)])

  private static let table = RecordSchema(
    name: "table",
    fields: [
      FieldSchema("name", "名称", type: .text),
      FieldSchema("section", "部分", type: .number),
      FieldSchema("present", "有", type: .truth),
      FieldSchema("section_present", "部分有", type: .truth),
    ])

  private static let statutoryRow = RecordSchema(
    name: "row",
    fields: [
      FieldSchema("table", "表", type: .text),
      FieldSchema("name", "名称", type: .text),
      FieldSchema("present", "有", type: .truth),
    ])

  private static let oddCell = RecordSchema(
    name: "odd_cell",
    fields: [
      FieldSchema("table", "表", type: .text),
      FieldSchema("row", "行", type: .text),
      FieldSchema("column", "列", type: .text),
      FieldSchema("blank", "空白", type: .truth),
      FieldSchema("words", "有文字", type: .truth),
      FieldSchema("negative", "负数", type: .truth),
      FieldSchema("fractional", "有小数", type: .truth),
      FieldSchema("text", "内容", type: .text),
    ])

  private static let breakdown = RecordSchema(
    name: "breakdown",
    fields: [
      FieldSchema("sum", "合计", type: .count),
      FieldSchema("wholes", "总数", type: .list(.count)),
      FieldSchema("exhaustive", "说尽", type: .truth),
      FieldSchema("text", "文字", type: .text),
      FieldSchema("exceeds", "超出", type: .truth),
    ])

  private static let shares = RecordSchema(
    name: "shares",
    fields: [
      FieldSchema("shares", "各项", type: .list(.record("share"))),
      FieldSchema("sum", "合计", type: .number),
      FieldSchema("tolerance", "误差", type: .number),
      FieldSchema("exhaustive", "说尽", type: .truth),
      FieldSchema("text", "文字", type: .text),
    ])

  private static let share = RecordSchema(
    name: "share",
    fields: [
      FieldSchema("count", "件数", type: .count),
      FieldSchema("percent", "百分比", type: .number),
      FieldSchema("tolerance", "误差", type: .number),
      FieldSchema("candidates", "应为", type: .list(.number)),
      FieldSchema("text", "文字", type: .text),
    ])

  private static let repeated = RecordSchema(
    name: "repeat",
    fields: [FieldSchema("text", "文字", type: .text), FieldSchema("context", "上下文", type: .text)])

  /// What `named_body` finds.
  private static let namedBody = RecordSchema(
    name: "named_body",
    fields: [
      FieldSchema("relation", "关系", type: .name("relation")),
      FieldSchema("place", "地名", type: .text, isShort: true),
    ])
}
