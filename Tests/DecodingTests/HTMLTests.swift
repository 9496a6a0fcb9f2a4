import Decoding
import Documents
import ReportFixtures
import Testing

/// Pages, and what is read of them.
@Suite struct HTMLTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let page: String
    let outline: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "paragraphs, headings and line breaks",
      page: "<html><body><h1>云溪县<br>2023年报告</h1><p>一、总体\n情况</p>甲<br/>乙<div>丙</div></body></html>",
      outline: ["# 云溪县", "# 2023年报告", "- 一、总体 情况", "- 甲", "- 乙", "- 丙"]),
    Case(
      name: "the number of a list, as Word writes it",
      page:
        "<html><p><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]>总体情况</p><p>正文</p></html>",
      outline: ["- 一、总体情况", "- 正文"]),
    Case(
      name: "column and row spans",
      page: """
        <html><table><tr><td rowspan=2>组</td><td colspan="2">头</td><td rowspan="0">边</td></tr>
        <tr><td>1</td><td>2</td></tr><tr><td>下</td><td></td><td>3</td></tr></table>
        """,
      outline: ["0:组 1:头 3:边", "1:1 2:2", "0:下 1: 2:3"]),
    Case(
      name: "a group of rows ends what spans down",
      page: """
        <html><table><thead><tr><th rowspan="9">甲</th><th>乙</th></tr></thead>
        <tbody><tr><td>1</td><td>2</td></tr></tbody></table>
        """,
      outline: ["0:甲 1:乙", "0:1 1:2"]),
    Case(
      name: "a cell in pieces",
      page: """
        <html><table><tr><td><p><span>社会</span><span>公</span><br>益<b>组织</b></p></td>
        <td>&nbsp;<span>1</span><font>2</font>&nbsp;</td><td>3<sup>4</sup></td><td>5&nbsp;6</td><td>7　8</td></tr></table>
        """,
      outline: ["0:社会公 益组织 1:12 2:3 4 3:5 6 4:7 8"]),
    Case(
      name: "cells and rows that nobody closed",
      page: "<html><table><tr><td>甲<td>1<tr><td>乙<td>2</table>丙",
      outline: ["0:甲 1:1", "0:乙 1:2", "- 丙"]),
    Case(
      name: "a layout table round a table of data",
      page: """
        <html><table><tr><td><h3>一、总体情况</h3><p>一句话。</p>
        <table><tr><td>甲</td><td>1</td></tr></table><p>又一句。</p></td></tr></table>
        """,
      outline: ["### 一、总体情况", "- 一句话。", "0:甲 1:1", "- 又一句。"]),
    Case(
      name: "nested frames of one cell",
      page:
        "<html><table><tr><td><table><tr><td><table><tr><td>甲</td></tr></table></td></tr></table></td></tr></table>",
      outline: ["- 甲"]),
    Case(
      name: "what is not shown",
      page: """
        <html><head><style>p{}</style><script>var a = "<p>一</p>";</script></head><body><!-- 注 -->
        <p style="Display: NONE">二</p><p hidden>三</p><div style="visibility:hidden"><p>四</p></div>
        <noscript>五</noscript><select><option>六</option></select><p>七</p></body></html>
        """,
      outline: ["- 七"]),
    Case(
      name: "what surrounds",
      page: """
        <html><body><nav>首页</nav><header>云溪县门户</header><div role="navigation">频道</div>
        <ul><li><a href="/a">政务</a></li><li><a href="/b">服务</a></li><li><a href="/c">互动</a></li></ul>
        <div>当前位置：<a href="/">首页</a> &gt; <a href="/n">年报</a></div>
        <article><header><h2>云溪县2023年报告</h2></header><p>全文在此，共有十个字以上，是页面的主体。</p></article>
        <div>主办：云溪县政府办 云ICP备0001号</div><footer>版权所有</footer></body></html>
        """,
      outline: ["## 云溪县2023年报告", "- 全文在此，共有十个字以上，是页面的主体。"]),
    Case(
      name: "a form round the whole page is the page",
      page: "<html><form><input value=1><p>正文一段话。</p><p>正文又一段。</p></form><p>尾</p></html>",
      outline: ["- 正文一段话。", "- 正文又一段。", "- 尾"]),
    Case(
      name: "the table of the catalogue",
      page: """
        <html><table><tr><td>索 引 号：</td><td>0001</td><td>发布机构：</td><td>云溪县</td></tr>
        <tr><td>文 号：</td><td></td><td>发布日期：</td><td>2024-01-20</td></tr></table><p>正文</p>
        """,
      outline: ["- 正文"]),
    Case(
      name: "the title of the head, when the body has none",
      page: "<html><head><title>云溪县2023年年报_云溪门户</title></head><body><p>一、总体情况</p></body></html>",
      outline: ["# 云溪县2023年年报", "- 一、总体情况"]),
    Case(
      name: "the title of the head, when the body has it in two lines",
      page: "<html><head><title>云溪县2023年年报-门户</title></head><body><p>云溪县</p><p>2023年 年报</p></body></html>",
      outline: ["- 云溪县", "- 2023年 年报"]),
    Case(
      name: "links in prose stay",
      page: """
        <html><p>本报告可在<a href="/1">门户</a>、<a href="/2">公报</a>、<a href="/3">微信公众号上查阅和下载电子版</a>。</p>
        """,
      outline: ["- 本报告可在门户、公报、微信公众号上查阅和下载电子版。"]),
    Case(
      name: "preformatted lines", page: "<html><pre>一\n二  三</pre></html>", outline: ["- 一", "- 二 三"]),
    Case(
      name: "a piece of a page", page: "<div><p>甲</p><table><tr><td>乙<td>1</table></div>",
      outline: ["- 甲", "0:乙 1:1"]),
  ]

  @Test(arguments: cases) func reads(_ example: Case) throws {
    let document = try Decoders.decode(Array(example.page.utf8))
    #expect(Outline.of(document) == example.outline)
    #expect(DecoderConformance.check(document).isEmpty)
  }

  static let charsets: [(declared: String, text: [UInt8])] = [
    ("utf-8", Array("甲".utf8)), ("gb2312", [0xBC, 0xD7]), ("gbk", [0xBC, 0xD7]), ("utf-8", [0xBC, 0xD7]),
    ("gb2312", Array("甲".utf8)), ("iso-8859-1", [0xBC, 0xD7]), ("big5", [0xA5, 0xD2]),
  ]

  @Test(arguments: charsets) func readsCharset(declared: String, text: [UInt8]) throws {
    for tag in [
      "<meta charset=\(declared)>",
      "<meta http-equiv='Content-Type' content='text/html; charset=\(declared)'>",
    ] {
      let page = Array("<html><head>\(tag)</head><p>".utf8) + text + Array("</p></html>".utf8)
      #expect(try Outline.of(page) == ["- 甲"])
    }
  }

  @Test func readsUTF16() throws {
    let page = "<html><head><meta charset=utf-8></head><body><p>二〇二三年，本县共收到申请。</p></body></html>"
    let little = page.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(try Outline.of(little) == ["- 二〇二三年，本县共收到申请。"])
    #expect(try Outline.of([0xFF, 0xFE] + little) == ["- 二〇二三年，本县共收到申请。"])
  }
}
