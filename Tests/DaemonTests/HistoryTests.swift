import Glibc
import SystemPackage
import TestSupport
import Testing

/// Reports of several years, in any order: the later one is held against the earlier.
@Suite(.serialized) struct HistoryTests {
  let service = Service()

  @Test func `a year is compared with the one before it`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2022), "2022.txt")
    #expect(service.isIn("passed", "2022.txt"))
    service.drop(try Service.report(2023, carriedIn: 5), "2023.txt")
    #expect(service.isIn("flagged", "2023.txt"))
    #expect(daemon.says("上年报告结转 2 件，本年填 5 件 [carry-over]"))
  }

  @Test func `an earlier year that comes later has its successor inspected again, and moved`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2023, carriedIn: 5), "2023.txt")
    #expect(service.isIn("passed", "2023.txt"))
    service.drop(try Service.report(2022), "2022.txt")
    #expect(service.isIn("flagged", "2023.txt"))
    #expect(daemon.says("2023.txt 收到上一年度报告，重新检查：原为通过，现在有问题：1 处错误"))
    #expect(daemon.text.pieces(by: "本年填 5 件 [carry-over]") == 2)
    #expect(service.isIn("passed", "2022.txt"))
    #expect(try service.tool("ledger", "verify").status == 0)
  }

  @Test(arguments: [["a", "b", "c"], ["c", "b", "a"], ["b", "c", "a"]])
  func `years that wait together are compared in any order`(_ names: [String]) throws {
    Disk.makeFolder(service.state)
    Disk.makeFolder(service.inbox)
    for (year, name) in zip([2021, 2022, 2023], names) {
      Disk.write(
        try Service.report(year, carriedIn: year == 2021 ? 2 : 7), to: service.inbox.appending(name + ".txt"))
    }
    let daemon = try service.start()
    #expect(service.isIn("passed", names[0] + ".txt"))
    #expect(service.isIn("flagged", names[1] + ".txt"))
    #expect(service.isIn("flagged", names[2] + ".txt"))
    #expect(eventually { daemon.text.pieces(by: "本年填 7 件 [carry-over]") == 3 })
  }

  @Test func `another publication of the same year is told, not the same bytes`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2023), "a.txt")
    #expect(service.isIn("passed", "a.txt"))
    service.drop(try Service.report(2023), "b.txt")
    #expect(daemon.says("与 a.txt 内容相同"))
    service.drop(try Service.report(2023, new: 23), "c.txt")
    #expect(daemon.says("原为 22 件，现为 23 件 [changed]"))
    #expect(service.isIn("flagged", "c.txt"))
    // The first publication is not held against the later one, even when it is inspected again.
    let again = try service.tool("recheck", "a.txt")
    #expect(again.status == 0 && again.output.contains("没有变化"), "\(again)")
  }

  @Test func `recheck while the service runs tells what changed rules change`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2023), "a.txt")
    #expect(service.isIn("passed", "a.txt"))
    #expect(try service.tool("recheck", "--all").output.contains("没有变化"))
    Disk.write(
      """
      rule new error "新规则" {
        basis   "试验"
        check   t3[新收, 总计] == 1
        message "不是一件"
      }
      """, to: service.root.path.appending("rules/new.rules"))
    daemon.signal(SIGHUP)
    #expect(daemon.says("规则已重新读取"))
    let again = try service.tool("recheck", "--all")
    #expect(again.status == 0)
    #expect(again.output.contains("a.txt：通过 → 有问题\n  新增 错误[new]"), "\(again.output)")
    #expect(daemon.says("a.txt 规则已变，重新检查：原为通过，现在有问题"))
    #expect(service.isIn("flagged", "a.txt"))
    #expect(try service.tool("recheck", "云溪县").output.contains("没有变化"))
    #expect(try service.tool("ledger", "verify").status == 0)
  }

  @Test func `recheck without the service does the work itself, and the journal hears later`() throws {
    var daemon = try service.start()
    service.drop(try Service.report(2023), "a.txt")
    #expect(service.isIn("passed", "a.txt"))
    #expect(daemon.stop() == 0)
    Disk.write(
      Service.rules.replacing("== before.t3[新收, 总计]", with: "== 1").replacing(
        "needs   before = archive(report.agency, report.year)\n", with: ""
      ).replacing("原为 {rhs} 件，", with: ""), to: service.root.path.appending("rules/history.rules"))
    let again = try service.tool("recheck", "--all", "--rules", service.root.path.appending("rules").string)
    #expect(again.status == 0 && again.output.contains("新增 警告[changed]"), "\(again)")
    #expect(service.isIn("flagged", "a.txt"))
    daemon = try service.start()
    #expect(daemon.says("现为 22 件 [changed]"))
  }

  @Test func `what recheck cannot find is told, and near names are`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2023), "a.txt")
    #expect(service.isIn("passed", "a.txt"))
    let unknown = try service.tool("recheck", "云西县")
    #expect(unknown.status == 1 && unknown.output.contains("是不是：云溪县"), "\(unknown)")
    Disk.remove(service.state.appending("passed/a.txt"))
    _ = try service.tool("recheck", "a.txt")
    #expect(daemon.says("没有重新检查：无法打开 a.txt"))
    let verified = try service.tool("ledger", "verify")
    #expect(verified.status == 1 && verified.output.contains("缺失  a.txt"))
  }
}

extension String {
  fileprivate func pieces(by part: String) -> Int {
    split(separator: part, omittingEmptySubsequences: false).count
  }
}
