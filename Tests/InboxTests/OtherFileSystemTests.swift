import FileAccess
import Inbox
import SystemPackage
import TestSupport
import Testing

/// The inbox is on another file system than `work/`.
@Suite struct OtherFileSystemTests {
  let root = TestFolder()
  let other = TestFolder(in: "/dev/shm")

  private func open(copyLimit: Int = 1000) throws -> Inbox {
    let devices = try [root.path, other.path].map { try NamedFile.status($0).device }
    try #require(devices[0] != devices[1], "/dev/shm and /tmp are one file system: nothing is shown")
    let inbox = try Inbox(other.path, folders: StateFolders(root.path), copyLimit: copyLimit)
    inbox.look()
    return inbox
  }

  private func claim(_ inbox: Inbox) -> [ClaimedFile] {
    inbox.takeEvents()
    return inbox.claim(atMost: 100)
  }

  @Test func `a file is taken by copying, its time kept`() throws {
    let inbox = try open()
    Disk.write("报告", to: other.folder("县局").appending("年报.txt"))
    Disk.write("1", to: other.path.appending("a.txt"))
    Disk.age(other.path.appending("a.txt"), seconds: 1000)
    let before = try NamedFile.status(other.path.appending("a.txt"))
    #expect(claim(inbox).map(\.original.visible) == ["a.txt"])
    #expect(Disk.names(other.path) == ["县局"])
    #expect(Disk.read(root.path.appending("work/a.txt")) == "1")
    #expect(try NamedFile.status(root.path.appending("work/a.txt")).modified == before.modified)
    let later = Moment.now.advanced(seconds: 2)
    inbox.look(at: later)
    let inner = try #require(inbox.claim(atMost: 1, at: later).first)
    #expect(inner.original.visible == "县局/年报.txt")
    #expect(inner.remaining == nil)
    #expect(Disk.read(root.path.appending("work/县局/年报.txt")) == "报告")
  }

  @Test func `a file that is too large to be copied stays and is said once`() throws {
    let inbox = try open(copyLimit: 10)
    Disk.write("more than ten bytes", to: other.path.appending("a.txt"))
    Disk.write("ten bytes.", to: other.path.appending("b.txt"))
    #expect(claim(inbox).map(\.original.visible) == ["b.txt"])
    inbox.look(at: .now.advanced(seconds: 60))
    #expect(inbox.claim(atMost: 1, at: .now.advanced(seconds: 60)) == [])
    #expect(inbox.takeProblems().count == 1)
    #expect(Disk.names(root.path.appending("work")) == ["b.txt"])
    #expect(Disk.names(other.path) == ["a.txt"])
  }

  @Test func `two of one name are both kept`() throws {
    let inbox = try open()
    for text in ["1", "2"] {
      Disk.write(text, to: other.path.appending("a.txt"))
      #expect(claim(inbox).count == 1)
    }
    #expect(Disk.names(root.path.appending("work")) == ["a (2).txt", "a.txt"])
    #expect(Disk.read(root.path.appending("work/a.txt")) == "1")
  }

  @Test func `a copy of something that changes is given up`() throws {
    // No file at all is in its place when it is looked at again.
    let inbox = try open()
    Disk.write("1", to: other.path.appending("a.txt"))
    inbox.takeEvents()
    Disk.remove(other.path.appending("a.txt"))
    Disk.makeFIFO(other.path.appending("a.txt"))
    #expect(inbox.claim(atMost: 1) == [])
    #expect(Disk.names(root.path.appending("work")).isEmpty)
  }
}

/// Files that cannot be renamed, whatever the reason: here since they are on another file system and
/// too large to be copied.
@Suite struct StuckFilesTests {
  @Test func `thousands of them neither keep it busy nor keep others out`() throws {
    let root = TestFolder()
    let other = TestFolder(in: "/dev/shm")
    let count = 5000
    for number in 1...count { Disk.write("too large", to: other.path.appending("\(number).txt")) }
    for name in Disk.names(other.path) { Disk.age(other.path.appending(name), seconds: 60) }
    let inbox = try Inbox(other.path, folders: StateFolders(root.path), copyLimit: 4)
    let moment = Moment.now
    var rounds = 0
    while inbox.hasWork(at: moment), rounds < 1000 {
      #expect(inbox.claim(atMost: 32, at: moment).isEmpty)
      rounds += 1
    }
    #expect(rounds < 10)
    #expect(inbox.takeProblems().count == count)
    Disk.write("ok", to: other.path.appending("good.txt"))
    inbox.takeEvents()
    #expect(inbox.claim(atMost: 32, at: moment).map(\.original.visible) == ["good.txt"])
    // What is at rest behind them is found, too.
    Disk.write("fine", to: other.path.appending("z.txt.part"))
    Disk.age(other.path.appending("z.txt.part"), seconds: 60)
    Disk.rename(other.path.appending("z.txt.part"), other.path.appending("z.txt"))
    let later = moment.advanced(seconds: 10)
    inbox.look(at: later)
    #expect(inbox.claim(atMost: 32, at: later).map(\.original.visible) == ["z.txt"])
  }
}
