import Foundation

/// A folder with a report whose name and text try to break out of every format, and a file that is none.
struct HostileReport {
  let folder: URL

  /// Markup, a quote of each kind, an override of direction and a terminal escape.
  static let name = "a\"'<script>alert(1)<b>&amp;\u{202E}\u{1B}[31m]]>名.txt"
  static let text =
    "\u{1B}[31m<script>alert(1)</script>&lt;\"'[甲](http://x.example)]]>{0}\u{202E}各部門\u{FFFE}。"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let sample = try String(contentsOf: URL(filePath: Tool.sample("yunxi-2023.txt")), encoding: .utf8)
    let report = sample.replacing("一、总体情况\n", with: "一、总体情况\n\(Self.text)\n", maxReplacements: 1)
    try Data(report.utf8).write(to: folder.appending(path: Self.name))
    try Data([0, 1, 2, 0x1B, 0]).write(to: folder.appending(path: "b<nul>.txt"))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func check(_ format: String) throws -> Tool {
    try Tool("check", "--format", format, "--rules", Tool.rules, folder.path)
  }
}
