import Decoding
import Documents
import ReportFixtures
import Testing

/// Word processor files, and what is read of them.
@Suite struct DOCXTests: DOCXMarkup {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    var numbering: String?
    var styles: String?
    let outline: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "runs, breaks and tabs",
      body: """
        <w:p><w:r><w:t>一、</w:t></w:r><w:hyperlink><w:r><w:t xml:space="preserve">总体 </w:t><w:tab/><w:t>情况</w:t></w:r>\
        </w:hyperlink><w:r><w:br/><w:t>下</w:t></w:r></w:p><w:p/>
        """,
      outline: ["- 一、总体 情况", "- 下"]),
    Case(
      name: "merged cells",
      body: table(
        cell("组", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>") + cell("1"),
        cell("", "<w:gridSpan w:val=\"2\"/><w:vMerge/>") + cell("2"), cell("甲") + cell("乙") + cell("")),
      outline: ["0:组 2:1", "2:2", "0:甲 1:乙 2:"]),
    Case(
      name: "columns left out before a row",
      body:
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>\(cell("甲"))\(cell("1"))</w:tr></w:tbl>",
      outline: ["2:甲 3:1"]),
    Case(
      name: "a frame round a table",
      body: "<w:tbl><w:tr><w:tc>\(paragraph("题"))\(table(cell("甲") + cell("1")))<w:p/></w:tc></w:tr></w:tbl>",
      outline: ["- 题", "0:甲 1:1"]),
    Case(
      name: "tracked changes count as accepted",
      body: """
        <w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>\
        <w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo></w:p>\
        <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前</w:t></w:r></w:p>\(paragraph("后"))
        <w:tbl><w:tr><w:trPr><w:del/></w:trPr>\(cell("删"))\(cell("1"))</w:tr><w:tr>\(cell("留"))\(cell("2"))</w:tr></w:tbl>
        """,
      outline: ["- 新到", "- 前后", "0:留 1:2"]),
    Case(
      name: "what is not shown",
      body: """
        <w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>\
        <w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>
        """,
      outline: ["- 显"]),
    Case(
      name: "a note's mark is no digit of a figure",
      body: table(
        cell("甲")
          + "<w:tc><w:p><w:r><w:t>1</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r></w:p></w:tc>"
      ),
      outline: ["0:甲 1:1 2"]),
    Case(
      name: "a text box, once",
      body: """
        <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx><w:txbxContent>\
        \(paragraph("框"))</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>\
        \(paragraph("框"))</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
        <w:r><w:t>后</w:t></w:r></w:p>\(paragraph("次"))
        """,
      outline: ["- 前后", "- 框", "- 次"]),
    Case(
      name: "automatic numbers",
      body: paragraph("总体情况", number(1, 0)) + paragraph("甲", number(1, 1)) + paragraph("乙", number(1, 1))
        + paragraph("12件", number(1, 2)) + paragraph("主动公开", number(1, 0)) + paragraph("丙", number(1, 1))
        + paragraph("", number(1, 1)) + paragraph("丁", number(1, 1)) + paragraph("存在问题", number(2, 0))
        + paragraph("3件", number(2, 3)),
      numbering: chapters,
      outline: [
        "- 一、总体情况", "- （一）甲", "- （二）乙", "- 1、12件", "- 二、主动公开", "- （一）丙", "- （三）丁", "- 五、存在问题", "- 5.1、3件",
      ]),
    Case(
      name: "numbers and headings of styles",
      body: paragraph("题", "<w:pStyle w:val=\"T\"/>") + paragraph("甲", "<w:pStyle w:val=\"H\"/>")
        + paragraph("乙", "<w:pStyle w:val=\"S\"/>")
        + paragraph("丙", "<w:pStyle w:val=\"S\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
      numbering: chapters,
      styles: """
        <w:style w:type="paragraph" w:default="1" w:styleId="N"/>
        <w:style w:type="paragraph" w:styleId="T"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="H"><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>\
        <w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="S"><w:basedOn w:val="H"/></w:style>
        """,
      outline: ["# 题", "## 一、甲", "## 二、乙", "## 丙"]),
    Case(
      name: "properties that were changed",
      body: paragraph("甲", "\(number(1, 0))<w:pPrChange><w:pPr>\(number(1, 1))</w:pPr></w:pPrChange>"),
      numbering: chapters, outline: ["- 一、甲"]),
    Case(
      name: "content controls and pinyin",
      body: """
        <w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>\(paragraph("控"))</w:sdtContent></w:sdt>\
        <w:p><w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>
        """,
      outline: ["- 控", "- 拼"]),
  ]

  @Test(arguments: cases) func reads(_ example: Case) throws {
    let file = DOCXWriter(body: example.body, numbering: example.numbering, styles: example.styles)
    let document = try Decoders.decode(file.bytes())
    #expect(Outline.of(document) == example.outline)
    #expect(DecoderConformance.check(document).isEmpty)
  }

  @Test func readsStoredMembers() throws {
    var file = DOCXWriter(body: Self.paragraph("甲"))
    file.isPacked = false
    #expect(try Outline.of(file.bytes()) == ["- 甲"])
  }
}
