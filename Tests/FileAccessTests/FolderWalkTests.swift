import FileAccess
import SystemPackage
import TestSupport
import Testing

@Suite struct FolderWalkTests {
  let root = TestFolder()

  @Test func `regular files are found in the order of their paths`() {
    Disk.write("", to: root.path.appending("b.txt"))
    Disk.write("", to: root.folder("a").appending("z.txt"))
    Disk.write("", to: root.path.appending(".hidden"))
    Disk.makeFIFO(root.path.appending("fifo"))
    Disk.link(root.path.appending("loop"), to: ".")
    let walk = FolderWalk(root.path)
    #expect(walk.files == [root.path.appending("a/z.txt"), root.path.appending("b.txt")])
    #expect(walk.failures.isEmpty)
  }

  @Test func `a folder that is not there is a failure`() {
    #expect(FolderWalk(root.path.appending("none")).failures.map(\.errno) == [.noSuchFileOrDirectory])
  }
}
