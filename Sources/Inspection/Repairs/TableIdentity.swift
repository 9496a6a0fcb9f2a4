import Reports

/// A sum that the official form prints in a table: cells on one side less cells on the other make nothing.
struct TableIdentity {
  /// The rule that checks it.
  let rule: String
  /// By index of the table's cells: 1 on the one side, −1 on the other.
  let signs: [Int: Int]

  /// What must hold in table 3 or 4 of an edition; none in table 2.
  ///
  /// Table 3: 第一项加第二项之和，等于第三项加第四项之和 in every column; 总计 is the sum of the applicants in every row;
  /// （七）总计 is the sum of the results in every column. Table 4: 总计 is the sum of its results. They are
  /// written down here, as in `arithmetic.rules`, for a rule does not tell which cells would make it hold.
  static func all(_ form: TableForm, _ edition: Edition) -> [TableIdentity] {
    switch form.key {
    case "t3": rowTotals(form, edition, "t3-row-total") + columns(form, edition)
    case "t4": rowTotals(form, edition, "t4-total")
    default: []
    }
  }

  private static func rowTotals(_ form: TableForm, _ edition: Edition, _ rule: String) -> [TableIdentity] {
    guard let total = form.column("total") else { return [] }
    let parts = form.columns.indices.filter { $0 != total }
    return form.rows.indices.filter { form.rows[$0].editions.contains(edition) }.map { row in
      identity(
        rule, plus: parts.map { form.index(row: row, column: $0) },
        minus: [form.index(row: row, column: total)])
    }
  }

  private static func columns(_ form: TableForm, _ edition: Edition) -> [TableIdentity] {
    guard let new = form.row("new"), let carriedIn = form.row("carried_in"), let total = form.row("total"),
      let carriedOut = form.row("carried_out"),
      let results = form.rowGroups.first(where: { $0.key == "results" })?.members
    else { return [] }
    let counted = results.filter { form.rows[$0].editions.contains(edition) }
    return form.columns.indices.flatMap { column in
      let cell = { form.index(row: $0, column: column) }
      return [
        identity(
          "t3-balance", plus: [cell(new), cell(carriedIn)], minus: [cell(total), cell(carriedOut)]),
        identity("t3-results-total", plus: counted.map(cell), minus: [cell(total)]),
      ]
    }
  }

  private static func identity(_ rule: String, plus: [Int], minus: [Int]) -> TableIdentity {
    var signs: [Int: Int] = [:]
    for cell in plus { signs[cell] = 1 }
    for cell in minus { signs[cell] = -1 }
    return TableIdentity(rule: rule, signs: signs)
  }
}
