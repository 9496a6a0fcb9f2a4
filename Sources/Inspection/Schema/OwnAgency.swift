import Reports
import RuleInterpreter

/// How the prose of a report speaks of its own agency.
enum OwnAgency {
  static func reference(_ agency: String) -> SelfReference {
    SelfReference(
      names: OwnNames.of(agency), shortened: shortened(agency), wider: OwnNames.wider(than: agency),
      words: words)
  }

  /// Whether a name ends in one of the agency's own behind other words of its sentence: 虽然街道, 通过市医保局. That of
  /// another place, 金川县水务局, ends in 水务局 as well, and is not the agency's own.
  static func isNamed(at end: String, _ agency: String) -> Bool {
    if end.hasSuffix(agency) { return true }
    let names = Set(OwnNames.of(agency))
    let shortened = shortened(agency)
    return leads.contains { lead in
      guard let mark = end.firstRange(of: lead) else { return false }
      let tail = end[mark.upperBound...]
      let bytes = Array(tail.utf8)[...]
      return names.contains(String(tail)) || shortened?.end(in: bytes) == bytes.endIndex
    }
  }

  /// Words of a sentence that may stand right before a name, and never in one of a place.
  private static let leads = [
    "虽然", "尽管", "通过", "经由", "公布", "公开", "发布", "编制", "依托", "登录", "关注", "结合", "报送", "联系",
  ]

  private static func shortened(_ agency: String) -> ShortenedName? {
    OwnNames.parts(of: agency).flatMap { place, task, ending in
      let tier = place.last.map(String.init) ?? ""
      return ShortenedName(prefixes: [place, tier], stem: task, ending: ending)
    }
  }

  private static let words = SelfReference.Words(
    itself: "本机关", another: "上级机关",
    openings: [
      "以", "，", "：", "（", "）", "。", "；", "“", "年", "度", "内", "末", "底", "日", "间", "来", "月",
    ],
    // 县水务局所属学校 is not 县水务局.
    followers: """
      ， ： （ 20 共 全年 全部 今年 本年 当年 年内 年度 于 在 对 收到 受理 接到
      接收 新收 新增 收办 登记 办理 办结 答复 作出 做出 予以 按 依法 依规 依申请 严格
      认真 坚持 积极 高度 主动 没有 未 无 因 被 新 已 累计 总计 合计 总共 仅 将 把
      以 各 行政机关 名义 通过 及时 先后 陆续 有 也 均 仍 尚 暂 从 继续 发生 产生 引发 制定 制发 出台
      印发 发布 废止 现行 涉及 审结 结转 不断 切实 着力 持续 深入 扎实 始终 规范 统一
      负责 牵头 妥善 稳妥 作为 政府信息公开申请 信息公开申请
      """.split(whereSeparator: \.isWhitespace).map(String.init))
}
