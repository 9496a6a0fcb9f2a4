/// The characters of a PDF as the canonical text has them.
enum PDFCharacters {
  /// Entities resolved, control characters dropped, anything that is no UTF-8 replaced, and radicals turned
  /// into the ideographs that they look like: some fonts map 一 to U+2F00, and no search would find it.
  static func cleaned(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    guard needsCleaning(bytes) else { return Array(bytes) }
    var text = String.UnicodeScalarView()
    for scalar in resolved(String(decoding: bytes, as: UTF8.self)).unicodeScalars where !isControl(scalar) {
      text.append(ideograph(scalar))
    }
    return Array(String(text).utf8)
  }

  /// Nothing but ASCII without entities and the ideographs and punctuation of E3…EF is plain already.
  private static func needsCleaning(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.contains { $0 <= 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "&") || $0 == 0xE2 || $0 == 0xC2 }
      || String(validating: bytes, as: UTF8.self) == nil
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  private static func resolved(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[mark...]
      let entity = entities.first { rest.utf8.starts(with: $0.name.utf8) }
      result += entity?.text ?? "&"
      rest = rest[rest.utf8.index(mark, offsetBy: entity?.name.utf8.count ?? 1)...]
    }
    return result + rest
  }

  private static let entities = [
    (name: "&amp;", text: "&"), (name: "&lt;", text: "<"), (name: "&gt;", text: ">"),
    (name: "&quot;", text: "\""), (name: "&apos;", text: "'"), (name: "&#39;", text: "'"),
  ]

  private static func ideograph(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let index = Int(scalar.value) - 0x2F00
    return radicals.indices.contains(index) ? radicals[index] : scalar
  }

  /// U+2F00…U+2FD5 in their order.
  private static let radicals = Array(
    """
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕\
    大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日\
    曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿\
    目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行\
    衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
    """.unicodeScalars)
}
