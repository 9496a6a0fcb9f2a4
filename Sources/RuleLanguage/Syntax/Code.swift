/// The code of a diagnostic. A code is never given a second meaning.
enum Code: String, CaseIterable {
  // Characters.
  case fullWidth = "E101"
  case strangeCharacter = "E102"
  case unclosedString = "E103"
  case unclosedPattern = "E104"
  case badNumber = "E105"
  case badFile = "E106"

  // Sentences.
  case unexpected = "E110"
  case unclosedBrace = "E111"
  case tooDeep = "E112"
  case singleEqual = "E113"
  case chainedComparison = "E114"
  case unknownStatement = "E115"

  // Names.
  case unknownName = "E120"
  case unknownRow = "E121"
  case unknownColumn = "E122"
  case unknownField = "E123"
  case unknownFunction = "E124"
  case unknownGroup = "E125"
  case unknownWord = "E126"
  case noSuchCell = "E127"
  case notInEdition = "E128"

  // Types.
  case unitMismatch = "E130"
  case incomparable = "E131"
  case wrongType = "E132"
  case notAList = "E133"
  case wrongArguments = "E134"
  case noSides = "E135"

  // Patterns.
  case badPattern = "E140"
  case unmatchablePattern = "E141"
  case missingGroup = "E142"
  case emptyMatch = "E143"
  case unknownFragment = "E144"
  case fragmentInItself = "E145"
  case missingHole = "E146"

  // Rules.
  case missingBasis = "E150"
  case missingMessage = "E151"
  case duplicateRule = "E152"
  case missingCheck = "E153"
  case repeatedStatement = "E154"
  case duplicateName = "E155"
  case listNotFound = "E156"
  case emptyList = "E157"
  case tooManyLoops = "E158"
  case tooCostly = "E159"

  // Packs.
  case nothingToOverride = "E160"
  case unknownRule = "E161"
  case badDate = "E162"
  case missingReason = "E163"

  // Warnings.
  case unusedVariable = "W201"
  case constantCondition = "W202"
  case expiredWaiver = "W203"
  case neverApplies = "W204"
  case redundant = "W205"
  case cellReplaced = "W206"
  case unusedPart = "W207"
}
