extension ExplanationEntry {
  // MARK: Characters

  static let fullWidth = ExplanationEntry(
    "全角符号",
    "规则里的括号、逗号、等号、引号一律用半角。中文输入法打出来的（）［］，：＝“”样子相近，却是另外的字符。双引号里面的文字不受这个限制，用什么标点都可以。",
    wrong: "check t3[新收，自然人] == 1", right: "check t3[新收, 自然人] == 1")

  static let strangeCharacter = ExplanationEntry(
    "不认识的符号",
    "规则里没有用到这个符号。并且写 and，或者写 or，否定写 not，不等于写 !=；语句之间不用分号，换行即可；文字放在双引号里。",
    wrong: "check t3[新收, 自然人] == 1 && t3[新收, 总计] == 1",
    right: "check t3[新收, 自然人] == 1 and t3[新收, 总计] == 1")

  static let unclosedString = ExplanationEntry(
    "文字没有结束",
    "一段文字从双引号开始，要在同一行以双引号结束。文字里面要写双引号本身，写 \\\"；要换行，写 \\n。",
    wrong: "fix \"请核对表三", right: "fix \"请核对表三\"")

  static let unclosedPattern = ExplanationEntry(
    "模式没有结束",
    "模式写在两条斜线之间，要在同一行结束。模式里面要写斜线本身，写 \\/。",
    wrong: "forbid m in find(正文, /待补充)", right: "forbid m in find(正文, /待补充/)")

  static let badNumber = ExplanationEntry(
    "数写得不对",
    "数是精确的十进制小数：整数部分不超过九万亿，小数不超过六位（一分钱是 0.000001 万元）。",
    wrong: "check t3[新收, 总计] == 0.1234567", right: "check t3[新收, 总计] == 0.123456")

  static let badFile = ExplanationEntry(
    "文件读不出",
    "规则文件和词表都要存成 UTF-8 编码，不超过 1 MiB。用记事本时，“另存为”里的编码选 UTF-8；用 WPS 或 Word 存的 .doc、.docx 不是规则文件。",
    wrong: nil, right: "check t3[新收, 总计] == 1")

  // MARK: Sentences

  static let unexpected = ExplanationEntry(
    "写法不对",
    "读到这里，按规则的写法应当是另外的东西。提示里说了应为什么、实际是什么。常见的是漏了逗号、括号、in，或者把两条语句写在一起漏了其中一个词。",
    wrong: "for 列 t3.columns\ncheck t3[新收, 列] == 1", right: "for 列 in t3.columns\ncheck t3[新收, 列] == 1")

  static let unclosedBrace = ExplanationEntry(
    "大括号没有闭合",
    "规则、陈述和示例的内容放在 { 和 } 之间，一个对一个。消息里 {…} 之间是要显示的值；要写大括号本身，写 \\{。",
    wrong: "rule a error \"甲\" {\n  basis \"乙\"\n  check t3[新收, 总计] == 1\n  message \"丙\"\n",
    right: "rule a error \"甲\" {\n  basis \"乙\"\n  check t3[新收, 总计] == 1\n  message \"丙\"\n}")

  static let tooDeep = ExplanationEntry(
    "式子太深",
    "式子最多套一百层。这样长的式子没有人看得懂，也无法说清是哪里不符：分成几条规则，或者用 sum、all、any 把重复的部分收起来。",
    wrong: "check " + String(repeating: "not ", count: 120) + "第一部分.present", right: "check 第一部分.present")

  static let singleEqual = ExplanationEntry(
    "比较要写两个等号",
    "一个等号只用在示例里（t3[新收, 自然人] = 15，意思是把这一格改成 15）。比较是否相等写 ==。",
    wrong: "check t3[新收, 总计] = 1", right: "check t3[新收, 总计] == 1")

  static let chainedComparison = ExplanationEntry(
    "比较不能连写",
    "数学里写 1 < x < 5，规则里要分成两个比较，用 and 连起来。",
    wrong: "check 1 <= t3[新收, 总计] <= 5", right: "check 1 <= t3[新收, 总计] and t3[新收, 总计] <= 5")

  static let unknownStatement = ExplanationEntry(
    "没有这种语句",
    "文件由 pack、list、fragment、scopes、wordings、claim、rule、override、disable、severity、waive 组成；规则里的语句以 basis、applies、for、where、check、forbid、message、fix、example 之一开头；陈述里的语句以 pattern、zero、scope、use 之一开头。",
    wrong: "chekc t3[新收, 总计] == 1", right: "check t3[新收, 总计] == 1")
}
