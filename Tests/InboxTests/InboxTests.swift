import FileAccess
import Inbox
import SystemPackage
import TestSupport
import Testing

@Suite struct InboxTests {
  let root = TestFolder()
  private var path: FilePath { root.path.appending("inbox") }

  private func open() throws -> Inbox {
    Disk.makeFolder(path)
    return try Inbox(path, folders: StateFolders(root.path))
  }

  /// An inbox that has looked through itself: from now on events tell.
  private func openAndLook() throws -> Inbox {
    let inbox = try open()
    inbox.look()
    return inbox
  }

  private func claim(_ inbox: Inbox, at moment: Moment = .now) -> [String] {
    inbox.takeEvents()
    return inbox.claim(atMost: 100, at: moment).map(\.original.visible)
  }

  @Test func `a file that was closed after writing is taken at once`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("年报.txt"))
    #expect(claim(inbox) == ["年报.txt"])
    #expect(Disk.names(path).isEmpty)
    #expect(Disk.names(root.path.appending("work")) == ["年报.txt"])
  }

  @Test func `a file that was renamed into the inbox is taken at once`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: root.path.appending("年报.txt"))
    Disk.rename(root.path.appending("年报.txt"), path.appending("年报.txt"))
    #expect(claim(inbox) == ["年报.txt"])
  }

  @Test func `a name that is written anew waits for its second end`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("a.txt"))
    Disk.rename(path.appending("a.txt"), path.appending("b.txt"))
    Disk.keepOpen(path.appending("a.txt")) {
      #expect(claim(inbox) == ["b.txt"])
    }
    #expect(claim(inbox) == ["a.txt"])
  }

  @Test func `a file that is written over before it was taken waits for its second end`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("a.txt"))
    Disk.keepOpen(path.appending("a.txt"), writing: "2") {
      #expect(claim(inbox) == [])
    }
    #expect(claim(inbox) == ["a.txt"])
  }

  @Test func `files that were there before are taken when they are at rest`() throws {
    Disk.makeFolder(path)
    Disk.write("1", to: path.appending("old.txt"))
    Disk.age(path.appending("old.txt"), seconds: 60)
    Disk.write("2", to: path.appending("new.txt"))
    let inbox = try open()
    #expect(claim(inbox) == ["old.txt"])
    let later = Moment.now.advanced(seconds: 2)
    inbox.look(at: later)
    #expect(claim(inbox, at: later) == ["new.txt"])
  }

  @Test func `a file with a stamp from the future is taken when it stays as it is`() throws {
    Disk.makeFolder(path)
    Disk.write("1", to: path.appending("a.txt"))
    Disk.age(path.appending("a.txt"), seconds: -3600)
    let inbox = try openAndLook()
    #expect(claim(inbox) == [])
    inbox.look(at: .now.advanced(seconds: 2))
    #expect(claim(inbox) == ["a.txt"])
  }

  @Test func `a temporary waits until it has its name`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("a.txt.part"))
    #expect(claim(inbox) == [])
    inbox.look(at: .now.advanced(seconds: 100))
    #expect(claim(inbox) == [])
    Disk.rename(path.appending("a.txt.part"), path.appending("a.txt"))
    #expect(claim(inbox) == ["a.txt"])
  }

  @Test func `what is no regular file stays and is said once`() throws {
    let inbox = try open()
    Disk.makeFIFO(path.appending("fifo"))
    Disk.link(path.appending("link"), to: "/etc/passwd")
    for seconds in [0, 10, 20] { inbox.look(at: .now.advanced(seconds: Int64(seconds))) }
    #expect(claim(inbox) == [])
    let shown = VisibleBytes.text(path)
    #expect(
      Set(inbox.takeProblems()) == [
        .notRegular(path: "\(shown)/fifo", .fifo),
        .notRegular(path: "\(shown)/link", .symbolicLink),
      ])
    #expect(Disk.names(path) == ["fifo", "link"])
  }

  @Test func `a name that comes again after its problem is gone is said again`() throws {
    let inbox = try open()
    for hour in [1, 3] as [Int64] {
      Disk.makeFIFO(path.appending("x"))
      inbox.look(at: .now.advanced(seconds: hour * 3600))
      #expect(inbox.takeProblems().count == 1)
      Disk.remove(path.appending("x"))
      inbox.look(at: .now.advanced(seconds: (hour + 1) * 3600))
    }
  }

  @Test func `a taken name gets a number and keeps its own for people`() throws {
    let inbox = try openAndLook()
    for text in ["1", "2"] {
      Disk.write(text, to: path.appending("a.txt"))
      inbox.takeEvents()
      let file = try #require(inbox.claim(atMost: 1).first)
      #expect(file.original.visible == "a.txt")
      if text == "2" { #expect(file.place.visible == "a.txt") }
      try inbox.settle(file, as: .flagged)
    }
    #expect(Disk.names(root.path.appending("flagged")) == ["a (2).txt", "a.txt"])
    #expect(Disk.read(root.path.appending("flagged/a.txt")) == "1")
  }

  @Test func `two of one name at once are both taken`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("a.txt"))
    #expect(claim(inbox) == ["a.txt"])
    Disk.write("2", to: path.appending("a.txt"))
    #expect(claim(inbox) == ["a.txt"])
    #expect(Disk.names(root.path.appending("work")) == ["a (2).txt", "a.txt"])
  }

  @Test func `a name that is no text is taken as it is`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("escape\u{1B}[2J\nline.txt"))
    #expect(claim(inbox) == ["escape\\u{1b}[2J\\nline.txt"])
  }

  @Test func `what a crash left in work is handed out again`() throws {
    Disk.write("1", to: root.folder("work").appending("a.txt"))
    let file = try #require(try open().recover().first)
    #expect(file.isRecovered)
    #expect(file.original.visible == "a.txt")
  }

  @Test func `an inbox that goes and comes back is watched again`() throws {
    let inbox = try openAndLook()
    Disk.remove(path)
    inbox.takeEvents()
    inbox.look()
    #expect(inbox.trouble?.errno == .noSuchFileOrDirectory)
    #expect(inbox.takeProblems().map(\.needsAction) == [true])
    Disk.makeFolder(path)
    inbox.look()
    #expect(inbox.trouble == nil)
    #expect(inbox.takeProblems() == [.recovered(path: VisibleBytes.text(path))])
    Disk.write("1", to: path.appending("a.txt"))
    #expect(claim(inbox) == ["a.txt"])
  }

  @Test func `an inbox that is replaced is seen without an event`() throws {
    let inbox = try openAndLook()
    Disk.makeFolder(root.path.appending("other"))
    Disk.rename(path, root.path.appending("away"))
    Disk.rename(root.path.appending("other"), path)
    inbox.look()
    Disk.write("1", to: path.appending("a.txt"))
    #expect(claim(inbox) == ["a.txt"])
  }

  @Test func `more events than the kernel keeps lose no file`() throws {
    let inbox = try openAndLook()
    let count = 9000
    for number in 0..<count {
      // Two events each: beyond the queue of 16,384.
      Disk.write("1", to: path.appending("\(number).txt"))
      Disk.rename(path.appending("\(number).txt"), path.appending("\(number).done.txt"))
    }
    inbox.takeEvents()
    var claimed = Set<String>()
    let later = Moment.now.advanced(seconds: 100)
    while claimed.count < count {
      let files = inbox.claim(atMost: 1000, at: later)
      if files.isEmpty {
        inbox.takeEvents()
        inbox.look(at: later)
        guard inbox.hasWork(at: later) else { break }
      }
      for file in files { claimed.insert(file.original.visible) }
    }
    #expect(claimed.count == count)
    #expect(Disk.names(path).isEmpty)
  }

  @Test func `a file that is postponed comes again`() throws {
    let inbox = try openAndLook()
    Disk.write("1", to: path.appending("a.txt"))
    inbox.takeEvents()
    let file = try #require(inbox.claim(atMost: 1).first)
    inbox.postpone(file)
    #expect(inbox.claim(atMost: 1).isEmpty)
    #expect(inbox.waitingCount == 1)
    #expect(inbox.claim(atMost: 1, at: .now.advanced(seconds: 2)) == [file])
  }
}
