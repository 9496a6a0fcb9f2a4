extension ExplanationEntry {
  static let unknownName = ExplanationEntry(
    "不认识的名称",
    "这个名称既不是变量，也不是正文、报告、各部分一类随处可用的名称。变量要先由 for 或 forbid 引入；表格的一格要连行和列一起写。文字要放在双引号里。所有名称见 govreport rules reference。",
    wrong: "check 新收 == 1", right: "check t3[新收, 总计] == 1")

  static let unknownRow = ExplanationEntry(
    "没有这一行",
    "方括号里先写行，再写列。行用官方表格里的短名称（新收、上年结转、予以公开……），也可以用英文键（new、carried_in……）。写错一两个字时会提示最接近的名称。",
    wrong: "check t3[新牧, 总计] == 1", right: "check t3[新收, 总计] == 1")

  static let unknownColumn = ExplanationEntry(
    "没有这一列",
    "方括号里先写行，再写列。表三的列是自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计。",
    wrong: "check t3[新收, 自然] == 1", right: "check t3[新收, 自然人] == 1")

  static let unknownField = ExplanationEntry(
    "没有这个字段",
    "点号后面是这一类记录的字段。例如报告有 year（年度）、title_year（标题年份），部分有 present（有）、empty（空）、text（内容），查到的文字有 text、context。",
    wrong: "check report.yaer == 2023", right: "check report.year == 2023")

  static let unknownFunction = ExplanationEntry(
    "没有这个函数",
    "规则只能调用语言自带的函数（find、matches、words、claims、contains、known、date）和合计一类的 sum、count、all、any、min、max，以及 govreport rules reference 列出的函数。",
    wrong: "forbid m in serach(正文, /待补充/)", right: "forbid m in find(正文, /待补充/)")

  static let unknownGroup = ExplanationEntry(
    "没有这一组行或列",
    "表名后面的点号取出一组行或列：t3.rows 是全部行，t3.columns 是全部列，t3.results 是各项办理结果，t3.parts 是各类申请人（不含总计）。",
    wrong: "for 列 in t3.colunms\ncheck t3[新收, 列] == 1", right: "for 列 in t3.columns\ncheck t3[新收, 列] == 1")

  static let unknownWord = ExplanationEntry(
    "没有这个词",
    "这里只能用固定的几个词之一，或者用本文件夹里声明过的词表、陈述的名称。提示里列出了可用的词。",
    wrong: "check t3[新收, 总计] == 1\nexample fial { }", right: "check t3[新收, 总计] == 1\nexample fail { }")

  static let noSuchCell = ExplanationEntry(
    "没有这一格",
    "行和列都有，但官方表格在这一行没有这一列。例如表二里行政许可只有处理决定数量，没有制发件数。",
    wrong: "applies edition 2021\ncheck t2[行政许可, 本年制发件数] == 1",
    right: "applies edition 2021\ncheck t2[规章, 本年制发件数] == 1")

  static let notInEdition = ExplanationEntry(
    "该版格式没有",
    "2019 版（国办公开办函〔2019〕60号）和 2021 版（〔2021〕30号）的表格不完全一样。规则用到只有一版才有的行、列时，要写明 applies edition，其他版的报告就不用这条规则。",
    wrong: "check t2[规章, 本年制发件数] == 1", right: "applies edition 2021\ncheck t2[规章, 本年制发件数] == 1")
}
