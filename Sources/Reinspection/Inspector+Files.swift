public import Inspection
public import Ledger

extension Inspector {
  /// All reports of a file, each compared with what the ledger has and with those of the batch before it; each
  /// becomes part of the batch.
  public func examineFile(_ bytes: [UInt8], _ name: String, _ archive: LedgerArchive) -> [Examination] {
    examineFile(bytes, name, archive) {}
  }

  /// - Parameter progress: is called after each report; a full archive may take minutes.
  public func examineFile(
    _ bytes: [UInt8], _ name: String, _ archive: LedgerArchive, _ progress: () -> Void
  ) -> [Examination] {
    var examinations: [Examination] = []
    examineEach(bytes, file: name, archive: archive) { examination in
      if let record = examination.record { archive.add(record) }
      examinations.append(examination)
      progress()
    }
    return examinations
  }
}
