import RuleLanguage

/// The part of `Rules/README.md` that lists every word a rule may use, written from the language and the
/// schema themselves, so that it cannot lag behind them.
public enum RuleReference {
  public static let begin = "<!-- reference: begin -->"
  public static let end = "<!-- reference: end -->"

  /// Markdown, from the first mark to the last.
  public static var markdown: String {
    let schema = ReportSchema.schema
    return [
      begin, "<!-- 由 govreport rules reference 生成，请勿手改。Generated; do not edit. -->",
      entries("文件 · Files", LanguageReference.items),
      entries("规则 · Rules", LanguageReference.ruleStatements),
      entries("陈述 · Claims", LanguageReference.claimStatements),
      entries("合计 · Aggregates", LanguageReference.aggregates),
      functions(schema), globals(schema), records(schema),
      schema.tables.map(table).joined(separator: "\n\n"),
      schema.nameSets.map { words("\($0.title) · \($0.key)", $0.entries) }.joined(separator: "\n\n"),
      words("范围 · Scopes", schema.scopes), words("缺失原因 · Causes", schema.causes), end,
    ].joined(separator: "\n\n") + "\n"
  }

  private static func entries(_ title: String, _ entries: [ReferenceEntry]) -> String {
    grid("### " + title, ["写法", "说明"], entries.map { ["`\($0.form)`", $0.documentation] })
  }

  private static func functions(_ schema: Schema) -> String {
    let own = LanguageReference.functions.map { ["`\($0.form)`", $0.documentation] }
    let host = schema.functions.map { function in
      let parameters = function.parameters.map(\.title).joined(separator: ", ")
      return [
        "`\(function.names[0])(\(parameters))`" + others(function.names),
        function.documentation + "得到：\(function.result.title)。",
      ]
    }
    return grid("### 函数 · Functions", ["写法", "说明"], own + host)
  }

  private static func globals(_ schema: Schema) -> String {
    grid(
      "### 随处可用的名称 · Globals", ["名称", "是什么"],
      schema.globals.map { [names($0.names), $0.type.title] })
  }

  private static func records(_ schema: Schema) -> String {
    schema.records.map { record in
      grid(
        "### 记录 \(record.name) · Record", ["字段", "是什么"],
        record.fields.map { [names($0.names), $0.type.title] })
    }.joined(separator: "\n\n")
  }

  private static func table(_ table: TableSchema) -> String {
    let title = "### \(table.entry.key) \(table.title) · Table"
    let rows = table.rows.map {
      ["行", "`\($0.entry.key)`", $0.entry.names.joined(separator: "、"), editions($0)]
    }
    let columns = table.columns.map {
      ["列", "`\($0.entry.key)`", $0.entry.names.joined(separator: "、"), editions($0)]
    }
    let groups = (table.rowGroups + table.columnGroups).map { group in
      ["组", "`\(table.entry.key).\(group.entry.key)`", group.entry.names.joined(separator: "、"), ""]
    }
    return grid(title, ["", "键", "名称", "版"], rows + columns + groups)
  }

  private static func editions(_ axis: AxisEntry) -> String {
    axis.editions.sorted().joined(separator: "、")
  }

  private static func words(_ title: String, _ entries: [Entry]) -> String {
    grid("### " + title, ["键", "名称"], entries.map { ["`\($0.key)`", $0.names.joined(separator: "、")] })
  }

  private static func names(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: "、") }

  private static func others(_ names: [String]) -> String {
    names.count > 1 ? "，又名 " + self.names(Array(names.dropFirst())) : ""
  }

  /// A heading and a table; a bar inside a cell would end it.
  private static func grid(_ heading: String, _ header: [String], _ rows: [[String]]) -> String {
    let lines = ([header, header.map { _ in "---" }] + rows).map { row in
      "| " + row.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
    return heading + "\n\n" + lines.joined(separator: "\n")
  }
}
