import Inspection
import ReportFixtures
import Testing

/// Reports that come packed are inspected one by one, each under its own name.
@Suite struct ArchiveTests {
  private let inspector: Inspector

  init() throws { inspector = Inspector(try Shipped.rules()) }

  private func inspections(_ bytes: [UInt8], _ file: String = "年报.zip") -> [Inspection] {
    inspector.examineAll(bytes, file: file).map(\.inspection)
  }

  @Test func inspectsEachMember() {
    let names = ["yunxi-2023.txt", "not-a-report.txt", "lanping-water-2024.txt"]
    let members = names.map { ZipWriter.Member("各单位/" + $0, Shipped.sample($0)) }
    let inspections = inspections(ZipWriter(members).bytes)
    #expect(inspections.map(\.file) == names.map { "年报.zip!/各单位/" + $0 })
    #expect(inspections.map(\.verdict) == [.passed, .rejected, .flagged])
    for (name, inspection) in zip(names, inspections) {
      let alone = inspector.inspect(Shipped.sample(name), file: inspection.file)
      #expect(inspection == alone)
    }
  }

  @Test func rejectsWhatIsNoReportAlone() {
    let report = ZipWriter.Member("b.txt", Shipped.sample("yunxi-2023.txt"))
    var encrypted = ZipWriter.Member("a.txt", [UInt8](repeating: 1, count: 20))
    encrypted.flags |= 1
    let inner = ZipWriter([report]).bytes
    let bytes = ZipWriter([encrypted, .init("../c.txt", [65]), .init("d.zip", inner), report]).bytes
    let inspections = inspections(bytes)
    #expect(
      inspections.map { $0.rejection?.code } == ["encrypted", "archive_unsafe", "archive_nested", nil])
    #expect(inspections.last?.verdict == .passed)
  }

  /// Members without bytes are told apart, and known again when the archive comes again.
  @Test func knowsEachMemberThatCannotBeOpened() {
    var members = ["a.txt", "b.txt"].map { ZipWriter.Member($0, [UInt8](repeating: 1, count: 20)) }
    for index in members.indices { members[index].flags |= 1 }
    let bytes = ZipWriter(members).bytes
    let digests = inspections(bytes).map(\.sha256)
    #expect(Set(digests + [Inspector.sha256(bytes)]).count == 3)
    #expect(inspections(bytes, "再报.zip").map(\.sha256) == digests)
    members[0].content = [UInt8](repeating: 2, count: 20)
    #expect(Set(inspections(ZipWriter(members).bytes).map(\.sha256)).isDisjoint(with: digests))
  }

  /// What is read without other programs is read however long those took before.
  @Test func waitsForConvertersOnlySoLong() {
    let members = [
      ZipWriter.Member("a.pdf", Array("%PDF-1.4\n".utf8)), .init("b.txt", Shipped.sample("yunxi-2023.txt")),
      .init("c.pdf", Array("%PDF-1.5\n".utf8)),
    ]
    let bytes = ZipWriter(members).bytes
    let patient = inspector.examineAll(bytes, file: "年报.zip").map(\.inspection)
    #expect(patient.map { $0.rejection?.code == "archive_too_slow" } == [false, false, false])
    let impatient = inspector.examineAll(bytes, file: "年报.zip", patience: 0).map(\.inspection)
    #expect(impatient.map { $0.rejection?.code } == ["archive_too_slow", nil, "archive_too_slow"])
    #expect(impatient.map(\.sha256) == patient.map(\.sha256))
    #expect(impatient[1].verdict == .passed)
  }

  @Test func rejectsAnEmptyArchiveOnce() {
    let inspections = inspections(ZipWriter([.init("空/")]).bytes)
    #expect(inspections.map(\.file) == ["年报.zip"])
    #expect(inspections.first?.rejection?.code == "archive_empty")
  }

  /// A document that is stored as a zip is one file, and so is anything else.
  @Test func takesOtherFilesAsOne() {
    let sheet = ZipWriter([.init("xl/workbook.xml", Array("<a/>".utf8))]).bytes
    let inspections = inspections(sheet, "a.xlsx")
    #expect(inspections.map(\.file) == ["a.xlsx"])
    #expect(inspections.first?.rejection?.code == "format_unsupported")
    #expect(inspections.first?.rejection?.message.contains("XLSX") == true)
    let sample = Shipped.sample("yunxi-2023.txt")
    #expect(self.inspections(sample, "a.txt") == [inspector.inspect(sample, file: "a.txt")])
  }
}
