/// Of which reports a rule speaks. All that is said must hold.
package struct Applicability: Sendable {
  package struct Years: Sendable {
    package let comparison: ComparisonOperator
    /// Any of them will do; only one unless the comparison is `==`.
    package let years: [Int]

    package func holds(_ year: Int) -> Bool {
      years.contains { bound in
        switch comparison {
        case .equal: year == bound
        case .unequal: year != bound
        case .less: year < bound
        case .lessOrEqual: year <= bound
        case .greater: year > bound
        case .greaterOrEqual: year >= bound
        }
      }
    }
  }

  /// Nil when it speaks of all.
  package var editions: [String]?
  package var years: [Years] = []
  /// For each of the schema's sets of agency kinds, the names that will do; nil when any will.
  package var agencies: [[Int]?] = []

  /// Nothing said: every report.
  package static let all = Applicability()

  package func holds(year: Int) -> Bool { years.allSatisfy { $0.holds(year) } }
}
