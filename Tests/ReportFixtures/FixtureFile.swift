/// A random report in one of its plain-text layouts, with what it was made of.
public struct FixtureFile: Sendable {
  public let report: FixtureReport
  public let layout: PlainTextLayout
  public let text: String
  /// As they were written, damage and all.
  public let tables: [FormTable]

  /// Random in all that a layout leaves open; damaged in the one table that is named.
  public init(
    _ layout: PlainTextLayout, damage: Damage? = nil, table: Int = 1, _ random: inout SplitMix64
  ) {
    let report = FixtureReport(&random)
    var tables = FormTable.all(report, CellStyle(&random))
    if let damage { tables[table].apply(damage, &random) }
    let writer = PlainTextWriter(&random)
    self.report = report
    self.layout = layout
    self.tables = tables
    self.text = writer.write(report, tables: tables, layout: layout, &random)
  }
}
