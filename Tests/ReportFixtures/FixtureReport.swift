public import Figures
public import Reports

/// A report that nobody wrote: its figures add up, its place does not exist.
public struct FixtureReport: Sendable {
  /// As the title has it: 云溪县人民政府.
  public var agency: String
  /// The one name that stands for it: 云溪县.
  public var canonicalAgency: String
  public var year: Int
  public var edition: Edition
  /// `YYYY-MM-DD`; nil when the report does not say.
  public var published: String?
  /// By key, such as `t3.new.natural`.
  public var figures: [String: Figure]
  /// The paragraphs of sections 1, 5 and 6.
  public var prose: [Int: [String]]

  /// A random report.
  public init(_ random: inout SplitMix64) {
    self.init(edition: random.pick(Edition.allCases), &random)
  }

  public init(edition: Edition, _ random: inout SplitMix64) {
    let place = Names.place(&random)
    let office = random.pick(Names.offices)
    self.agency = place + office.full
    self.canonicalAgency = place + office.canonical
    self.edition = edition
    self.year =
      edition == .form2021 ? Int.random(in: 2021...2025, using: &random) : random.pick([2019, 2020])
    let day = Int.random(in: 10...28, using: &random)
    self.published = random.once(in: 2) ? nil : "\(year + 1)-01-\(day)"
    var drawer = FigureDrawer(edition: edition, random: random)
    self.figures = drawer.draw()
    random = drawer.random
    self.prose = Prose.sections(place: place, year: year, figures: figures, edition: edition, &random)
  }

  public func figure(_ key: String) -> Figure { figures[key] ?? .zero }

  /// The keys of a table's cells in an edition, row by row.
  public static func keys(_ form: TableForm, _ edition: Edition) -> [String] {
    form.rows.indices.flatMap { row in
      form.columns.indices.compactMap { column in
        guard let cell = form.cells[form.index(row: row, column: column)], cell.editions.contains(edition)
        else {
          return nil
        }
        return "\(form.key).\(form.rows[row].key).\(form.columns[column].key)"
      }
    }
  }
}

/// Places and offices that are nowhere.
enum Names {
  private static let first = ["云", "澜", "芜", "石", "青", "桐", "枫", "雁", "鹭", "栖", "砚", "岚", "榆", "汀", "沅"]
  private static let second = ["溪", "坪", "岭", "桥", "湾", "浦", "岗", "渡", "屏", "汐", "埔", "泽", "寨", "畈"]

  static let offices: [(full: String, canonical: String)] = [
    ("人民政府", ""), ("人民政府", ""), ("人民政府办公室", "政府办公室"), ("水务局", "水务局"), ("", ""),
    ("司法局", "司法局"), ("教育体育局", "教育体育局"),
  ]

  static func place(_ random: inout SplitMix64) -> String {
    random.pick(first) + random.pick(second) + random.pick(["县", "市", "区", "镇", "乡"])
  }
}
