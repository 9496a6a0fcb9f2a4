import Foundation
import Testing

@Suite struct RulesCommandTests {
  @Test func shippedRulesAreInOrder() throws {
    let tool = try Tool("rules", "check", Tool.rules)
    #expect(tool.status == 0)
    #expect(tool.output.contains("没有错误"))
    #expect(try Tool("rules", "test", Tool.rules).status == 0)
  }

  @Test func errorsComeWithFileLineAndCaretAllAtOnce() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      rule a error "甲" {
        basis "乙"
        check t3[新收，自然人] == t3[办理结果总汁, 自然人]
        message "丙 {丁}"
      }
      """
    try Data(text.utf8).write(to: folder.appending(path: "site.rules"))
    let tool = try Tool("rules", "check", folder.path)
    #expect(tool.status == 1)
    #expect(tool.errors.contains("site.rules:3:14"))
    #expect(tool.errors.contains("did you mean 办理结果总计?"))
    #expect(tool.errors.contains("site.rules:4:"))
    #expect(tool.errors.contains("^"))
  }
}
