/// Why something is not known: a sorted set of words such as `column_ambiguous`.
struct Causes: Sendable, Hashable {
  private(set) var words: [String]

  static let none = Causes(words: [])
  static let notInEdition = Causes("not_in_edition")
  /// A result that no figure can hold.
  static let outOfRange = Causes("out_of_range")
  static let divisionByZero = Causes("division_by_zero")
  /// The least or greatest of nothing.
  static let emptyList = Causes("empty_list")
  /// The rule asked for more work than any rule may.
  static let budget = Causes("budget_exceeded")
  /// The host gave a value of another type than its schema says.
  static let mismatch = Causes("value_mismatch")

  /// There are other reports of the agency in the archive, but not the one that the rule compares with.
  static let priorReportNotFound = Causes("prior_report_not_found")

  /// Whether the rule speaks of this report hangs on its year, which could not be told.
  static let yearUnknown = Causes("year_unknown")
  /// Or on what kind of body its agency is.
  static let agencyKindUnknown = Causes("agency_kind_unknown")

  init(_ word: String) { words = [word] }

  init(words: [String]) { self.words = words }

  var isEmpty: Bool { words.isEmpty }

  func union(_ other: Causes) -> Causes {
    if other.isEmpty || self == other { return self }
    if isEmpty { return other }
    return Causes(words: Array(Set(words).union(other.words)).sorted())
  }
}
