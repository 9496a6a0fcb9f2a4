/// Which syllables before 县, 区 or 镇 are a place's name, and which are an ordinary word: 山区, 外县, 特色小镇.
enum PlaceWords {
  /// 县 of one syllable (民政部《中华人民共和国行政区划代码》).
  static let shortStems = Set("蔚易唐雄赵献景威魏涉磁应代岚盂隰蒲绛夏祁莒单曹冠莘滑浚淇温郏叶嵩杞睢范歙黟泗萧寿陇眉彬乾洋勉佳徽康岷漳环渠珙攸丰沛横藤".map(String.init))

  ///
  /// - Parameter isSure: whether what begins so is surely the name of a body.
  static func isCommon(_ stem: String, _ word: String, _ isSure: Bool) -> Bool {
    guard let first = stem.first, let last = stem.last else { return false }
    if !isSure, noBeginnings.contains(first) || inner.contains(where: stem.contains) { return true }
    // 情况我市: the report speaks of itself behind another word.
    if !isSure, "我本全该各".contains(last) { return true }
    // 城市 is a word behind a name and behind a tier: 云州城市职业学院, 县城市管理局.
    if word == "市", last == "城", stem.count > 2 || "县区市".contains(first) { return true }
    // 稻乡镇 is a name where it is known for one; 经济开发区 is none of a district in any case.
    let isOrdinary = endings[word]?.contains(last) == true && (!isSure || word != "镇")
    return isOrdinary || ends[word]?.contains(where: stem.hasSuffix) == true
      || whole.contains(stem + word)
  }

  /// What comes before a name, or stands for it.
  private static let noBeginnings = Set("可在由与向请年登录访问及对从到为是本我各该将把其全现")

  private static let inner = [
    "部分", "乡镇", "街道", "的", "等", "被", "是", "委", "通过",
  ]

  /// The last syllable before a tier that makes another word of it: 园区, 乡镇, 邻县.
  private static let endings: [String: Set<Character>] = [
    "区": Set("园社辖景片地校街新林牧库灾小厂院矿郊专分战特赛展心用能护发范聚点贸开边业术济假作税验发理"),
    "镇": Set("乡村集市小古名重强各等家下水故返老他"),
    "乡": Set("城家下水故返老他各兴"), "县": Set("各弟邻外直等近边市区县"), "旗": Set("国红各"), "省": Set("各外"),
    "市": Set("各县省股超夜早"), "州": [], "街道": Set("各"),
  ]

  private static let ends: [String: [String]] = [
    "镇": ["型城", "县城", "市城"],
    "区": ["主城", "老城", "中心城", "旧城", "新城", "深山", "高山", "石山", "困山", "远山", "县", "市"],
  ]

  private static let whole: Set<String> = ["自治县", "自治旗", "自治区", "自治州"]
}
