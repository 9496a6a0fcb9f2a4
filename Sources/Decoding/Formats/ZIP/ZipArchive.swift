/// A ZIP of files, read in memory one member after the other. Nothing of it reaches a disk.
public enum ZipArchive {
  /// A file in the archive.
  public struct Member: Sendable {
    /// Its path, with `/` between folders, decoded from UTF-8 or GBK.
    public let name: String
    /// Its bytes, or why they are not given.
    public let content: Result<[UInt8], DecodingFailure>
  }

  /// Whether the bytes are a ZIP that holds together, and no document that is stored as one (DOCX, XLSX …).
  public static func recognises(_ bytes: [UInt8], limits: Limits = .standard) -> Bool {
    if isEmpty(bytes) { return true }
    guard DOCX().recognises(bytes) else { return false }
    var names: [String] = []
    do throws(DecodingFailure) {
      var reader = try reader(bytes, limits)
      defer { reader.close() }
      while let member = try reader.next() { names.append(member.name) }
    } catch {
      guard case .tooManyMembers = error else { return false }
    }
    return ZipFormat.known(names) == nil
  }

  /// Hands on the files of an archive in their order, one at a time: folders, and what only file managers
  /// wrote, are none.
  ///
  /// - Throws: what ends the archive before its last member; those before it have been handed on.
  public static func read(_ bytes: [UInt8], limits: Limits = .standard, _ take: (Member) -> Void)
    throws(DecodingFailure)
  {
    if isEmpty(bytes) { throw .emptyArchive }
    var reader = try reader(bytes, limits)
    defer { reader.close() }
    var isEmpty = true
    while let member = try reader.next() {
      let path = MemberPath(member.name)
      if member.kind == .folder || path.isHousekeeping { continue }
      isEmpty = false
      take(Member(name: path.text, content: try content(member, path, &reader, limits)))
    }
    if isEmpty { throw .emptyArchive }
  }

  /// An end of a directory without a beginning, which libarchive takes for damage.
  private static func isEmpty(_ bytes: [UInt8]) -> Bool {
    bytes.count >= 22 && bytes.starts(with: Array("PK\u{5}\u{6}".utf8))
  }

  private static func reader(_ bytes: [UInt8], _ limits: Limits) throws(DecodingFailure) -> ZipReader {
    try ZipReader(
      bytes, members: limits.archiveMembers, size: limits.archiveSize, ratio: limits.unpackedRatio)
  }

  /// - Throws: when the archive as a whole is beyond its limits.
  private static func content(
    _ member: ZipReader.Member, _ path: MemberPath, _ reader: inout ZipReader, _ limits: Limits
  ) throws(DecodingFailure) -> Result<[UInt8], DecodingFailure> {
    guard member.kind == .file, !path.isUnsafe else { return .failure(.unsafeMember) }
    if member.isEncrypted { return .failure(.encrypted(format: "ZIP")) }
    let bytes: [UInt8]
    do throws(DecodingFailure) {
      bytes = try reader.contents(most: limits.fileSize)
    } catch {
      if case .expandsTooFar = error { throw error }
      return .failure(error)
    }
    return recognises(bytes, limits: limits) ? .failure(.nestedArchive) : .success(bytes)
  }
}

/// The path of a member.
private struct MemberPath {
  let text: String
  private let parts: [Substring]

  init(_ name: String) {
    // Some programs for Windows write its own separator.
    let text = String(name.map { $0 == "\\" ? "/" : $0 })
    self.text = text.hasPrefix("./") ? String(text.dropFirst(2)) : text
    self.parts = self.text.split(separator: "/", omittingEmptySubsequences: false)
  }

  /// What file managers and editors leave behind: `__MACOSX/`, dot files, Word's `~$` beside an open document.
  var isHousekeeping: Bool {
    parts.contains { $0 == "__MACOSX" || $0.hasPrefix(".") && $0 != ".." }
      || parts.last?.hasPrefix("~$") == true
      || parts.last == ""
  }

  /// It leads out of the archive's folder.
  var isUnsafe: Bool {
    parts.contains("..") || parts.first == ""
      || parts.first.map { $0.count == 2 && $0.hasSuffix(":") } ?? true
  }
}
