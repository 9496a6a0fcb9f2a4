import Decoding
import Diagnostics
import Documents
import Glibc
import ReportFixtures
import Testing

/// Whatever a converter does, its file is rejected with the reason, in time, and nothing stays behind.
@Suite struct ConverterTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let script: String
    let complaint: ConverterComplaint
  }

  private static let budget = ConverterBudget(
    seconds: 1, processorSeconds: 1, memory: 256 << 20, output: 1 << 20)

  private static func shell(_ script: String) -> Converter {
    Converter(program: "/bin/sh", arguments: ["-c", script], package: "dash", budget: budget)
  }

  static let cases: [Case] = [
    Case(testDescription: "hangs", script: "exec sleep 600", complaint: .timedOut(seconds: 1)),
    Case(
      testDescription: "hangs silently", script: "exec sleep 600 >&- 2>&-", complaint: .timedOut(seconds: 1)),
    Case(testDescription: "crashes", script: "kill -SEGV $$", complaint: .crashed(signal: 11)),
    Case(testDescription: "floods", script: "exec cat /dev/zero", complaint: .flooded(limit: 1 << 20)),
    Case(
      testDescription: "floods the errors", script: "exec cat /dev/zero >&2", complaint: .timedOut(seconds: 1)
    ),
    Case(
      testDescription: "complains", script: "printf 'bad\\033[31m file\\nmore' >&2; exit 3",
      complaint: .refused(status: 3, message: "bad[31m file")),
    Case(
      testDescription: "writes a file", script: "echo x > /tmp/govreport-stray",
      complaint: .crashed(signal: 25)),
    Case(
      testDescription: "ignores signals", script: "trap '' TERM INT HUP; exec sleep 600",
      complaint: .timedOut(seconds: 1)),
  ]

  @Test(arguments: cases)
  func rejects(_ expected: Case) {
    let pdf = PDF(converter: Self.shell(expected.script))
    let start = ContinuousClock.now
    #expect(throws: DecodingFailure.converterFailed(program: "sh", expected.complaint)) {
      _ = try pdf.decode(Array("%PDF-1.4".utf8), limits: .standard)
    }
    #expect(ContinuousClock.now - start < .seconds(5))
    unlink("/tmp/govreport-stray")
  }

  @Test func spinsNoLongerThanItMay() {
    var busy = Self.shell("while :; do :; done")
    busy.budget.seconds = 10
    // The kernel sends SIGXCPU or SIGKILL when soft and hard limit are one.
    #expect(throws: DecodingFailure.self) { _ = try PDF(converter: busy).decode([1], limits: .standard) }
  }

  /// A grandchild keeps the pipes open; it ends with its process group. Where the limit on processes binds
  /// (it does not for root) there is none.
  @Test func leavesNoGrandchild() throws {
    let mark = "61\(getpid())"
    let pdf = PDF(converter: Self.shell("sleep \(mark) & sleep \(mark)"))
    #expect(throws: DecodingFailure.self) { _ = try pdf.decode([1], limits: .standard) }
    // A killed process takes a moment to go.
    for _ in 0..<100 where Self.commandLines().contains(where: { $0.contains(mark) }) { usleep(10_000) }
    #expect(Self.commandLines().allSatisfy { !$0.contains(mark) })
  }

  private static func commandLines() -> [String] {
    guard let folder = opendir("/proc") else { return [] }
    defer { closedir(folder) }
    var lines: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard Int(name) != nil, let file = fopen("/proc/\(name)/cmdline", "r") else { continue }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = fread(&buffer, 1, buffer.count, file)
      fclose(file)
      lines.append(String(decoding: buffer[..<count], as: UTF8.self))
    }
    return lines.filter { $0.hasPrefix("sleep") }
  }

  @Test func saysWhichPackageIsMissing() {
    let missing = Converter(program: "/nowhere/pdftotext", arguments: [], package: "poppler-utils")
    #expect(throws: DecodingFailure.converterMissing(program: "pdftotext", package: "poppler-utils")) {
      _ = try PDF(converter: missing).decode([1], limits: .standard)
    }
  }

  /// No descriptor, variable or signal mask of this process gets through.
  @Test func inheritsNothing() throws {
    let secret = open("/etc/passwd", O_RDONLY)
    defer { close(secret) }
    setenv("GOVREPORT_SECRET", "1", 1)
    let document = try DOC(converter: Self.shell("cat /dev/fd/0; echo; ls /proc/$$/fd; exec env")).decode(
      Array("甲".utf8), limits: .standard)
    let text = String(decoding: document.source.bytes, as: UTF8.self)
    #expect(text.hasPrefix("甲\n0\n1\n2\n"))
    #expect(!text.contains("SECRET") && !text.contains("\n3\n"))
  }

  @Test func takesLargeInput() throws {
    let input = [UInt8](repeating: UInt8(ascii: "a"), count: 900_000)
    let document = try DOC(converter: Self.shell("exec cat")).decode(input, limits: .standard)
    #expect(document.source.bytes.count == input.count)
  }
}
