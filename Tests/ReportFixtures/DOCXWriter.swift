import CArchive

/// Packs parts to a word processor's file.
package struct DOCXWriter {
  package var parts: [(name: String, content: [UInt8])] = []
  package var isPacked = true
  package var password: String?

  /// A file with one main part whose body is given.
  package init(body: String, numbering: String? = nil, styles: String? = nil) {
    parts.append(("word/document.xml", Array(Self.part("document", "<w:body>\(body)</w:body>").utf8)))
    if let numbering { parts.append(("word/numbering.xml", Array(Self.part("numbering", numbering).utf8))) }
    if let styles { parts.append(("word/styles.xml", Array(Self.part("styles", styles).utf8))) }
  }

  package init(parts: [(name: String, content: [UInt8])]) { self.parts = parts }

  package static func part(_ root: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <w:\(root) xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml">\(content)</w:\(root)>
    """
  }

  package func bytes() -> [UInt8] {
    let archive = archive_write_new()
    defer { archive_write_free(archive) }
    archive_write_set_format_zip(archive)
    archive_write_set_options(archive, isPacked ? "zip:compression=deflate" : "zip:compression=store")
    if let password {
      archive_write_set_options(archive, "zip:encryption=traditional")
      archive_write_set_passphrase(archive, password)
    }
    var buffer = [UInt8](repeating: 0, count: parts.reduce(1 << 16) { $0 + $1.content.count + 1024 })
    var used = 0
    buffer.withUnsafeMutableBytes { target in
      archive_write_open_memory(archive, target.baseAddress, target.count, &used)
      for part in parts { write(part.name, part.content, to: archive) }
      archive_write_close(archive)
    }
    return Array(buffer[0..<used])
  }

  private func write(_ name: String, _ content: [UInt8], to archive: OpaquePointer?) {
    let entry = archive_entry_new()
    defer { archive_entry_free(entry) }
    archive_entry_set_pathname(entry, name)
    archive_entry_set_size(entry, Int64(content.count))
    archive_entry_set_filetype(entry, UInt32(0o100000))
    archive_entry_set_perm(entry, 0o644)
    archive_write_header(archive, entry)
    _ = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
  }
}
