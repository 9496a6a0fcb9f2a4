import RuleInterpreter
import RuleLanguage
import Testing

/// What is told of a pattern before it is run is true of all its matches.
@Suite struct PatternOutlineTests {
  @Test(arguments: [
    ("申请(?P<n>\\d+)件", [["申请"], ["件"]]),
    ("(收到|受理)[^，]{0,8}申请", [["收到", "受理"], ["申请"]]),
    ("(?:共)?主动公开", [["主动公开", "共主动公开"]]),
    ("[零一二]件", [["零件", "一件", "二件"]]),
    ("公开+", [["公"], ["开"]]),
    ("[^开]{2,}|甲", []),
    ("甲.*乙|\\d丙", [["甲", "丙"]]),
    ("(?i)abc", []),
    ("\\Q甲\\E", []),
    ("甲\\.乙", [["甲.乙"]]),
    ("\\p{Han}{2}县", [["县"]]),
    ("甲{0}乙", [["乙"]]),
    ("a{1,2}{3}", []),
    ("[]甲]乙", [["]乙", "甲乙"]]),
    ("[a-c]乙", [["乙"]]),
    ("^$", []),
    ("甲([^乙](县|旗))丙", [["甲"], ["县丙", "旗丙"]]),
  ])
  func groups(_ pattern: String, _ expected: [[String]]) {
    let groups = PatternOutline(of: pattern).required.map { $0.map { String(decoding: $0, as: UTF8.self) } }
    #expect(Set(groups.map { Set($0) }) == Set(expected.map { Set($0) }))
  }

  @Test(arguments: 0..<20)
  func everyMatchHasThem(_ seed: UInt64) throws {
    var generator = RandomSource(state: seed &* 7919)
    for _ in 0..<150 {
      let pattern = Self.pattern(3, &generator)
      guard let compiled = try? Pattern(pattern) else { continue }
      let groups = PatternOutline(of: pattern).required
      for _ in 0..<40 {
        let text = (0..<Int.random(in: 0..<12, using: &generator))
          .map { _ in Self.characters.randomElement(using: &generator) ?? "甲" }.joined()
        guard compiled.matches(Array(text.utf8).span) else { continue }
        let missing = groups.filter { group in
          !group.contains { text.contains(String(decoding: $0, as: UTF8.self)) }
        }
        #expect(missing.isEmpty, "/\(pattern)/ matches “\(text)”")
      }
    }
  }

  @Test(arguments: [
    ("申请[^。；]{0,8}件", true), ("(^|[。；])申请.{2}", false), ("(^|[，。；])申请\\d+件[，。；]", true),
    ("情况。申请", false), ("[。；]?(共|。)申请", false), ("申请[^。]*", false), ("[^\\P{Han}]+件", true),
    ("[一-龥]+件", false), ("申请\\D件", false), ("(。|申请)+", false), ("。{1}", true), ("(?i)a", false),
    ("\\A申请。?", true),
  ])
  func sentences(_ pattern: String, _ isOfSentence: Bool) {
    #expect(PatternOutline(of: pattern).isOfSentence == isOfSentence)
  }

  /// Beginnings tried one by one, and parts of a text chosen by literals, come to what a plain search of it finds.
  @Test(arguments: 0..<20)
  func everyMatchIsFound(_ seed: UInt64) throws {
    var generator = RandomSource(state: seed &* 104_729 &+ 1)
    for _ in 0..<60 {
      let texts = (0..<6).map { _ in Self.pattern(2, &generator) }
      let patterns = texts.compactMap { try? Pattern($0) }
      // What is quoted is not followed: such a pattern is run over the whole text.
      let plain = try patterns.map { try Pattern("\\Q\\E(?:\($0.text))") }
      let gate = PatternGate(patterns.map { PatternOutline(of: $0.text) })
      for _ in 0..<12 {
        let text = Self.text(&generator, most: 60)
        let reading = gate.read(text.span)
        for (number, pattern) in patterns.enumerated() {
          var found: [Range<Int>] = []
          pattern.each(in: text.span, gate.places(of: number, reading)) { $0[0].map { found.append($0) } }
          var expected: [Range<Int>] = []
          plain[number].each(in: text.span) { $0[0].map { expected.append($0) } }
          #expect(found == expected, "/\(pattern.text)/ in “\(String(decoding: text, as: UTF8.self))”")
          let isFound = pattern.matches(text.span)
          let isExpected = plain[number].matches(text.span)
          #expect(isFound == isExpected, "/\(pattern.text)/")
        }
      }
    }
  }

  /// Many places where a match could begin are no more work than one search.
  @Test func manyBeginnings() throws {
    let pattern = try Pattern("(政府|信息)*申请")
    let text = Array((String(repeating: "政府信息", count: 20_000) + "申请").utf8)
    var found: [Range<Int>] = []
    pattern.each(in: text.span) { $0[0].map { found.append($0) } }
    #expect(found == [0..<text.count])
    let shortened = Array(text.dropLast(6))
    let isFound = pattern.matches(shortened.span)
    #expect(!isFound)
  }

  private static func text(_ generator: inout RandomSource, most: Int) -> [UInt8] {
    Array(
      (0..<Int.random(in: 0..<most, using: &generator))
        .map { _ in (characters + ["\n"]).randomElement(using: &generator) ?? "甲" }.joined().utf8)
  }

  private static let characters = ["甲", "乙", "丙", "件", "1", "2", "a", "，", "。", "；"]

  private static func pattern(_ depth: Int, _ generator: inout RandomSource) -> String {
    let parts = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
      atom(depth, &generator)
        + (["", "", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "??"].randomElement(using: &generator) ?? "")
    }
    return parts.joined()
  }

  private static func atom(_ depth: Int, _ generator: inout RandomSource) -> String {
    let plain =
      characters + [
        "\\d", "[^甲]", "[乙丙]", "[a-b]", ".", "\\p{Han}", "甲乙", "^", "$", "[^\\d，]", "\\.", "[^。；]",
        "[^\\P{Han}]", "[。；]", "[\\d乙]",
      ]
    guard depth > 0, Int.random(in: 0..<3, using: &generator) == 0 else {
      return plain.randomElement(using: &generator) ?? "甲"
    }
    let branches = (0..<Int.random(in: 1...3, using: &generator)).map { _ in pattern(depth - 1, &generator) }
    let head = ["(", "(?:", "(?P<n\(depth)>"].randomElement(using: &generator) ?? "("
    return head + branches.joined(separator: "|") + ")"
  }

  struct RandomSource: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }
}

/// A pattern is compiled only when it is needed, and is refused beforehand all the same.
@Suite struct LatePatternTests {
  @Test(arguments: ["(", "[甲", "甲{1001}", "(甲{1000}){1000}", "((\\pL{100}){100}){100}", "(?P<n甲)"])
  func wrongOnesAreRefusedAtOnce(_ text: String) {
    #expect(throws: PatternError.self) { try Pattern(text) }
  }

  /// Deeper than any stack: taken or refused, and nothing falls over.
  @Test(arguments: [100, 2_000, 100_000]) func deepNestingIsFollowedByNoStack(_ depth: Int) {
    let text = String(repeating: "(", count: depth) + "甲" + String(repeating: ")", count: depth)
    let bytes = Array("甲".utf8)
    let pattern = try? Pattern(text)
    #expect(pattern.map { $0.matches(bytes.span) } ?? (depth > 1_000))
  }

  /// What the scanner takes for well-formed is not looked at by RE2 until it is needed: it must compile then.
  @Test(arguments: [
    "甲{1000}", "(甲{40}){30}", "((甲|乙){0,9}){0,99}", "{2}甲", "甲{,2}", "甲{2", "[甲-乙]", "[乙-甲]", "[[:foo:]]",
    "[^甲]]", "(?P<n>甲)(?P<n>乙)", "(?P(甲)>)", "(?P=甲>)", "甲|", "()", "(|甲)*", "^*", "$+?", "[\\]甲]", "[甲\\b]",
    "甲}",
    "\\A*甲", "甲\\", "(?:甲", "甲)", "a**", "a*?", "a*??", "[]", "[^]",
  ])
  func theScannerVouchesForNoWrongOne(_ text: String) {
    // A range is never vouched for.
    let isSound = (try? Pattern("[a-b]?" + text)) != nil
    #expect(((try? Pattern(text)) != nil) == isSound)
  }

  @Test func groupsWithNamesAreKnownBeforehand() throws {
    let pattern = try Pattern("\\(甲(?P<n>乙[(]?)(?:丙)(丁)(?P<name>\\[)")
    #expect(pattern.groupNames == [nil, "n", "name"])
    #expect(pattern.group("name") == 2)
  }
}
