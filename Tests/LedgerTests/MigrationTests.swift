import Glibc
import Inspection
import Ledger
import SystemPackage
import TestSupport
import Testing

/// Ledgers of earlier versions open, and nothing in them is lost.
@Suite struct MigrationTests {
  let root = TestFolder()
  private var path: String { root.path.appending("ledger.sqlite").string }

  @Test func `a ledger of the second version is brought up to date`() throws {
    try Sample.execute(MigrationTests.secondVersion, path)
    let ledger = try Ledger(path: path)
    let totals = try ledger.totals()
    #expect([totals.reports, totals.findings, totals.unpublished] == [2, 1, 1])
    let unpublished = try #require(try ledger.unpublished(limit: 9).first)
    #expect(unpublished.inspection.file == "旧.txt")
    #expect(unpublished.inspection.findings.map(\.message) == ["自然人：新收 15 ≠ 14", "第六部分没有说明"])
    #expect(unpublished.inspection.findings.map(\.waived) == [nil, "已另行说明"])
    #expect(unpublished.rules == RulesInForce(hash: "rules", endedWaivers: 0, engine: ""))
    // It was inspected by an earlier program: the same bytes are inspected anew.
    let again = try ledger.record([Sample.entry("b.txt", "11", [])])
    #expect(again[0].inspections[0].duplicateOf == nil)
    #expect(again[0].inspections[0].id > unpublished.id)
  }

  @Test func `a ledger of a later version is left alone`() throws {
    _ = try Ledger(path: path).record([Sample.entry("a.txt", "11", [])])
    try Sample.execute("INSERT INTO grdb_migrations VALUES ('99 from the future')", path)
    #expect {
      try Ledger(path: path)
    } throws: { error in
      (error as? LedgerFailure)?.kind == .newer && "\(error)".contains("更新版本")
    }
  }

  @Test func `who only reads changes nothing of an earlier ledger, and says what to do`() throws {
    try Sample.execute(MigrationTests.secondVersion, path)
    #expect {
      try Ledger.reading(path: path)
    } throws: { error in
      (error as? LedgerFailure)?.kind == .older
    }
  }

  /// As the second version of the tables left it.
  private static let secondVersion = """
    CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
    INSERT INTO grdb_migrations VALUES ('1 inspections and findings'), ('2 waived findings');
    CREATE TABLE inspections (
      id INTEGER PRIMARY KEY AUTOINCREMENT, sha256 TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL,
      inode INTEGER NOT NULL, modified INTEGER NOT NULL, agency TEXT, year INTEGER, edition TEXT,
      verdict TEXT NOT NULL, rejection_code TEXT, rejection_message TEXT, rules_hash TEXT NOT NULL,
      cells_read INTEGER NOT NULL, cells_required INTEGER NOT NULL, rules_run INTEGER NOT NULL,
      rules_not_assessable INTEGER NOT NULL, inspected_at INTEGER NOT NULL,
      duplicate_of INTEGER REFERENCES inspections (id), published INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX inspections_by_contents ON inspections (sha256, rules_hash);
    CREATE INDEX inspections_by_agency ON inspections (agency, year);
    CREATE INDEX inspections_outbox ON inspections (id) WHERE published = 0;
    CREATE TABLE findings (
      inspection INTEGER NOT NULL REFERENCES inspections (id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      id TEXT NOT NULL, rule TEXT NOT NULL, severity TEXT NOT NULL, outcome TEXT NOT NULL,
      causes TEXT NOT NULL, subject TEXT NOT NULL, message TEXT NOT NULL, basis TEXT NOT NULL, fix TEXT,
      places TEXT NOT NULL, lhs TEXT, rhs TEXT, section INTEGER, PRIMARY KEY (inspection, ordinal)
    ) WITHOUT ROWID;
    CREATE INDEX findings_by_id ON findings (id);
    CREATE INDEX findings_by_rule ON findings (rule);
    ALTER TABLE findings ADD COLUMN waived TEXT;
    INSERT INTO inspections VALUES
      (1, '00', '更旧.txt', 1, 2, 3, NULL, NULL, NULL, 'rejected', 'empty', '空文件', 'rules', 0, 0, 0, 0, 4,
       NULL, 1),
      (2, '11', '旧.txt', 20000, 5, 6, '云溪县', 2023, '2021', 'flagged', NULL, NULL, 'rules', 204, 205, 19, 1,
       7, NULL, 0);
    INSERT INTO findings VALUES
      (2, 0, 'f1', 't3-balance', 'error', 'fail', '[]', 'natural', '自然人：新收 15 ≠ 14', '依据', NULL,
       '[{"line":62,"column":1,"text":"15"}]', '15', '14', 3, NULL),
      (2, 1, 'f3', 'fee-statement-missing', 'warning', 'fail', '[]', '', '第六部分没有说明', '', NULL, '[]', NULL,
       NULL, 6, '已另行说明');
    """
}
