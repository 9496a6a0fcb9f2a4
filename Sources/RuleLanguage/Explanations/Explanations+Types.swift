extension ExplanationEntry {
  // MARK: Types

  static let unitMismatch = ExplanationEntry(
    "单位不同",
    "件与万元是两种东西，不能相加相减；年份与件数也不能。单位对不上的式子，多半是行或列写错了。",
    wrong: "check t3[新收, 总计] + report.year == 1", right: "check t3[新收, 总计] + t3[上年结转, 总计] == 1")

  static let incomparable = ExplanationEntry(
    "不能比较",
    "比较的两边要是同一种东西：件数对件数，万元对万元，年份对年份，文字对文字。文字、名称只能比是否相同，不分大小。",
    wrong: "check t3[新收, 总计] == report.year", right: "check report.title_year == report.year")

  static let wrongType = ExplanationEntry(
    "不是这里要的东西",
    "例如 check 和 where 后面要一个真假判断（多半是一个比较），方括号里要行和列，within 后面要一个数。",
    wrong: "check t3[新收, 总计]", right: "check t3[新收, 总计] >= 1")

  static let notAList = ExplanationEntry(
    "不是列表",
    "for 和 forbid 走的是一个列表：一组行或列（t3.columns）、各部分（sections）、找到的文字（find(…)、words(…)）、陈述（claims(…)）。",
    wrong: "forbid m in 正文", right: "forbid m in find(正文, /待补充/)")

  static let wrongArguments = ExplanationEntry(
    "括号里的内容不对",
    "函数括号里的个数或种类不对。提示里写了这个函数的用法。",
    wrong: "check matches(正文)", right: "check matches(正文, /收费/)")

  static let noSides = ExplanationEntry(
    "没有左右两边",
    "消息里的 lhs 和 rhs 是 check 后面那个比较的左边和右边的值。check 不是一个比较，或者用的是 forbid，就没有两边可说：直接写要显示的式子。",
    wrong: "forbid m in find(正文, /待补充/)\nmessage \"{lhs}\"",
    right: "forbid m in find(正文, /待补充/)\nmessage \"{m.text}\"")

  // MARK: Patterns

  static let badPattern = ExplanationEntry(
    "模式写错",
    "模式是 RE2 写法的正则表达式：( ) 成组，| 或者，[ ] 之一，[^ ] 之外，{2,8} 次数，\\d 数字，\\p{Han} 汉字。括号要成对；不支持前后断言和反向引用，为的是再长的正文也能很快查完。",
    wrong: "forbid m in find(正文, /(待补充/)", right: "forbid m in find(正文, /(待补充|待填)/)")

  static let unmatchablePattern = ExplanationEntry(
    "永远匹配不上",
    "匹配之前，正文里的空白都去掉了，半角的 , ; : ! ? ( ) 都看作全角，全角的字母、数字都看作半角。模式里写了正文不会有的字符，规则会一直沉默，所以在载入时就指出。",
    wrong: "forbid m in find(正文, /公开,信息/)", right: "forbid m in find(正文, /公开，信息/)")

  static let missingGroup = ExplanationEntry(
    "没有取数的组",
    "陈述要从正文里读出一个数，模式里用 (?P<n>…) 标出这个数在哪里。表示“没有”的说法不含数，用 zero 而不用 pattern。",
    wrong: "claim 数 : 件 { pattern /收到申请\\d+件/ in 正文 }",
    right: "claim 数 : 件 { pattern /收到申请(?P<n>\\d+)件/ in 正文 }")

  static let emptyMatch = ExplanationEntry(
    "什么都没有也能匹配",
    "模式的每一部分都可有可无，空白处也算匹配，查出来的结果没有意义。让至少一部分必须出现。",
    wrong: "forbid m in find(正文, /(待补充)*/)", right: "forbid m in find(正文, /(待补充)+/)")

  static let unknownFragment = ExplanationEntry(
    "没有这个片段",
    "模式里 {名称} 是放入一个片段，片段要用 fragment 声明，写在同一目录的哪个文件里都可以。要匹配大括号本身，写 \\{；次数写数字，如 {2,8}。",
    wrong: "fragment 件 /[件宗份]/\nclaim 甲 : 件 { pattern /收到申请(?P<n>\\d+){个}/ in 正文 }",
    right: "fragment 件 /[件宗份]/\nclaim 甲 : 件 { pattern /收到申请(?P<n>\\d+){件}/ in 正文 }")

  static let fragmentInItself = ExplanationEntry(
    "片段包含它自己",
    "片段里可以用别的片段，但不能绕一圈又用到自己：那样永远展不开。把共同的部分另写成一个片段，两边都用它。",
    wrong: "fragment 甲 /一{乙}/\nfragment 乙 /二{甲}?/\nclaim 丙 : 件 { pattern /{甲}(?P<n>\\d+)件/ in 正文 }",
    right: "fragment 甲 /一{乙}/\nfragment 乙 /二/\nclaim 丙 : 件 { pattern /{甲}(?P<n>\\d+)件/ in 正文 }")

  static let missingHole = ExplanationEntry(
    "说法里没有留空",
    "说法组（wordings）里的每一种说法都要用 {它} 留出说的是谁的地方，陈述里写 use 名称 of /…/ 才填得进去。没有 {它} 的说法，写在陈述自己里面。",
    wrong:
      "wordings 几件的 { pattern /公开(?P<n>\\d+)件/ in 正文 }\nclaim 甲 : 件 { use 几件的 of /不予公开/ }",
    right:
      "wordings 几件的 { pattern /{它}(?P<n>\\d+)件/ in 正文 }\nclaim 甲 : 件 { use 几件的 of /不予公开/ }")
}
