import Decoding

extension Inspector {
  /// All reports of a file: one, or, when the file is a ZIP, one for each file in it, in their order.
  ///
  /// A member goes by the name `archive.zip!/name`. A member that cannot be read is rejected alone; an archive
  /// that breaks off, holds nothing or is beyond the limits is rejected by one last examination under its own
  /// name and digest. A member that has no bytes to be told by has a digest of the archive's and its name, which
  /// is the same whenever and under whatever name the archive comes.
  public func examineAll(
    _ bytes: [UInt8], file: String, archive: (any ReportArchive)? = nil, patience: Int = archivePatience
  ) -> [Examination] {
    var examinations: [Examination] = []
    examineEach(bytes, file: file, archive: archive, patience: patience) { examinations.append($0) }
    return examinations
  }

  /// In seconds; hundreds of ordinary PDFs take less. A service has other files to see to.
  public static let archivePatience = 120

  /// The same, each handed on as soon as it is there: a full archive may take a minute.
  /// - Parameter patience: once the members that other programs convert have taken so many seconds, no more of
  ///   these are read.
  public func examineEach(
    _ bytes: [UInt8], file: String, archive: (any ReportArchive)? = nil, patience: Int = archivePatience,
    _ take: (Examination) -> Void
  ) {
    guard bytes.count <= Self.sizeLimit, ZipArchive.recognises(bytes) else {
      return take(examine(bytes, file: file, archive: archive))
    }
    lazy var digest = Self.sha256(bytes)
    var spent = Duration.zero
    do throws(DecodingFailure) {
      try ZipArchive.read(bytes) { member in
        let name = file + "!/" + member.name
        switch member.content {
        case .success(let content) where !Decoders.usesConverter(content):
          take(examine(content, file: name, archive: archive))
        case .success(let content) where spent >= .seconds(patience):
          take(rejected(name, Self.sha256(content), .archiveTooSlow(seconds: patience)))
        case .success(let content):
          spent += ContinuousClock().measure { take(examine(content, file: name, archive: archive)) }
        case .failure(let failure):
          take(rejected(name, Self.sha256(Array((digest + "!/" + member.name).utf8)), failure))
        }
      }
    } catch {
      take(rejected(file, digest, error))
    }
  }

  private func rejected(_ file: String, _ sha256: String, _ failure: DecodingFailure) -> Examination {
    Examination(reject(file: file, sha256: sha256, Rejection(failure)))
  }
}
