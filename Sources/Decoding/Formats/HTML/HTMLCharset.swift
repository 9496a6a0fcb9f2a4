/// Finds out the character set of a page and turns it into UTF-8.
enum HTMLCharset {
  /// A byte order mark and valid UTF-8 speak for themselves: pages are saved in another set than the one
  /// that they name. Then what the page names is tried, and then what a text file's bytes are tried as.
  static func decode(_ page: [UInt8]) throws(DecodingFailure) -> [UInt8] {
    if let name = named(page), !Charset.isUTF8(page), let text = try? Charset.convert(page, from: name) {
      return text
    }
    return try Charset.decode(page)
  }

  /// Names that tell more than the bytes do. Where GB2312, GBK or UTF-16 is named, the bytes tell as much;
  /// names of Western sets stand in Chinese pages by mistake.
  private static let told: [(name: String, charset: String)] = [
    ("big5-hkscs", "BIG5-HKSCS"), ("big5", "BIG5-HKSCS"), ("x-x-big5", "BIG5-HKSCS"), ("euc-tw", "EUC-TW"),
    ("gb18030", "GB18030"), ("gbk", "GB18030"), ("gb2312", "GB18030"),
  ]

  /// Where a page has to say it, in bytes.
  private static let head = 4096

  /// `charset=` in a meta tag, with or without quotes.
  private static func named(_ page: [UInt8]) -> String? {
    let head = String(decoding: page.prefix(Self.head).map { $0 < 0x80 ? $0 : 0x20 }, as: UTF8.self)
      .lowercased()
    var rest = Array(head.utf8)[...]
    let word = Array("charset".utf8)
    while let index = rest.indices.first(where: { rest[$0...].starts(with: word) }) {
      rest = rest[(index + word.count)...]
      let value = rest.drop { $0 <= 0x20 }
      guard value.first == UInt8(ascii: "=") else { continue }
      let name = value.dropFirst().drop { $0 <= 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
      return told.first { name.starts(with: $0.name.utf8) }?.charset
    }
    return nil
  }
}
