import Decoding
import ReportFixtures
import Testing

/// Archives of files: each member comes out with its name and its bytes, or with the reason why not.
@Suite struct ZipArchiveTests {
  private struct Read: Equatable {
    var members: [String] = []
    var failures: [DecodingFailure] = []
    var end: DecodingFailure?
  }

  private static func read(_ bytes: [UInt8], limits: Limits = .standard) -> Read {
    var read = Read()
    do throws(DecodingFailure) {
      try ZipArchive.read(bytes, limits: limits) { member in
        switch member.content {
        case .success(let content):
          read.members.append(member.name + "=" + String(decoding: content.prefix(20), as: UTF8.self))
        case .failure(let failure):
          read.members.append(member.name)
          read.failures.append(failure)
        }
      }
    } catch { read.end = error }
    return read
  }

  private static func zip(_ members: ZipWriter.Member...) -> [UInt8] { ZipWriter(members).bytes }

  @Test func handsOnFilesInTheirOrder() {
    let bytes = Self.zip(.init("乙.txt", Array("二".utf8)), .init("甲/丙.txt", Array("三".utf8)))
    #expect(ZipArchive.recognises(bytes))
    #expect(Self.read(bytes) == Read(members: ["乙.txt=二", "甲/丙.txt=三"]))
  }

  @Test func passesOverWhatFileManagersWrote() {
    var folder = ZipWriter.Member("年报/")
    folder.mode = 0o040755
    let bytes = Self.zip(
      folder, .init("__MACOSX/._a.txt", [1]), .init(".DS_Store", [1]), .init("年报/.~lock.a#", [1]),
      .init("年报/~$a.docx", [1]), .init("./年报/a.txt", [65]), .init("空/"))
    #expect(Self.read(bytes) == Read(members: ["年报/a.txt=A"]))
  }

  /// What Windows in China packs: GBK without a word about it. Others write UTF-8 and do not say so either.
  @Test func decodesNames() {
    var member = ZipWriter.Member("", [65])
    member.flags = 0
    // 云溪县.txt
    member.name = [0xD4, 0xC6, 0xCF, 0xAA, 0xCF, 0xD8] + Array("\\a.txt".utf8)
    #expect(Self.read(Self.zip(member)) == Read(members: ["云溪县/a.txt=A"]))
    member.name = Array("云溪县.txt".utf8)
    #expect(Self.read(Self.zip(member)) == Read(members: ["云溪县.txt=A"]))
    member.name = [0xFF, 0xFE, 0x2E]
    #expect(Self.read(Self.zip(member)) == Read(members: ["\u{FFFD}\u{FFFD}.=A"]))
  }

  @Test(arguments: ["../a.txt", "a/../../b.txt", "/etc/a.txt", "\\\\host\\a.txt", "C:\\a.txt"])
  func refusesPathsThatLeadOut(name: String) {
    let read = Self.read(Self.zip(.init(name, [65]), .init("b.txt", [66])))
    #expect(read.failures == [.unsafeMember])
    #expect(read.members.last == "b.txt=B")
  }

  @Test func refusesLinks() {
    var link = ZipWriter.Member("a.txt", Array("/etc/passwd".utf8))
    link.mode = 0o120777
    #expect(Self.read(Self.zip(link)) == Read(members: ["a.txt"], failures: [.unsafeMember]))
  }

  @Test func refusesArchivesInArchives() {
    let inner = Self.zip(.init("a.txt", [65]))
    let docx = DOCXWriter(body: "<w:p/>").bytes()
    #expect(!ZipArchive.recognises(docx))
    let read = Self.read(Self.zip(.init("内.zip", inner), .init("b.docx", docx)))
    #expect(read.failures == [.nestedArchive])
    #expect(read.members.count == 2 && read.members[1].hasPrefix("b.docx=PK"))
  }

  /// What is damaged or encrypted harms no other member.
  @Test func refusesOneMemberAlone() {
    var encrypted = ZipWriter.Member("a.txt", [UInt8](repeating: 1, count: 20))
    encrypted.flags |= 1
    var damaged = ZipWriter.Member("b.txt", [66])
    damaged.checksum = 7
    let read = Self.read(Self.zip(encrypted, damaged, .init("c.txt", [67])))
    #expect(read.failures == [.encrypted(format: "ZIP"), .damaged(format: "ZIP")])
    #expect(read.members == ["a.txt", "b.txt", "c.txt=C"])
    #expect(read.end == nil)
  }

  @Test func refusesEmptyArchives() {
    #expect(Self.read(Self.zip()) == Read(end: .emptyArchive))
    #expect(Self.read(Self.zip(.init("a/"))) == Read(end: .emptyArchive))
    #expect(ZipArchive.recognises(Self.zip()))
  }

  @Test func isNoArchiveWhenCutOff() {
    let bytes = Self.zip(.init("a.txt", [UInt8](repeating: 65, count: 300)), .init("b.txt", [66]))
    for count in 0..<bytes.count { #expect(!ZipArchive.recognises(Array(bytes[..<count])), "\(count)") }
  }

  @Test func keepsItsLimits() {
    var limits = Limits.standard
    limits.archiveMembers = 2
    let three = Self.zip(.init("a", [65]), .init("b", [66]), .init("c", [67]))
    #expect(ZipArchive.recognises(three, limits: limits))
    #expect(
      Self.read(three, limits: limits) == Read(members: ["a=A", "b=B"], end: .tooManyMembers(limit: 2)))
    limits = .standard
    limits.fileSize = 1 << 20
    limits.archiveSize = 5 << 20
    let swelling = DOCXWriter(parts: ["a", "b", "c"].map { ($0, [UInt8](repeating: 65, count: 2 << 20)) })
    let read = Self.read(swelling.bytes(), limits: limits)
    #expect(read.failures.first == .tooLarge(limit: 1 << 20))
    if case .expandsTooFar = read.end {} else { Issue.record("\(read)") }
  }

  @Test func survivesDamage() {
    let seed = Seed.announced("ZIP, damage")
    var random = SplitMix64(seed: seed)
    let whole = DOCXWriter(parts: (0..<5).map { ("\($0).txt", Array("第\($0)份报告".utf8)) }).bytes()
    for _ in 0..<Seed.cases(300) {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      _ = ZipArchive.recognises(bytes)
      _ = Self.read(bytes)
      _ = try? Decoders.decode(bytes)
    }
  }
}
