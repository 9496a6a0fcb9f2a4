/// The type of an expression of a rule.
public indirect enum RuleType: Sendable, Hashable {
  case truth
  /// A plain number: a ratio, a percentage, a position.
  case number
  /// 件 and every other thing that is counted; at least zero.
  case count
  /// Money in 万元; at least zero.
  case amount
  case year
  case date
  case text
  /// A record of the schema, by its name.
  case record(String)
  /// A row of a table, by the table's key.
  case row(String)
  /// A column of a table, by the table's key.
  case column(String)
  /// One of a closed set of names, such as `scope`.
  case name(String)
  case list(RuleType)

  /// The set of names that says how much of the year a claim speaks of.
  public static let scope = RuleType.name("scope")
}

extension RuleType {
  /// How a rule author calls it.
  public var title: String {
    switch self {
    case .truth: "真假"
    case .number: "数"
    case .count: "件数"
    case .amount: "万元"
    case .year: "年份"
    case .date: "日期"
    case .text: "文字"
    case .record(let name): "\(name.prefix { $0 != "#" }) 记录"
    case .row(let table): "\(table) 的行"
    case .column(let table): "\(table) 的列"
    case .name(let set): "\(set) 的名称"
    case .list(let element): "\(element.title)的列表"
    }
  }

  var isQuantity: Bool {
    switch self {
    case .number, .count, .amount: true
    default: false
    }
  }

  /// Whether two of it can be told smaller and greater.
  var isOrdered: Bool { isQuantity || self == .year || self == .date }
}
