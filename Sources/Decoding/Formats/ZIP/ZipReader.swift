import CArchive
import Glibc

/// The members of a zip file in memory, one after the other.
struct ZipReader {
  struct Member {
    enum Kind { case file, folder, link, other }

    /// With `/` between folders.
    let name: String
    let kind: Kind
    let isEncrypted: Bool
  }

  private let archive: OpaquePointer
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private let memberLimit: Int
  private let unpackedLimit: Int
  private var members = 0
  private var unpacked = 0

  private static let slack = 1 << 20

  /// - Parameters:
  ///   - members: how many there may be.
  ///   - size: bytes that they may unpack to, over all that are read.
  ///   - ratio: how many times the file's own size that may be.
  init(_ bytes: [UInt8], members: Int, size: Int, ratio: Int) throws(DecodingFailure) {
    guard let archive = archive_read_new() else { throw .damaged(format: "ZIP") }
    self.archive = archive
    // libarchive keeps the address for as long as the archive is open.
    self.bytes = UnsafeMutableBufferPointer.allocate(capacity: bytes.count)
    _ = self.bytes.initialize(from: bytes)
    let most = ratio.multipliedReportingOverflow(by: bytes.count)
    self.memberLimit = members
    self.unpackedLimit = min(size, max(Self.slack, most.overflow ? Int.max : most.partialValue))
    archive_read_support_format_zip_seekable(archive)
    guard archive_read_open_memory(archive, self.bytes.baseAddress, bytes.count) == ARCHIVE_OK else {
      close()
      throw .damaged(format: "ZIP")
    }
  }

  init(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) {
    try self.init(bytes, members: limits.members, size: limits.unpackedSize, ratio: limits.unpackedRatio)
  }

  func close() {
    archive_read_free(archive)
    bytes.deallocate()
  }

  /// The next member, or nil behind the last.
  mutating func next() throws(DecodingFailure) -> Member? {
    // In the locale that a program begins with, libarchive turns what is not ASCII into question marks.
    let former = uselocale(Self.locale)
    defer { uselocale(former) }
    var entry: OpaquePointer?
    switch archive_read_next_header(archive, &entry) {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK, ARCHIVE_WARN: break
    default: throw .damaged(format: "ZIP")
    }
    members += 1
    if members > memberLimit { throw .tooManyMembers(limit: memberLimit) }
    return Member(
      name: archive_entry_pathname(entry).map(Self.name) ?? "", kind: Self.kind(entry),
      isEncrypted: archive_entry_is_encrypted(entry) != 0)
  }

  /// All of the member that came last.
  ///
  /// - Parameter most: bytes that this member may have.
  mutating func contents(most: Int = .max) throws(DecodingFailure) -> [UInt8] {
    var result: [UInt8] = []
    var block: [UInt8] = Array(repeating: 0, count: 1 << 16)
    while true {
      let count = block.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
      if count == 0 { return result }
      guard count > 0 else { throw .damaged(format: "ZIP") }
      unpacked += count
      if unpacked > unpackedLimit { throw .expandsTooFar(limit: unpackedLimit) }
      if count > most - result.count { throw .tooLarge(limit: most) }
      result.append(contentsOf: block[0..<count])
    }
  }

  /// Made once, and never changed or freed.
  nonisolated(unsafe) private static let locale = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)

  /// A zip says of a name at most that it is UTF-8; what Windows wrote in China is GBK.
  private static func name(_ pointer: UnsafePointer<CChar>) -> String {
    let bytes = Array(UnsafeBufferPointer(start: pointer, count: strlen(pointer))).map(
      UInt8.init(bitPattern:))
    if Charset.isUTF8(bytes) { return String(decoding: bytes, as: UTF8.self) }
    let converted = try? Charset.convert(bytes, from: "GB18030")
    return String(decoding: converted ?? bytes, as: UTF8.self)
  }

  private static func kind(_ entry: OpaquePointer?) -> Member.Kind {
    if archive_entry_symlink(entry) != nil || archive_entry_hardlink(entry) != nil { return .link }
    return switch archive_entry_filetype(entry) & 0o170000 {
    case 0o100000, 0: .file
    case 0o040000: .folder
    case 0o120000: .link
    default: .other
    }
  }
}
