import Decoding
import Diagnostics
import Documents
import Reports
import Testing

/// Who reports, on which year, and when it was published.
@Suite struct IdentityTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let head: String
    var agency: String?
    var year: Int?
    var title: String?

    var testDescription: String { head.split(separator: "\n").first.map(String.init) ?? "no title" }
  }

  static let titleCases: [Case] = [
    Case(head: "云溪县人民政府2023年政府信息公开工作年度报告", agency: "云溪县", year: 2023),
    Case(head: "云溪县2023年政府信息公开工作年度报告", agency: "云溪县", year: 2023),
    Case(head: "云溪县人民政府办公室2022年政府信息公开工作年度报告", agency: "云溪县政府办公室", year: 2022),
    Case(head: "云溪县政府办公室2022年政府信息公开工作年度报告", agency: "云溪县政府办公室", year: 2022),
    Case(head: "2023年云溪县人民政府政府信息公开工作年度报告", agency: "云溪县", year: 2023),
    Case(head: "2023年度云溪县水务局政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局２０２３年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局二〇二三年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局二○二三年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "标题：云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "# 云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "关于云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局\n2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局\n\n2023年政府信息公开\n工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "  云溪县 水务局 2023 年 政府信息公开工作 年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局2023年政府信息公开年报", agency: "云溪县水务局", year: 2023),
    Case(head: "首页\n当前位置：公开目录\n云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局政府信息公开工作年度报告（2023年）", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局关于2023年度政府信息公开工作的年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "【年报】云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "附件1：云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局2023年政府信息公开工作年度报告 - 门户网站", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县水务局政府信息公开2023年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "2023年政府信息公开工作年度报告\n云溪县水务局", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县石桥街道办事处2023年政府信息公开工作年度报告", agency: "云溪县石桥街道办事处", year: 2023),
    Case(head: "国家税务总局云溪县税务局2023年政府信息公开工作年度报告", agency: "国家税务总局云溪县税务局", year: 2023),
    Case(head: "# 云溪县水务局\n# 2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "芜岭省云溪\n市人民政府2023年政府信息公开工作年度报告", agency: "芜岭省云溪市", year: 2023),
    Case(head: "芜岭市云溪区\n人民政府2023年政府信息公开工作年度报告", agency: "芜岭市云溪区", year: 2023),
    Case(head: "云溪县退役军\n人事务局2023年政府信息公开工作年度报告", agency: "云溪县退役军人事务局", year: 2023),
    Case(head: "云溪工业园区\n管理委员会2023年政府信息公开工作年度报告", agency: "云溪工业园区管理委员会", year: 2023),
    Case(head: "云溪县人民政府\n云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(head: "云溪县政府网站\n云溪县水务局2023年政府信息公开工作年度报告", agency: "云溪县水务局", year: 2023),
    Case(
      head: "云溪市人民政府国有资产监督管理委员会2023年政府信息公开工作年度报告",
      agency: "云溪市人民政府国有资产监督管理委员会", year: 2023),
    Case(head: "云溪地区行政公署2023年政府信息公开工作年度报告", agency: "云溪地区", year: 2023),
    Case(head: "云溪盟行政公署办公室2023年政府信息公开工作年度报告", agency: "云溪盟行署办公室", year: 2023),
    Case(head: "2023年政府信息公开工作年度报告\n云溪自治州", agency: "云溪自治州", year: 2023),
    Case(head: "", agency: nil, year: nil),
    Case(head: "欢迎访问本站", agency: nil, year: nil),
    Case(head: "本报告按照《政府信息公开工作年度报告格式》编制", agency: nil, year: nil),
  ]

  @Test(arguments: titleCases)
  func titles(_ expected: Case) throws {
    let report = try read(expected.head)
    #expect(report.agency == expected.agency)
    #expect(report.year == expected.year)
    #expect((report.title == nil) == (expected.agency == nil))
    if let title = report.title { #expect(report.source.span.contains(title.span)) }
  }

  static let dayCases: [(line: String, day: String?)] = [
    ("发布日期：2024年1月26日", "2024-01-26"), ("发布时间: 2024-01-06 10:20", "2024-01-06"),
    ("日期：2024/1/6", "2024-01-06"), ("2024年1月31日", "2024-01-31"), ("2024 年 1 月 3 日", "2024-01-03"),
    ("发布日期：2024年13月26日", nil), ("发布日期：", nil), ("发布日期：2024年1月", nil),
    ("统计数据起止时间：2023年1月1日—2023年12月31日。", nil), ("时间：2023年1月1日至2023年12月31日。", nil),
    ("数据统计截止日期：2023年12月31日。", nil), ("统计时间：2023年1月1日起。", nil),
  ]

  @Test(arguments: dayCases)
  func publication(line: String, day: String?) throws {
    #expect(try read("云溪县2023年政府信息公开工作年度报告\n\n\(line)").published == day)
  }

  /// A page names the day of its publication where its text does not: in a meta tag, in the catalogue.
  @Test(arguments: [
    ("<meta name=\"PubDate\" content=\"2024-01-26 10:20\">", ""),
    (
      "",
      "<table><tr><td>索引号</td><td>1/2024-3</td><td>发布机构</td><td>云溪县</td></tr><tr><td>文号</td><td></td><td>发布日期</td><td>2024年1月26日</td></tr></table>"
    ),
    ("", "<table><tr><td>索引号：1/2024-3</td><td>文号：</td><td>发布日期：2024-01-26</td></tr></table>"),
  ])
  func publicationOfAPage(meta: String, catalogue: String) throws {
    let page = """
      <html><head>\(meta)</head><body>\(catalogue)<p>云溪县2023年政府信息公开工作年度报告</p><p>一、总体情况</p>
      <p>工作平稳。</p><p>二、主动公开政府信息情况</p><p>见附表。</p></body></html>
      """
    let report = try #require(ReportReader.read(Decoders.decode(Array(page.utf8))))
    #expect(report.published == "2024-01-26")
    #expect(!report.source.text(report.source.span).contains("2024"))
  }

  /// Menus, hidden links and what search engines are told are kept apart from the report.
  @Test func knowsWhatStandsAroundAPage() throws {
    let page = """
      <html><head><title>云溪县2023年政府信息公开工作年度报告_彩站</title><meta name="keywords" content="棋牌大厅"></head>
      <body><div style="display:none"><a href="x">威尼斯人</a></div><nav><a href="y">首页导航</a></nav>
      <p>云溪县2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>工作平稳。</p>
      <p>二、主动公开政府信息情况</p><p>见附表。</p><script>var hidden = "程序";</script></body></html>
      """
    let report = try #require(ReportReader.read(Decoders.decode(Array(page.utf8))))
    let around = String(decoding: report.surroundings.bytes, as: UTF8.self)
    for words in ["彩站", "棋牌大厅", "威尼斯人", "首页导航"] {
      #expect(around.contains(words))
      #expect(!String(decoding: report.whole.bytes, as: UTF8.self).contains(words))
    }
    #expect(!around.contains("程序"))
    #expect(report.section(at: report.source.bytes.count - 1) == nil)
  }

  /// Above its date at the end of the text.
  @Test func namesTheAgencyThatSigned() throws {
    let text = "一、总体情况\n\n工作平稳。\n\n二、主动公开政府信息情况\n\n见附表。\n\n云溪县水务局\n2024年1月20日\n"
    let report = try #require(ReportReader.read(Decoders.decode(Array(text.utf8))))
    #expect(report.agency == "云溪县水务局")
    #expect(report.published == "2024-01-20")
  }

  /// Where neither the title nor a signature names it.
  @Test(arguments: [
    ("发布机构：云溪县水务局", "云溪县水务局"), ("来源: 云溪县水务局  发布时间：2024-01-06", "云溪县水务局"),
    ("发布时间：2024-01-06   信息来源：云溪县人民政府办公室", "云溪县政府办公室"), ("发布机构：\n文号：\n来源：云溪县水务局", "云溪县水务局"),
    ("来源：云溪县融媒体中心\n发布机构： 云溪县水务局", "云溪县水务局"), ("来源：云溪县水务局\n来源：云溪县教育局", nil),
    ("来源：本站", nil), ("来源：云溪网", nil), ("发布机构：", nil),
  ])
  func namesTheAgencyThatPublished(lines: String, agency: String?) throws {
    #expect(try read("2023年政府信息公开工作年度报告\n\n" + lines).agency == agency)
    #expect(try read("石岗县2023年政府信息公开工作年度报告\n\n" + lines).agency == "石岗县")
  }

  static let periodCases: [(text: String, year: Int?)] = [
    ("统计期限为2023年1月1日至2023年12月31日。", 2023), ("数据自２０２３年１月１日起至１２月３１日止。", 2023),
    ("统计期限为2023年 1 月 1 日至 12 月 31 日。", 2023), ("2023年1月5日发布，至12月31日有效。", nil),
  ]

  @Test(arguments: periodCases)
  func period(text: String, year: Int?) throws {
    #expect(try read("云溪县报告\n\n" + text).period?.year == year)
  }

  /// A report without a title is its place's, when the text names one place often enough.
  @Test func namesThePlaceOfTheText() throws {
    let prose = "2023年，云溪县人民政府公布了目录，云溪县政府网站改版，云溪县各乡镇设立窗口。"
    let report = try read(prose)
    #expect(report.agency == "云溪县")
    #expect(report.title == nil)
  }

  private func read(_ head: String) throws -> Report {
    let body = "\n\n一、总体情况\n\n工作平稳。\n\n二、主动公开政府信息情况\n\n见附表。\n"
    return try #require(ReportReader.read(Decoders.decode(Array((head + body).utf8))))
  }
}
