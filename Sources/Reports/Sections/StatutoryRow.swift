import Diagnostics

/// A row that the edition's form prints in a table, and whether the report has it.
public struct StatutoryRow: Sendable {
  public let table: TableForm
  public let row: TableForm.Axis
  public let isPresent: Bool
}

extension Report {
  /// The rows of all tables that are there. A row counts as present when any trace of its label is: a
  /// label that an extraction has torn apart is unreadable, not missing.
  public var statutoryRows: [StatutoryRow] {
    tables.filter(\.isPresent).flatMap { table -> [StatutoryRow] in
      let text = sections.first { $0.form.number == table.form.section }.map { whole.bytes[$0.text] } ?? []
      // A label may be broken over two lines or cells.
      let unbroken = text.filter { $0 != UInt8(ascii: "\n") }
      return table.form.rows.indices.compactMap { row in
        let axis = table.form.rows[row]
        guard axis.editions.contains(edition) else { return nil }
        let isAbsent =
          table.isAbsent(row) && !isSingleOther(axis) && !Self.hasTrace(axis, text)
          && !Self.hasTrace(axis, unbroken[...])
        return StatutoryRow(table: table.form, row: axis, isPresent: !isAbsent)
      }
    }
  }

  /// Whether （六）其他处理 is one row, as in the form of 2019, while the rest of the table is of 2021.
  public var hasSingleOtherRow: Bool {
    guard edition == .form2021, let table = tables.first(where: { $0.form.key == "t3" }), table.isPresent,
      let section = sections.first(where: { $0.form.number == 3 })
    else { return false }
    let text = whole.bytes[section.text].filter { $0 != UInt8(ascii: "\n") }[...]
    let parts = table.form.rows.indices.filter { table.form.rows[$0].key.hasPrefix("other.") }
    return parts.allSatisfy { table.isAbsent($0) } && text.holds("其他处理")
      && !parts.contains { Self.hasTrace(table.form.rows[$0], text) }
  }

  private func isSingleOther(_ axis: TableForm.Axis) -> Bool {
    axis.key.hasPrefix("other.") && hasSingleOtherRow
  }

  /// The least that is left of a label when a line break or a lost character has damaged it.
  private static let traces: [String: [Needle]] = [
    "rules": ["规章"], "normative": ["规范性"], "permits": ["许可"], "services": ["对外管理", "管理服务"],
    "penalties": ["处罚"], "coercions": ["强制"], "fees": ["事业性", "性收费", "行政事业"], "procurement": ["采购"],
    "new": ["新收"], "carried_in": ["上年", "年度结转政府"], "partial": ["部分公开"],
    "denied.state_secret": ["秘密"], "denied.law": ["法律行政", "法律、行政", "行政法规", "禁止公"],
    "denied.safety": ["安全一", "危及"], "denied.third_party": ["三方", "合法权益"],
    "denied.internal": ["内部事", "三类"], "denied.process": ["过程性", "四类"],
    "denied.enforcement": ["案卷"], "denied.inquiry": ["查询"], "unable.not_held": ["不掌握"],
    "unable.not_existing": ["现成", "另行制"], "unable.unclear": ["仍不明", "补正后"],
    "unprocessed.petition": ["信访", "投诉"], "unprocessed.repeat": ["重复申"],
    "unprocessed.publication": ["出版物"], "unprocessed.excessive": ["反复申", "大量反"],
    "unprocessed.reissue": ["出具", "已获取"], "other.no_correction": ["不补正", "未补正", "理由逾期", "逾期不补"],
    "other.no_payment": ["缴纳", "缴费", "收费通知"],
    "other.misc": ["3.其他", "3、其他", "（3）其他", "3．其他"], "other": ["其他处理"],
    "total": ["（七）", "七、总计"], "carried_out": ["下年", "下一年"],
  ]

  /// Whether a text holds anything of a row's label.
  static func hasTrace(_ axis: TableForm.Axis, _ text: ArraySlice<UInt8>) -> Bool {
    if axis.key == "granted" {
      // 不予公开 and the heads of other rows hold 予公开 too.
      return text.holds("）予以公开") || text.holds("\n予以公开")
    }
    return traces[axis.key]?.contains { text.holds($0) } ?? true
  }
}

extension TableReading {
  /// Whether no label of a row was found.
  func isAbsent(_ row: Int) -> Bool {
    let cells = form.columns.indices.map { self[row, $0] }.filter { $0.cause != .notInEdition }
    return !cells.isEmpty && cells.allSatisfy { $0.cause == .rowAbsent }
  }
}
