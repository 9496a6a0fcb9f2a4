import Figures
import Reports

/// Figures of a consistent report: every identity of the forms holds, and few of them are zero.
enum ModelFigures {
  /// By row, from the first column on; columns that are not named are zero.
  private static let table3: [String: [Int64]] = [
    "new": [12, 3, 0, 1, 0, 0, 16],
    "carried_in": [1, 0, 0, 0, 0, 0, 1],
    "granted": [5, 1, 0, 1, 0, 0, 7],
    "partial": [2, 0, 0, 0, 0, 0, 2],
    "unable.not_held": [3, 1, 0, 0, 0, 0, 4],
    "unprocessed.repeat": [1, 0, 0, 0, 0, 0, 1],
    "total": [11, 2, 0, 1, 0, 0, 14],
    "carried_out": [2, 1, 0, 0, 0, 0, 3],
  ]

  private static let table4: [String: [Int64]] = [
    "review": [2, 1, 0, 1, 4],
    "litigation_direct": [1, 0, 0, 0, 1],
    "litigation_after_review": [0, 0, 1, 0, 1],
  ]

  private static let table2: [Edition: [String: [Int64]]] = [
    .form2021: [
      "rules": [0, 0, 0], "normative": [3, 1, 12], "permits": [2150], "penalties": [312], "coercions": [8],
      "fees": [46],
    ],
    .form2019: [
      "rules": [0, 0, 0], "normative": [3, 3, 12], "permits": [210, -4, 2150], "services": [35, 2, 640],
      "penalties": [480, 12, 312], "coercions": [22, 0, 8], "fees": [11, 0], "procurement": [27, 1580],
    ],
  ]

  /// Where the report of the year before states other figures, by the indices of the forms.
  static func predecessor(_ edition: Edition) -> [(table: Int, row: Int, column: Int, value: Int64)] {
    carriedOut + (edition == .form2021 ? inForce : [])
  }

  /// It carried out what this year's carries in; so much more was settled.
  private static let carriedOut: [(Int, Int, Int, Int64)] = {
    let form = TableForm.table3
    guard let out = form.row("carried_out"), let total = form.row("total"), let granted = form.row("granted")
    else { return [] }
    return form.columns.indices.flatMap { column -> [(Int, Int, Int, Int64)] in
      let figure = { (row: String) in table3[row]?[column] ?? 0 }
      let more = figure("carried_out") - figure("carried_in")
      return [
        (1, out, column, figure("carried_in")), (1, total, column, figure("total") + more),
        (1, granted, column, figure("granted") + more),
      ]
    }
  }()

  /// 现行有效 = last year's + 制发 − 废止.
  private static let inForce: [(Int, Int, Int, Int64)] = ["rules", "normative"].compactMap { row in
    guard let figures = table2[.form2021]?[row], let index = TableForm.table2.row(row),
      let column = TableForm.table2.column("in_force")
    else { return nil }
    return (0, index, column, figures[2] - figures[0] + figures[1])
  }

  static func row(_ table: String, _ row: String, _ edition: Edition, width: Int) -> [Int64] {
    let known: [Int64]? =
      switch table {
      case "t2": table2[edition]?[row]
      case "t3": table3[row]
      default: table4[row]
      }
    return known ?? Array(repeating: 0, count: width)
  }
}
