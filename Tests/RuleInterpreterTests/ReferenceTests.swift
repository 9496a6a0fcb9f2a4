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
      let cells = Self.cells(&generator)
      for (program, result) in zip(programs, interpreter.run(Self.facts(cells))) {
        let expected = ReferenceEvaluator.outcomes(program, cells: cells)
        let came = result.instances.map(Self.outcome)
        #expect(came == expected, "\(program.text(id: "r"))\n\(cells)")
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
      let cells = Self.cells(&generator)
      let before = interpreter.run(Self.facts(cells)).map { $0.instances.map(Self.outcome) }
      for _ in 0..<6 {
        let filled = cells.map { row in row.map { $0 ?? generator.below(9) } }
        let after = interpreter.run(Self.facts(filled)).map { $0.instances.map(Self.outcome) }
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

  /// Small numbers, so that equality comes up; a quarter could not be read.
  private static func cells(_ generator: inout SeededGenerator) -> [[Int?]] {
    SmallSubject.rows.map { _ in
      SmallSubject.columns.map { _ in generator.below(4) == 0 ? nil : generator.below(5) }
    }
  }

  private static func facts(_ cells: [[Int?]]) -> Facts {
    var facts = SmallSubject.facts()
    facts.tables[0] = cells.joined().map { cell in
      cell.map { .value(Figure(millionths: Int64($0) * Figure.scale), nil) }
        ?? .missing(cause: "unreadable", nil)
    }
    return facts
  }

  private static func outcome(_ instance: InstanceResult) -> ReferenceEvaluator.Outcome {
    switch instance.outcome {
    case .pass: .pass
    case .fail: .fail
    case .notAssessable: .notAssessable
    }
  }
}
