internal import GRDB

/// The ledger's tables, in the order in which they came to be. What was released is never changed:
/// a new step is added.
enum Migrations {
  static var all: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 inspections and findings") { database in
      try database.execute(sql: inspections)
      try database.execute(sql: findings)
    }
    migrator.registerMigration("2 waived findings") { database in
      try database.execute(sql: "ALTER TABLE findings ADD COLUMN waived TEXT")
    }
    return migrator
  }

  private static let inspections = """
    CREATE TABLE inspections (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      sha256 TEXT NOT NULL,
      file TEXT NOT NULL,
      size INTEGER NOT NULL,
      inode INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      agency TEXT,
      year INTEGER,
      edition TEXT,
      verdict TEXT NOT NULL,
      rejection_code TEXT,
      rejection_message TEXT,
      rules_hash TEXT NOT NULL,
      cells_read INTEGER NOT NULL,
      cells_required INTEGER NOT NULL,
      rules_run INTEGER NOT NULL,
      rules_not_assessable INTEGER NOT NULL,
      inspected_at INTEGER NOT NULL,
      duplicate_of INTEGER REFERENCES inspections (id),
      published INTEGER NOT NULL DEFAULT 0
    );
    CREATE INDEX inspections_by_contents ON inspections (sha256, rules_hash);
    CREATE INDEX inspections_by_agency ON inspections (agency, year);
    CREATE INDEX inspections_outbox ON inspections (id) WHERE published = 0;
    """

  private static let findings = """
    CREATE TABLE findings (
      inspection INTEGER NOT NULL REFERENCES inspections (id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      id TEXT NOT NULL,
      rule TEXT NOT NULL,
      severity TEXT NOT NULL,
      outcome TEXT NOT NULL,
      causes TEXT NOT NULL,
      subject TEXT NOT NULL,
      message TEXT NOT NULL,
      basis TEXT NOT NULL,
      fix TEXT,
      places TEXT NOT NULL,
      lhs TEXT,
      rhs TEXT,
      section INTEGER,
      PRIMARY KEY (inspection, ordinal)
    ) WITHOUT ROWID;
    CREATE INDEX findings_by_id ON findings (id);
    CREATE INDEX findings_by_rule ON findings (rule);
    """
}
