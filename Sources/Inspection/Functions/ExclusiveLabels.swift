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
    /// What the name of their whole may not hold, where no word says that it is their whole: 制发6件，废止2件，有效41件.
    var wholes: [String] = []
    /// Whether only a word such as 其中 makes the figure before them their whole: 政府办100条，部门80条，乡镇30条.
    var isMarked = false
  }

  /// Names that leave nothing over when all of them stand.
  private static let complete =
    [
      Family(parts: [["线上", "网上"], ["线下"]]), Family(parts: [["专职"], ["兼职"]]),
      Family(parts: [["合格"], ["不合格", "未合格"]], excluded: ["基本"]),
      Family(parts: [["达标"], ["不达标", "未达标"]], excluded: ["基本"]),
      Family(parts: [["办结"], ["未办结", "正在办理", "在办"]], excluded: ["网上", "窗口", "当场", "现场", "提前", "按期", "按时"]),
      Family(parts: [["采纳"], ["未采纳", "不采纳", "未予采纳"]], excluded: ["部分"], wholes: ["公告"]),
      Family(parts: [["镇级", "镇本级", "乡级"], ["村级"]]), Family(parts: [["原创"], ["转载", "转发"]]),
      Family(parts: [["男性", "男"], ["女性", "女"]], excluded: ["员", "干部", "代表"]),
      Family(parts: [["规上"], ["规下"]]),
      Family(subject: "属性", parts: [["主动公开"], ["依申请公开"], ["不予公开"]]),
      Family(subject: "公文", parts: [["主动公开"], ["依申请公开"], ["不予公开"]]),
    ]

  /// Whether the parts leave nothing over by their names, or by that of their whole: 建议提案16件，建议8件，提案8件.
  static func areCompleteByName(
    _ parts: [MeasuredFigure], of whole: MeasuredFigure, in bytes: [UInt8]
  ) -> Bool {
    let label = whole.label(in: bytes)
    return exclusive.enumerated().contains { index, family in
      guard family.parts.count == parts.count, areNamed(parts, family, in: bytes) else { return false }
      let named = family.parts.count { label.holdsAny($0) }
      // 合格47所，基本合格6所，不合格2所: the first is none of all.
      return named == parts.count
        || index < complete.count && named == 0 && !label.holdsAny(family.wholes)
          && isAbout(family, name(of: whole, in: bytes))
    } || Periods.areWholeYear(parts, in: bytes) && !isPart(whole, in: bytes)
  }

  private static func isAbout(_ family: Family, _ text: ArraySlice<UInt8>) -> Bool {
    family.subject.map { text.holdsAny([$0]) } ?? true
  }

  /// Whether a figure is itself told of some months.
  private static func isPart(_ whole: MeasuredFigure, in bytes: [UInt8]) -> Bool {
    Periods.areExclusive([whole, whole], in: bytes) || whole.label(in: bytes).holdsAny(["季度", "半年", "月"])
  }

  /// Whether parts that no word announces exclude each other, and the figure before them is not one of them.
  static func areExclusive(
    _ parts: [MeasuredFigure], unlike whole: MeasuredFigure, _ place: Range<Int>, in bytes: [UInt8]
  ) -> Bool {
    let label = whole.label(in: bytes)
    let isUnlike = { (family: Family) in
      let named = family.parts.count { label.holdsAny($0) }
      return !family.isMarked && (named == 0 || named == family.parts.count) && !label.holdsAny(family.wholes)
    }
    return exclusive.contains { isUnlike($0) && isAbout($0, bytes[place]) && areNamed(parts, $0, in: bytes) }
      || Periods.areExclusive(parts, in: bytes) && !isPart(whole, in: bytes)
      || areClasses(parts, in: bytes) && !isClass(label)
  }

  /// `户政类41项、治安类63项`: whoever sorts puts each thing into one class.
  private static func areClasses(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    parts.count > 2
      && parts.allSatisfy { part in
        let label = part.label(in: bytes)
        return isClass(label) && !label.holdsAny(channels) && !label.holdsAny(attributes)
      }
  }

  /// 文化类, 文化类信息, 文化类占
  static func isClass(_ label: ArraySlice<UInt8>) -> Bool {
    let word = Array("类".utf8)
    guard let mark = label.indices.last(where: { label[$0...].starts(with: word) }), mark > label.startIndex
    else { return false }
    // A类（已解决）
    var rest = label[(mark + 3)...]
    if rest.starts(with: "（".utf8), rest.suffix(3).elementsEqual("）".utf8) { rest = [] }
    return ["", "占", "有", "为", "信息", "项目", "文件", "申请", "事项"].contains { rest.elementsEqual($0.utf8) }
  }

  private static let exclusive =
    complete + [
      Family(parts: [["建议"], ["提案"]]),
      Family(parts: [["维持"], ["纠正"], ["未审结"]]),
      Family(
        parts: [["有效", "保留"], ["修改", "修订"], ["废止", "失效"]], wholes: ["制发", "印发", "出台", "制定", "发布", "新"]),
      Family(parts: [
        ["自然人"], ["法人"], ["商业企业"], ["科研机构"], ["公益组织"], ["法律服务机构"],
      ]),
      Family(
        parts: [
          ["市级", "市本级", "市政府"], ["县区", "区县", "县市区", "市县"], ["部门", "市直", "县直", "区直", "省直", "县级", "机关"],
          ["直属", "下属"],
          ["乡镇", "镇街", "街道"],
        ], isMarked: true),
      // One item of news can be on a site and in a chat; an application comes one way.
      Family(
        subject: "申请",
        parts: [
          ["网络", "网上", "网站", "在线", "平台"], ["信函", "邮寄", "来信"], ["当面", "现场", "窗口", "来访"], ["邮件", "电邮"], ["传真"],
        ]),
      Family(
        subject: "解读",
        parts: [["文字"], ["图片", "图解", "图文", "图表"], ["视频"], ["音频"], ["动漫", "动画"], ["发布会"]],
        isMarked: true),
      Family(parts: [["完成", "整改到位", "已整改"], ["推进", "实施", "正在整改", "未完成"]]),
      Family(parts: [["未经延期", "按时", "按期"], ["延期"]], wholes: ["申请"]),
      Family(parts: [["优秀"], ["良好"], ["一般", "合格"], ["较差", "不合格"]], excluded: ["基本", "以上"]),
      Family(parts: [["新编", "新增", "新建"], ["沿用", "保留", "原有"]]),
      Family(parts: [["判决", "裁定", "审结"], ["未审结", "未结", "在审"]]),
      Family(subject: "低保", parts: [["城市", "城镇"], ["农村"]]),
      Family(subject: "信息员", parts: [["机关"], ["村"]]),
    ]

  /// Whether the parts leave nothing over, by their names or by that of the whole: 建议提案145件.
  static func areComplete(_ parts: [MeasuredFigure], of whole: MeasuredFigure?, in bytes: [UInt8]) -> Bool {
    complete.contains { family in
      family.parts.count == parts.count && areNamed(parts, family, in: bytes)
        && (family.subject == nil || whole.map { isAbout(family, name(of: $0, in: bytes)) } ?? false)
    }
      || exclusive.contains { family in
        parts.count == family.parts.count && areNamed(parts, family, in: bytes)
          && family.parts.allSatisfy { whole?.label(in: bytes).holdsAny($0) ?? false }
      } || Periods.areWholeYear(parts, in: bytes) || whole.map { areNamed(parts, by: $0, in: bytes) } ?? false
  }

  /// `行政许可和行政处罚信息300条，其中行政许可200条、行政处罚100条`: the whole is called by its parts.
  private static func areNamed(_ parts: [MeasuredFigure], by whole: MeasuredFigure, in bytes: [UInt8]) -> Bool
  {
    let name = name(of: whole, in: bytes)
    return parts.count > 1
      && parts.allSatisfy { part in
        let label = Array(part.label(in: bytes))
        return label.count >= 6 && name.holds(label)
      } || areListed(parts, in: name, of: bytes)
  }

  /// Whether the whole is called by its parts, one after the other. The same item can stand on a site and in a chat.
  static func areListed(_ parts: [MeasuredFigure], in whole: ArraySlice<UInt8>, of bytes: [UInt8]) -> Bool {
    !parts.contains { $0.label(in: bytes).holdsAny(channels) }
      && PairedLabels.areListed(parts, in: whole, of: bytes)
  }

  /// `协调会、培训会、点评会共`: the words before a figure, back to the comma.
  static func name(of whole: MeasuredFigure, in bytes: [UInt8]) -> ArraySlice<UInt8> {
    let comma = ProseScanner.occurrences(
      of: Array("，".utf8), in: bytes, max(0, whole.figureStart - 90)..<whole.figureStart
    ).last
    let start = max(comma ?? 0, ProseScanner.sentenceStart(bytes, before: whole.figureStart, from: 0))
    return bytes[start..<whole.figureStart]
  }

  /// Whether nothing is counted in two of the parts, in a sentence that may say what they are parts of.
  static func areExclusive(_ parts: [MeasuredFigure], of sentence: Range<Int>, in bytes: [UInt8]) -> Bool {
    exclusive.contains { isAbout($0, bytes[sentence]) && areNamed(parts, $0, in: bytes) }
  }

  /// Or are of months of which none is in two, or classes.
  static func areNeverMore(_ parts: [MeasuredFigure], of sentence: Range<Int>, in bytes: [UInt8]) -> Bool {
    areExclusive(parts, of: sentence, in: bytes) || Periods.areExclusive(parts, in: bytes)
      || areClasses(parts, in: bytes) || isMoney(parts, in: bytes)
  }

  /// What was spent on one thing was not spent on another, unless one holds the other.
  private static func isMoney(_ parts: [MeasuredFigure], in bytes: [UInt8]) -> Bool {
    let labels = parts.map { Array($0.label(in: bytes)) }
    // 公务用车购置及运行费80万元，公务用车购置费60万元
    return ["元", "万元", "亿元"].contains { parts[0].measure.bytes.elementsEqual($0.utf8) }
      && labels.allSatisfy { label in
        label.count >= 6 && !label[...].holdsAny(["含", "其中", "包括"])
          && labels.count { $0.starts(with: label.prefix(12)) } == 1
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

  /// `征地公告46份，包含预公告17份、方案公告15份`: kinds of what their whole is called, where that says what it is.
  static func areCalledAlike(_ parts: [MeasuredFigure], _ whole: MeasuredFigure, in bytes: [UInt8]) -> Bool {
    let noun = Array(whole.label(in: bytes).suffix(6))
    return noun.count == 6 && !general.contains { noun.elementsEqual($0.utf8) } && areKinds(parts, in: bytes)
      && parts.allSatisfy { $0.label(in: bytes).suffix(6).elementsEqual(noun) }
  }

  private static let general = ["信息", "文件", "事项", "内容", "材料", "活动", "工作", "项目", "申请", "问题", "次数", "数量"]
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
