/// Tables of HTML within a text, as Markdown allows and editors export them: each row drawn with pipes on a line of
/// its own, so that the text is read like any other.
enum MarkupTables {
  /// The same text where it holds no such table. Line ends stay where they are, but for rows that share a line.
  static func drawn(_ text: [UInt8]) -> [UInt8] {
    guard let first = tag("<table", in: text[...]) else { return text }
    var result = Array(text[..<first])
    var rest = text[first...]
    while let start = tag("<table", in: rest) {
      result += rest[..<start]
      let end = tag("</table", in: rest[start...]) ?? rest.endIndex
      result += rows(rest[start..<end])
      rest = rest[end...]
      if let close = rest.firstIndex(of: UInt8(ascii: ">")), !rest.isEmpty { rest = rest[(close + 1)...] }
    }
    return result + rest
  }

  private static func rows(_ table: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var index = table.startIndex
    while let open = table[index...].firstIndex(of: UInt8(ascii: "<")),
      let close = table[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      result += table[index..<open]
      result += drawing(of: name(table[open..<close]), after: result)
      index = close + 1
    }
    return result + table[index...]
  }

  /// What stands for a tag: a bar before a cell and behind a row, nothing for the rest.
  private static func drawing(of name: String, after drawn: [UInt8]) -> [UInt8] {
    let bar = UInt8(ascii: "|")
    switch name {
    case "td", "th": return [bar]
    case "/tr": return [bar]
    case "tr": return drawn.last == bar ? [UInt8(ascii: "\n")] : []
    case "br", "br/", "p", "div": return [UInt8(ascii: " ")]
    default: return []
    }
  }

  /// `td` of `<td colspan="2"`, in small letters.
  private static func name(_ tag: ArraySlice<UInt8>) -> String {
    let letters = tag.dropFirst().prefix { $0 > UInt8(ascii: " ") }
    return String(decoding: letters, as: UTF8.self).lowercased()
  }

  private static func tag(_ name: String, in text: ArraySlice<UInt8>) -> Int? {
    let wanted = Array(name.utf8)
    return text.indices.first { index in
      text[index] == wanted[0] && text.count - (index - text.startIndex) >= wanted.count
        && zip(text[index...], wanted).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }
}
