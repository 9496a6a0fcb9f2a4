import Diagnostics
import Documents

/// The agency that a page says published it: 发布机构：云溪县水务局.
enum Publisher {
  /// Who answers for a page, and, where that is not said, whence its text came.
  private static let labels: [[Needle]] = [
    ["发布机构：", "发布单位：", "发布机关：", "发文机关：", "公开机构：", "公开主体：", "信息发布机构："],
    ["信息来源：", "文章来源：", "稿件来源：", "来源："],
  ]

  /// Nil when several are named, and nobody knows which.
  static func find(_ document: Document) -> String? {
    let words = document.blocks.compactMap { block -> SourceSpan? in
      guard case .paragraph(let paragraph) = block, mayName(paragraph.span, document.source) else {
        return nil
      }
      return paragraph.span
    }.flatMap { pieces($0, document.source) }
    for labels in labels {
      let names = Set(words.indices.compactMap { name(words, $0, labels) })
      if let name = names.first { return names.count == 1 ? name : nil }
    }
    return nil
  }

  private static func mayName(_ span: SourceSpan, _ source: SourceText) -> Bool {
    let bytes = source.bytes[span.lower..<span.upper]
    let words: [Needle] = ["来源", "机构", "单位", "机关", "主体"]
    return !bytes.holds("。") && words.contains { bytes.holds($0) }
  }

  /// What stands between spaces and line ends, folded.
  private static func pieces(_ span: SourceSpan, _ source: SourceText) -> [ArraySlice<UInt8>] {
    source.bytes[span.lower..<span.upper].split { $0 <= UInt8(ascii: " ") }.map {
      FoldedText(source, SourceSpan($0.startIndex, $0.endIndex)).bytes[...]
    }
  }

  /// The name behind a label, with or without a space between.
  private static func name(_ words: [ArraySlice<UInt8>], _ index: Int, _ labels: [Needle]) -> String? {
    guard let label = labels.first(where: { words[index].begins($0) }) else { return nil }
    let rest = words[index].dropping(label)
    let name = rest.isEmpty ? index + 1 < words.count ? words[index + 1] : [] : rest
    return Title.isName(name) ? name.string : nil
  }
}
