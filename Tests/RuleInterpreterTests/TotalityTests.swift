import Diagnostics
import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// A folder that passed the check never traps and never exceeds its bound, on any report.
@Suite struct TotalityTests {
  /// Clauses with every kind of construct; `%` stands for something drawn.
  private static let clauses: [String] = [
    "forbid m in find(正文, /%/, /[甲乙]+\\d*/) where contains(m.context, \"%\")",
    "forbid m in find(document, /(?P<n>\\d+)件/) where m.n == \"12\"",
    "forbid m in words(正文, 词) where m.text != \"%\"",
    "for c in claims(件数) where c.scope != earlier_year check c.value == t3[新收, 总计] within 2",
    "for 甲 in find(正文, /%/) check matches(甲.context, /%/)",
    "for 节 in sections check 节.present and not matches(节.text, /%/)",
    "for 行 in t3.rows for 列 in t3.columns check t3[行, 列] / t3[新收, 总计] <= 1 or not known(t3[行, 列])",
    "for 行 in t3.results check t3[行, 总计] * 9000000000000 - prev.t3[行, 总计] != prev.t3[新收, 总计] / 0.000001",
    "check report.published <= date(report.year + 1, 1, 31) and report.title_year == prev.year + 1",
    "forbid m in find(prev.words, /%/) where contains(正文, m.text)",
    "check section(7).present and section(99).text == prev.words",
    "check max(t3[行, 总计] for 行 in t3.rows where t3[行, 总计] > 3) < sum(t3[行, 总计] for 行 in t3.results)",
    "check t2[收费, 金额] + t2[收费, 增减] >= -1 or 正文 == document",
  ]
  private static let applies = [
    "", "applies edition 2021", "applies year >= 2021", "applies agency 乡镇 and year 2020, 2021",
  ]
  private static let words = ["件", "甲", "乙丙", "一", "收到", "信息条", "其中"]
  private static let prose = [
    "收到申请12件", "甲", "乙丙", "。", "\n", "其中", "99999999999999999999件", "１２", " ", "一", "，", "信息条", "\u{FEFF}",
    "é",
    "𠀀", "去年收到3件",
  ]
  private static let figures: [Int64] = [0, 1, -1, 500_000, 1_000_000, 17_000_000, .max, .min, .max / 2]

  @Test(arguments: 0..<60)
  func anyReport(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed &* 977 &+ 5)
    let interpreter = Interpreter(
      try SmallSubject.checked(Self.folder(&generator), lists: ["lists/words.txt": "甲乙\n丙\n信息条"]),
      functions: SmallSubject.functions)
    for _ in 0..<4 {
      let facts = Self.facts(&generator)
      let (results, _) = interpreter.runReadingClaims(facts)
      #expect(results.count == interpreter.rules.rules.count)
      #expect(results.allSatisfy { $0.instances.count <= 10_010 })
      #expect(results.flatMap(\.instances).allSatisfy { $0.outcome == .pass || !$0.message.isEmpty })
      // What was asked for when the bound was passed may be as long as the longest text, once.
      #expect(interpreter.mostWork(facts) <= 1_000_000 + 200_000)
    }
  }

  private static func folder(_ generator: inout SeededGenerator) -> String {
    let head = """
      list 词 from "lists/words.txt"
      claim 件数 : 件 {
        pattern /(?P<n>[\\d一二三]+)件/ in 正文
        scope earlier_year before /去年/
      }

      """
    return head
      + clauses.enumerated().map { number, clause in
        var text = ""
        for piece in clause {
          text += piece == "%" ? words[generator.below(words.count)] : String(piece)
        }
        let needs = text.contains("prev.") ? "needs prev = archive(report.title, report.year - 1)" : ""
        return """
          rule r-\(number) error "核对" {
            basis "依据"
            \(applies[generator.below(applies.count)])
            \(needs)
            \(text)
            message "不符 {report.year} {report.title}"
          }
          """
      }.joined(separator: "\n")
  }

  private static func facts(_ generator: inout SeededGenerator) -> Facts {
    let edition = [nil, "2019", "2021", "1999"][generator.below(4)]
    var facts = SmallSubject.facts(edition: edition, prose: text(&generator))
    facts.year = [nil, 2020, 2021, .max][generator.below(4)]
    facts.agencyKinds = [[], [nil, nil], [0, 1], [99, -1]][generator.below(4)]
    facts.tables = facts.tables.map { table in table.map { _ in cell(&generator) } }
    if generator.below(8) == 0 { facts.tables = Array(facts.tables.prefix(1)) }
    if generator.below(8) == 0 { facts.globals = Array(facts.globals.prefix(generator.below(4))) }
    if generator.below(4) == 0, facts.globals.count > 2 {
      facts.globals[2] = .record(name: "report", fields: [value(&generator), value(&generator)])
    }
    if generator.below(3) == 0, facts.globals.count > 3 {
      facts.globals[3] = .list((0..<generator.below(60)).map { SmallSubject.section($0, text: "甲乙\($0)") })
    }
    facts.archive = archive(&generator)
    return facts
  }

  private static func text(_ generator: inout SeededGenerator) -> String {
    let count = [0, 3, 50, 20_000][generator.below(4)]
    return (0..<count).map { _ in prose[generator.below(prose.count)] }.joined()
  }

  private static func cell(_ generator: inout SeededGenerator) -> CellFact {
    generator.below(4) == 0
      ? .missing(cause: "blank", nil)
      : .value(Figure(millionths: figures[generator.below(figures.count)]), SourceSpan(1, 2))
  }

  /// Of any type, whatever the schema says.
  private static func value(_ generator: inout SeededGenerator) -> Value {
    switch generator.below(6) {
    case 0: .truth(true)
    case 1: .number(Figure(millionths: figures[generator.below(figures.count)]), span: nil)
    case 2: .textElsewhere("乙丙")
    case 3: .list([.index(3)])
    case 4: .index(-5)
    default: .missing(cause: "blank")
    }
  }

  private static func archive(_ generator: inout SeededGenerator) -> ArchiveLookup? {
    let facts = EarlierFacts(
      edition: ["2019", "2021", "?"][generator.below(3)],
      tables: generator.below(4) == 0 ? [] : [(0..<21).map { _ in cell(&generator) }],
      record: generator.below(4) == 0
        ? value(&generator) : .record(name: "earlier", fields: [.whole(2020), value(&generator)]))
    switch generator.below(4) {
    case 0: return nil
    case 1: return { _ in .notFound }
    case 2: return { _ in .nothing }
    default: return { _ in .report(facts) }
    }
  }
}
