import FileAccess
import Inbox
import SystemPackage
import TestSupport
import Testing

@Suite struct SubFolderTests {
  let root = TestFolder()
  private var path: FilePath { root.path.appending("inbox") }

  private func openAndLook() throws -> Inbox {
    Disk.makeFolder(path)
    let inbox = try Inbox(path, folders: StateFolders(root.path))
    inbox.look()
    return inbox
  }

  private func claim(_ inbox: Inbox, at moment: Moment = .now) -> [String] {
    inbox.takeEvents()
    return inbox.claim(atMost: 100, at: moment).map(\.original.visible).sorted()
  }

  private func makeFolders(_ names: String) {
    var folder = path
    for name in names.split(separator: "/") {
      folder = folder.appending(String(name))
      Disk.makeFolder(folder)
    }
  }

  @Test func `a file in a folder that was there before is taken with its path`() throws {
    Disk.makeFolder(path)
    makeFolders("县局/2023")
    Disk.write("1", to: path.appending("县局/2023/年报.txt"))
    Disk.age(path.appending("县局/2023/年报.txt"), seconds: 60)
    let inbox = try openAndLook()
    let file = try #require(inbox.claim(atMost: 1).first)
    #expect(file.original.visible == "县局/2023/年报.txt")
    #expect(Disk.read(root.path.appending("work/县局/2023/年报.txt")) == "1")
    #expect(try inbox.read(file, limit: 10).bytes == [UInt8(ascii: "1")])
    let settled = try inbox.settle(file, as: .passed)
    #expect(settled.visible == "县局/2023/年报.txt")
    #expect(Disk.read(root.path.appending("passed/县局/2023/年报.txt")) == "1")
    #expect(Disk.names(root.path.appending("work")).isEmpty)
    // Folders of people stay.
    #expect(Disk.exists(path.appending("县局/2023")))
  }

  @Test func `a file in a watched folder is taken at once`() throws {
    Disk.makeFolder(path)
    makeFolders("a/b")
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("a/b/1.txt"))
    Disk.write("2", to: path.appending("a/2.txt"))
    #expect(claim(inbox) == ["a/2.txt", "a/b/1.txt"])
  }

  @Test func `a new folder is looked into and then watched`() throws {
    let inbox = try openAndLook()
    makeFolders("new/inner")
    Disk.write("1", to: path.appending("new/inner/early.txt"))
    #expect(claim(inbox) == [])
    let later = Moment.now.advanced(seconds: 2)
    inbox.look(at: later)
    #expect(claim(inbox, at: later) == ["new/inner/early.txt"])
    Disk.write("1", to: path.appending("new/inner/late.txt"))
    #expect(claim(inbox) == ["new/inner/late.txt"])
  }

  @Test func `a folder that is moved in whole loses no file`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: root.folder("outside").appending("a.txt"))
    Disk.age(root.path.appending("outside/a.txt"), seconds: 60)
    Disk.rename(root.path.appending("outside"), path.appending("moved"))
    #expect(claim(inbox) == ["moved/a.txt"])
  }

  @Test func `a folder that is renamed is watched under its new name`() throws {
    Disk.makeFolder(path)
    makeFolders("old")
    let inbox = try openAndLook()
    Disk.rename(path.appending("old"), path.appending("new"))
    #expect(claim(inbox) == [])
    #expect(claim(inbox) == [])
    Disk.write("1", to: path.appending("new/a.txt"))
    #expect(claim(inbox) == ["new/a.txt"])
  }

  @Test func `a folder that goes and comes again is watched again`() throws {
    Disk.makeFolder(path)
    for number in 1...3 {
      makeFolders("folder")
      let inbox = try openAndLook()
      Disk.remove(path.appending("folder"))
      _ = claim(inbox)
      makeFolders("folder")
      _ = claim(inbox)
      Disk.write("1", to: path.appending("folder/\(number).txt"))
      #expect(claim(inbox) == ["folder/\(number).txt"])
    }
  }

  @Test func `links to folders are not followed`() throws {
    Disk.makeFolder(path)
    Disk.write("1", to: root.folder("elsewhere").appending("a.txt"))
    Disk.age(root.path.appending("elsewhere/a.txt"), seconds: 60)
    Disk.link(path.appending("link"), to: "../elsewhere")
    let inbox = try openAndLook()
    #expect(claim(inbox) == [])
    #expect(inbox.takeProblems() == [.notRegular(path: "\(VisibleBytes.text(path))/link", .symbolicLink)])
  }

  @Test func `hidden and unfinished folders wait`() throws {
    Disk.makeFolder(path)
    for name in [".git", "a.part"] {
      makeFolders(name)
      Disk.write("1", to: path.appending(name).appending("a.txt"))
      Disk.age(path.appending(name).appending("a.txt"), seconds: 60)
    }
    #expect(claim(try openAndLook()) == [])
  }

  @Test func `what is too deep is said once and stays`() throws {
    Disk.makeFolder(path)
    makeFolders("1/2/3/4/5/6/7/8/9")
    Disk.write("1", to: path.appending("1/2/3/4/5/6/7/8/a.txt"))
    Disk.age(path.appending("1/2/3/4/5/6/7/8/a.txt"), seconds: 60)
    let inbox = try openAndLook()
    #expect(claim(inbox) == ["1/2/3/4/5/6/7/8/a.txt"])
    inbox.look(at: .now.advanced(seconds: 100))
    #expect(
      inbox.takeProblems() == [
        .folderBeyondLimits(path: "\(VisibleBytes.text(path))/1/2/3/4/5/6/7/8/9")
      ])
  }

  @Test func `more folders than watches lose no file and are said once`() throws {
    Disk.makeFolder(path)
    let count = 1100
    for number in 1...count { makeFolders("\(number)") }
    let inbox = try openAndLook()
    #expect(inbox.takeProblems().count == 1)
    for number in 1...count { Disk.write("1", to: path.appending("\(number)/a.txt")) }
    inbox.takeEvents()
    var claimed = Set<String>()
    for second in [1, 10, 20, 100] as [Int64] {
      let moment = Moment.now.advanced(seconds: second)
      inbox.look(at: moment)
      while case let files = inbox.claim(atMost: 100, at: moment), !files.isEmpty {
        claimed.formUnion(files.map(\.original.visible))
      }
    }
    #expect(claimed.count == count)
    #expect(inbox.takeProblems().isEmpty)
  }

  @Test func `a folder named as a report is told of`() throws {
    Disk.makeFolder(path)
    makeFolders("年报.pdf")
    let inbox = try openAndLook()
    #expect(inbox.takeProblems() == [.folderNamedAsFile(path: "\(VisibleBytes.text(path))/年报.pdf")])
  }

  @Test func `where a name of a folder is taken it gets a number`() throws {
    let inbox = try openAndLook()
    Disk.write("file", to: root.path.appending("passed/x"))
    makeFolders("x")
    _ = claim(inbox)
    Disk.write("1", to: path.appending("x/a.txt"))
    inbox.takeEvents()
    let file = try #require(inbox.claim(atMost: 1).first)
    #expect(try inbox.settle(file, as: .passed).visible == "x (2)/a.txt")
  }

  @Test func `a file that is being written has more time while a folder appears`() throws {
    let inbox = try openAndLook()
    Disk.keepOpen(path.appending("slow.txt")) {
      _ = claim(inbox)
      makeFolders("new")
      _ = claim(inbox)
      let later = Moment.now.advanced(seconds: 20)
      inbox.look(at: later)
      #expect(claim(inbox, at: later) == [])
    }
    #expect(claim(inbox) == ["slow.txt"])
  }

  @Test func `what a crash left in folders of work is handed out again`() throws {
    Disk.write("1", to: root.folder("work").appending(".copy-1"))
    Disk.makeFolder(root.path.appending("work/empty"))
    Disk.makeFolder(root.path.appending("work/a"))
    Disk.write("1", to: root.path.appending("work/a/b.txt"))
    let inbox = try openAndLook()
    #expect(try inbox.recover().map(\.original.visible) == ["a/b.txt"])
    #expect(Disk.names(root.path.appending("work")) == ["a"])
  }
}
