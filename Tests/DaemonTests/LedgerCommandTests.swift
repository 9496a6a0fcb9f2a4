import Foundation
import SystemPackage
import TestSupport
import Testing

/// What `govreport` tells of a ledger while the daemon works on it.
@Suite(.serialized) struct LedgerCommandTests {
  let service = Service()
  private let daemon: DaemonProcess

  init() throws {
    self.daemon = try service.start()
    service.drop(try Service.report(2022), "2022.txt")
    try #require(service.isIn("passed", "2022.txt"))
    service.drop(try Service.report(2023, carriedIn: 5), "2023.txt")
    service.drop("这不是年报\u{1B}[31m", "来信.txt")
    try #require(service.isIn("flagged", "2023.txt") && service.isIn("rejected", "来信.txt"))
    try #require(daemon.says("2023.txt 有问题") && daemon.says("来信.txt 拒收"))
  }

  @Test func `status counts, in words and for programs`() throws {
    let text = try service.tool("status")
    #expect(text.status == 0)
    for words in ["正在运行", "3 份", "通过 1", "有问题 1", "拒收 1", "机关 1 个", "2022—2023 年度", "错误 1"] {
      #expect(text.output.contains(words), "\(words) in \(text.output)")
    }
    let status = try object("status")
    #expect(status["reports"] as? Int == 3)
    #expect(
      status["verdicts"] as? [String: Int] == ["passed": 1, "flagged": 1, "incomplete": 0, "rejected": 1])
    #expect((status["findings"] as? [String: Int])?["error"] == 1)
    #expect((status["daemon"] as? [String: Any])?["running"] as? Bool == true)
    #expect((status["set_aside"] as? [String])?.isEmpty == true)
    #expect(daemon.stop() == 0)
    #expect((try object("status")["daemon"] as? [String: Any])?["running"] as? Bool == false)
  }

  @Test func `the history of an agency has its years, figures and findings`() throws {
    let text = try service.tool("history", "云溪县人民政府")
    for words in ["2022 年  通过  2022.txt", "2023 年  有问题  2023.txt", "新收 22", "错误[carry-over]"] {
      #expect(text.output.contains(words), "\(words) in \(text.output)")
    }
    let history = try object("history", "云溪县")
    #expect(history["agency"] as? String == "云溪县")
    let reports = try #require(history["reports"] as? [[String: Any]])
    #expect(reports.map { $0["year"] as? Int } == [2022, 2023])
    #expect((reports[1]["figures"] as? [String: Any])?["t3.carried_in.total"] as? Int == 5)
    #expect((reports[1]["findings"] as? [[String: Any]])?.first?["rule"] as? String == "carry-over")
  }

  @Test func `a name that is not known suggests those that are near`() throws {
    let unknown = try service.tool("history", "云溪")
    #expect(unknown.status == 1)
    #expect(unknown.output.contains("没有“云溪”的报告；是不是：云溪县？"))
    #expect(try service.tool("history", "青川市").output.contains("已有 1 个机关"))
  }

  @Test func `a file and a finding are shown whole`() throws {
    let file = try service.tool("show", "2023.txt")
    for words in ["2023.txt：有问题", "云溪县", "错误[carry-over] 上年报告结转 2 件，本年填 5 件", "依据：试验", "两边：5 与 2"] {
      #expect(file.output.contains(words), "\(words) in \(file.output)")
    }
    let list = try #require(try json("show", "2023.txt") as? [[String: Any]])
    let finding = try #require((list[0]["findings"] as? [[String: Any]])?.first)
    let id = try #require(finding["id"] as? String)
    let shown = try #require(try json("show", id) as? [[String: Any]])
    #expect(shown[0]["rule"] as? String == "carry-over")
    #expect(shown[0]["file"] as? String == "2023.txt")
    let hash = try #require(list[0]["sha256"] as? String)
    #expect(try service.tool("show", String(hash.prefix(8))).output.contains("2023.txt：有问题"))
    #expect(try service.tool("show", id).output.contains("见于\n  2023.txt:"))
    #expect(try service.tool("show", "nothing").status == 1)
  }

  @Test func `nothing that a report holds reaches the terminal as an order`() throws {
    let shown = try service.tool("show", "来信.txt")
    #expect(shown.status == 0 && shown.output.contains("拒收"))
    #expect(!shown.output.contains("\u{1B}"))
  }

  @Test func `the export has a line for each inspection, with figures and on request texts`() throws {
    let lines = try service.tool("ledger", "export").output.split(separator: "\n")
    #expect(lines.count == 3)
    let first = try #require(JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(first["file"] as? String == "2022.txt")
    #expect(first["current"] as? Bool == true)
    #expect((first["figures"] as? [String: Any])?["t3.new.total"] as? Int == 22)
    #expect(first["sections"] == nil)
    #expect(try service.tool("ledger", "export", "--texts").output.contains("县政府网站调整了公开专栏"))
  }

  @Test func `vacuum lets go of old details alone, and only on request`() throws {
    #expect(try service.tool("ledger", "vacuum").status == 0)
    #expect(try service.tool("show", "2023.txt").output.contains("carry-over"))
    try Database.execute("UPDATE inspections SET inspected_at = 1000000000000", service.ledger.string)
    let done = try service.tool("ledger", "vacuum", "--older-than", "5")
    #expect(done.status == 0 && done.output.contains("2 次检查的明细"), "\(done)")
    #expect(!(try service.tool("show", "2023.txt").output.contains("carry-over]")))
    let figures = try object("history", "云溪县")["reports"] as? [[String: Any]]
    #expect((figures?[0]["figures"] as? [String: Any])?["t3.new.total"] as? Int == 22)
    service.drop(try Service.report(2022), "again.txt")
    #expect(daemon.says("again.txt 与 2022.txt 内容相同"))
    #expect(try service.tool("ledger", "vacuum", "--older-than", "0").status == 64)
  }

  @Test func `verify names what folders and ledger disagree on`() throws {
    #expect(try service.tool("ledger", "verify").status == 0)
    Disk.write("x", to: service.state.appending("passed/多.txt"))
    Disk.rename(service.state.appending("flagged/2023.txt"), service.state.appending("passed/2023.txt"))
    Disk.remove(service.state.appending("rejected/来信.txt"))
    let verified = try service.tool("ledger", "verify")
    #expect(verified.status == 1)
    for words in ["多出  \(service.state.string)/passed/多.txt", "错位  ", "台账记在 flagged/", "缺失  来信.txt"] {
      #expect(verified.output.contains(words), "\(words) in \(verified.output)")
    }
  }

  @Test func `a copy in the place of a file is no difference, and a changed one is`() throws {
    let path = service.state.appending("passed/2022.txt")
    let text = try #require(Disk.read(path))
    Disk.rename(path, service.state.appending("original.txt"))
    Disk.write(text, to: path)
    let verified = try service.tool("ledger", "verify")
    #expect(verified.status == 0 && verified.output.contains("0 处不一致"), "\(verified)")
    Disk.remove(path)
    Disk.write(text + "。", to: path)
    let changed = try service.tool("ledger", "verify")
    let words = ["多出  \(path.string)", "缺失  2022.txt"]
    #expect(words.allSatisfy(changed.output.contains), "\(changed)")
  }

  @Test func `a ledger that is not there is named with the remedy`() throws {
    let none = Service()
    Disk.makeFolder(none.state)
    let status = try none.tool("status")
    #expect(status.status == 1)
    #expect(status.output.contains("\(none.ledger.string) 不存在") && status.output.contains("--state"))
    #expect(Disk.names(none.state).isEmpty)
    #expect(try service.tool("recheck").status == 64)
  }

  private func json(_ words: String...) throws -> Any {
    let result = try service.tool(words + ["--format", "json"])
    return try JSONSerialization.jsonObject(with: Data(result.output.utf8))
  }

  private func object(_ words: String...) throws -> [String: Any] {
    let result = try service.tool(words + ["--format", "json"])
    return try #require(JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }
}
