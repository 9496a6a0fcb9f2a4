import Figures
import RuleInterpreter
import RuleLanguage
import Testing

/// The interpreter against a naive reading of the same semantics, on rules and reports drawn at random.
@Suite struct ReferenceTests {
  private static let programsAFile = 40

  @Test(arguments: 0..<25)
  func interpreterAgreesWithTheReference(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let (programs, interpreter) = try Self.programs(&generator)
    for _ in 0..<6 {
      let sheet = Self.sheet(&generator)
      let earlier = generator.below(4) == 0 ? nil : Self.sheet(&generator)
      let year = [nil, 2020, 2021][generator.below(3)]
      let facts = Self.facts(sheet, earlier: earlier, year: year)
      for (program, result) in zip(programs, interpreter.run(facts)) {
        let expected = ReferenceEvaluator.outcomes(program, sheet, earlier: earlier, year: year)
        let came = result.instances.map(Self.outcome)
        #expect(came == expected, "\(program.text(id: "r"))\n\(sheet)")
      }
    }
  }

  /// A verdict that was given with cells missing stands whatever the cells turn out to be.
  @Test(arguments: 100..<115)
  func verdictsOnMissingCellsStandWhateverTheyAre(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let (programs, interpreter) = try Self.programs(&generator)
    // Asking whether a cell is known is asking of the reading: filling it in changes the answer.
    let plain = programs.indices.filter { !programs[$0].text(id: "r").contains("known(") }
      .filter { !programs[$0].text(id: "r").contains(" else ") }
    for _ in 0..<4 {
      let sheets = [Self.sheet(&generator), Self.sheet(&generator)]
      let before = interpreter.run(Self.facts(sheets[0], earlier: sheets[1])).map {
        $0.instances.map(Self.outcome)
      }
      for _ in 0..<6 {
        let filled = sheets.map { Self.filled($0, &generator) }
        let after = interpreter.run(Self.facts(filled[0], earlier: filled[1])).map {
          $0.instances.map(Self.outcome)
        }
        for index in plain where programs[index].filter == nil {
          let pairs = zip(before[index], after[index])
          #expect(
            pairs.allSatisfy { $0 == .notAssessable || $0 == $1 }, "\(programs[index].text(id: "r"))")
        }
      }
    }
  }

  private static func programs(
    _ generator: inout SeededGenerator
  ) throws -> ([RandomProgram], Interpreter) {
    let programs = (0..<programsAFile).map { _ in RandomProgram.draw(&generator) }
    let text = programs.enumerated().map { $1.text(id: "r-\($0)") }.joined(separator: "\n")
    return (programs, Interpreter(try SmallSubject.checked(text), functions: []))
  }

  /// Small numbers, so that equality comes up; a quarter could not be read, and some rows are known to be one
  /// of a few.
  private static func sheet(_ generator: inout SeededGenerator) -> ReferenceEvaluator.Sheet {
    var sheet = ReferenceEvaluator.Sheet(
      cells: SmallSubject.rows.map { _ in
        SmallSubject.columns.map { _ in generator.below(4) == 0 ? nil : generator.below(5) }
      })
    for _ in 0..<generator.below(3) {
      let row = generator.below(sheet.cells.count)
      sheet.cells[row] = SmallSubject.columns.map { _ in nil }
      sheet.joined[row] = (0..<(2 + generator.below(2))).map { _ in
        SmallSubject.columns.map { _ in generator.below(5) }
      }
    }
    return sheet
  }

  /// What a sheet may have been.
  private static func filled(
    _ sheet: ReferenceEvaluator.Sheet, _ generator: inout SeededGenerator
  ) -> ReferenceEvaluator.Sheet {
    var cells = sheet.cells
    for (row, ways) in sheet.joined.sorted(by: { $0.key < $1.key }) {
      cells[row] = ways[generator.below(ways.count)]
    }
    return ReferenceEvaluator.Sheet(cells: cells.map { row in row.map { $0 ?? generator.below(9) } })
  }

  private static func facts(
    _ sheet: ReferenceEvaluator.Sheet, earlier: ReferenceEvaluator.Sheet?, year: Int? = 2021
  ) -> Facts {
    var facts = SmallSubject.facts()
    facts.year = year
    facts.tables[0] = table(sheet.cells)
    facts.ambiguities = ambiguities(sheet)
    let before = earlier.map { sheet in
      EarlierFacts(
        edition: "2021", tables: [table(sheet.cells), facts.tables[1]], ambiguities: ambiguities(sheet),
        record: .record(name: "earlier", fields: [.whole(2020), .textElsewhere("甲")]))
    }
    facts.archive = { _ in before.map { .report($0) } ?? .notFound }
    return facts
  }

  private static func ambiguities(_ sheet: ReferenceEvaluator.Sheet) -> [Ambiguity] {
    let width = SmallSubject.columns.count
    return sheet.joined.map { row, ways in
      Ambiguity(
        table: 0, cells: Array((row * width)..<((row + 1) * width)),
        ways: ways.map { way in way.compactMap { Figure(Int64($0)) } })
    }
  }

  private static func table(_ cells: [[Int?]]) -> [CellFact] {
    cells.joined().map { cell in
      cell.map { .value(Figure(millionths: Int64($0) * Figure.scale), nil) }
        ?? .missing(cause: "unreadable", nil)
    }
  }

  private static func outcome(_ instance: InstanceResult) -> ReferenceEvaluator.Outcome {
    switch instance.outcome {
    case .pass: .pass
    case .fail: .fail
    case .notAssessable: .notAssessable
    }
  }
}
