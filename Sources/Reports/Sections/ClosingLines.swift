import Diagnostics
import Documents

/// Lines that stand at the end of a report or of a saved page and say nothing of its contents: a section with
/// nothing else under its heading is empty.
enum ClosingLines {
  private static let begins: [Needle] = [
    "主办单位：", "主办：", "承办单位：", "网站标识码", "备案号", "扫一扫", "返回顶部", "打印", "关闭窗口", "上一篇", "下一篇", "分享到", "版权所有",
    "技术支持", "责任编辑", "附件下载",
  ]
  private static let holds: [Needle] = ["ICP备", "公网安备"]

  /// Whether a block holds a name, a day, a page number or the foot of a page alone.
  static func isOne(_ block: Block, _ source: SourceText) -> Bool {
    guard case .paragraph(let paragraph) = block else { return false }
    let text = FoldedText(source, paragraph.span).bytes[...]
    if text.isEmpty || isMark(text) || Dates.isDay(text) { return true }
    if text.count <= Title.longest, Title.isSignature(text) { return true }
    // A sentence says something, even with the foot of the page in its line.
    return !text.holds("。") && (begins.contains { text.begins($0) } || holds.contains { text.holds($0) })
  }

  /// Digits and strokes, as `— 5 —`; `0` and `/` say something.
  private static func isMark(_ text: ArraySlice<UInt8>) -> Bool {
    let strokes = text.filter { $0 == UInt8(ascii: "-") || $0 >= 0xE2 && $0 <= 0xE3 }.count
    return strokes >= 2 && text.contains { $0.isASCIIDigit }
      && text.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == 0xE2 || $0 & 0xC0 == 0x80 }
  }
}
