import Decoding
import Documents
import ReportFixtures
import Reports
import Testing

/// However a table is damaged, a cell is read as what it is, or not at all.
@Suite struct PlainTextDamageTests {
  @Test(arguments: Damage.allCases)
  func neverReadsAnotherFigure(damage: Damage) throws {
    let seed = Seed.announced("damage, \(damage)")
    var random = SplitMix64(seed: seed)
    var right = 0
    var missing: [MissingCause: Int] = [:]
    var wrongFiles = 0
    for number in 0..<Seed.cases(440) {
      let layout = PlainTextLayout.allCases[number % PlainTextLayout.allCases.count]
      let table = random.pick([0, 1, 1, 1, 2])
      let file = FixtureFile(layout, damage: damage, table: table, &random)
      guard let report = ReportReader.read(try Decoders.decode(Array(file.text.utf8))) else { continue }
      let comparison = Comparison(report, file.report)
      right += comparison.right
      missing.merge(comparison.missing, uniquingKeysWith: +)
      if !comparison.wrong.isEmpty {
        wrongFiles += 1
        if wrongFiles < 4 {
          Issue.record("seed \(seed), case \(number), \(layout): \(comparison.wrong)\n\(file.text)")
        }
      }
    }
    print("damage, \(damage): \(right) cells read, missing \(missing), files with a wrong cell \(wrongFiles)")
  }
}
