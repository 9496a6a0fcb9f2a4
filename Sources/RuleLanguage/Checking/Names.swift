import Diagnostics

/// What is declared, over all files of a folder.
final class Names {
  struct Claim {
    let index: Int
    let type: RuleType
  }

  let schema: Schema
  let fragments = Fragments()
  let scopeGroups = SharedGroups<[CheckedClaim.ScopeMark]>(
    kind: "范围组", form: ("scopes", "scope", "of_which before /其中/"), usage: "")
  let wordingGroups = SharedGroups<[Wording]>(
    kind: "说法组", form: ("wordings", "pattern", "/{它}(?P<n>\\d+)件/ in 正文"), usage: " of /…/")
  private(set) var lists: [WordList] = []
  private(set) var claims: [String: Claim] = [:]
  private(set) var patterns: [Pattern] = []
  /// What is told of each pattern, by the same index.
  private(set) var outlines: [PatternOutline] = []
  private(set) var searches: [Int: [Int]] = [:]
  private var listIndices: [String: Int] = [:]
  private var patternIndices: [PatternKey: Int] = [:]
  private var records: [String: [FieldSchema]] = [:]

  init(_ schema: Schema) {
    self.schema = schema
    for record in schema.records { records[record.name] = record.fields }
    records[BuiltInRecords.match] = BuiltInRecords.matchFields
  }

  var listNames: [String] { listIndices.keys.sorted() }
  var claimNames: [String] { claims.keys.sorted() }

  func list(_ name: String) -> Int? { listIndices[name] }

  /// Declares a list; a second of the same name is refused.
  func declare(list name: String, terms: [[UInt8]]) -> Bool {
    guard listIndices[name] == nil else { return false }
    listIndices[name] = lists.count
    lists.append(WordList(name: name, terms: terms))
    return true
  }

  func declare(claim name: String, type: RuleType) -> Bool {
    guard claims[name] == nil else { return false }
    claims[name] = Claim(index: claims.count, type: type)
    return true
  }

  /// The pattern's index; the same text is compiled once.
  func pattern(_ expanded: ExpandedPattern, isOfLine: Bool) throws(PatternError) -> Int {
    let key = PatternKey(bytes: Array(expanded.text.utf8), isOfLine: isOfLine)
    if let index = patternIndices[key] { return index }
    let fragment = PatternFragment(expanded.text, known: expanded.known)
    patterns.append(try Pattern(fragment, isOfLine: isOfLine))
    outlines.append(PatternOutline(fragment.literals))
    patternIndices[key] = patterns.count - 1
    return patterns.count - 1
  }

  private struct PatternKey: Hashable {
    let bytes: [UInt8]
    let isOfLine: Bool
  }

  func addSearch(of pattern: Int, in global: Int) {
    if searches[global]?.contains(pattern) != true { searches[global, default: []].append(pattern) }
  }

  // MARK: Records

  func fields(_ record: String) -> [FieldSchema] { records[record] ?? [] }

  /// The record of a claim whose value has a type.
  func claimRecord(_ value: RuleType) -> RuleType {
    let name = "\(BuiltInRecords.claim)#\(value)"
    records[name] = BuiltInRecords.claimFields(value)
    return .record(name)
  }

  /// The record of a match with named groups.
  func matchRecord(groups: [String]) -> RuleType {
    if groups.isEmpty { return .record(BuiltInRecords.match) }
    let name = "\(BuiltInRecords.match)#\(groups.joined(separator: ","))"
    records[name] = BuiltInRecords.matchFields + groups.map { FieldSchema($0, type: .text) }
    return .record(name)
  }
}
