extension RelatedNames {
  /// A customs house, a hospital, a school or the committee of a zone: told by its head (云溪海关, 澜坪海关), its number
  /// (第一人民医院) or its trade (师范学院, 职业技术学院).
  func ofInstitution(_ kind: BodyName.Institution) -> AgencyRelation {
    guard case .institution(let ownKind) = own.kind, !InstitutionWords.isCommon(otherName) else {
      return .unknown
    }
    let plain = BodyName.withoutNation(otherName)
    let isHere =
      other.lowest.map { $0.stem.isEmpty || ownName.contains($0.stem) } ?? ownName.contains(plain.prefix(2))
    guard kind == ownKind else {
      return !isHere && InstitutionWords.ofNoOther.contains(kind) ? .peer : .unknown
    }
    if isHere { return InstitutionWords.areDifferent(other.task, own.task, kind) ? .peer : .unknown }
    // Schools have schools of their own: 机械工程学院.
    let isWhole = kind != .school || InstitutionWords.wholeSchools.contains(where: plain.contains)
    return isWhole ? .peer : .unknown
  }
}

/// What the names of institutions tell of each other.
enum InstitutionWords {
  /// Only one of these words makes a school of a faculty's name.
  static let wholeSchools = ["职业", "师范", "专科", "理工", "中学", "小学", "幼儿园", "大学"]

  /// A school may have a hospital, and a hospital a school; neither has one of these.
  static let ofNoOther: Set<BodyName.Institution> = [.customs, .zoneCommittee, .survey]

  /// Whether it is no name, or that of a part: 隶属海关, 附属医院, 各中学.
  static func isCommon(_ name: String) -> Bool {
    beginnings.contains(where: name.hasPrefix) || parts.contains(where: name.contains)
  }

  /// Whether two institutions of one place cannot be one. What may be a school's former name is none of another.
  static func areDifferent(_ other: String, _ own: String, _ kind: BodyName.Institution) -> Bool {
    switch kind {
    case .customs, .survey: return false
    case .zoneCommittee:
      return trades(other, zoneTrades).contains { !own.contains($0) } && trades(own, zoneTrades) != []
    case .school where !isOfPupils(own): return trades(other, schoolTrades).contains { !own.contains($0) }
    case .school, .hospital: return areDifferentByNumberOrKind(other, own)
    }
  }

  private static func isOfPupils(_ name: String) -> Bool {
    ["中学", "小学", "幼儿园"].contains(where: name.hasSuffix)
  }

  private static func areDifferentByNumberOrKind(_ other: String, _ own: String) -> Bool {
    let (one, two) = (number(other), number(own))
    if let one, let two, one != two { return true }
    let (left, right) = (plain(other), plain(own))
    // 云州市医院 may be what people call any hospital of the city.
    return left != right && !bare.contains(other) && !bare.contains(own)
  }

  private static let bare: Set<String> = ["医院", "人民医院", "学校", "中学", "小学", "幼儿园"]

  /// 第一人民医院 is 人民医院 with a number; 高级中学 and 中学 are often one.
  private static func plain(_ name: String) -> String {
    let kind = number(name).map { name.replacing($0, with: "") } ?? name
    return kind.replacing("高级", with: "")
  }

  /// 第一 of 第一人民医院.
  private static func number(_ name: String) -> String? {
    guard let start = name.firstIndex(of: "第") else { return nil }
    let digits = name[name.index(after: start)...].prefix { "一二三四五六七八九十".contains($0) }
    return digits.isEmpty ? nil : "第" + digits
  }

  private static func trades(_ name: String, _ words: [String]) -> [String] { words.filter(name.contains) }

  private static let schoolTrades = [
    "师范", "职业", "理工", "医学", "农业", "工业", "财经", "科技", "工程", "交通", "卫生", "艺术", "体育", "高等专科",
  ]
  private static let zoneTrades = [
    "高新", "经济", "保税", "旅游", "工业", "农业", "港口", "临空", "生态", "物流", "化工", "文化",
  ]

  private static let beginnings = [
    "全", "各", "本", "我", "该", "校", "院", "关", "医院", "附属", "下属", "隶属", "直属", "所属", "有关", "相关", "兄弟", "其他", "周边",
    "老年", "开放", "师范", "职业", "理工", "技术", "医学", "工程", "管理", "信息", "法学", "文学", "数学", "外国", "国际", "继续", "马克思",
    "二级", "中心", "乡镇", "社区", "社会", "基层", "保税", "高新", "经济", "经开", "工业", "产业",
  ]
  private static let parts = ["附属", "附中", "附小", "老年大学", "党校", "所属", "下属", "隶属", "直属", "兄弟", "各"]
}
