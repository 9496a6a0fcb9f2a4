internal import FileAccess

/// Folders under names that people know from reports.
enum FolderNames {
  private static let extensions = [
    ".txt", ".md", ".html", ".htm", ".docx", ".doc", ".wps", ".pdf", ".zip", ".xml", ".rtf",
  ]

  static func soundsLikeFile(_ name: FileName) -> Bool { extensions.contains(where: name.hasSuffix) }
}
