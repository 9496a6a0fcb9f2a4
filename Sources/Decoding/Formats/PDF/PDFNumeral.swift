/// Whether a cell's text looks like a figure. What it says is for the reader to find out.
enum PDFNumeral {
  static func isOne(_ text: [UInt8]) -> Bool {
    if signs.contains(text) { return true }
    guard text.count < 80 else { return false }
    var rest = text[...]
    if let prefix = prefixes.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(prefix.count) }
    guard let digits = number(&rest), digits > 0 else { return false }
    if let unit = units.first(where: { rest.starts(with: $0) }) { rest = rest.dropFirst(unit.count) }
    return rest.isEmpty || rest.starts(with: opening) && rest.suffix(closing.count).elementsEqual(closing)
  }

  /// `，533.8万元`: the last line of a figure that was too wide for its cell, with its unit.
  static func isRest(_ text: [UInt8]) -> Bool {
    guard text.count < 80, let unit = units.first(where: { text.suffix($0.count).elementsEqual($0) }) else {
      return false
    }
    let digits = Array(text.dropLast(unit.count))
    return isFragment(digits) && holdsDigit(digits)
  }

  static func isFragment(_ text: [UInt8]) -> Bool {
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    return scalars.allSatisfy { fragments.contains($0) }
  }

  /// `1,3O2`: a figure that somebody or a scanner misspelt.
  static func isGarbled(_ text: [UInt8]) -> Bool {
    text.count < 16 && text.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      && text.first.map { (0x30...0x39).contains($0) } ?? false
      && !PDFNumbering.begins(text)
  }

  static func holdsDigit(_ text: [UInt8]) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.contains {
      ("0"..."9").contains($0) || ("０"..."９").contains($0)
    }
  }

  private static let fragments = Set("0123456789０１２３４５６７８９,，.． -－减增".unicodeScalars)

  /// Takes digits of either width, with commas between and one point; tells how many digits there were.
  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var digits = 0
    while let first = rest.first {
      if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
        digits += 1
        rest = rest.dropFirst()
      } else if rest.count >= 3, rest.starts(with: [0xEF, 0xBC]),
        (0x90...0x99).contains(rest[rest.startIndex + 2])
      {
        digits += 1
        rest = rest.dropFirst(3)
      } else if digits > 0, let mark = marks.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(mark.count)
        // `1.` and `3，` are numbering or prose.
        guard let next = rest.first, isDigitStart(next) else { return nil }
      } else {
        break
      }
    }
    return digits
  }

  private static func isDigitStart(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == 0xEF
  }

  /// By the form's custom these say zero.
  private static let signs: Set<[UInt8]> = Set(
    ["/", "—", "——", "－", "-", "--", "–", "无", "\\", "∕", "／"].map { Array($0.utf8) })
  private static let prefixes = ["减少", "增加", "减", "增", "-", "－", "−", "–", "+"].map { Array($0.utf8) }
  private static let marks = [",", "，", ".", "．"].map { Array($0.utf8) }
  private static let units = ["亿元", "万元", "元", "件", "个", "项", "条", "份", "宗", "起", "部"].map { Array($0.utf8) }
  private static let opening = Array("（".utf8)
  private static let closing = Array("）".utf8)
}

/// The numbering that a label or heading begins with.
enum PDFNumbering {
  static func begins(_ text: [UInt8]) -> Bool {
    if isChapter(text) { return true }
    let start = String(decoding: text.prefix(24), as: UTF8.self).unicodeScalars.filter { $0 != " " }
    guard let first = start.first else { return false }
    if first == "（" || first == "(" {
      let inner = start.dropFirst().prefix { numerals.contains($0) || isDigit($0) }
      let closer = start.dropFirst(1 + inner.count).first
      return !inner.isEmpty && (closer == "）" || closer == ")")
    }
    let digits = start.prefix(while: isDigit)
    guard let mark = start.dropFirst(digits.count).first, (1...2).contains(digits.count) else { return false }
    let isFollowedByDigit = start.dropFirst(digits.count + 1).first.map(isDigit) ?? false
    return ".．、".unicodeScalars.contains(mark) && !isFollowedByDigit
  }

  /// `第二十条第（一）项`: an item of the law, over the rows that report on it.
  static func isItem(_ text: [UInt8]) -> Bool {
    let start = String(decoding: text.prefix(36), as: UTF8.self).unicodeScalars.filter { $0 != " " }
    guard start.first == "第" else { return false }
    let number = start.dropFirst().prefix { numerals.contains($0) || isDigit($0) }
    guard !number.isEmpty, let mark = start.dropFirst(1 + number.count).first else { return false }
    return "条项款章节".unicodeScalars.contains(mark)
  }

  /// `三、…`: the heading of a section, or one of the outermost labels of a table.
  static func isChapter(_ text: [UInt8]) -> Bool {
    let start = String(decoding: text.prefix(12), as: UTF8.self).unicodeScalars.filter { $0 != " " }
    guard let first = start.first, numerals.contains(first), let mark = start.dropFirst().first else {
      return false
    }
    return "、．.，".unicodeScalars.contains(mark)
  }

  private static let numerals = Set("一二三四五六七八九十".unicodeScalars)

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
