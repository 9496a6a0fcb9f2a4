import FileAccess
import Inbox
import SystemPackage
import TestSupport
import Testing

@Suite struct TreeWatchTests {
  let root = TestFolder()
  private var rules: FilePath { root.path.appending("a/rules") }

  @Test func `a change in a folder and below is noticed`() throws {
    for name in ["a", "a/rules", "a/rules/lists"] { _ = root.folder(name) }
    let watch = try TreeWatch([rules])
    #expect(!watch.takeEvents())
    Disk.write("1", to: rules.appending("lists/a.txt"))
    #expect(watch.takeEvents())
    #expect(!watch.takeEvents())
    Disk.remove(rules.appending("lists/a.txt"))
    #expect(watch.takeEvents())
    Disk.makeFolder(rules.appending("new"))
    #expect(watch.takeEvents())
    Disk.write("1", to: rules.appending("new/b.rules"))
    #expect(watch.takeEvents())
    #expect(watch.failure == nil)
  }

  @Test func `a folder that comes later is noticed, step by step`() throws {
    let watch = try TreeWatch([rules])
    #expect(watch.failure == nil)
    Disk.makeFolder(root.path.appending("a"))
    #expect(watch.takeEvents())
    Disk.makeFolder(rules)
    #expect(watch.takeEvents())
    Disk.write("1", to: rules.appending("b.rules"))
    #expect(watch.takeEvents())
  }

  @Test func `a folder that is replaced is watched`() throws {
    for name in ["a", "a/rules", "a/other"] { _ = root.folder(name) }
    let watch = try TreeWatch([rules])
    Disk.rename(rules, root.path.appending("a/old"))
    Disk.rename(root.path.appending("a/other"), rules)
    #expect(watch.takeEvents())
    _ = watch.takeEvents()
    Disk.write("1", to: rules.appending("b.rules"))
    #expect(watch.takeEvents())
  }

  @Test func `folders that contain themselves come to an end`() throws {
    for name in ["a", "a/rules"] { _ = root.folder(name) }
    Disk.link(rules.appending("loop"), to: ".")
    let watch = try TreeWatch([rules])
    Disk.write("1", to: rules.appending("b.rules"))
    #expect(watch.takeEvents())
  }
}
