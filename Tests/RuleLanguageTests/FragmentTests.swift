import RuleLanguage
import Testing

/// Parts of patterns that have names.
@Suite struct FragmentTests {
  private static func check(_ files: [(name: String, text: String)]) throws -> CheckedRules {
    let files = files.map { RuleFile(name: $0.name, bytes: Array($0.text.utf8)) }
    return try CheckedRules.check(files, against: SmallSchema.schema).get()
  }

  private static func matches(_ pattern: Pattern, _ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return pattern.matches(bytes.span)
  }

  private static let claim = "claim 收到 : 件 { pattern /收到{数件}/ in 正文 use 往年的 }"

  @Test func fragmentsAndScopesAreSharedByAllFilesWhateverTheirOrder() throws {
    let rules = try Self.check([
      ("a.rules", Self.claim),
      ("b.rules", "fragment 数件 /(?P<n>\\d+){件}/ scopes 往年的 { scope of_which before /{件}$/ }"),
      ("c.rules", "fragment 件 /件|宗/"),
    ])
    let claim = try #require(rules.claims.first)
    #expect(rules.patterns[claim.sources[0].pattern].text == "收到(?:(?P<n>\\d+)(?:件|宗))")
    #expect(claim.scopes.map(\.origin.file) == ["b.rules"])
    #expect(rules.warnings.isEmpty)
  }

  /// The same pattern twice is a slip; in another text it is another pattern.
  @Test(arguments: [("正文", 1), ("全文", 0)])
  func aPatternIsRepeatedInTheSameTextOnly(_ second: String, _ warnings: Int) throws {
    let rules = try Self.check([
      ("a.rules", "claim 收到 : 件 { pattern /收到(?P<n>\\d+)件/ in 正文 pattern /收到(?P<n>\\d+)件/ in \(second) }")
    ])
    #expect(rules.warnings.count == warnings)
  }

  /// A choice inside a fragment does not reach out of it.
  @Test func aFragmentIsOneThing() throws {
    let rules = try Self.check([
      ("a.rules", "fragment 件 /件|宗/ claim 收到 : 件 { pattern /收到(?P<n>\\d+){件}/ in 正文 }")
    ])
    let pattern = rules.patterns[rules.claims[0].sources[0].pattern]
    #expect(!Self.matches(pattern, "宗"))
    #expect(Self.matches(pattern, "收到3宗"))
  }

  /// Only groups with names are anybody's, and however many others stand before them, they are found.
  @Test(arguments: [1, 15, 16, 17, 40])
  func groupsWithoutNamesDoNotCount(_ others: Int) throws {
    let pattern = try Pattern(String(repeating: "(收|到)", count: others) + "(?P<n>\\d+)件")
    let group = try #require(pattern.group("n"))
    #expect(group == 1)
    let text = Array((String(repeating: "收", count: others) + "37件").utf8)
    var found: [String] = []
    pattern.each(in: text.span) { ranges in
      if let range = ranges[group] { found.append(String(decoding: text[range], as: UTF8.self)) }
    }
    #expect(found == ["37"])
  }

  /// The same group in each branch of a choice: what took part is what it holds.
  @Test(arguments: ["收到8件", "受理8宗"])
  func aGroupMayStandInEveryBranch(_ text: String) throws {
    let pattern = try Pattern("收到(?P<n>\\d)件|受理(?P<n>\\d)宗")
    let group = try #require(pattern.group("n"))
    let bytes = Array(text.utf8)
    var found: [String] = []
    pattern.each(in: bytes.span) { ranges in
      if let range = ranges[group] { found.append(String(decoding: bytes[range], as: UTF8.self)) }
    }
    #expect(found == ["8"])
  }

  @Test func manyNamedGroupsAreAllFound() throws {
    let pattern = try Pattern((1...30).map { "(?P<g\($0)>\\d)" }.joined())
    let text = Array((1...30).map { String($0 % 10) }.joined().utf8)
    var found: [Int?] = []
    pattern.each(in: text.span) { ranges in found = (1...30).map { ranges[$0]?.lowerBound } }
    #expect(found == (0..<30).map { $0 })
  }

  @Test(arguments: [
    ("a(b)(?:c)(?P<n>d)", "a(?:b)(?:c)(?P<n>d)"), ("\\((a)\\)", "\\((?:a)\\)"), ("[(](a)[)]", "[(](?:a)[)]"),
    ("[]((](a)", "[]((](?:a)"), ("[^](](a)", "[^](](?:a)"), ("[[:alpha:](](a)", "[[:alpha:](](?:a)"),
    ("\\Q(a)\\E", "\\Q(a)\\E"), ("(", "(?:"), ("a\\", "a\\"), ("[(", "[("),
  ])
  func namelessGroupsAreFoundAsSuch(_ written: String, _ expected: String) {
    #expect(PatternPieces.withNamedGroupsOnly(written) == expected)
  }

  @Test(arguments: [
    ("{件}", ["件"]), ("a{2,3}{件数}?", ["件数"]), ("\\{件}", []), ("[{件}]", []), ("\\x{FFFD}\\p{Han}", []),
    ("{件", []), ("{}", []), ("{2}", []), ("{件 数}", []), ("{a_1}{件}", ["a_1", "件"]),
  ])
  func namesOfFragmentsAreFound(_ written: String, _ expected: [String]) {
    let names = PatternPieces.of(Array(written.utf8)).compactMap { piece in
      if case .fragment(let name, _) = piece { name } else { nil }
    }
    #expect(names == expected)
  }

  /// What an attacker would write: told at once, with nothing used up.
  @Test func fragmentsWithoutEndAreRefused() {
    let chain = (0..<20_000).map { "fragment f\($0) /{f\($0 + 1)}/" }.joined(separator: "\n")
    let braces = String(repeating: "{", count: 200_000)
    let classes = "[" + String(repeating: "[:", count: 200_000)
    for text in [chain + "\nfragment f20000 /甲/", "fragment f /\(braces)/", "fragment f /\(classes)/"] {
      #expect(throws: RuleErrors.self) { try Self.check([("a.rules", text)]) }
    }
    #expect(PatternPieces.of(Array(braces.utf8)) == [.plain(0..<200_000)])
  }

  /// A pattern of a scope is tried on a part of a line; ends of lines inside are none of its own.
  @Test func theEndOfALinePartIsItsOwn() throws {
    let pattern = try Pattern("其中$", isOfLine: true)
    #expect(Self.matches(pattern, "共3件，其中"))
    #expect(!Self.matches(pattern, "其中3件"))
    #expect(Self.matches(try Pattern("^其中", isOfLine: true), "其中3件"))
  }
}
