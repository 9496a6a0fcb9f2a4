import Diagnostics
import Figures

/// Reads table 2 by its labels, in the shape of one edition.
enum Table2Reader {
  /// A section with no label but so many numbers holds a table that cannot be read.
  private static let fewestNumbers = 6

  static func read(_ region: Region, edition: Edition, isSectionPresent: Bool) -> TableReading {
    let form = TableForm.table2
    // No more than a unit may follow the words of a label here, so each match is the whole label.
    let labelled = LabelledRows(region, match: match, isWhole: { _, _ in true })
    let rows = labelled.rows.filter { form.rows[$0.row].editions.contains(edition) }
    let labels = Set(rows.map(\.row)).count
    let cause = region.cause(labels: labels, numbers: fewestNumbers, isSectionPresent: isSectionPresent)
    var table = TableReading(form, edition: edition, cause: cause)
    guard labels >= 3 else { return table }
    let width = { (row: Int) in Table2Layout.columns(form.rows[row].key, edition).count }
    let assignment = RowAssignment(rows, width: width)
    let header = headerUnit(region.text.bytes[...])
    let choice = RowChoice(rows) { row in
      let keys = Table2Layout.columns(form.rows[row.row].key, edition)
      return zip(keys, assignment.assign(row, width: keys.count)).map { key, reading in
        key == "amount" ? amount(reading, row, edition, header) : reading
      }
    }
    for (row, readings) in choice.chosen() {
      for (key, reading) in zip(Table2Layout.columns(form.rows[row].key, edition), readings) {
        if let column = form.column(key) { table[row, column] = reading }
      }
    }
    return table
  }

  private enum HeaderUnit {
    case none
    case several
    case one(NumeralUnit)
  }

  /// What the table says of the unit of bare figures. With 万元 beside another one, nobody knows which is whose.
  private static func headerUnit(_ text: ArraySlice<UInt8>) -> HeaderUnit {
    let others: [(words: [Needle], unit: NumeralUnit)] = [
      (["单位：元", "（元）", "（人民币元）"], .yuan), (["单位：亿元", "（亿元）"], .hundredMillionYuan),
    ]
    let named = others.filter { other in other.words.contains { text.holds($0) } }.map(\.unit)
    if text.holds("万元") { return named.isEmpty ? .one(.tenThousandYuan) : .several }
    return named.count == 1 ? .one(named[0]) : named.isEmpty ? .none : .several
  }

  /// The 2021 form prints 万元 over the column, some print 元. The 2019 form prints no unit over 采购总金额:
  /// there a bare figure other than zero says nothing unless the table names a unit somewhere.
  private static func amount(
    _ reading: CellReading, _ row: LabelledRow, _ edition: Edition, _ header: HeaderUnit
  ) -> CellReading {
    guard case .value(let figure, let span, let manner) = reading else { return reading }
    let own = row.slots.first { $0.span == span }.flatMap { slot -> NumeralUnit? in
      if case .figure(_, let unit, _) = slot.content { return unit }
      return nil
    }
    let unit: NumeralUnit? = if let own { own } else if case .one(let named) = header { named } else { nil }
    if let unit {
      guard let converted = figure.inTenThousandYuan(from: unit) else { return .missing(.unitUnknown, span) }
      return .value(converted, span, manner)
    }
    if case .several = header { return figure == .zero ? reading : .missing(.unitUnknown, span) }
    let isKnown = edition == .form2021 || figure == .zero
    return isKnown ? reading : .missing(.unitUnknown, span)
  }

  private static let labels: [(key: String, any: [Needle])] = [
    ("rules", ["规章"]),
    ("normative", ["行政规范性文件", "规范性文件"]),
    ("permits", ["行政许可"]),
    ("services", ["其他对外管理服务事项"]),
    ("penalties", ["行政处罚"]),
    ("coercions", ["行政强制"]),
    ("fees", ["行政事业性收费"]),
    ("procurement", ["政府集中采购", "集中采购"]),
  ]

  /// A label with a word more, such as 行政规范性文件（件）, is still one; a sentence is not.
  private static let longestRemainder = 24

  /// The items of the form and the heads of its columns.
  private static let headers: [Needle] = ["第二十条", "信息内容", "数量", "件数", "本年增", "金额", "总额"]

  private static func match(_ text: ArraySlice<UInt8>, _ context: LabelledRows.Context) -> LabelMatch {
    let bare = Numbering.strip(text)
    for (key, wordings) in labels {
      for wording in wordings where bare.begins(wording) {
        let remainder = bare.dropping(wording)
        if remainder.isEmpty || remainder.begins("（") && remainder.count <= longestRemainder {
          return TableForm.table2.row(key).map(LabelMatch.row) ?? .other
        }
      }
    }
    return headers.contains { text.holds($0) } ? .heading : .other
  }

  /// Which edition's columns the region's header names, if it names any.
  static func edition(of region: Region) -> Edition? {
    let text = region.text.bytes[...]
    let new: [Needle] = ["制发件数", "废止件数", "现行有效", "收费金额"]
    let old: [Needle] = ["新制作", "新公开数量", "对外公开总数", "上一年项目", "采购总金额"]
    let newHits = new.count { text.holds($0) }
    let oldHits = old.count { text.holds($0) }
    if newHits == oldHits { return nil }
    return newHits > oldHits ? .form2021 : .form2019
  }
}
