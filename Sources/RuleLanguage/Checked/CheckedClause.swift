import Diagnostics

/// Loops, conditions and one demand.
package struct CheckedClause: Sendable {
  package enum Step: Sendable {
    case loop(Binding)
    case filter(CheckedExpression)
  }

  package enum Demand: Sendable {
    case check(CheckedExpression, Sides?)
    /// Each element that meets the condition is a failure.
    case forbid(Binding, CheckedExpression?)
  }

  package let steps: [Step]
  package let demand: Demand
  package let message: Template
  package let fix: Template?
  /// How many variables there are, the inner ones of aggregates included.
  package let slots: Int
}

/// A loop variable.
package struct Binding: Sendable {
  package let slot: Int
  package let list: CheckedExpression
  /// Of the variable.
  package let type: RuleType
}

/// The two sides of the comparison that a check is.
package struct Sides: Sendable {
  package let left: CheckedExpression
  package let leftType: RuleType
  package let right: CheckedExpression
  package let rightType: RuleType
}

/// A message with its parts to fill in.
package struct Template: Sendable {
  package enum Part: Sendable {
    case text(String)
    case value(CheckedExpression, RuleType)
  }

  package let parts: [Part]
}
