import Diagnostics
import Figures

/// An expression as it was written.
struct ExpressionTree: Sendable {
  indirect enum Kind: Sendable {
    case number(Figure)
    case string(SourceSpan)
    case pattern(PatternTree)
    case truth(Bool)
    case name(String)
    case member(ExpressionTree, NameTree)
    case index(ExpressionTree, [ExpressionTree])
    case call(NameTree, [ExpressionTree])
    case negative(ExpressionTree)
    case not(ExpressionTree)
    case arithmetic(ArithmeticOperator, ExpressionTree, ExpressionTree)
    case comparison(ComparisonOperator, ExpressionTree, ExpressionTree, within: ExpressionTree?)
    case and(ExpressionTree, ExpressionTree)
    case or(ExpressionTree, ExpressionTree)
    case otherwise(ExpressionTree, ExpressionTree)
    case aggregate(NameTree, ExpressionTree, BindingTree, filter: ExpressionTree?)
  }

  let kind: Kind
  let span: SourceSpan
  /// How deep it nests: whoever walks it recurses this far.
  let depth: Int

  init(_ kind: Kind, _ span: SourceSpan, over parts: ExpressionTree...) {
    self.init(kind, span, over: parts)
  }

  init(_ kind: Kind, _ span: SourceSpan, over parts: [ExpressionTree]) {
    self.kind = kind
    self.span = span
    self.depth = 1 + (parts.map(\.depth).max() ?? 0)
  }

  var isString: Bool { if case .string = kind { true } else { false } }

  /// `denied.law`: a name with its dots, when it is nothing else.
  var dottedName: String? {
    switch kind {
    case .name(let text): text
    case .member(let base, let field): base.dottedName.map { $0 + "." + field.text }
    default: nil
    }
  }
}

package enum ArithmeticOperator: Sendable { case add, subtract, multiply, divide }

package enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case unequal = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  var isEquality: Bool { self == .equal || self == .unequal }
}
