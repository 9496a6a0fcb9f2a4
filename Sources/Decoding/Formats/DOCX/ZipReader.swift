import CArchive

/// The members of a zip file in memory, one after the other.
struct ZipReader {
  struct Member {
    /// Nil when the name is in no known character set.
    let name: String?
    let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let limits: Limits
  private var members = 0
  private var unpacked = 0

  private static let slack = 1 << 20

  init(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) {
    guard let archive = archive_read_new() else { throw .damaged(format: "ZIP") }
    self.archive = archive
    // libarchive keeps the address for as long as the archive is open.
    self.bytes = UnsafeMutableBufferPointer.allocate(capacity: bytes.count)
    _ = self.bytes.initialize(from: bytes)
    self.limits = limits
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_memory(archive, self.bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      close()
      throw .damaged(format: "ZIP")
    }
  }

  func close() {
    archive_read_free(archive)
    bytes.deallocate()
  }

  /// The next member, or nil behind the last.
  mutating func next() throws(DecodingFailure) -> Member? {
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: throw .damaged(format: "ZIP")
    }
    members += 1
    if members > limits.members { throw .expandsTooFar(limit: limits.members) }
    let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
    return Member(
      name: name.map { String(cString: $0) }, isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// All of the member that came last.
  mutating func contents() throws(DecodingFailure) -> [UInt8] {
    let ratio = limits.unpackedRatio.multipliedReportingOverflow(by: bytes.count)
    let most = min(limits.unpackedSize, max(Self.slack, ratio.overflow ? Int.max : ratio.partialValue))
    var result: [UInt8] = []
    var block: [UInt8] = Array(repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      guard count > 0 else { throw .damaged(format: "ZIP") }
      unpacked += count
      if unpacked > most { throw .expandsTooFar(limit: most) }
      result.append(contentsOf: block[0..<count])
    }
  }
}
