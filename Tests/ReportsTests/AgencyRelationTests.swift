import Reports
import Testing

/// How a body that a report names stands to the agency that reports: what two names prove, and what they do not.
@Suite struct AgencyRelationTests {
  @Test(
    "Another body of the same rank",
    arguments: [
      ("云溪县", "澜坪县"), ("云溪县", "澜坪县人民政府办公室"), ("云溪县", "威县"), ("云溪县水务局", "澜坪县人民政府"),
      ("云溪县石桥镇", "青山镇"), ("云溪县石桥镇", "云溪县青山乡人民政府"), ("云溪县水务局", "澜坪县水务局"),
      ("云溪县水务局", "县教育局"), ("云溪县水务局", "云溪县市场监督管理局"), ("云州市水务局", "云州市民政局"),
      ("云溪县教育局", "县林业局"), ("淮北省水利厅", "省商务厅"), ("云溪海关", "澜坪海关"),
      ("国家税务总局云溪县税务局", "澜坪县税务局"), ("云州职业技术学院", "云州师范学院"), ("云州职业技术学院", "澜坪职业技术学院"),
      ("云州市第二人民医院", "市第一人民医院"), ("云州市第一人民医院", "云州市妇幼保健院"), ("云州市第一中学", "云州市实验中学"),
      ("云州高新技术产业开发区管理委员会", "云州经济技术开发区管委会"), ("国家统计局云溪调查队", "国家统计局澜坪调查队"),
    ])
  func peer(_ agency: String, _ name: String) { #expect(AgencyRelation(of: name, to: agency) == .peer) }

  @Test(
    "Above or below it, or neither",
    arguments: [
      ("云溪县水务局", "云州市水务局", AgencyRelation.higher), ("云溪县水务局", "省水利厅", .higher),
      ("云溪县石桥镇", "县民政局", .higher), ("云溪县", "云州市", .higher), ("云州市", "澜坪县", .lower),
      ("云州市", "澜坪市人民政府", .peerOrLower), ("云州市水务局", "云溪县水务局", .lower), ("云溪县", "县教育局", .lower),
      ("江宁市教育局", "青桐县民政局", .elsewhere),
      ("白桥县政府办公室", "完成白桥县人民政府", .own), ("白桥县审计局", "完成白桥县人民政府", .higher),
    ])
  func rank(_ agency: String, _ name: String, _ relation: AgencyRelation) {
    #expect(AgencyRelation(of: name, to: agency) == relation)
  }

  @Test(
    "Its own, or what nobody can place",
    arguments: [
      ("云溪县", "云溪县人民政府"), ("紫云苗族布依族自治县", "紫云县"), ("云州市石桥区", "石桥区"), ("云溪县水务局", "县水利局"),
      ("云溪县卫生健康局", "县卫健局"), ("云溪县自然资源和规划局", "县林业局"), ("云溪县水务局", "县政务服务局"),
      ("云溪县水务局", "县河湖管理委员会"), ("云溪县水务局", "教育局"), ("云州市经济技术开发区", "云溪县教育局"),
      ("云州职业技术学院", "机械工程学院"), ("云州职业技术学院", "各中学"), ("云州市第一中学", "云州市第一高级中学"),
      ("云溪县", "各县"), ("安塘市", "情况我市"), ("云溪县", "高新园区"), ("云溪县", "部分县"), ("石桥镇", "特色小镇"), ("云溪县", "全县"),
      ("云溪县", "云溪"),
      ("云溪县水务局", "澜坪中学"), ("云州高新技术产业开发区管理委员会", "云州高新区管委会"),
    ])
  func unproven(_ agency: String, _ name: String) {
    let relation = AgencyRelation(of: name, to: agency)
    #expect(relation == .own || relation == .unknown)
  }

  @Test(
    "The place of a name",
    arguments: [
      ("澜坪县水务局", "澜坪县"), ("云州市云溪县水务局", "云州市云溪县"), ("县城乡建设局", "县"), ("市场监督管理局", ""), ("乡村振兴局", ""),
      ("盐城市", "盐城市"), ("苏州市", "苏州市"), ("双江拉祜族佤族布朗族傣族自治县", "双江拉祜族佤族布朗族傣族自治县"), ("澜坪海关", ""),
      ("市民政局", "市"), ("县级教育局", ""),
    ])
  func place(_ name: String, _ place: String) { #expect(AgencyRelation.place(of: name) == place) }
}
