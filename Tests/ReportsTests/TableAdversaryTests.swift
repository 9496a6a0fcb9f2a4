import Decoding
import Documents
import Figures
import Reports
import Testing

/// Tables that invite a reader to credit a figure to the wrong cell.
@Suite struct TableAdversaryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The number of the section that holds the lines.
    var section = 3
    var edition = 2023
    let lines: [String]
    /// The row's figures, or the cause by which its first cell is missing.
    let expected: [String: String]
  }

  private static let rows = [
    "一、本年新收政府信息公开申请数量 | 18 | 3 | 0 | 0 | 1 | 0 | 22 |", "二、上年结转政府信息公开申请数量 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |",
    "（一）予以公开 | 9 | 2 | 0 | 0 | 0 | 0 | 11 |",
  ]
  private static let header = ["申请人情况", "自然人", "法人或其他组织", "总计", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]

  static let cases: [Case] = [
    Case(
      testDescription: "a page number of each kind between rows",
      lines: [rows[0], "— 3 —", rows[1], "-4-", rows[2], "- 5 -", "第6页"],
      expected: ["new": "18 3 0 0 1 0 22", "carried_in": "2 0 0 0 0 0 2", "granted": "9 2 0 0 0 0 11"]),
    Case(
      testDescription: "a bare page number behind a row that lost a figure",
      lines: rows + ["（二）部分公开 5 0 0 0 0 0", "3", "（七）总计 1 1 1 1 1 1 6"],
      expected: ["partial": "column_ambiguous", "total": "1 1 1 1 1 1 6"]),
    Case(
      testDescription: "a page number within a row of single cells",
      lines: rows + ["（二）部分公开", "3", "0", "0", "- 4 -", "0", "0", "0", "3"],
      expected: ["partial": "3 0 0 0 0 0 3"]),
    Case(
      testDescription: "a blank row above one without a label",
      lines: rows + ["（二）部分公开 | | | | | | | |", "| 5 | 0 | 0 | 0 | 0 | 0 | 5 |"],
      expected: ["partial": "blank"]),
    Case(
      testDescription: "an unknown label above figures",
      lines: rows + ["（二）部分公开", "（三）囗囗囗囗", "5", "0", "0", "0", "0", "0", "5"],
      expected: ["partial": "unreadable"]),
    Case(
      testDescription: "a header repeated, the label below it lost",
      lines: rows + ["5.要求行政机关确认或重新出具已获取信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |"] + header
        + ["5 0 0 0 0 0 5", "2.申请人逾期未按收费通知要求缴纳费用 | 7 | 0 | 0 | 0 | 0 | 0 | 7 |"],
      expected: [
        "unprocessed.reissue": "1 0 0 0 0 0 1", "other.misc": "row_absent",
        "other.no_payment": "7 0 0 0 0 0 7",
      ]),
    Case(
      testDescription: "（六） divided into rows, the first without its label, another without figures",
      lines: rows + [
        "5.要求行政机关确认或重新出具已获取信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |",
        "（六）其他处理 | 囗囗囗囗 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |", "2.申请人逾期未按收费通知要求缴纳费用 | O1 |",
      ],
      expected: ["other": "not_in_edition", "other.no_correction": "row_absent"]),
    Case(
      testDescription: "table 4 below, its chapter without a heading",
      lines: rows + [
        "行政复议 | 行政诉讼 |", "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", "1 | 0 | 0 | 0 | 0 | 0 | 1 |",
      ], expected: ["granted": "9 2 0 0 0 0 11", "total": "row_absent", "other.misc": "row_absent"]),
    Case(
      testDescription: "a sign in the cell of the label, the first cell blank",
      lines: rows + ["（二）部分公开 / | | 0 | 0 | 0 | 0 | 0 | 0 |"], expected: ["partial": "missing 0 0 0 0 0 0"]),
    Case(
      testDescription: "a vague quantity in a line, in lines of their own and first of all",
      lines: rows + [
        "（二）部分公开 3 约10 0 0 0 0 3", "1.属于国家秘密", "1", "0", "多件", "0", "0", "0", "1",
        "2.其他法律行政法规禁止公开 若干 0 0 0 0 0 1",
        "3.危及三安全一稳定 |", "1O |", "0 |", "0 |", "0 |", "0 |", "0 |", "10 |",
      ],
      expected: [
        "partial": "3 missing 0 0 0 0 3", "denied.state_secret": "1 0 missing 0 0 0 1",
        "denied.law": "missing 0 0 0 0 0 1", "denied.safety": "missing 0 0 0 0 0 10",
      ]),
    Case(
      testDescription: "a vague quantity in a row that lost a figure",
      lines: rows + ["（二）部分公开 3 约10 0 0 0 3", "1.属于国家秘密", "1", "多件", "0", "0", "0", "1"],
      expected: ["partial": "column_ambiguous", "denied.state_secret": "column_ambiguous"]),
    Case(
      testDescription: "sentences with the words of labels",
      lines: ["全年新收政府信息公开申请22件，其中予以公开 11", "另有重复申请 2"] + rows,
      expected: ["new": "18 3 0 0 1 0 22", "granted": "9 2 0 0 0 0 11"]),
    Case(
      testDescription: "tables of two agencies",
      lines: rows + ["某局"] + [
        "一、本年新收 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |", "（一）予以公开 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
      ],
      expected: ["new": "column_ambiguous", "granted": "column_ambiguous", "carried_in": "column_ambiguous"]),
    Case(
      testDescription: "the same rows twice", lines: rows + rows,
      expected: ["new": "18 3 0 0 1 0 22", "carried_in": "2 0 0 0 0 0 2"]),
    Case(
      testDescription: "full-width digits divided by an ideographic space",
      lines: rows + ["（二）部分公开 | １　２ | 0 | 0 | 0 | 0 | 0 | 12 |"],
      expected: ["partial": "missing 0 0 0 0 0 12"]),
    Case(
      testDescription: "a label over two lines, its figures below",
      lines: rows + ["（二）部分公开（区分处理的，只计这一情", "形，不计其他情形）", "| 2 | 0 | 0 | 0 | 0 | 0 | 2 |"],
      expected: ["partial": "2 0 0 0 0 0 2"]),
    Case(
      testDescription: "a blank cell within a row",
      lines: rows + ["（二）部分公开 | 2 | 0 | | 0 | 0 | 0 | 2 |"], expected: ["partial": "2 0 missing 0 0 0 2"]),
    Case(
      testDescription: "a blank at the end, which may be padding",
      lines: rows + ["（二）部分公开 | 2 | 0 | 0 | 0 | 0 | 2 | |"], expected: ["partial": "column_ambiguous"]),
    Case(
      testDescription: "a blank total, which no lost cell explains",
      lines: rows + ["（二）部分公开 | 2 | 1 | 0 | 0 | 0 | 0 | |"], expected: ["partial": "2 1 0 0 0 0 missing"]),
    Case(
      testDescription: "a blank total in a row of zeros",
      lines: rows + ["（二）部分公开 | 0 | 0 | 0 | 0 | 0 | 0 | |"], expected: ["partial": "0 0 0 0 0 0 missing"]),
    Case(
      testDescription: "a blank at the beginning, or all figures one column on",
      lines: rows + ["（二）部分公开 | | 0 | 0 | 0 | 0 | 0 | 2 |"],
      expected: ["partial": "missing 0 0 0 0 missing 2"]),
    Case(
      testDescription: "figures one column on, which do not add up there",
      lines: rows + ["（二）部分公开 | | 2 | 0 | 0 | 0 | 0 | 0 |"], expected: ["partial": "column_ambiguous"]),
    Case(
      testDescription: "two cells run together and a blank to fill up",
      lines: rows + ["（二）部分公开 | 4150 | 0 | 0 | 0 | 0 | 415 | |"], expected: ["partial": "column_ambiguous"]),
    Case(
      testDescription: "a torn character in a figure",
      lines: rows + ["（二）部分公开 | \u{FFFD}2 | 0 | 0 | 0 | 0 | 0 | 2 |"],
      expected: ["partial": "missing 0 0 0 0 0 2"]),
    Case(
      testDescription: "a dash and a figure run together",
      lines: rows + ["（二）部分公开 | 1 | 0 | 0 | 0 | 0 | — 7 | 8 |"], expected: ["partial": "1 0 0 0 0 missing 8"]),
    Case(
      testDescription: "lines without a label, as many as rows are missing there",
      lines: rows + [
        "1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
        "安全一稳定” | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
      ], expected: ["denied.law": "4 0 0 0 0 0 4", "denied.safety": "1 0 0 0 0 0 1"]),
    Case(
      testDescription: "a line without a label where two rows are missing",
      lines: rows + [
        "1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "| 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
        "4.保护第三方合法权益 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
      ], expected: ["denied.law": "row_absent", "denied.safety": "row_absent"]),
    Case(
      testDescription: "a row of another name where one is missing",
      lines: rows + [
        "1.属于国家秘密 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "2.其他不予公开的情形 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
        "3.危及三安全一稳定 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |",
      ], expected: ["denied.law": "row_absent"]),
    Case(
      testDescription: "labels broken to fit their column",
      lines: [
        "|一、本年新收政府信息|18|3|0|0|1|0|22|", "|公开申请数量| | | | | | | |", "|二、上年结转政府信息|2|0|0|0|0|0|2|",
        "|公开申请数量| | | | | | | |", "|1.申请人无正当理由逾|3|0|0|0|0|0|3|", "|期不补正、行政机关不| | | | | | | |",
        "|再处理其政府信息公开| | | | | | | |", "|申请| | | | | | | |", "|2.申请人逾期未按收费|0|1|0|0|0|0|1|",
        "|通知要求缴纳费用| | | | | | | |", "|3.其他|2|0|0|0|0|0|2|",
      ],
      expected: [
        "new": "18 3 0 0 1 0 22", "other.no_correction": "3 0 0 0 0 0 3", "other.no_payment": "0 1 0 0 0 0 1",
      ]),
    Case(
      testDescription: "labels torn by a line break",
      lines: rows + [
        "（1）属于国家", "秘密", "1", "0", "0", "0", "0", "0", "1", "\t\t2.其他法律", "行政法规禁止公开\t\t2\t0\t0\t0\t0\t0\t2",
        "| | | 1.本机关不掌", "握相关政府信息 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |",
        "5.要求行政机关确认或重新出具已获取信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "3.其", "他 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
        "（七）总", "计 | 5 | 0 | 0 | 0 | 0 | 0 | 5 |",
      ],
      expected: [
        "denied.state_secret": "1 0 0 0 0 0 1", "denied.law": "2 0 0 0 0 0 2",
        "unable.not_held": "3 0 0 0 0 0 3",
        "other.misc": "4 0 0 0 0 0 4", "total": "5 0 0 0 0 0 5",
      ]),
    Case(
      testDescription: "words that make a label only with others around them",
      lines: rows + ["上述属于国家", "秘密的信息", "1", "0", "0", "0", "0", "0", "1"],
      expected: ["denied.state_secret": "row_absent"]),
    Case(
      testDescription: "a blank line of a table with a line for each cell",
      lines: [
        "一、本年新收政府信息公开申请数量 |", "18 |", "3 |", "0 |", "0 |", "1 |", "0 |", "22 |", "二、上年结转政府信息公开申请数量 |", "2 |",
        "0 |",
        "0 |", "0 |", "0 |", "0 |", "2 |", "（一）予以公开 |", "9 |", "2 |", "0 |", "0 |", "0 |", "0 |", "11 |",
        "（二）部分公开 |",
        "2 |", "0 |", " |", "0 |", "0 |", "0 |", " |", "（七）总计 |", "11 |", "2 |", "0 |", "0 |", "0 |", "0 |",
      ], expected: ["partial": "2 0 missing 0 0 0 missing", "total": "column_ambiguous"]),
    Case(
      testDescription: "blanks of merged cells in a table with a line for each cell",
      lines: [
        "一、本年新收政府信息公开申请数量 |", " |", "18 |", "3 |", "0 |", "0 |", "1 |", "0 |", "22 |", "二、上年结转政府信息公开申请数量 |",
        " |",
        "2 |", "0 |", "0 |", "0 |", "0 |", "0 |", "2 |", "（一）予以公开 |", " |", "9 |", "2 |", "0 |", "0 |", "0 |",
        "0 |",
        "11 |", "（二）部分公开 |", " |", "2 |", "0 |", "0 |", "0 |", "0 |", "2 |",
      ], expected: ["partial": "column_ambiguous"]),
    Case(
      testDescription: "a blank first and a blank last cell",
      lines: rows + ["（二）部分公开 | | 0 | 0 | 15 | 0 | 0 | |"],
      expected: ["partial": "missing 0 0 15 0 0 missing"]),
    Case(
      testDescription: "a blank first and a blank last cell, of which a lost one may be the cause",
      lines: rows + ["（二）部分公开 | | 0 | 0 | 0 | 0 | 15 | |"], expected: ["partial": "column_ambiguous"]),
    Case(
      testDescription: "a title as wide as the column, below a label as wide", section: 2, edition: 2020,
      lines: [
        "| 第二十条第（ 五）项 | | | |", "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |", "| 行政许可 | 1 | 0 | 2 |",
        "| 其他对外管理服务事项 | 3 | 0 | 4 |", "| 第二十条第（ 六）项 | | | |", "| 信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
        "| 行政处罚 | 5 | 0 | 6 |", "| 行政强制 | 7 | 0 | 8 |", "| 第二十条第（ 八）项 | | | |",
      ], expected: ["services": "3 0 4", "penalties": "5 0 6"]),
    Case(
      testDescription: "a label below the head of a column, each with a line of its own", section: 2,
      lines: [
        "信息内容 |", "本年处理决定数量 |", "行政许可 |", "12 |", "信息内容 |", "本年处理决定数量 |", "行政处罚 |", "13 |", "行政强制 |", "14 |",
        "信息内容 |", "本年处理决定数量 |",
      ], expected: ["permits": "12", "penalties": "13", "coercions": "14"]),
    Case(
      testDescription: "a line of dashes below a label, figures without one below it",
      lines: rows + ["（二）部分公开（区分处理的，只计这一情", "形，不计其他情形）", "  -  -  -  -  -  -  -", "  0  0  6  0  0  0  6"],
      expected: ["partial": "0 0 0 0 0 0 0"]),
    Case(
      testDescription: "dashes for all figures of table 4", section: 4,
      lines: [
        "| 行政复议 | 行政诉讼 |", "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", "| --- | --- | --- | --- | --- |",
        "| - | - | - | - | - | - | - | - | - | - | - | - | - | - | - |",
      ], expected: ["review": "0 0 0 0 0"]),
    Case(
      testDescription: "a drawn box",
      lines: rows.map { "│" + $0.replacing("|", with: "│") } + [
        "├──┼─┼─┼─┼─┼─┼─┼─┤", "│（二）部分公开│2│0│0│0│0│0│2│",
      ], expected: ["new": "18 3 0 0 1 0 22", "partial": "2 0 0 0 0 0 2"]),
    Case(
      testDescription: "a single stroke between label and figure", section: 2,
      lines: ["行政许可 | 12", "行政处罚 | 0", "行政强制 | 3"],
      expected: ["permits": "12", "penalties": "0", "coercions": "3"]),
    Case(
      testDescription: "the single row of 其他处理 in a report of the new form",
      lines: rows + [
        "5.要求行政机关确认或重新出具已获取信息 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |", "（六）其他处理 | 4 | 0 | 0 | 0 | 0 | 0 | 4 |",
      ],
      expected: [
        "other": "4 0 0 0 0 0 4", "other.misc": "row_absent", "unprocessed.reissue": "1 0 0 0 0 0 1",
      ]),
    Case(
      testDescription: "digits run together beyond any figure",
      lines: [
        "一、本年新收政府信息公开申请数量99999999999999999999999999二、上年结转政府信息公开申请数量0000000（一）予以公开0000000（二）部分公开0000000"
      ], expected: ["new": "column_ambiguous", "granted": "0 0 0 0 0 0 0"]),
    Case(
      testDescription: "decisions whose label was lost", section: 2,
      lines: [
        "规章", "0", "0", "0", "行政规范性文件", "1", "0", "6", "第二十条第（五）项", "信息内容", "本年处理决定数量", "行政许可",
        "第二十条第（六）项", "信息内容", "本年处理决定数量", "143", "行政强制", "12",
      ],
      expected: ["permits": "unreadable", "penalties": "row_absent", "coercions": "12", "normative": "1 0 6"]),
    Case(
      testDescription: "units of money", section: 2, edition: 2020,
      lines: [
        "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |", "规章 | 0 | 0 | 0 |", "规范性文件 | 1 | 1 | 2 |",
        "行政许可 | 1 | 减 2 | 3 |", "政府集中采购 | 12 | 1.8亿元 |",
      ], expected: ["procurement": "18000 12", "permits": "1 -2 3"]),
    Case(
      testDescription: "an amount without a unit", section: 2, edition: 2020,
      lines: [
        "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |", "规章 | 0 | 0 | 0 |", "规范性文件 | 1 | 1 | 2 |",
        "行政许可 | 1 | 0 | 3 |", "政府集中采购 | 12 | 1800 |",
      ], expected: ["procurement": "missing 12"]),
    Case(
      testDescription: "a line of table 4 in two pieces", section: 4,
      lines: ["行政复议 行政诉讼", "结果维持 结果纠正 其他结果 尚未审结 总计", "1 0 0 0 1 0 0", "0 1 1 0 0 0 0 0"],
      expected: ["review": "1 0 0 0 1", "litigation_direct": "0 0 0 1 1"]),
    Case(
      testDescription: "a line of table 4 that lost a figure, and a page number", section: 4,
      lines: ["行政复议 行政诉讼", "结果维持 结果纠正 其他结果 尚未审结 总计", "1 0 0 0 1 0 0 0 1 1 0 0 0 0", "7"],
      expected: ["review": "column_ambiguous"]),
    Case(
      testDescription: "a word in a cell of table 4", section: 4,
      lines: [
        "| 行政复议 | 行政诉讼 |", "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |",
        "| 1 | 0 | 若干 | 0 | 1 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0 |",
      ], expected: ["review": "1 0 missing 0 1", "litigation_direct": "0 0 0 1 1"]),
    Case(
      testDescription: "table 4 with a line for each kind", section: 4,
      lines: [
        "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", "| 行政复议 | 1 | 0 | 0 | 0 | 1 |",
        "| 未经复议直接起诉 | 0 | 2 | 0 | 0 | 2 |", "| 复议后起诉 | 0 | 0 | 3 | 0 | 3 |",
      ],
      expected: [
        "review": "1 0 0 0 1", "litigation_direct": "0 2 0 0 2", "litigation_after_review": "0 0 3 0 3",
      ]),
    Case(
      testDescription: "table 4 with a line for each kind, one of them short", section: 4,
      lines: [
        "| | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |", "| 行政复议 | 1 | 0 | 0 | 0 | 1 |",
        "| 未经复议直接起诉 | 0 | 2 | 0 | 2 |", "| 复议后起诉 | 0 | 0 | 3 | 0 | 3 |",
      ], expected: ["review": "column_ambiguous"]),
    Case(
      testDescription: "a blank at the end of table 4", section: 4,
      lines: [
        "| 行政复议 | 行政诉讼 |", "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |",
        "| 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 | 1 | 2 | 0 | 0 | 0 | |",
      ], expected: ["review": "1 0 0 0 1", "litigation_after_review": "2 0 0 0 missing"]),
    Case(
      testDescription: "two lines in table 4", section: 4,
      lines: [
        "行政复议 行政诉讼", "结果维持 结果纠正 其他结果 尚未审结 总计", "1 0 0 0 1 0 0 0 1 1 0 0 0 0 0", "合计",
        "2 0 0 0 2 0 0 0 1 1 0 0 0 0 0",
      ], expected: ["review": "column_ambiguous"]),
  ]

  @Test(arguments: cases)
  func reads(_ expected: Case) throws {
    var text = "云溪县\(expected.edition)年政府信息公开工作年度报告\n\n"
    for form in SectionForm.all {
      text += ["一", "二", "三", "四", "五", "六"][form.number - 1] + "、" + form.title + "\n\n"
      text += (form.number == expected.section ? expected.lines.joined(separator: "\n") : "这里写了一句话。") + "\n\n"
    }
    let report = try #require(ReportReader.read(Decoders.decode(Array(text.utf8))))
    let table = report.tables[expected.section - 2]
    for (key, figures) in expected.expected {
      let row = try #require(table.form.row(key))
      #expect(Self.description(table, row) == figures, "\(key)")
    }
  }

  /// The row's figures; the cause alone when there is none at all.
  private static func description(_ table: TableReading, _ row: Int) -> String {
    let readings = table.form.columns.indices.map { table[row, $0] }
    let own = readings.filter { $0.cause != .notInEdition }
    if own.allSatisfy({ $0.figure == nil }) { return (own.first ?? readings[0]).cause?.rawValue ?? "" }
    return own.map { $0.figure?.description ?? "missing" }.joined(separator: " ")
  }
}
