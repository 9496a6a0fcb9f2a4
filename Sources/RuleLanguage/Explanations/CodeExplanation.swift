/// What a code of the checker means, at length: for a rule author who wants to know more than one line.
public struct CodeExplanation: Sendable, Hashable {
  /// `E104`
  public let code: String
  /// In a few words.
  public let title: String
  /// Why it is wrong, in Chinese.
  public let meaning: String
  /// A small example that gets this code; nil when it cannot be shown as text.
  public let wrong: String?
  /// The same, put right.
  public let right: String

  /// Every code that the checker can give, in order.
  public static let all = Code.allCases.map { code in
    let entry = code.explanation
    return CodeExplanation(
      code: code.rawValue, title: entry.title, meaning: entry.meaning, wrong: entry.wrong, right: entry.right)
  }

  /// Takes `e104` as well.
  public static func of(_ code: String) -> CodeExplanation? { all.first { $0.code == code.uppercased() } }
}

/// The words on one code.
struct ExplanationEntry {
  let title: String
  let meaning: String
  let wrong: String?
  let right: String

  init(_ title: String, _ meaning: String, wrong: String?, right: String) {
    self.title = title
    self.meaning = meaning
    self.wrong = wrong
    self.right = right
  }
}

extension Code {
  /// A code without words does not compile.
  var explanation: ExplanationEntry {
    switch self {
    case .fullWidth: .fullWidth
    case .strangeCharacter: .strangeCharacter
    case .unclosedString: .unclosedString
    case .unclosedPattern: .unclosedPattern
    case .badNumber: .badNumber
    case .badFile: .badFile
    case .unexpected: .unexpected
    case .unclosedBrace: .unclosedBrace
    case .tooDeep: .tooDeep
    case .singleEqual: .singleEqual
    case .chainedComparison: .chainedComparison
    case .unknownStatement: .unknownStatement
    case .unknownName: .unknownName
    case .unknownRow: .unknownRow
    case .unknownColumn: .unknownColumn
    case .unknownField: .unknownField
    case .unknownFunction: .unknownFunction
    case .unknownGroup: .unknownGroup
    case .unknownWord: .unknownWord
    case .noSuchCell: .noSuchCell
    case .notInEdition: .notInEdition
    case .unitMismatch: .unitMismatch
    case .incomparable: .incomparable
    case .wrongType: .wrongType
    case .notAList: .notAList
    case .wrongArguments: .wrongArguments
    case .noSides: .noSides
    case .badPattern: .badPattern
    case .unmatchablePattern: .unmatchablePattern
    case .missingGroup: .missingGroup
    case .emptyMatch: .emptyMatch
    case .unknownFragment: .unknownFragment
    case .fragmentInItself: .fragmentInItself
    case .missingHole: .missingHole
    case .missingBasis: .missingBasis
    case .missingMessage: .missingMessage
    case .duplicateRule: .duplicateRule
    case .missingCheck: .missingCheck
    case .repeatedStatement: .repeatedStatement
    case .duplicateName: .duplicateName
    case .listNotFound: .listNotFound
    case .emptyList: .emptyList
    case .tooManyLoops: .tooManyLoops
    case .tooCostly: .tooCostly
    case .nothingToOverride: .nothingToOverride
    case .unknownRule: .unknownRule
    case .badDate: .badDate
    case .missingReason: .missingReason
    case .unusedVariable: .unusedVariable
    case .constantCondition: .constantCondition
    case .expiredWaiver: .expiredWaiver
    case .neverApplies: .neverApplies
    case .redundant: .redundant
    case .cellReplaced: .cellReplaced
    case .unusedPart: .unusedPart
    }
  }
}
