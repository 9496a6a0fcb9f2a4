import Diagnostics
import RuleLanguage

/// One pass of all rules over one report: what was looked up is kept for the next rule.
final class Run {
  let interpreter: Interpreter
  let facts: Facts
  let schema: Schema
  let layout: Layout
  /// The variables of the clause that is being run.
  var variables: [Value] = []
  /// Why it is not known whether the rule speaks of this report; nil when it does.
  var doubt: Causes?
  /// The other reports that the rule compares with, in the order of its needs.
  var earlier: [Earlier] = []
  /// What the archive has answered.
  var answers: [ArchiveRequest: ArchiveAnswer] = [:]
  /// Set while an instance that did not pass is gone over again, to note what it read.
  var trace: Trace?
  /// Set while a check is tried in every way in which its cells can be read.
  var trial: Trial?
  private let openCells: OpenCells
  /// By the index of a global text.
  private var readings: [Int: PatternGate.Reading] = [:]
  private var claimCache: [Int: [Claim]] = [:]
  private var work = 0
  /// The same for what is tried in many ways, which has a budget of its own.
  private var workApart = 0
  /// The steps of the clause that took most.
  private(set) var mostWork = 0

  init(_ interpreter: Interpreter, _ facts: Facts) {
    self.interpreter = interpreter
    self.facts = facts
    self.schema = interpreter.rules.schema
    self.layout = interpreter.layout(facts.edition)
    self.openCells = OpenCells(facts.ambiguities)
  }

  func begin(slots: Int) {
    variables = [Value](repeating: .truth(false), count: slots)
    work = 0
    workApart = 0
  }

  /// Counts the steps of `body` apart: trying one check many times must not use up what the others need.
  func apart<Result>(_ body: () -> Result) -> Result {
    swap(&work, &workApart)
    defer { swap(&work, &workApart) }
    return body()
  }

  var hasOpenCells: Bool { !openCells.isEmpty || earlier.contains { !$0.openCells.isEmpty } }

  /// - Parameter report: nil for the report under inspection.
  func openCells(of report: Int?) -> OpenCells { report.map { earlier[$0].openCells } ?? openCells }

  /// Takes note of a step of work; false when there have been too many.
  func spend(_ steps: Int = 1) -> Bool {
    work += steps
    mostWork = max(mostWork, work)
    return work <= CostBound.most
  }

  /// Searching a text costs by its length.
  func spend(on text: TextValue) -> Bool { spend(1 + text.range.count / CostBound.bytesPerStep) }

  /// The parts of a text in which a pattern can be found at all, counted from the text's start.
  func places(of pattern: Int, in expression: CheckedExpression, _ text: TextValue) -> [Range<Int>] {
    guard case .global(let global) = expression else { return [0..<text.range.count] }
    return places(of: pattern, inGlobal: global, text)
  }

  func places(of pattern: Int, inGlobal global: Int, _ text: TextValue) -> [Range<Int>] {
    guard let search = interpreter.searches[global], let position = search.positions[pattern] else {
      return [0..<text.range.count]
    }
    if let known = readings[global] { return search.gate.places(of: position, known) }
    let fresh = search.gate.read(text.text.bytes.span.extracting(text.range))
    readings[global] = fresh
    return search.gate.places(of: position, fresh)
  }

  func claims(_ index: Int) -> [Claim] {
    if let known = claimCache[index] { return known }
    let read = readClaims(interpreter.rules.claims[index])
    claimCache[index] = read
    return read
  }
}

/// What an evaluation read, in order.
final class Trace {
  private(set) var spans: [SourceSpan] = []
  /// What could not be read, where it would stand.
  private(set) var missing: [SourceSpan] = []
  private(set) var texts: [SourceSpan] = []

  /// Where what was asked stands as a whole: told only when nothing of it has a place of its own.
  private(set) var records: [SourceSpan] = []

  func noteRecord(_ span: SourceSpan?) {
    if let span, !records.contains(span) { records.append(span) }
  }

  func noteMissing(_ span: SourceSpan?) {
    note(span)
    if let span, !missing.contains(span) { missing.append(span) }
  }

  func note(_ span: SourceSpan?) {
    if let span, !spans.contains(span) { spans.append(span) }
  }

  /// A text is pointed at only when there is nothing better.
  func noteText(_ span: SourceSpan?) {
    if let span, !texts.contains(span) { texts.append(span) }
  }
}
