import Diagnostics
import Figures

/// A name as it stands in the file.
struct NameTree: Sendable {
  let text: String
  let span: SourceSpan
}

/// A string literal: its place and its parts.
struct StringTree: Sendable {
  let span: SourceSpan
  /// Between the quotation marks.
  let content: SourceSpan
}

struct PatternTree: Sendable {
  let text: String
  /// Between the slashes.
  let content: SourceSpan

  /// The slashes included.
  var whole: SourceSpan { SourceSpan(content.lower - 1, content.upper + 1) }
}

/// `fragment 件 /[件宗份]/`, which stands in patterns as `{件}`.
struct FragmentTree: Sendable {
  let name: NameTree
  let pattern: PatternTree
}

/// `scopes 名称 { … }`, which claims take over with `use 名称`.
struct ScopesTree: Sendable {
  let name: NameTree
  var marks: [ClaimTree.ScopeMark] = []
  var isWhole = true
}

/// `wordings 名称 { … }`: ways of saying a figure of something, `{它}`, which claims take over with
/// `use 名称 of /…/`.
struct WordingsTree: Sendable {
  let name: NameTree
  var sources: [ClaimTree.Source] = []
  var isWhole = true
}

/// A rule file as it was written, with nothing looked up.
struct FileTree: Sendable {
  var pack: PackTree?
  var lists: [ListTree] = []
  var fragments: [FragmentTree] = []
  var scopes: [ScopesTree] = []
  var wordings: [WordingsTree] = []
  var claims: [ClaimTree] = []
  var rules: [RuleTree] = []
  var adjustments: [AdjustmentTree] = []
}

struct PackTree: Sendable {
  let name: String
  let version: String?
}

struct ListTree: Sendable {
  let name: NameTree
  let path: StringTree
}

struct ClaimTree: Sendable {
  struct Source: Sendable {
    let pattern: PatternTree
    let text: ExpressionTree
    let isZero: Bool
  }

  enum SourceStatement: Sendable {
    case source(Source)
    /// The wordings of a group, said of what a pattern describes.
    case use(NameTree, of: PatternTree)
  }

  struct ScopeMark: Sendable {
    enum Condition: Sendable {
      case before(PatternTree)
      case after(PatternTree)
      case anotherYear(SourceSpan, isBefore: Bool)
    }

    let scope: NameTree
    let condition: Condition

    /// What stands behind the name of the scope, without slashes.
    var content: SourceSpan {
      switch condition {
      case .before(let pattern), .after(let pattern): pattern.content
      case .anotherYear(let words, _): words
      }
    }
  }

  enum ScopeStatement: Sendable {
    case mark(ScopeMark)
    case use(NameTree)
  }

  let name: NameTree
  let unit: NameTree
  /// From `claim` to the closing brace.
  var whole: SourceSpan
  var sources: [SourceStatement] = []
  var scopes: [ScopeStatement] = []
  var isWhole = true
}

struct RuleTree: Sendable {
  let id: NameTree
  let severity: NameTree
  let title: StringTree
  /// Whether it replaces the rule of another file.
  var isOverride = false
  /// From `rule` to the title.
  let span: SourceSpan
  /// From `rule` to the closing brace.
  var whole: SourceSpan
  var basis: StringTree?
  var fix: StringTree?
  var editions: [NameTree] = []
  var years: [YearTree] = []
  /// Names of kinds of agencies, statement by statement.
  var agencies: [[NameTree]] = []
  var needs: [NeedTree] = []
  var clauses: [ClauseTree] = []
  var examples: [ExampleTree] = []
  /// Whether every statement could be read.
  var isWhole = true
}

/// One thing that a rule looks at: loops, a condition, and what is demanded.
struct ClauseTree: Sendable {
  enum Step: Sendable {
    case loop(BindingTree)
    case filter(ExpressionTree)
  }

  enum Demand: Sendable {
    case check(ExpressionTree)
    case forbid(BindingTree, filter: ExpressionTree?)
  }

  var steps: [Step] = []
  var demand: Demand?
  /// Where the clause begins.
  var span: SourceSpan
  var message: StringTree?
}

/// `year >= 2022`; `year 2019, 2020` is one of them.
struct YearTree: Sendable {
  let comparison: ComparisonOperator
  let years: [NameTree]
  let span: SourceSpan
}

/// `needs prev = archive(report.agency, report.year - 1)`
struct NeedTree: Sendable {
  let name: NameTree
  let function: NameTree
  let arguments: [ExpressionTree]
  /// From the name to the closing parenthesis.
  let span: SourceSpan
}

struct BindingTree: Sendable {
  let name: NameTree
  let list: ExpressionTree
}

struct ExampleTree: Sendable {
  enum Item: Sendable {
    case cell(ExpressionTree, CellContent)
    case text(NameTree, StringTree)
    case section(SectionNumber, StringTree)
    case withoutSection(SectionNumber)
    case title(StringTree)
    /// `edition 2019`
    case edition(NameTree)
    case earlierSection(NameTree, SectionNumber, StringTree)
    case withoutEarlier(NameTree)
  }

  struct SectionNumber: Sendable {
    let value: Int
    let span: SourceSpan
  }

  enum CellContent: Sendable {
    case value(Figure)
    case missing(NameTree)
  }

  let kind: NameTree
  /// From `example` to what it is one of.
  let span: SourceSpan
  /// What stands between the braces.
  var content: SourceSpan
  var items: [Item] = []
}
