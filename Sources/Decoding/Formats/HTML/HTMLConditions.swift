/// Takes out what Word writes for old browsers around a list's number: `<![if !supportLists]>` and `<![endif]>`.
///
/// Every browser passes over these marks and shows what stands between them. libxml2 takes the first for a
/// declaration, and loses the rest of the page.
enum HTMLConditions {
  private static let opening = Array("<![".utf8)
  private static let data = Array("<![CDATA[".utf8)

  static func removed(_ page: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = page[...]
    while let index = rest.indices.first(where: {
      rest[$0] == opening[0] && rest[$0...].starts(with: opening)
    }),
      let end = rest[index...].firstIndex(of: UInt8(ascii: ">"))
    {
      result += rest[..<index]
      // What to do with CDATA is the parser's business.
      if rest[index...].starts(with: data) { result += rest[index...end] }
      rest = rest[(end + 1)...]
    }
    return result + rest
  }
}
