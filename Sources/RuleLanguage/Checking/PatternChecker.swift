import Diagnostics

/// Compiles patterns and sees to it that they can match what they are tried on.
struct PatternChecker {
  let names: Names
  let reporter: Reporter

  /// The index of the pattern, or nil when it is wrong, which has been reported. One that is only tried on what
  /// stands before or after something in its line may be empty.
  func check(_ tree: PatternTree, hole: PatternFragment? = nil, isOfLine: Bool = false) -> Int? {
    let faults = PatternFaults(tree: tree, reporter: reporter)
    let isMatchable = faults.reportUnmatchable()
    guard let expanded = names.fragments.expand(tree, hole: hole, reporter) else { return nil }
    do throws(PatternError) {
      let index = try names.pattern(expanded, isOfLine: isOfLine)
      let isSound = isOfLine || needsSomething(index, tree)
      return isMatchable && isSound ? index : nil
    } catch {
      faults.report(error)
      return nil
    }
  }

  private func needsSomething(_ index: Int, _ tree: PatternTree) -> Bool {
    // What needs a literal needs something, and need not be compiled to find that out.
    guard names.outlines[index].required.isEmpty, names.patterns[index].matches([UInt8]().span) else {
      return true
    }
    reporter.error(
      .emptyMatch, "这个模式什么都不用有也能匹配", at: tree.whole, help: "至少让一部分必须出现，例如把 * 改成 +")
    return false
  }
}
