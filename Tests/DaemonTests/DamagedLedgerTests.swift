import FileAccess
import Glibc
import SystemPackage
import TestSupport
import Testing

/// A ledger that cannot be used any more is set aside and made again; nothing that was found gets lost.
@Suite(.serialized) struct DamagedLedgerTests {
  let service = Service()

  enum Damage: String, CaseIterable {
    case missing, empty, noDatabase, truncated, garbage, newer, folder
  }

  @Test(arguments: Damage.allCases)
  func `it is set aside, told of, and rebuilt from the folders`(_ damage: Damage) throws {
    var daemon = try service.start()
    service.drop(try Service.report(2022), "2022.txt")
    service.drop(try Service.report(2023, carriedIn: 5), "2023.txt")
    for number in 1...40 { service.drop(try Service.report(2024, mark: "\(number)"), "\(number).txt") }
    service.drop("这不是年报", "来信.txt")
    #expect(eventually { settled.count == 43 })
    #expect(service.isIn("flagged", "2023.txt"))
    #expect(daemon.stop() == 0)
    let before = settled
    inflict(damage)

    daemon = try service.start()
    #expect(daemon.says("台账已由文件夹重建：补记 43 个文件"))
    #expect(daemon.says("2023.txt 台账重建，补记：有问题"))
    #expect(!daemon.text.contains("[carry-over]"))
    #expect(settled == before)
    if damage != .missing {
      #expect(daemon.text.contains("旧文件留作"))
      #expect(!setAside.isEmpty)
    }
    let verified = try service.tool("ledger", "verify")
    #expect(verified.status == 0, "\(verified)")
    let status = try service.tool("status", "--format", "json")
    #expect(status.output.contains("\"reports\":43"), "\(status)")
    // It goes on as before: what came is known, what follows is compared.
    service.drop(try Service.report(2022), "again.txt")
    #expect(daemon.says("again.txt 与 2022.txt 内容相同"))
    #expect(daemon.stop() == 0)

    daemon = try service.start()
    #expect(!daemon.text.contains("重建台账"))
  }

  @Test func `what the journal was not told is told after the ledger was set aside`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2022), "2022.txt")
    service.drop(try Service.report(2023, carriedIn: 5), "2023.txt")
    #expect(daemon.says("[carry-over]"))
    #expect(daemon.stop() == 0)
    try execute("UPDATE inspections SET published = 0 WHERE file = '2023.txt'")
    try execute("INSERT INTO grdb_migrations VALUES ('99 from the future')")
    let next = try service.start()
    #expect(next.says("上年报告结转 2 件，本年填 5 件 [carry-over]"))
    #expect(!next.text.contains("台账重建，补记：有问题"))
  }

  @Test func `damage that shows while it runs makes it begin anew by itself`() throws {
    let daemon = try service.start()
    service.drop(try Service.report(2022), "2022.txt")
    #expect(service.isIn("passed", "2022.txt"))
    #expect(daemon.says("2022.txt 通过"))
    // What is still in the log next to the ledger is merged, then all of it is overwritten.
    try execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let size = try NamedFile.status(service.ledger).size
    overwrite(service.ledger, from: 0, count: Int(size))
    service.drop(try Service.report(2023, carriedIn: 5), "2023.txt")
    #expect(daemon.says("台账已由文件夹重建"))
    #expect(service.isIn("flagged", "2023.txt"))
    #expect(daemon.says("[carry-over]"))
    #expect(setAside.count == 1)
    #expect(Disk.names(service.state.appending("work")).isEmpty)
    #expect(daemon.stop() == 0)
  }

  private var settled: [String] {
    ["passed", "flagged", "incomplete", "rejected"].flatMap { folder in
      Disk.names(service.state.appending(folder)).map { folder + "/" + $0 }
    }.sorted()
  }

  private var setAside: [String] {
    Disk.names(service.state).filter {
      $0.hasPrefix("ledger.sqlite.damaged-") && !$0.contains("-wal") && !$0.contains("-shm")
    }
  }

  private func inflict(_ damage: Damage) {
    let ledger = service.ledger
    switch damage {
    case .missing: Disk.remove(ledger)
    case .empty: Disk.write("", to: ledger)
    case .noDatabase: Disk.write("这不是数据库，但也不短：" + String(repeating: "甲", count: 999), to: ledger)
    case .truncated: _ = truncate(ledger.string, 20_000)
    case .garbage: overwrite(ledger, from: 3 * 4096, count: 12 * 4096)
    case .newer: try? execute("INSERT INTO grdb_migrations VALUES ('99 from the future')")
    case .folder:
      Disk.remove(ledger)
      Disk.makeFolder(ledger)
    }
  }

  private func overwrite(_ path: FilePath, from offset: Int, count: Int) {
    let descriptor = open(path.string, O_WRONLY)
    let garbage = [UInt8](repeating: 0xA7, count: count)
    _ = pwrite(descriptor, garbage, count, offset)
    close(descriptor)
  }

  private func execute(_ statement: String) throws {
    try Database.execute(statement, service.ledger.string)
  }
}
