import Foundation
import RuleLanguage
import Testing

/// Small wrong rule files and the exact text that comes out. A new case is a new file
/// `Goldens/NAME.rules`; run with `RECORD_GOLDENS=1` to write what comes out beside it, and read it.
@Suite struct GoldenTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")
  private static let isRecording = ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".rules") }.map { String($0.dropLast(6)) }.sorted()
  }()

  @Test func thereAreCases() { #expect(Self.names.count >= 20) }

  @Test(arguments: names)
  func golden(_ name: String) throws {
    let rules = try Data(contentsOf: Self.folder.appendingPathComponent(name + ".rules"))
    let expectedFile = Self.folder.appendingPathComponent(name + ".expected")
    let rendered = Self.rendered(name + ".rules", [UInt8](rules))
    if Self.isRecording { try Data(rendered.utf8).write(to: expectedFile) }
    let expected = try String(contentsOf: expectedFile, encoding: .utf8)
    #expect(rendered == expected, "\(name): run with RECORD_GOLDENS=1 and read the difference")
  }

  /// Each code is shown at least once, so that each text has been read.
  @Test(arguments: CodeExplanation.all.map(\.code))
  func everyCodeHasAGolden(_ code: String) throws {
    let texts = try Self.names.map {
      try String(contentsOf: Self.folder.appendingPathComponent($0 + ".expected"), encoding: .utf8)
    }
    #expect(texts.contains { $0.contains("[\(code)]") }, "add a small wrong file to Goldens/ that gets it")
  }

  /// Waivers end on a day.
  private static let today = WaiverDate(year: 2026, month: 1, day: 1)

  /// What a rule author sees: the diagnostics, or `ok`.
  private static func rendered(_ name: String, _ bytes: [UInt8]) -> String {
    let files = [
      RuleFile(name: name, bytes: bytes),
      RuleFile(name: "lists/words.txt", bytes: Array("甲乙\n丙丁 # 注\n".utf8)),
      RuleFile(name: "lists/empty.txt", bytes: Array("# 没有词\n\n".utf8)),
    ]
    switch CheckedRules.check(files, against: SmallSchema.schema) {
    case .success(let rules):
      let expired = rules.waivers.compactMap { waiver in
        today.flatMap { waiver.expiryWarning(today: $0)?.rendered }
      }
      return (rules.warnings.map(\.rendered) + expired + ["ok"]).joined(separator: "\n\n") + "\n"
    case .failure(let errors): return errors.rendered + "\n"
    }
  }
}
