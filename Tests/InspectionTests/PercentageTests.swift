import Inspection
import Testing

/// `percentages(正文)` through the shipped rule: what is computed wrong is told, what can be right is not.
@Suite struct PercentageTests {
  static let wrong = [
    "网站发布信息800条，同比增长60%（上年为640条）。",
    "公开项目1200条，同比下降35%（上年1500条）。",
    "受理网民留言250件，按期办结240件，按期办结率为92%。",
    "发放评议问卷500份，收回有效问卷450份，回收率为95%。",
    "参加测试200人，合格186人，合格率98%。",
    "收到群众来信120件，办结114件，办结率为85%。",
    "2022年公开信息800条，2023年公开信息1200条，同比增长25%。",
    "公开信息3000条，较2022年的4000条下降了35%。",
    "解读政策文件36件，其中主要负责人解读9件，占解读总量的45%。",
    "从信息来源看，县直部门占55.5%，乡镇占30.2%，政府办占25.8%。",
    "政务动态类信息占总量的60%，公示公告类占总量的30%，政策文件类占总量的25%。",
  ]

  static let right = [
    "2022年公开信息800条，2023年公开信息1000条，同比增长25%。",
    "公开信息3000条，较2022年的4000条下降了25%。",
    "解读政策文件36件，其中主要负责人解读9件，占解读总量的25%。",
    "解读政策文件36件，其中主要负责人解读9件，占全市总量的45%。",
    "从信息来源看，县直部门占55.5%，乡镇占30.2%，政府办占14.3%。",
    "按满意程度看，满意及以上占97%，基本满意占60%，比较满意占20%。",
    "公开率占比97%，更新率占60%，完好率占80%。",
    "政府信息公开申请量为62件（不含上年结转4件），同比下降8.8%。",
    "网站发布信息1024条，同比增长60%（上年为640条）。",
    "公开项目1200条，同比下降20%（上年1500条）。",
    "公开项目450条，增幅为12.5%（上年400条）。",
    "公开项目450条，同比增长60%（上年按旧口径统计）。",
    "受理网民留言250件，按期办结240件，按期办结率为96%。",
    "受理网民留言250件，办结240件，按期办结率100%。",
    "受理网民留言250件，办结240件，满意率92%。",
    "发放评议问卷500份，收回450份，其中满意300份，满意率66.7%。",
    "上年受理250件，办结240件，办结率92%。",
    "回收有效问卷475份，有效回收率95%（共发放500份）。",
    "参加测试200人，合格196人，合格率98%。",
  ]

  @Test(arguments: wrong) func whatIsComputedWrongIsTold(_ sentence: String) throws {
    #expect(try Self.alarms(sentence) == 1)
  }

  @Test(arguments: right) func whatCanBeRightIsNot(_ sentence: String) throws {
    #expect(try Self.alarms(sentence) == 0)
  }

  private static func alarms(_ sentence: String) throws -> Int {
    let report = String(decoding: Shipped.sample("yunxi-2023.txt"), as: UTF8.self)
      .replacing("一、总体情况\n", with: "一、总体情况\n\(sentence)\n", maxReplacements: 1)
    let inspection = try Inspector(Shipped.rules()).inspect(Array(report.utf8), file: "x")
    return inspection.findings.count { $0.rule == "percentage" && $0.outcome == .fail }
  }
}
