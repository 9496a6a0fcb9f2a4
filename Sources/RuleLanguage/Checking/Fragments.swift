import Diagnostics

/// The named parts of patterns, over all files of a folder.
final class Fragments {
  private enum State {
    case unread
    /// Being read: whoever asks for it now is a part of it.
    case open
    /// Nil when it is wrong, which has been reported.
    case read(PatternFragment?)
  }

  private struct Entry {
    let tree: FragmentTree
    let reporter: Reporter
    var state = State.unread
    var isUsed = false
  }

  /// How many fragments are being read, each for the one before.
  private var depth = 0
  /// Nobody can follow more; each takes of the stack.
  private static let deepest = 50

  private var entries: [String: Entry] = [:]
  /// In the order in which they were declared.
  private var order: [String] = []

  /// A pattern with its fragments put in that is longer is an attack, or a mistake. In bytes.
  private static let longest = 32 * 1024

  /// The name of what a wording leaves open.
  static let hole = "它"

  func declare(_ tree: FragmentTree, _ reporter: Reporter) {
    guard tree.name.text != Self.hole else {
      return reporter.error(
        .duplicateName, "{它}是说法组里留空的地方，不能作片段的名称", at: tree.name.span, help: "换一个名称")
    }
    guard entries[tree.name.text] == nil else {
      return reporter.error(
        .duplicateName, "片段“\(tree.name.text)”已经有了", at: tree.name.span, help: "换一个名称")
    }
    entries[tree.name.text] = Entry(tree: tree, reporter: reporter)
    order.append(tree.name.text)
  }

  /// Checks each by itself, so that what is wrong with one is told once, where it stands.
  func check() {
    for name in order { _ = expansion(of: name) }
  }

  func reportUnused() {
    for name in order {
      guard let entry = entries[name], !entry.isUsed else { continue }
      entry.reporter.warning(
        .unusedPart, "片段“\(name)”没有用到", at: entry.tree.name.span, help: "在模式里写 {\(name)}，或删去它")
    }
  }

  /// A part of a pattern by itself, with every fragment in its place; nil when it is wrong, which has been reported.
  func part(_ tree: PatternTree, _ reporter: Reporter) -> PatternFragment? {
    let faults = PatternFaults(tree: tree, reporter: reporter)
    let isSound = faults.reportUnmatchable()
    guard let expanded = expand(tree, reporter) else { return nil }
    let fragment = PatternFragment(expanded.text, known: expanded.known)
    return faults.compile(fragment) != nil && isSound ? fragment : nil
  }

  /// A pattern with every fragment in its place, and a text in place of `{它}`; nil when one is not there or
  /// wrong, which has been reported.
  func expand(
    _ pattern: PatternTree, hole: PatternFragment? = nil, _ reporter: Reporter
  ) -> ExpandedPattern? {
    let bytes = Array(pattern.text.utf8)
    var expanded: [UInt8] = []
    var known: [KnownPart<Literals>] = []
    var isWhole = true
    for piece in PatternPieces.of(bytes) {
      switch piece {
      case .plain(let range), .openingGroup(let range): expanded += bytes[range]
      case .fragment(let name, let range):
        let lower = pattern.content.lower
        let span = SourceSpan(lower + range.lowerBound, lower + range.upperBound)
        let filling = name == Self.hole ? hole : nil
        guard let part = filling ?? use(name, at: span, reporter) else {
          isWhole = false
          continue
        }
        let start = expanded.count
        expanded += Array("(?:\(part.text))".utf8)
        known.append(
          KnownPart(range: start..<expanded.count, part: part.literals, isWellFormed: part.isWellFormed))
      }
    }
    guard isWhole else { return nil }
    guard expanded.count <= Self.longest else {
      let manner = expanded.count == bytes.count ? "" : "放入片段后，"
      reporter.error(
        .badPattern, "\(manner)模式长达 \(expanded.count) 字节", at: pattern.whole,
        help: "至多 \(Self.longest) 字节；拆成几个模式")
      return nil
    }
    return ExpandedPattern(text: String(decoding: expanded, as: UTF8.self), known: known)
  }

  private func use(_ name: String, at span: SourceSpan, _ reporter: Reporter) -> PatternFragment? {
    guard entries[name] != nil else {
      reporter.error(
        .unknownFragment, "没有片段“\(name)”", at: span,
        help: name == Self.hole
          ? "{它} 只能写在 wordings 里"
          : Suggestion.help(name, among: order) ?? "先声明：fragment \(name) /…/；要大括号本身写 \\{")
      return nil
    }
    entries[name]?.isUsed = true
    guard depth < Self.deepest else {
      reporter.error(
        .badPattern, "片段套了 \(Self.deepest) 层以上", at: span, help: "把里面几层合成一个片段")
      return nil
    }
    if case .open = entries[name]?.state {
      reporter.error(
        .fragmentInItself, "片段“\(name)”包含它自己", at: span, help: "把共同的部分另写成一个片段")
      return nil
    }
    return expansion(of: name)
  }

  private func expansion(of name: String) -> PatternFragment? {
    guard let entry = entries[name] else { return nil }
    if case .read(let fragment) = entry.state { return fragment }
    entries[name]?.state = .open
    depth += 1
    let fragment = part(entry.tree.pattern, entry.reporter)
    depth -= 1
    entries[name]?.state = .read(fragment)
    return fragment
  }
}
