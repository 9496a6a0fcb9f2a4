import Foundation
import RuleLanguage
import Testing

/// Whatever stands in a rule file, the checker answers; it never traps.
@Suite struct FuzzTests {
  /// A small generator with a seed, so that a failure can be repeated.
  struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let pieces: [String] = [
    "rule r error \"a\" {", "}", "{", "(", ")", "[", "]", ",", "t3", "t3[新收, 自然人]", "==", "=", "+", "-", "*",
    "/",
    "/a(?P<n>\\d+)/", "/[/", "\"", "\"{lhs}\"", "\"{", "“", "”", "，", "：", "＝", "for 列 in t3.columns",
    "where", "check",
    "forbid m in find(正文, /甲/)", "message \"甲\"", "basis \"乙\"", "applies edition 2021", "example pass {",
    "claim 数 : 件 {",
    "pattern /(?P<n>\\d+)件/ in 正文", "scope of_which before /其中/", "list 词 from \"lists/words.txt\"",
    "words(正文, 词)",
    "claims(数)", "sum(", "count(x in t3.rows)", "not", "and", "or", "else", "within", "1",
    "99999999999999999999", "0.1234567",
    "known(", "date(", ".", "..", "\n", "#", "\\", "\u{0}", "\u{FEFF}", "。", "列", "lhs", "report.year",
    "true", "'", "&&",
  ]

  @Test(arguments: 0..<40)
  func piecesInAnyOrder(_ seed: UInt64) {
    var generator = Generator(state: seed)
    for _ in 0..<40 {
      let count = Int.random(in: 0..<60, using: &generator)
      let text = (0..<count).map { _ in Self.pieces.randomElement(using: &generator) ?? "" }
      answer(Array(text.joined(separator: Bool.random(using: &generator) ? " " : "").utf8))
    }
  }

  @Test(arguments: 0..<20)
  func anyBytes(_ seed: UInt64) {
    var generator = Generator(state: seed &+ 1000)
    for _ in 0..<40 {
      answer(
        (0..<Int.random(in: 0..<200, using: &generator)).map { _ in
          UInt8.random(in: 0...255, using: &generator)
        })
    }
  }

  @Test(arguments: GoldenTests.names)
  func changedFiles(_ name: String) throws {
    let file = GoldenTests.folder.appendingPathComponent(name + ".rules")
    let original = [UInt8](try Data(contentsOf: file))
    var generator = Generator(state: UInt64(original.count))
    for _ in 0..<60 { answer(Self.changed(original, &generator)) }
  }

  /// Depth and length that would overflow a careless parser's stack.
  @Test(arguments: [
    ("(", ""), ("not ", ""), ("-", ""), ("1 + ", "1"), ("sum(", ""), ("t3[", ""), ("a.", "a"), ("1 or ", "1"),
  ])
  func deepNesting(_ piece: String, _ last: String) {
    let expression = String(repeating: piece, count: 50_000) + last
    answer(Array("rule r error \"a\" { basis \"b\" check \(expression)\n message \"{\(expression)}\" }".utf8))
  }

  private static func changed(_ original: [UInt8], _ generator: inout Generator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
      let index = bytes.indices.randomElement(using: &generator) ?? 0
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: bytes.remove(at: index)
      case 1: bytes[index] = UInt8.random(in: 0...255, using: &generator)
      case 2:
        bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...20, using: &generator)))
      default: bytes.insert(contentsOf: (pieces.randomElement(using: &generator) ?? "").utf8, at: index)
      }
    }
    return bytes
  }

  /// A failure always says why.
  private func answer(_ bytes: [UInt8]) {
    let files = [
      RuleFile(name: "fuzz.rules", bytes: bytes),
      RuleFile(name: "lists/words.txt", bytes: bytes + Array("\n甲".utf8)),
    ]
    switch CheckedRules.check(files, against: SmallSchema.schema) {
    case .success: break
    case .failure(let errors): #expect(!errors.diagnostics.isEmpty)
    }
  }
}
