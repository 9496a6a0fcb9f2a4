import FileAccess
import SystemPackage
import TestSupport
import Testing

@Suite struct FolderTests {
  let root = TestFolder()

  @Test func `a file is read whole with what it is`() throws {
    Disk.write("报告", to: root.path.appending("a.txt"))
    let contents = try Folder(root.path).read(.of("a.txt"), limit: 100)
    #expect(contents.bytes == Array("报告".utf8))
    #expect(contents.status.size == 6)
    #expect(!contents.isUnsettled)
  }

  @Test func `an empty file is read`() throws {
    Disk.write("", to: root.path.appending("a.txt"))
    #expect(try Folder(root.path).read(.of("a.txt"), limit: 100).bytes.isEmpty)
  }

  @Test func `a file of the limit is read, a larger one is not`() throws {
    let folder = try Folder(root.path)
    Disk.write([UInt8](repeating: 1, count: 200_000), to: root.path.appending("a"))
    #expect(try folder.read(.of("a"), limit: 200_000).bytes.count == 200_000)
    #expect(
      cause { _ = try folder.read(.of("a"), limit: 199_999) } == .tooLarge(size: 200_000, limit: 199_999))
  }

  @Test func `a link is not followed`() throws {
    Disk.link(root.path.appending("link"), to: "/etc/passwd")
    let folder = try Folder(root.path)
    #expect(try folder.status(of: .of("link")).kind == .symbolicLink)
    #expect(cause { _ = try folder.read(.of("link"), limit: 100) } == .system(.tooManySymbolicLinkLevels))
  }

  @Test func `a FIFO is not waited for`() throws {
    Disk.makeFIFO(root.path.appending("fifo"))
    let folder = try Folder(root.path)
    #expect(cause { _ = try folder.read(.of("fifo"), limit: 100) } == .notRegular(.fifo))
  }

  @Test func `moving overwrites nothing`() throws {
    let source = try Folder(root.folder("from"))
    let target = try Folder(root.folder("to"))
    for (text, name) in [("1", "a.txt"), ("2", "a.txt"), ("3", "a.txt")] {
      Disk.write(text, to: root.path.appending("from").appending(name))
      _ = try source.move(.of(name), to: target, as: .of("a.txt"))
    }
    #expect(try target.names().map(\.visible) == ["a (2).txt", "a (3).txt", "a.txt"])
    #expect(Disk.read(root.path.appending("to/a.txt")) == "1")
    #expect(Disk.read(root.path.appending("to/a (3).txt")) == "3")
  }

  @Test func `folders are made with those above them`() throws {
    let path = root.path.appending("a/b/c")
    _ = try Folder.make(path, mode: [.ownerReadWriteExecute])
    #expect(Disk.exists(path))
    _ = try Folder.make(path, mode: [.ownerReadWriteExecute])
  }

  @Test func `an error says which folder and why`() {
    #expect {
      try Folder("/nowhere/at/all")
    } throws: { error in
      "\(error)" == "无法打开 /nowhere/at/all：不存在，请检查路径"
    }
  }

  @Test func `two hold no lock on one folder`() throws {
    let first = try Folder(root.path)
    let second = try Folder(root.path)
    try first.lock()
    #expect(cause { try second.lock() } == .system(.wouldBlock))
  }

  private func cause(_ body: () throws -> Void) -> FileFailure.Cause? {
    do { try body() } catch { return (error as? FileFailure)?.cause }
    return nil
  }
}
