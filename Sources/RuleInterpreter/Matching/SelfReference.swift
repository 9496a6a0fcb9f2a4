/// Finds where a sentence speaks of the agency whose report it is, by its name.
struct SelfReference {
  /// None of them empty.
  private let names: [[UInt8]]

  /// - Parameter names: the longest first.
  init(names: [String]) { self.names = names.filter { !$0.isEmpty }.map { Array($0.utf8) } }

  /// What a name is replaced with: what rules know as the agency itself.
  private static let itself = Array("本机关".utf8)

  /// The beginning of a sentence with each own name that is its subject replaced by 本机关; nil when there is none.
  func rewritten(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    guard !names.isEmpty else { return nil }
    var rewritten: [UInt8] = []
    var copied = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      if isBoundary(text, index), let end = endOfName(text, at: index) {
        rewritten += text[copied..<index] + Self.itself
        copied = end
        index = end
      } else {
        index += 1
      }
    }
    return copied == text.startIndex ? nil : rewritten + text[copied...]
  }

  private func endOfName(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
    let rest = text[index...]
    guard let name = names.first(where: { rest.starts(with: $0) }) else { return nil }
    let end = index + name.count
    let follows = end == text.endIndex || Self.followers.contains { text[end...].starts(with: $0) }
    return follows ? end : nil
  }

  /// Whether a clause or what is said behind a date begins here.
  private func isBoundary(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    guard index >= text.startIndex + 3 else { return index == text.startIndex }
    return Self.boundaries.contains { text[(index - 3)..<index].elementsEqual($0) }
  }

  private static let boundaries = [
    "，", "：", "（", "）", "。", "；", "“", "年", "度", "内", "末", "底", "日", "间", "来", "月",
  ].map { Array($0.utf8) }

  /// What a sentence goes on with behind its subject. A name that goes on otherwise is another's: 县水务局所属学校.
  private static let followers =
    """
    ， ： （ 20 共 全年 全部 今年 本年 当年 年内 年度 于 在 对 收到 受理 接到
    接收 新收 新增 收办 登记 办理 办结 答复 作出 做出 予以 按 依法 依规 依申请 严格
    认真 坚持 积极 高度 主动 没有 未 无 因 被 新 已 累计 总计 合计 总共 仅 将 把
    以 通过 及时 先后 陆续 有 也 均 仍 尚 暂 从 继续 发生 产生 引发 制定 制发 出台
    印发 发布 废止 现行 涉及 审结 结转 不断 切实 着力 持续 深入 扎实 始终 规范 统一
    负责 牵头 妥善 稳妥 政府信息公开申请 信息公开申请
    """.split(whereSeparator: \.isWhitespace).map { Array($0.utf8) }
}
