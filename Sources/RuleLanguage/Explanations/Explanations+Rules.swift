extension ExplanationEntry {
  static let missingBasis = ExplanationEntry(
    "没有依据",
    "每条规则都要写明依据的条款或文件：收到提示的单位要知道凭什么这样要求。",
    wrong: "rule a error \"甲\" {\n  check t3[新收, 总计] == 1\n  message \"丙\"\n}",
    right: "rule a error \"甲\" {\n  basis \"条例第五十条\"\n  check t3[新收, 总计] == 1\n  message \"丙\"\n}")

  static let missingMessage = ExplanationEntry(
    "没有消息",
    "每个 check 或 forbid 后面要有一行 message，写明不符时对填报单位说什么。花括号里可以放要显示的值。",
    wrong: "rule a error \"甲\" {\n  basis \"乙\"\n  check t3[新收, 总计] == 1\n}",
    right: "rule a error \"甲\" {\n  basis \"乙\"\n  check t3[新收, 总计] == 1\n  message \"新收 {lhs} 件\"\n}")

  static let duplicateRule = ExplanationEntry(
    "规则编号重复",
    "一个编号只能是一条规则：台账和统计都凭编号认规则。要用本单位的写法代替别处的规则，写 override rule。",
    wrong:
      "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\nrule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 2 message \"丙\" }",
    right:
      "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\nrule b error \"甲\" { basis \"乙\" check t3[新收, 总计] == 2 message \"丙\" }"
  )

  static let missingCheck = ExplanationEntry(
    "什么也没有检查",
    "规则要有 check（应当成立）或 forbid（不得出现），陈述要有至少一个 pattern。",
    wrong: "rule a error \"甲\" {\n  basis \"乙\"\n}",
    right: "rule a error \"甲\" {\n  basis \"乙\"\n  check t3[新收, 总计] == 1\n  message \"丙\"\n}")

  static let repeatedStatement = ExplanationEntry(
    "写了两次",
    "basis、fix、applies 在一条规则里只写一次；一个检查只有一条 message；同一编号的停用、调级也只写一次。",
    wrong: "fix \"甲\"\nfix \"乙\"\ncheck t3[新收, 总计] == 1", right: "fix \"甲\"\ncheck t3[新收, 总计] == 1")

  static let duplicateName = ExplanationEntry(
    "名称已经用了",
    "同一文件夹里的词表、陈述不能重名；里层循环的变量不能与外层同名，否则分不清说的是哪一个。",
    wrong: "for 列 in t3.columns\nfor 列 in t3.rows\ncheck t3[新收, 总计] == 1",
    right: "for 列 in t3.columns\nfor 行 in t3.rows\ncheck t3[行, 列] >= 0")

  static let listNotFound = ExplanationEntry(
    "找不到词表文件",
    "词表是放在规则旁边的文本文件，每行一个词，# 后面是注释。路径从规则文件所在的文件夹算起。",
    wrong: "list 词 from \"lists/没有.txt\"",
    right: "list 词 from \"lists/words.txt\"")

  static let emptyList = ExplanationEntry(
    "词表里没有词",
    "词表文件里一个词也没有，用它的规则永远查不出东西。",
    wrong: "list 词 from \"lists/empty.txt\"",
    right: "list 词 from \"lists/words.txt\"")

  static let tooManyLoops = ExplanationEntry(
    "循环太多层",
    "一个检查最多套三层 for。再多，结果就没有人看得过来。",
    wrong:
      "for 甲 in t3.columns\nfor 乙 in t3.rows\nfor 丙 in t4.columns\nfor 丁 in t4.rows\ncheck t3[乙, 甲] >= t4[丁, 丙]",
    right: "for 甲 in t3.columns\nfor 乙 in t3.rows\ncheck t3[乙, 甲] >= 0")

  static let tooCostly = ExplanationEntry(
    "计算量太大",
    "载入时按一份很长的报告估算每条规则要走多少步：查一遍正文约两千步，循环按层数相乘。超过一百万步的规则会拖慢所有报告的检查，所以不载入。多半是在循环里反复查整篇正文：先用一个 find 把要的文字找出来，再在循环里核对。",
    wrong:
      "for 甲 in find(正文, /甲/)\nfor 乙 in find(正文, /乙/)\ncheck matches(正文, /丙/)\nmessage \"{甲.text}{乙.text}\"",
    right: "for 甲 in find(正文, /甲/)\ncheck contains(甲.context, \"丙\")\nmessage \"{甲.text}\"")

  // MARK: Packs

  static let nothingToOverride = ExplanationEntry(
    "没有可代替的规则",
    "override rule 用本单位的写法整条代替另一个规则文件里同一编号的规则。没有这条规则，或者它就在同一个文件里，就谈不上代替：新的规则写 rule，同一个文件里的直接改。",
    wrong: "override rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }",
    right: "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }")

  static let unknownRule = ExplanationEntry(
    "没有这条规则",
    "停用、调级、豁免说的规则要在载入的文件夹里。编号写错时，本来要停用的规则还会照样告警，所以在载入时就指出。",
    wrong: "disable a because \"不适用\"",
    right: "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\ndisable a because \"不适用\""
  )

  static let badDate = ExplanationEntry(
    "不是日期",
    "日期写成 年-月-日，如 2026-12-31，并且历法里要有这一天；年份写四位数。",
    wrong:
      "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\nwaive a for agency \"云溪县\" until 2026-02-30 because \"已说明\"",
    right:
      "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\nwaive a for agency \"云溪县\" until 2026-02-28 because \"已说明\""
  )

  static let missingReason = ExplanationEntry(
    "没有写明理由或对象",
    "停用和豁免都要写 because 和理由，日后才知道当初为什么；豁免还要写明是哪个机关（agency）或哪一年（year），对谁都豁免就是停用。",
    wrong: "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\ndisable a because \"\"",
    right:
      "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\ndisable a because \"本地不适用\"")

  // MARK: Warnings

  static let unusedVariable = ExplanationEntry(
    "变量没有用到",
    "循环引入了变量，检查和消息里却都没有用它：同样的话会重复说很多遍。多半是漏写了，或者循环是多余的。",
    wrong: "for 列 in t3.columns\ncheck t3[新收, 总计] == 1", right: "for 列 in t3.columns\ncheck t3[新收, 列] == 1")

  static let redundant = ExplanationEntry(
    "重复的写法",
    "同一个模式、同一个条件写了两遍，第二遍不起作用。多半是复制以后忘了改：想查的另一种说法其实没有查。",
    wrong: "forbid m in find(正文, /待补充/, /待补充/)", right: "forbid m in find(正文, /待补充/, /待填写/)")

  static let cellReplaced = ExplanationEntry(
    "把读不出的格子当作别的数",
    "格子 else 数 的意思是：格子读不出时就用这个数。读不出不等于零，这样写会冤枉填对了的单位，也会放过填错了的。去掉 else，读不出时规则自己会说无法核对；只想在读得出时核对，加 where known(…)。",
    wrong: "check (t3[新收, 总计] else 0) == 1", right: "where known(t3[新收, 总计])\ncheck t3[新收, 总计] == 1")

  static let constantCondition = ExplanationEntry(
    "条件总是一样",
    "这个条件没有读报告里的任何东西，或者两边写的完全一样，对每份报告的结果都相同：规则要么永远通过，要么永远不通过。两边一样的，多半是复制以后忘了改其中一边。",
    wrong: "check 1 == 1", right: "check t3[新收, 总计] == 1")

  static let neverApplies = ExplanationEntry(
    "永远无可核对",
    "照这样写，没有一份报告适用这条规则，或者循环里一项也没有：它永远不会说话，也就永远不会报错。多半是年份的大小写反了，或者版式写错了。",
    wrong: "applies year >= 2025 and year <= 2020\ncheck t3[新收, 总计] == 1",
    right: "applies year >= 2020 and year <= 2025\ncheck t3[新收, 总计] == 1")

  static let expiredWaiver = ExplanationEntry(
    "豁免已经到期",
    "until 写的日期已经过了，这条豁免不再起作用，问题会重新计入结论。还需要就改日期并重新说明理由，不需要就删去。",
    wrong: nil,
    right:
      "rule a error \"甲\" { basis \"乙\" check t3[新收, 总计] == 1 message \"丙\" }\nwaive a for agency \"云溪县\" until 2099-12-31 because \"已说明\""
  )

  static let unusedPart = ExplanationEntry(
    "声明了却没有用到",
    "片段（fragment）、范围组（scopes）和说法组（wordings）是给模式和陈述用的，没有一处用到它，多半是用的地方写错了名称，或者改过以后忘了删。",
    wrong: "fragment 件 /[件宗份]/\nclaim 甲 : 件 { pattern /收到申请(?P<n>\\d+)件/ in 正文 }",
    right: "fragment 件 /[件宗份]/\nclaim 甲 : 件 { pattern /收到申请(?P<n>\\d+){件}/ in 正文 }")
}
