/// Document formats that are stored as zip files, by a member that only they have.
enum ZipFormat {
  private static let formats: [(member: String, name: String)] = [
    ("xl/workbook.xml", "XLSX"), ("xl/workbook.bin", "XLSX"), ("ppt/presentation.xml", "PPTX"),
    ("OFD.xml", "OFD"),
    ("META-INF/container.xml", "EPUB"), ("content.xml", "ODT"),
  ]

  static func name(_ members: [String]) -> String { known(members) ?? "ZIP" }

  /// Nil for a zip of files.
  static func known(_ members: [String]) -> String? {
    if members.contains(where: DOCXPackage.isDocument) { return "DOCX" }
    return formats.first { members.contains($0.member) }?.name
  }
}
