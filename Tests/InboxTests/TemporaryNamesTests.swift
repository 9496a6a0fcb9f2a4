import FileAccess
import Inbox
import TestSupport
import Testing

@Suite struct TemporaryNamesTests {
  @Test(arguments: [
    ".hidden", "~$年报.docx", "~WRL0001.tmp", "年报.txt.part", ".年报.txt.swp", "年报.pdf.crdownload", "年报.TMP",
    "年报.txt~",
  ])
  func `what programs keep unfinished waits`(name: String) {
    #expect(TemporaryNames.waits(.of(name)))
  }

  @Test(arguments: ["年报.txt", "part", "年报.part.txt", "a~b.txt", "2023.docx"])
  func `a report's name does not wait`(name: String) {
    #expect(!TemporaryNames.waits(.of(name)))
  }
}
