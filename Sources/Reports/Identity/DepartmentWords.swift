/// What the names of departments tell of each other.
enum DepartmentWords {
  /// Whether two tasks may be one: 卫健局 is 卫生健康局, 水利局 was renamed 水务局, 规划局 became a part of 自然资源和规划局.
  static func mayBeSame(_ other: String, _ own: String) -> Bool {
    if hasManyNames(other) { return true }
    let (left, right) = (stem(other), stem(own))
    if left.first == right.first || isPart(left, of: right) { return true }
    // What is short is shortened, and by whose rule nobody knows: 运管局 is the 运输管理局.
    if left.count < 3, let first = left.first, right.contains(first) { return true }
    return words(of: left).contains(where: right.contains)
  }

  /// Whether its syllables stand in another task in this order.
  private static func isPart(_ short: String, of long: String) -> Bool {
    var rest = long[...]
    for syllable in short {
      guard let index = rest.firstIndex(of: syllable) else { return false }
      rest = rest[index...].dropFirst()
    }
    return true
  }

  /// The pairs of syllables that tell something.
  private static func words(of task: String) -> [String] {
    zip(task, task.dropFirst()).map { String([$0, $1]) }.filter { !commonWords.contains($0) }
  }

  private static func stem(_ task: String) -> String {
    let ending = ["委员会", "局", "厅", "委", "中心", "馆", "队"].first(where: task.hasSuffix) ?? ""
    return String(task.dropLast(ending.count))
  }

  /// 管理 is in the names of half of all departments.
  private static let commonWords: Set<String> = [
    "管理", "监督", "事务", "服务", "综合", "保障", "行政", "工作", "发展", "公共", "社会", "市场", "城市", "城乡", "资源", "建设", "中心",
  ]

  /// Whether a task is one of those whose bodies are called and joined differently in each place.
  static func hasManyNames(_ task: String) -> Bool { manyNames.contains(where: task.contains) }

  /// Whether a body may be a board on the door of another, or under it: 林业局 belongs to many, but not to 教育局.
  static func mayBelong(_ other: String, to own: String) -> Bool {
    boards.contains(where: other.contains) && !withoutBoards.contains(where: own.hasSuffix)
      || parties.contains(where: other.contains)
  }

  static let zones = ["新区", "开发区", "园区", "实验区", "示范区", "度假区", "合作区", "保税", "工业区", "景区", "高新"]

  private static let manyNames = words(
    "经信 国土 园林 招商 投促 粮 机关事务 分局 执法 审批 政务服务 数据 安监 计生")

  private static let boards = words(
    """
    林业 林草 海洋 测绘 不动产 乡村振兴 扶贫 畜牧 水产 渔业 农机 文物 新闻 版权 广播 体育 中医药 疾控 疾病预防 老龄 人防 人民防空
    房产 房屋 知识产权 药品 能源 物资 就业 社会保险 地震 公路 港航 港口
    """)

  /// Departments that have one name and no second board.
  private static let withoutBoards = words(
    """
    气象局 税务局 民政局 水务局 水利局 司法局 公安局 财政局 审计局 统计局 医疗保障局 商务局 退役军人事务局 生态环境局 邮政管理局
    烟草专卖局 信访局 教育局
    """)

  /// Of the party, of the centre, or set up for one purpose: they stand in no rank with a bureau.
  private static let parties = words(
    """
    管理委 指挥 安全生产委 爱国卫生 消费者 公积金 铁路 航空 公务员 军粮 外事 侨务 台湾 宗教 国防 纪 编 党 政法 组织 宣传 统战 信访 档案
    保密 机要 国家 公路 港航
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
