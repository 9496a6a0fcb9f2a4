/// Names of parts of which none has anything in common with another: what they add up to is not more than
/// their whole.
enum ExclusiveLabels {
  /// Words that mean the same part.
  private typealias Words = [String]

  private struct Family {
    /// What the sentence has to be about, for them to exclude each other; nil when they always do.
    var subject: String?
    let parts: [Words]
    /// What no name of a part may hold.
    var excluded: [String] = []
  }

  /// Names that leave nothing over when all of them stand.
  private static let complete =
    wholeYear + [
      Family(parts: [["线上", "网上"], ["线下"]]), Family(parts: [["专职"], ["兼职"]]),
      Family(parts: [["合格"], ["不合格", "未合格"]]), Family(parts: [["达标"], ["不达标", "未达标"]]),
      Family(parts: [["办结"], ["未办结", "正在办理", "在办"]]),
      Family(parts: [["采纳"], ["未采纳", "不采纳", "未予采纳"]], excluded: ["部分"]),
      Family(parts: [["镇级", "镇本级", "乡级"], ["村级"]]), Family(parts: [["原创"], ["转载", "转发"]]),
    ]

  private static let wholeYear = [
    Family(parts: [["一季度"], ["二季度"], ["三季度"], ["四季度"]]), Family(parts: [["上半年"], ["下半年"]]),
  ]

  /// Whether the parts leave nothing over by their names, or by that of their whole: 建议提案16件，建议8件，提案8件.
  static func areCompleteByName(
    _ parts: [MeasuredFigure], of whole: MeasuredFigure, in bytes: [UInt8]
  ) -> Bool {
    (complete + exclusive).contains { family in
      family.parts.count == parts.count && areNamed(parts, family, in: bytes)
        && (complete.contains { $0.parts == family.parts }
          || family.parts.allSatisfy { whole.label(in: bytes).holdsAny($0) })
    }
  }

  /// Whether a text holds a name of each part of such a family.
  static func mayBeComplete(_ text: ArraySlice<UInt8>) -> Bool {
    exclusive.contains {
      $0.parts.allSatisfy { text.holdsAny($0) }
    }
  }

  static func areWholeYear(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    wholeYear.contains { $0.parts.count == parts.count && areNamed(parts, $0, in: bytes) }
  }

  private static let exclusive =
    complete + [
      Family(parts: [["建议"], ["提案"]]),
      Family(parts: [["维持"], ["纠正"], ["未审结"]]),
      Family(parts: [["有效", "保留"], ["修改", "修订"], ["废止", "失效"]]),
      Family(parts: [
        ["自然人"], ["法人"], ["商业企业"], ["科研机构"], ["公益组织"], ["法律服务机构"],
      ]),
      Family(parts: [
        ["市级", "市本级", "市政府"], ["县区", "区县", "县市区", "市县"], ["部门", "市直", "县直", "区直", "省直", "县级", "机关"],
        ["直属", "下属"],
        ["乡镇", "镇街", "街道"],
      ]),
      // One item of news can be on a site and in a chat; an application comes one way.
      Family(
        subject: "申请",
        parts: [
          ["网络", "网上", "网站", "在线", "平台"], ["信函", "邮寄", "来信"], ["当面", "现场", "窗口", "来访"], ["邮件", "电邮"], ["传真"],
        ]),
      Family(
        subject: "解读",
        parts: [["文字"], ["图片", "图解", "图文", "图表"], ["视频"], ["音频"], ["动漫", "动画"], ["发布会"]]),
    ]

  /// Whether the parts leave nothing over, by their names or by that of the whole: 建议提案145件.
  static func areComplete(_ parts: [MeasuredFigure], of whole: MeasuredFigure?, in bytes: [UInt8]) -> Bool {
    complete.contains { $0.parts.count == parts.count && areNamed(parts, $0, in: bytes) }
      || exclusive.contains { family in
        parts.count == family.parts.count && areNamed(parts, family, in: bytes)
          && family.parts.allSatisfy { whole?.label(in: bytes).holdsAny($0) ?? false }
      } || whole.map { areNamed(parts, by: $0, in: bytes) } ?? false
  }

  /// `行政许可和行政处罚信息300条，其中行政许可200条、行政处罚100条`: the whole is called by its parts.
  private static func areNamed(_ parts: [MeasuredFigure], by whole: MeasuredFigure, in bytes: [UInt8]) -> Bool
  {
    // 协调会、培训会、点评会共15次: back to the comma.
    let comma = ProseScanner.occurrences(
      of: Array("，".utf8), in: bytes, max(0, whole.figureStart - 90)..<whole.figureStart
    ).last
    let start = max(comma ?? 0, ProseScanner.sentenceStart(bytes, before: whole.figureStart, from: 0))
    let name = bytes[start..<whole.figureStart]
    return parts.count > 1
      && parts.allSatisfy { part in
        let label = Array(part.label(in: bytes))
        return label.count >= 6 && name.holds(label)
      }
  }

  /// Whether nothing is counted in two of the parts, in a sentence that may say what they are parts of.
  static func areExclusive(_ parts: [MeasuredFigure], of sentence: Range<Int>, in bytes: [UInt8]) -> Bool {
    exclusive.contains { family in
      (family.subject.map { bytes[sentence].holdsAny([$0]) } ?? true) && areNamed(parts, family, in: bytes)
    }
  }

  /// Whether the parts are kinds of one thing: two that are called alike but for what tells them apart, 任免信息 and
  /// 招考信息, or several. The same item can stand on a site and in a chat: ways of publishing are no kinds.
  static func areKinds(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    let labels = parts.map { Array($0.label(in: bytes)) }
    // Who is a member of a party can be a woman as well.
    guard parts.count > 1, !persons.contains(where: { parts[0].measure.bytes.elementsEqual($0.utf8) }),
      labels.allSatisfy({ !$0.isEmpty && !$0[...].holdsAny(channels) && !$0[...].holdsAny(attributes) })
    else { return false }
    let shared = zip(labels[0].reversed(), labels[1].reversed()).prefix { $0 == $1 }.count
    return parts.count > 2 || shared >= 6 && labels[0] != labels[1]
  }

  private static let channels = [
    "网站", "微信", "微博", "公众号", "抖音", "客户端", "平台", "媒体", "公开栏", "公告栏", "公示栏", "报刊", "电视", "广播", "门户", "头条",
    "视频号",
    "渠道", "线上", "线下", "网上", "APP", "显示屏", "图文", "图片", "视频", "音频", "文字",
  ]
  /// One thing can have several of these.
  private static let attributes = ["涉及", "含", "属于", "被", "其中", "领域", "重点", "优秀", "以上", "累计", "同时", "还"]
  private static let persons = ["人", "人次", "名", "户", "家", "万人", "万人次"]

  /// Whether each part is named by other words of the family.
  private static func areNamed(_ parts: [MeasuredFigure], _ family: Family, in bytes: [UInt8]) -> Bool {
    let names = parts.map { part in
      let label = part.label(in: bytes)
      if !family.excluded.isEmpty, label.holdsAny(family.excluded) { return [Int]() }
      let found = family.parts.indices.map { kind in
        family.parts[kind].filter { label.holdsAny([$0]) }.map(\.utf8.count).max() ?? 0
      }
      // 不合格 holds 合格 as well: the longer word tells.
      let longest = found.max() ?? 0
      return longest > 0 ? found.indices.filter { found[$0] == longest } : []
    }
    return names.allSatisfy { $0.count == 1 } && Set(names.joined()).count == parts.count
  }
}
