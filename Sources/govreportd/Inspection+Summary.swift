internal import Inspection

extension Inspection {
  /// The verdict on the report in one line of Chinese.
  var summary: String {
    switch verdict {
    case .passed: "通过：\(readCells)，\(assessment.rulesRun) 条规则\(whose)"
    case .flagged: "有问题：\(counts)\(whose)"
    case .incomplete: "不完整：\(readCells)，\(assessment.rulesNotAssessable) 条规则无法核对\(whose)"
    case .rejected: "拒收：\(rejection?.message ?? "原因不明")"
    }
  }

  /// Findings that the rules prove, without those that could not be assessed or that the site waived.
  var failures: [Finding] { findings.filter(\.isFailure) }

  private var readCells: String { "读出 \(assessment.cellsRead)/\(assessment.cellsRequired) 个单元格" }

  private var counts: String {
    let words: [(Severity, String)] = [(.critical, "严重问题"), (.error, "错误"), (.warning, "警告")]
    return words.compactMap { severity, word in
      let count = failures.count { $0.severity == severity }
      return count == 0 ? nil : "\(count) 处\(word)"
    }.joined(separator: "、")
  }

  private var whose: String {
    let known = [agency, year.map { "\($0)年" }].compactMap { $0 }
    return known.isEmpty ? "" : "（\(known.joined(separator: " "))）"
  }
}

extension Finding {
  /// Whether a rule proves it and the site did not waive it.
  var isFailure: Bool { outcome == .fail && waived == nil }
}
