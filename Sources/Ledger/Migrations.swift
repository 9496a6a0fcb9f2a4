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
    migrator.registerMigration("3 history, re-inspection, archives") { database in
      try database.execute(sql: again)
      try database.execute(sql: history)
    }
    migrator.registerMigration("4 figures run together") { database in
      try database.execute(sql: "ALTER TABLE records ADD COLUMN joined TEXT NOT NULL DEFAULT ''")
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

  /// `container` is the hash of the archive that the report came in; `current` is 0 when a later inspection of
  /// the same file `supersedes` this one, for a `reason`. `failures` counts what failed and was not waived.
  private static let again = """
    ALTER TABLE inspections ADD COLUMN engine TEXT NOT NULL DEFAULT '';
    ALTER TABLE inspections ADD COLUMN ended_waivers INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE inspections ADD COLUMN container TEXT;
    ALTER TABLE inspections ADD COLUMN failures INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE inspections ADD COLUMN current INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE inspections ADD COLUMN supersedes INTEGER REFERENCES inspections (id);
    ALTER TABLE inspections ADD COLUMN reason TEXT;
    ALTER TABLE inspections ADD COLUMN recovered INTEGER NOT NULL DEFAULT 0;
    UPDATE inspections SET failures = (
      SELECT count(*) FROM findings
      WHERE findings.inspection = inspections.id AND outcome = 'fail' AND waived IS NULL
    );
    CREATE INDEX inspections_by_container ON inspections (container) WHERE container IS NOT NULL;
    CREATE INDEX inspections_superseding ON inspections (supersedes) WHERE supersedes IS NOT NULL;
    CREATE INDEX inspections_duplicates ON inspections (duplicate_of) WHERE duplicate_of IS NOT NULL;
    CREATE INDEX inspections_by_file ON inspections (file);
    """

  /// What history rules compare with. `arrived` is the first inspection of these bytes, which tells earlier
  /// publications from later ones; `latest` is the last one. `due` holds what is to be inspected again;
  /// `rebuilding` has a row while a lost ledger is made again from the folders.
  private static let history = """
    CREATE TABLE cell_keys (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE);
    CREATE TABLE records (
      arrived INTEGER PRIMARY KEY REFERENCES inspections (id),
      latest INTEGER NOT NULL REFERENCES inspections (id),
      agency TEXT NOT NULL,
      year INTEGER NOT NULL,
      cells BLOB NOT NULL,
      sections BLOB NOT NULL
    );
    CREATE INDEX records_by_agency ON records (agency, year, arrived);
    CREATE INDEX records_by_latest ON records (latest);
    CREATE TABLE rebuilding (damaged TEXT);
    CREATE TABLE due (
      inspection INTEGER PRIMARY KEY REFERENCES inspections (id) ON DELETE CASCADE,
      reason TEXT NOT NULL
    );
    """
}
