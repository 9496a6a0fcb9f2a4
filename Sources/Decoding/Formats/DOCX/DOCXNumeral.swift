/// Numbers of lists, in the ways of writing that such files name.
enum DOCXNumeral {
  static func text(_ number: Int, format: String) -> String {
    switch format {
    case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
      "taiwaneseCountingThousand", "ideographDigital", "chineseLegalSimplified":
      chinese(number)
    case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": enclosed(number)
    case "ideographTraditional": sign(number, "甲乙丙丁戊己庚辛壬癸")
    case "upperLetter": letter(number, "A")
    case "lowerLetter": letter(number, "a")
    case "upperRoman": roman(number)
    case "lowerRoman": roman(number).lowercased()
    default: "\(number)"
    }
  }

  private static let digits = Array("〇一二三四五六七八九")

  /// 一 … 九十九; digits beyond, where no chapter is.
  private static func chinese(_ number: Int) -> String {
    guard (1...99).contains(number) else { return "\(number)" }
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    let head = tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十"
    return ones == 0 ? head : head + String(digits[ones])
  }

  private static func enclosed(_ number: Int) -> String { sign(number, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") }

  private static func sign(_ number: Int, _ signs: String) -> String {
    (1...signs.count).contains(number) ? String(Array(signs)[number - 1]) : "\(number)"
  }

  private static func letter(_ number: Int, _ first: Unicode.Scalar) -> String {
    guard (1...26).contains(number) else { return "\(number)" }
    return String(UnicodeScalar(UInt8(first.value) + UInt8(number - 1)))
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
    let signs = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
      (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    var text = ""
    for (value, sign) in signs { while rest >= value { (rest, text) = (rest - value, text + sign) } }
    return text
  }
}
