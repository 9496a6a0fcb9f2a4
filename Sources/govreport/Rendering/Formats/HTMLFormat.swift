import Inspection

extension CheckFormat {
  /// For those who answer for the reports.
  static let html = CheckFormat(name: "html", purpose: "a page to read, print and pass on") { HTMLFormat($0) }
}

/// One page without script or anything from elsewhere: a table of all reports, the ones to look at first, and
/// below it each report with what was found. The table needs them all, so it is printed at the end.
private struct HTMLFormat: CheckRenderer {
  private let run: CheckRun
  private var reports: [Verdict: [Entry]] = [:]
  private var unread: [String] = []

  /// A report's row of the table, and the rest once it is known whether to unfold it.
  private struct Entry {
    let row: String
    let summary: String
    let details: String
  }

  /// What asks for action comes first.
  private static let order: [Verdict] = [.flagged, .rejected, .incomplete, .passed]
  /// A few reports are unfolded, hundreds would bury the table.
  private static let mostUnfolded = 5

  init(_ run: CheckRun) { self.run = run }

  mutating func report(_ examination: Examination) -> String {
    let inspection = examination.inspection
    let anchor = "r\(count + 1)"
    reports[inspection.verdict, default: []].append(
      Entry(
        row: HTMLSummary.row(inspection, anchor: anchor), summary: HTMLReport.summary(inspection),
        details: HTMLReport.details(examination, anchor: anchor)))
    return ""
  }

  mutating func unread(_ problem: String) -> String {
    unread.append(problem)
    return ""
  }

  func end(_ tally: Tally, status: Int32) -> String {
    HTMLPage.head + header(tally) + unreadFiles + table + sections + HTMLPage.foot
  }

  private var count: Int { reports.values.reduce(0) { $0 + $1.count } }

  private func header(_ tally: Tally) -> String {
    let date = run.date.map { "检查日期 \($0)，" } ?? ""
    let totals = Self.order.compactMap { verdict in
      reports[verdict].map { HTMLSummary.total(verdict, $0.count) }
    }
    return """
      <header id="top">
      <h1>\(HTMLPage.title)</h1>
      <p class="quiet">\(date)规则 \(run.rules.count) 条（\(run.rulesHash.prefix(12))）</p>
      <p class="totals"><span class="total">共 <b>\(count)</b> 份</span>\(totals.joined())</p>
      </header>

      """
  }

  private var unreadFiles: String {
    if unread.isEmpty { return "" }
    let items = unread.map { "<li>\(Markup.escaped($0))</li>" }.joined(separator: "\n")
    return "<section class=\"unread\">\n<h2>没有读到的文件</h2>\n<ul>\n\(items)\n</ul>\n</section>\n"
  }

  private var table: String {
    if count == 0 { return "" }
    let bodies = Self.order.compactMap { verdict in
      reports[verdict].map { HTMLSummary.rows(verdict, $0.map(\.row)) }
    }
    return HTMLSummary.table(bodies)
  }

  private var sections: String {
    if count == 0 { return "" }
    let open = count <= Self.mostUnfolded ? " open=\"open\"" : ""
    let all = Self.order.flatMap { reports[$0] ?? [] }.map { entry in
      "<details class=\"report\"\(open)>\n\(entry.summary)\n\(entry.details)</details>\n"
    }
    return "<main>\n<h2>逐份说明</h2>\n" + all.joined() + "</main>\n"
  }
}
