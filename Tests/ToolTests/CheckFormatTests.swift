import Foundation
import Testing

/// What holds for every format of `check`.
@Suite struct CheckFormatTests {
  /// Every file `XFormat.swift` is a format `x`.
  static let formats: [String] = {
    let folder = Tool.root.appending(path: "Sources/govreport/Rendering/Formats")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.map { $0.replacing("Format.swift", with: "").lowercased() }.sorted()
  }()

  @Test func everyFormatIsInTheListAndInTheHelp() throws {
    let help = try Tool("check", "--help").output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(Self.formats.contains("sarif"))
    #expect(
      help.contains("(values: \(Self.formats.joined(separator: ", ")); default: text)"),
      "a format in Rendering/Formats is not in CheckFormat.all, or the list is not in the order of names")
    for format in Self.formats { #expect(help.contains("\(format) ("), "\(format) has no purpose") }
  }

  @Test(arguments: formats) func exitStatusDoesNotDependOnTheFormat(_ format: String) throws {
    let check = { try Tool("check", "--format", format, "--rules", Tool.rules, $0).status }
    #expect(try check(Tool.sample("yunxi-2023.txt")) == 0)
    #expect(try check(Tool.sample("shiqiao-town-2022.txt")) == 1)
    #expect(try check(Tool.sample("wuling-2020.txt")) == 2)
    #expect(try check(Tool.sample("not-a-report.txt")) == 2)
    #expect(try check("no-such-file.txt") == 2)
  }

  @Test(arguments: formats) func everyReportIsNamedWhateverTheJobs(_ format: String) throws {
    let folder = Tool.root.appending(path: "Tests/Samples").path
    let one = try Tool("check", "--format", format, "--rules", Tool.rules, "--jobs", "1", folder)
    let four = try Tool("check", "--format", format, "--rules", Tool.rules, "--jobs", "4", folder)
    #expect(one.output == four.output)
    for file in try FileManager.default.contentsOfDirectory(atPath: folder) {
      #expect(one.output.contains(file), "\(file)")
    }
  }

  @Test(arguments: formats) func nothingHiddenIsPrinted(_ format: String) throws {
    let hostile = try HostileReport()
    defer { hostile.remove() }
    let tool = try hostile.check(format)
    #expect(tool.status == 1)
    let hidden = tool.output.unicodeScalars.filter {
      $0 != "\n" && ($0.value < 0x20 || $0.value == 0x7F || (0x202A...0x202E).contains($0.value))
    }
    #expect(hidden.isEmpty)
  }
}
