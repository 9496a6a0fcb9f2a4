import Diagnostics

/// Works out which agency a report is of.
enum Agency {
  /// The title's agency; a title such as 县政府办2022年… is completed by the place; a report without a
  /// title is that of the line that names one, or its place's.
  static func find(title: Title?, byline: String?, prose: FoldedText) -> String? {
    guard let named = (title?.agency ?? byline).map(canonical) else { return Places(prose).best(kind: nil) }
    guard let kind = genericKind(named), let place = Places(prose).best(kind: kind) else { return named }
    return place + String(named.dropFirst())
  }

  /// One name for one agency: 云溪县人民政府 is 云溪县, 云溪县人民政府办公室 is 云溪县政府办公室, 云溪盟行政公署 is 云溪盟,
  /// so that reports of several years and hands come together.
  static func canonical(_ name: String) -> String {
    let bytes = Array(name.utf8)[...].droppingLast("人民政府").droppingLast("行政公署")
    for (office, short) in [("人民政府办", "政府"), ("行政公署办", "行署")] as [(Needle, String)] {
      guard let index = bytes.first(office), index > bytes.startIndex else { continue }
      return bytes[bytes.startIndex..<index].string + short + bytes[(index + 12)...].string
    }
    return bytes.isEmpty ? name : bytes.string
  }

  /// 县, 市, 区, 镇, 乡 when the name begins with that alone, as if everybody knew which.
  private static func genericKind(_ name: String) -> Needle? {
    let bytes = Array(name.utf8)[...]
    return Places.kinds.first { bytes.begins($0) }
  }
}

/// The place names in a text, by how often and how tellingly they stand there.
struct Places {
  static let kinds: [Needle] = ["县", "市", "区", "镇", "乡"]
  private static let followers: [Needle] = ["人民政府", "政府", "委", "门户", "20"]
  /// Words that stand where a name's first character could, and are none.
  private static let generic: Set<String> = [
    "全", "各", "我", "本", "该", "由", "在", "对", "与", "和", "及", "向", "为", "从", "据", "经", "按", "将", "把", "使",
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两", "每", "省", "州", "市", "县", "区", "镇", "乡", "所", "有",
    "其", "相", "被", "让", "给", "以", "到", "上", "下", "同", "老", "新", "加", "开", "进", "推", "组", "设",
  ]
  private static let openers: [Needle] = ["，", "。", "、", "；", "：", "（", "《", "“", "\n", "年", "公布", "与"]

  private var scores: [String: Int] = [:]
  private var order: [String] = []

  /// A name has two to four characters before its kind.
  private static let lengths = 2...4

  init(_ prose: FoldedText) {
    let text = prose.bytes[...]
    for opener in Self.openers {
      var rest = text
      while let index = rest.first(opener) {
        let start = index + opener.bytes.count
        consider(text[start...])
        rest = text[start...]
      }
    }
    consider(text)
  }

  /// The place named most; of one kind when a kind is asked for.
  func best(kind: Needle?) -> String? {
    let fitting = order.filter { name in kind.map { Array(name.utf8)[...].ends($0) } ?? true }
    let best = fitting.max { (scores[$0] ?? 0) < (scores[$1] ?? 0) }
    return best.flatMap { (scores[$0] ?? 0) >= 3 ? $0 : nil }
  }

  private mutating func consider(_ text: ArraySlice<UInt8>) {
    for length in Self.lengths {
      let end = text.startIndex + 3 * length
      guard end + 3 <= text.endIndex, Self.isHan(text[text.startIndex..<end]) else { return }
      guard let kind = Self.kinds.first(where: { text[end...].begins($0) }) else { continue }
      let name = text[text.startIndex..<(end + kind.bytes.count)].string
      guard let first = name.first, !Self.generic.contains(String(first)) else { return }
      let isTelling = Self.followers.contains { text[(end + 3)...].begins($0) }
      if scores[name] == nil { order.append(name) }
      scores[name, default: 0] += isTelling ? 3 : 1
      return
    }
  }

  /// Three-byte characters from U+4E00 on, that is, lead bytes E4…E9.
  private static func isHan(_ text: ArraySlice<UInt8>) -> Bool {
    stride(from: text.startIndex, to: text.endIndex, by: 3).allSatisfy { (0xE4...0xE9).contains(text[$0]) }
  }
}
