import CArchive

/// The parts of a word processor's file that are read.
struct DOCXPackage {
  let document: [UInt8]
  /// Empty where the file has none.
  let styles: [UInt8]
  let numbering: [UInt8]

  init(_ bytes: [UInt8], limits: Limits) throws(DecodingFailure) {
    var parts: [String: [UInt8]] = [:]
    var names: [String] = []
    var archive = try ZipReader(bytes, limits: limits)
    defer { archive.close() }
    while let member = try archive.next() {
      names.append(member.name)
      let name = member.name
      guard Self.isRead(name), parts[name] == nil else { continue }
      if member.isEncrypted { throw .encrypted(format: "DOCX") }
      parts[name] = try archive.contents()
    }
    guard let main = parts.keys.filter(Self.isDocument).min(by: { $0.count < $1.count }),
      let document = parts[main]
    else { throw .unsupportedFormat(name: ZipFormat.name(names)) }
    self.document = document
    self.styles = parts["word/styles.xml"] ?? []
    self.numbering = parts["word/numbering.xml"] ?? []
  }

  private static func isRead(_ name: String) -> Bool {
    name == "word/styles.xml" || name == "word/numbering.xml" || isDocument(name)
  }

  /// `word/document.xml`; one program writes `word/document2.xml`.
  static func isDocument(_ name: String) -> Bool {
    guard name.hasPrefix("word/document"), name.hasSuffix(".xml") else { return false }
    return name.dropFirst(13).dropLast(4).allSatisfy(\.isNumber)
  }
}
