import Diagnostics
import Figures

/// Reads table 3 by its labels, whatever its layout.
enum Table3Reader {
  /// A section with no label but so many numbers holds a table that cannot be read.
  private static let fewestNumbers = 20

  static func read(_ region: Region, edition: Edition, isSectionPresent: Bool) -> TableReading {
    let labelled = LabelledRows(region, match: Table3Labels.match, isWhole: Table3Labels.isWhole)
    let unlabelled = UnlabelledRows(region, labelled).named { isOf(edition, $0) }
    let rows = rows(labelled.rows + unlabelled, edition)
    let labels = Set(rows.map(\.row)).count
    let cause = region.cause(labels: labels, numbers: fewestNumbers, isSectionPresent: isSectionPresent)
    var table = TableReading(.table3, edition: edition, cause: cause)
    guard labels >= 3 else { return table }
    let width = TableForm.table3.columns.count
    let assignment = RowAssignment(
      rows, sums: DrawnRow.table3, isWhole: labelled.loose.isEmpty
    ) { _ in width }
    let choice = RowChoice(rows) { assignment.assign($0, width: width) }
    for (row, readings) in choice.chosen() {
      for (column, reading) in readings.enumerated() { table[row, column] = reading }
    }
    return table
  }

  /// The rows of the edition, and （六）其他处理 as one row where a report of 2021 on keeps the form of 2019:
  /// where a row of its group is divided off, readable or not, figures beside the title are those of another.
  private static func rows(_ rows: [LabelledRow], _ edition: Edition) -> [LabelledRow] {
    let form = TableForm.table3
    let isDivided = rows.contains { row in
      form.rows[row.row].key.hasPrefix("other.") && row.slots.contains { !$0.isBlank }
    }
    return rows.filter { row in
      isOf(edition, row.row) || !isDivided && form.rows[row.row].key == "other" && row.hasFigures
    }
  }

  private static func isOf(_ edition: Edition, _ row: Int) -> Bool {
    TableForm.table3.rows[row].editions.contains(edition)
  }
}

/// The wording of table 3's row labels, by what is left of them when an extraction cut or split them.
enum Table3Labels {
  private static let wordings: [(key: String, any: [Needle])] = [
    ("new", ["本年新收", "本年度新收", "新收政府信息"]),
    ("carried_in", ["上年结转", "上年度结转"]),
    ("carried_out", ["结转下年", "结转下一年"]),
    ("partial", ["部分公开"]),
    ("denied.state_secret", ["国家秘密"]),
    ("denied.law", ["法律行政", "法律、行政", "法律法规禁止"]),
    ("denied.safety", ["三安全"]),
    ("denied.third_party", ["第三方"]),
    ("denied.internal", ["内部事务"]),
    ("denied.process", ["过程性"]),
    ("denied.enforcement", ["执法案卷"]),
    ("denied.inquiry", ["行政查询"]),
    ("unable.not_held", ["不掌握"]),
    ("unable.not_existing", ["没有现成", "另行制作"]),
    ("unable.unclear", ["仍不明确", "补正后"]),
    ("unprocessed.petition", ["信访"]),
    ("unprocessed.repeat", ["重复申请"]),
    ("unprocessed.publication", ["出版物"]),
    ("unprocessed.excessive", ["大量反复"]),
    ("unprocessed.reissue", ["重新出具", "确认或"]),
    ("other.no_correction", ["逾期不补正", "逾期未补正"]),
    ("other.no_payment", ["缴纳费用", "缴费", "收费通知"]),
  ]

  /// What is looked for of a row's label; nothing for those whose words are too common to look for.
  static func wording(_ key: String) -> [Needle] { wordings.first { $0.key == key }?.any ?? [] }

  /// A row's label as the form prints it.
  static func full(_ row: TableForm.Axis) -> String {
    switch row.key {
    case "partial": "部分公开（区分处理的，只计这一情形，不计其他情形）"
    case "unprocessed.reissue": "要求行政机关确认或重新出具已获取信息"
    case "other.no_correction": "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"
    case "other.no_payment": "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
    case "other.misc": "其他"
    default: row.names[row.names.count - 1]
    }
  }

  /// Whether a text is a row's label as the form prints it, under any number.
  static func isWhole(_ text: ArraySlice<UInt8>, _ row: Int) -> Bool {
    let bare = Numbering.strip(text).string.filter { !quotes.contains($0) && !circled.contains($0) }
    let axis = TableForm.table3.rows[row]
    let digitless = String(bare.drop { ("0"..."9").contains($0) })
    return ([full(axis)] + axis.names).contains { $0 == bare || $0 == digitless }
  }

  private static let quotes: Set<Character> = ["“", "”", "\""]
  private static let circled: Set<Character> = ["①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"]

  private static let rows: [(row: Int, any: [Needle])] = wordings.compactMap { wording in
    TableForm.table3.row(wording.key).map { ($0, wording.any) }
  }
  private static let granted = TableForm.table3.row("granted")
  private static let misc = TableForm.table3.row("other.misc")
  private static let other = TableForm.table3.row("other")
  private static let total = TableForm.table3.row("total")
  private static let lastBeforeMisc = TableForm.table3.row("unprocessed.reissue") ?? 0

  /// No label of the form is longer, in bytes: the longest has 37 characters.
  private static let longest = 180

  private static let columnHeaders: [Needle] = [
    "申请人情况", "自然人", "法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
  ]

  /// Of table 4, whose 其他 and 总计 are no rows of this one where its chapter has no heading.
  private static let headersOfTable4: [Needle] = ["结果维持", "结果纠正", "尚未审结", "直接起诉", "复议后起诉"]
  private static let titlesOfTable4: [Needle] = ["行政复议", "行政诉讼"]

  static func match(_ text: ArraySlice<UInt8>, _ context: LabelledRows.Context) -> LabelMatch {
    guard text.count <= longest, !isStatement(text) else { return .heading }
    if let row = named(text) { return .row(row) }
    if isOfTable4(text) { return .otherTable }
    if context.isInOtherTable { return .other }
    if columnHeaders.contains(where: { $0.bytes.elementsEqual(text) }) { return .columnHeader }
    let bare = Numbering.strip(text)
    let isNumbered = bare.count < text.count
    if let row = generic(bare, isSixth: text.begins("（六）"), context.rows) {
      // 其他 and 总计 also head columns, and there they bear no number.
      return context.isUnderHeader && !isNumbered ? .columnHeader : .row(row)
    }
    return isNumbered ? .heading : .other
  }

  private static func isOfTable4(_ text: ArraySlice<UInt8>) -> Bool {
    titlesOfTable4.contains { $0.bytes.elementsEqual(text) } || headersOfTable4.contains { text.holds($0) }
  }

  /// The row that a wording of its own names.
  static func named(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count <= longest else { return nil }
    if let row = rows.first(where: { $0.any.contains { text.holds($0) } })?.row { return row }
    return text.holds("予以公开") && !text.holds("不予") ? granted : nil
  }

  /// 其他, 其他处理 and 总计 are rows only below the first rows. A group's title may stand before them.
  private static func generic(_ bare: ArraySlice<UInt8>, isSixth: Bool, _ rows: [LabelledRow]) -> Int? {
    // In a blank form no row has figures.
    guard let last = rows.last(where: \.hasFigures) ?? rows.last else { return nil }
    let bare = bare.begins("其他") ? bare : withoutMark(bare)
    if bare.elementsEqual("其他处理".utf8) { return other }
    if bare.elementsEqual("总计".utf8) || bare.ends("（七）总计") { return total }
    let isMisc = bare.elementsEqual("其他".utf8) && !isSixth || miscEndings.contains { bare.ends($0) }
    return isMisc && last.row >= lastBeforeMisc ? misc : nil
  }

  /// `③其他`, which folding makes `3其他`: a number in a circle has no mark behind it.
  private static func withoutMark(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let rest = text.drop { $0.isASCIIDigit }
    if rest.count < text.count, rest.begins("其他") { return rest }
    let circled = text.count > 3 && text.prefix(2).elementsEqual([0xE2, 0x91])
    return circled ? text.dropFirst(3) : text
  }

  private static let miscEndings: [Needle] = ["处理3.其他", "处理3、其他", "处理（3）其他"]

  /// `新收申请22件，其中予以公开 9`: a sentence, no label.
  private static func isStatement(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    while let index = rest.first("件") {
      if index > rest.startIndex, rest[index - 1].isASCIIDigit { return true }
      rest = rest[(index + 3)...]
    }
    return false
  }
}

/// The numbering in front of a label or heading.
enum Numbering {
  private static let closers: [Needle] = ["、", ".", "．", "，", "）", ":", "："]

  /// Takes off `1.`, `（七）`, `三、` and the like.
  static func strip(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let inner = text.dropping("（")
    let number = numeral(inner)
    guard number.length > 0 else { return text }
    let rest = inner.dropFirst(number.length)
    guard let closer = closers.first(where: { rest.begins($0) }) else { return text }
    return rest.dropping(closer)
  }

  /// The number 1…10 that a chapter heading such as `三、…` begins with. Not `（三）`, which is a part.
  static func chapter(_ text: ArraySlice<UInt8>) -> (number: Int, title: ArraySlice<UInt8>)? {
    let number = numeral(text)
    guard let value = number.value else { return nil }
    let rest = text.dropFirst(number.length)
    let marks: [Needle] = ["、", "．", ".", "，"]
    guard let mark = marks.first(where: { rest.begins($0) }) else { return nil }
    return (value, rest.dropping(mark))
  }

  /// A Chinese numeral 一…十 (with its value) or a run of digits (without), and its length in bytes.
  private static func numeral(_ text: ArraySlice<UInt8>) -> (length: Int, value: Int?) {
    let digits = text.prefix { $0.isASCIIDigit }.count
    if digits > 0 { return (digits, nil) }
    guard let index = SectionForm.numerals.firstIndex(where: { text.begins($0) }) else { return (0, nil) }
    return (SectionForm.numerals[index].bytes.count, index + 1)
  }
}
