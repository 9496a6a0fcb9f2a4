import Decoding
import Diagnostics
import Documents
import Figures
import Reports
import RuleLanguage

/// A consistent report, written in the official form, that examples of rules change.
struct ModelReport {
  private let identity: ModelIdentity
  private var title: String
  private var prose: [String] = []
  private var surroundings: [String] = []
  private var sections: [Int: String] = [:]
  private var absent: Set<Int> = []
  private var cells: [(table: Int, row: Int, column: Int, content: RuleExample.CellContent)] = []

  init(_ identity: ModelIdentity, _ changes: [RuleExample.Change]) {
    self.init(identity)
    for change in changes { apply(change) }
  }

  private init(_ identity: ModelIdentity) {
    self.identity = identity
    self.title = "\(identity.agency)\(identity.year)年政府信息公开工作年度报告"
  }

  /// The consistent report of the year before: what it carried out is what this one carried in, what was in
  /// force is what is in force now without this year's changes, and it says other things.
  static func predecessor(_ edition: Edition) -> ModelReport {
    var model = ModelReport(ModelIdentity.standard(edition))
    for (table, row, column, value) in ModelFigures.predecessor(edition) {
      guard let figure = Figure(value) else { continue }
      model.cells.append((table, row, column, .value(figure)))
    }
    model.sections[1] = "县政府重视公开工作，全年组织两次自查，更新栏目，回应关切，办理来信，培训干部，考核结果按时通报。"
    model.sections[5] = "部分单位发布不够及时，今后要完善考核办法，强化日常监测。"
    model.sections[6] = "没有其他需要报告的事项，未发出收费通知。"
    return model
  }

  private mutating func apply(_ change: RuleExample.Change) {
    switch change {
    case .cell(let table, let row, let column, let content): cells.append((table, row, column, content))
    case .text(ReportSchema.surroundings, let text): surroundings.append(text)
    case .text(_, let text): prose.append(text)
    case .section(let number, let text): sections[number] = text
    case .withoutSection(let number): absent.insert(number)
    case .title(let text): title = text
    case .edition, .earlier: break
    }
  }

  /// The report as it is read from its text, with the changed cells put in.
  func read() -> Report? {
    guard let document = try? Decoders.decode(Array(text.utf8)),
      let report = ReportReader.read(surrounded(document))
    else { return nil }
    return cells.reduce(report) { report, change in
      report.replacing(
        table: change.table, row: change.row, column: change.column,
        with: Self.reading(change.content, report))
    }
  }

  private func surrounded(_ document: Document) -> Document {
    guard !surroundings.isEmpty else { return document }
    let bytes = document.source.bytes + Array((surroundings.joined(separator: "\n") + "\n").utf8)
    return Document(
      source: SourceText(utf8: bytes), blocks: document.blocks,
      surroundings: SourceSpan(document.source.bytes.count, bytes.count), publication: document.publication)
  }

  static func reading(_ content: RuleExample.CellContent, _ report: Report) -> CellReading {
    switch content {
    case .value(let figure): .value(figure, SourceSpan(0, 0), .plain)
    case .missing(let cause): .missing(MissingCause(rawValue: cause) ?? .unreadable, nil)
    }
  }

  private var text: String {
    let year = identity.year
    var lines = [title, "本报告的统计期限为\(year)年1月1日至\(year)年12月31日。"]
    for form in SectionForm.all where !absent.contains(form.number) {
      let numeral = ["一", "二", "三", "四", "五", "六"][form.number - 1]
      lines.append("\(numeral)、\(form.title)")
      if let replaced = sections[form.number] {
        if !replaced.isEmpty { lines.append(replaced) }
      } else {
        lines += content(form.number)
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func content(_ section: Int) -> [String] {
    switch section {
    case 1:
      ["主动公开：常态化公开各类政府信息。", "依申请公开：依法答复。", "政府信息管理：落实审核制度。", "平台建设：办好网站。", "监督保障：开展培训，纳入考核，组织社会评议，没有责任追究情形。"]
        + prose
    case 2...4: ModelTables.lines(TableForm.all[section - 2], identity.edition)
    case 5: ["解读形式还不够丰富，下一步将增加图解。"]
    default: ["本年度未收取信息处理费。"]
    }
  }
}

/// The tables of the model report as drawn with pipes.
enum ModelTables {
  static func lines(_ form: TableForm, _ edition: Edition) -> [String] {
    switch form.key {
    case "t2": table2(form, edition)
    case "t3": table3(form, edition)
    default: table4(form, edition)
    }
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |" }

  private static func table2(_ form: TableForm, _ edition: Edition) -> [String] {
    let header =
      edition == .form2021
      ? ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"] : ["信息内容", "本年新制作数量", "本年新公开数量", "对外公开总数量"]
    let rows = form.rows.filter { $0.editions.contains(edition) }.map { axis in
      row([axis.names[0]] + ModelFigures.row("t2", axis.key, edition, width: 1).map { amount($0, axis.key) })
    }
    return [row(header)] + rows
  }

  /// The form of 2019 prints no unit over 采购总金额.
  private static func amount(_ value: Int64, _ row: String) -> String {
    row == "procurement" && value > 100 ? "\(value)万元" : String(value)
  }

  private static func table3(_ form: TableForm, _ edition: Edition) -> [String] {
    [row(["申请人情况"] + form.columns.map { $0.names[0] })]
      + form.rows.filter { $0.editions.contains(edition) }.map { axis in
        let label = axis.key == "other.misc" ? "其他" : axis.names.last ?? axis.key
        return row([label] + ModelFigures.row("t3", axis.key, edition, width: 7).map(String.init))
      }
  }

  private static func table4(_ form: TableForm, _ edition: Edition) -> [String] {
    let figures = form.rows.flatMap { ModelFigures.row("t4", $0.key, edition, width: 5) }
    return [
      row(form.rows.map { $0.names[0] } + ["行政诉讼"]), row(form.columns.map { $0.names[0] }),
      row(figures.map(String.init)),
    ]
  }
}
