import Figures
import Reports

/// Draws figures that fulfil every identity of the official forms.
struct FigureDrawer {
  let edition: Edition
  var random: SplitMix64
  private var figures: [String: Figure] = [:]

  init(edition: Edition, random: SplitMix64) {
    self.edition = edition
    self.random = random
  }

  mutating func draw() -> [String: Figure] {
    drawTable2()
    drawTable3()
    drawTable4()
    return figures
  }

  private mutating func set(_ key: String, _ value: Int) { figures[key] = Figure(Int64(value)) ?? .zero }

  /// Mostly nothing, sometimes a little, rarely much: as the tables of a county are.
  private mutating func count() -> Int {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: 0
    case 5..<8: Int.random(in: 1...30, using: &random)
    case 8: Int.random(in: 31...999, using: &random)
    default: Int.random(in: 1000...2_345_678, using: &random)
    }
  }

  private mutating func drawTable2() {
    for key in FixtureReport.keys(.table2, edition) {
      if key.hasSuffix(".amount") {
        // Down to the 分: six places of 万元.
        let cents = Int64.random(in: 0...999_999_999, using: &random)
        figures[key] = Figure(millionths: random.once(in: 3) ? cents * 100 : cents / 1_000_000 * 1_000_000)
      } else {
        set(key, key.hasSuffix(".change") && random.once(in: 2) ? -count() : count())
      }
    }
  }

  private mutating func drawTable3() {
    let form = TableForm.table3
    let parts = form.columns.map(\.key).dropLast()
    let results = form.rows.filter { $0.editions.contains(edition) }.map(\.key).filter {
      !["new", "carried_in", "total", "carried_out"].contains($0)
    }
    var sums: [String: [Int]] = [:]
    for _ in parts {
      let values = results.map { _ in random.once(in: 4) ? count() : 0 }
      let total = values.reduce(0, +)
      let carriedOut = count()
      let carriedIn = Int.random(in: 0...(total + carriedOut), using: &random)
      for (row, value) in zip(results, values) { sums[row, default: []].append(value) }
      sums["total", default: []].append(total)
      sums["carried_out", default: []].append(carriedOut)
      sums["carried_in", default: []].append(carriedIn)
      sums["new", default: []].append(total + carriedOut - carriedIn)
    }
    for row in form.rows.map(\.key) {
      guard let values = sums[row] else { continue }
      for (part, value) in zip(parts, values) { set("t3.\(row).\(part)", value) }
      set("t3.\(row).total", values.reduce(0, +))
    }
  }

  private mutating func drawTable4() {
    for row in TableForm.table4.rows.map(\.key) {
      let values = (0..<4).map { _ in count() }
      for (column, value) in zip(TableForm.table4.columns.map(\.key), values + [values.reduce(0, +)]) {
        set("t4.\(row).\(column)", value)
      }
    }
  }
}
