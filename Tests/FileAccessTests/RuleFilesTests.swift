import FileAccess
import SystemPackage
import TestSupport
import Testing

@Suite struct RuleFilesTests {
  let root = TestFolder()

  @Test func `rules and lists are read in the order of their names`() throws {
    let lists = root.folder("lists")
    Disk.write("2", to: root.path.appending("b.rules"))
    Disk.write("1", to: root.path.appending("a.rules"))
    Disk.write("3", to: lists.appending("博彩.txt"))
    Disk.write("4", to: root.folder("sub").appending("c.rules"))
    for ignored in ["README.md", ".hidden.rules", "a.rules~"] {
      Disk.write("no", to: root.path.appending(ignored))
    }
    let files = try RuleFiles(root.path).files
    #expect(files.map(\.name) == ["a.rules", "b.rules", "lists/博彩.txt", "sub/c.rules"])
    #expect(files.map(\.bytes) == ["1", "2", "3", "4"].map { Array($0.utf8) })
  }

  @Test func `a folder that is not there is named`() {
    #expect(description(root.path.appending("none")).hasSuffix("/none：不存在，请检查路径"))
  }

  @Test func `a file in place of a folder is named`() {
    Disk.write("", to: root.path.appending("file"))
    #expect(description(root.path.appending("file")).hasSuffix("/file：不是文件夹"))
  }

  @Test func `a huge rule file is refused unread`() {
    Disk.write([UInt8](repeating: 32, count: RuleFiles.sizeLimit + 1), to: root.path.appending("a.rules"))
    #expect(description(root.path).contains("上限为"))
  }

  @Test func `a folder that contains itself comes to an end`() {
    Disk.link(root.path.appending("loop"), to: ".")
    #expect(description(root.path).contains("超过上限"))
  }

  private func description(_ path: FilePath) -> String {
    do { _ = try RuleFiles(path) } catch { return "\(error)" }
    return ""
  }
}
