import Figures
import Reports
import RuleLanguage

/// One small thing done to the consistent report that a good set of rules should notice.
struct Perturbation {
  let identity: ModelIdentity
  let changes: [RuleExample.Change]
  /// What was done, in Chinese: `表三“新收·自然人”改为 13`.
  let words: String

  init(identity: ModelIdentity, changes: [RuleExample.Change], words: String) {
    self.identity = identity
    self.changes = changes
    self.words = words
  }

  private init(edition: Edition, changes: [RuleExample.Change], words: String) {
    self.init(identity: .standard(edition), changes: changes, words: words)
  }

  /// Those that need no rule to be thought of: the report's bones first, then every cell of its tables.
  static func all(_ edition: Edition) -> [Perturbation] {
    let tables = TableForm.all.indices
    return sections(edition) + titles(edition) + tables.flatMap { cells(edition, table: $0) }
      + earlierSections(edition) + tables.flatMap { earlierCells(edition, table: $0) }
  }

  private static func sections(_ edition: Edition) -> [Perturbation] {
    SectionForm.all.flatMap { form -> [Perturbation] in
      let name = "第\(form.number)部分"
      let numeral = ["一", "二", "三", "四", "五", "六"][form.number - 1]
      return [
        Perturbation(edition: edition, changes: [.withoutSection(form.number)], words: "删去\(name)"),
        Perturbation(edition: edition, changes: [.section(form.number, "")], words: "\(name)留空"),
        Perturbation(
          edition: edition, changes: [.section(form.number, "无。")], words: "\(name)只写“无。”"),
        Perturbation(
          edition: edition, changes: [.text(global: 0, "\(numeral)、\(form.title)")],
          words: "\(name)的标题写两遍"),
      ]
    }
  }

  /// The report before is not there, or says word for word what this one says.
  private static func earlierSections(_ edition: Edition) -> [Perturbation] {
    let record = ModelArchive.published[edition]
    return [
      Perturbation(edition: edition, changes: [.earlier(need: nil, .absent)], words: "没有对照的报告")
    ]
      + SectionForm.all.compactMap { form in
        record?.sections[form.number].map { text in
          Perturbation(
            edition: edition, changes: [.earlier(need: nil, .section(form.number, text))],
            words: "对照报告的第\(form.number)部分改得与本报告相同")
        }
      }
  }

  /// Each figure of the report before by itself far off.
  private static func earlierCells(_ edition: Edition, table: Int) -> [Perturbation] {
    let form = TableForm.all[table]
    return form.rows.indices.flatMap { row in
      form.columns.indices.compactMap { column -> Perturbation? in
        guard has(form, row, column, edition), let figure = Figure(far) else { return nil }
        let name = "\(form.title)“\(form.rows[row].names[0])·\(form.columns[column].names[0])”"
        let change = RuleExample.EarlierChange.cell(
          table: table, row: row, column: column, .value(figure))
        return Perturbation(
          edition: edition, changes: [.earlier(need: nil, change)], words: "对照报告的\(name)改为 \(far)")
      }
    }
  }

  /// No figure of the model comes near it.
  private static let far: Int64 = 9001

  private static func titles(_ edition: Edition) -> [Perturbation] {
    ["2018年", "2031年", ""].map { year in
      let title = "云溪县人民政府\(year)政府信息公开工作年度报告"
      return Perturbation(edition: edition, changes: [.title(title)], words: "标题改为“\(title)”")
    }
  }

  private static func cells(_ edition: Edition, table: Int) -> [Perturbation] {
    let form = TableForm.all[table]
    return form.rows.indices.flatMap { row in
      form.columns.indices.flatMap { column -> [Perturbation] in
        guard has(form, row, column, edition) else { return [] }
        let name = "\(form.title)“\(form.rows[row].names[0])·\(form.columns[column].names[0])”"
        return contents(form, row, column, edition).map { content, words in
          Perturbation(
            edition: edition, changes: [.cell(table: table, row: row, column: column, content)],
            words: name + words)
        }
      }
    }
  }

  /// One more, one less, far more, below zero, a fraction; and not to be read, for two reasons.
  private static func contents(
    _ form: TableForm, _ row: Int, _ column: Int, _ edition: Edition
  ) -> [(RuleExample.CellContent, String)] {
    let figures = ModelFigures.row(form.key, form.rows[row].key, edition, width: form.columns.count)
    let value = column < figures.count ? figures[column] : 0
    let whole = [value + 1, value - 1, value + 90, -1].compactMap { Figure($0) }
    let half = Figure(millionths: value * Figure.scale + Figure.scale / 2)
    let values = (whole + [half]).map { (RuleExample.CellContent.value($0), "改为 \($0)") }
    return values + [(.missing(cause: "blank"), "留空"), (.missing(cause: "unreadable"), "改得读不出")]
  }

  private static func has(_ form: TableForm, _ row: Int, _ column: Int, _ edition: Edition) -> Bool {
    guard let cell = form.cells[form.index(row: row, column: column)] else { return false }
    return cell.editions.contains(edition) && form.rows[row].editions.contains(edition)
      && form.columns[column].editions.contains(edition)
  }
}
