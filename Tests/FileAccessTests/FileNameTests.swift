import FileAccess
import Testing

@Suite struct FileNameTests {
  @Test(arguments: ["", ".", "..", "a/b", "a\0b"])
  func `what is no name of one entry is refused`(text: String) {
    #expect(FileName(text) == nil)
  }

  @Test func `bytes that are no text are kept and shown as escapes`() {
    let name = FileName([0xE9, UInt8(ascii: "a"), 0xFF])
    #expect(name?.bytes == [0xE9, 0x61, 0xFF])
    #expect(name?.visible == "\\xE9a\\xFF")
  }

  @Test func `what could move a cursor is shown as an escape`() {
    #expect(FileName("年报\u{1B}[2J\n.txt")?.visible == "年报\\u{1b}[2J\\n.txt")
  }

  @Test(arguments: [
    ("年报.txt", "年报 (2).txt"), ("a", "a (2)"), ("a.b.docx", "a.b (2).docx"), (".txt", ".txt (2)"),
    ("a.a-very-long-last-part", "a.a-very-long-last-part (2)"),
  ])
  func `a number goes before the extension`(name: String, numbered: String) {
    #expect(FileName(name)?.numbered(2).visible == numbered)
  }

  @Test func `a numbered name fits into a folder`() {
    let name = FileName([UInt8](repeating: UInt8(ascii: "x"), count: 251) + Array(".txt".utf8))
    #expect(name?.numbered(12).bytes.count == 255)
    #expect(name?.numbered(12).hasSuffix(" (12).txt") == true)
  }
}
