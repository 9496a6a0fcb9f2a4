import Figures
import Reports

/// Sentences for the sections that hold prose.
enum Prose {
  private static let filler = [
    "各科室每月核对一次公开目录，遇有遗漏当周补齐", "对群众来信逐件登记，能当面说明的不作书面推诿",
    "把办事指南改写成问答，并附上所需材料的样例", "窗口增设打印设备，老年人可以凭证件免费取用文件",
    "起草文件时同步拟定解读稿，二者同日上网", "重新编排历年文件的索引，按主题、年份、文号均可检索",
    "年中组织一次互查，发现的差错当月改正", "邀请居民代表列席评议，意见逐条回应",
  ]

  static func sections(
    place: String, year: Int, figures: [String: Figure], edition: Edition, _ random: inout SplitMix64
  ) -> [Int: [String]] {
    let received = figures["t3.new.total"] ?? .zero
    let parts = [
      "（一）主动公开", paragraph("全年在\(place)人民政府网站发布信息\(Int.random(in: 20...4000, using: &random))条", &random),
      "（二）依申请公开", paragraph("\(year)年，\(place)新收政府信息公开申请\(received)件", &random),
      "（三）政府信息管理", paragraph("\(place)对现行文件逐份清理", &random),
      "（四）平台建设", paragraph("\(place)政府网站调整了专栏", &random),
      "（五）监督保障", paragraph("公开工作纳入\(place)年度考核", &random),
    ]
    let problems = [paragraph("个别答复书援引条款不准确", &random), paragraph("\(year + 1)年将逐一改进", &random)]
    let fee = edition == .form2021 ? "\(year)年未收取信息处理费。" : "无"
    return [1: parts, 5: problems, 6: [fee]]
  }

  private static func paragraph(_ opening: String, _ random: inout SplitMix64) -> String {
    let count = Int.random(in: 2...5, using: &random)
    return ([opening] + (0..<count).map { _ in random.pick(filler) }).joined(separator: "，") + "。"
  }
}
