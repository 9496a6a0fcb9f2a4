internal import CLinux
internal import FileAccess
internal import Inspection
internal import Ledger
internal import SystemPackage

/// The rules that are in force: all folders, checked as one.
struct RuleGeneration {
  private let rules: RuleSet
  let count: Int
  /// 64 hexadecimal digits.
  let hash: String

  /// How many doubtful things the check saw that do not keep the rules from being used.
  let warningCount: Int

  /// Inspects as of this day: a waiver ends while the service runs on.
  var inspector: Inspector { Inspector(rules, today: RuleGeneration.today) }

  /// By what is inspected as of this day.
  var inForce: RulesInForce {
    let ended = RuleGeneration.today.map { rules.expiredWaivers(today: $0).count } ?? 0
    return RulesInForce(hash: hash, endedWaivers: ended, engine: Engine.version)
  }

  private static var today: CalendarDate? {
    Today.date.flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// For a message: how many there are and which.
  var summary: String {
    warningCount == 0 ? "\(count) 条 \(shortHash)" : "\(count) 条 \(shortHash)，\(warningCount) 处提醒"
  }

  /// What is different from an earlier generation, in one line.
  func changes(since old: RuleGeneration) -> String { RuleChanges(from: old.rules, to: rules).line }

  /// The first digits, for people.
  var shortHash: String { String(hash.prefix(8)) }

  /// Reads and checks all folders; nothing is in force before all of it is right.
  init(_ locations: [Settings.RuleLocation]) throws(RuleRefusal) {
    var folders: [RuleFolder] = []
    for location in locations {
      if let folder = try RuleGeneration.read(location) { folders.append(folder) }
    }
    do throws(RuleErrors) {
      let rules = try RuleSet(folders)
      self.rules = rules.forInspectingOnly()
      self.count = rules.count
      self.hash = rules.hash
      self.warningCount = rules.warnings.count + (RuleGeneration.today.map(rules.expiredWaivers)?.count ?? 0)
    } catch {
      throw RuleRefusal(error)
    }
    if count == 0 { throw RuleRefusal(noneIn: locations.map { VisibleBytes.text($0.path) }) }
    // Checking takes more than what is kept of it, and a service may lie idle for months.
    linux_release_freed_memory()
  }

  private static func read(_ location: Settings.RuleLocation) throws(RuleRefusal) -> RuleFolder? {
    let path = VisibleBytes.text(location.path)
    do throws(FileFailure) {
      let files = try RuleFiles(location.path).files
      return RuleFolder(
        path: path, files: files.map { RuleSource(name: $0.name, bytes: $0.bytes) })
    } catch {
      if location.isOptional, error.path == path, error.errno == .noSuchFileOrDirectory { return nil }
      throw RuleRefusal(error)
    }
  }
}

/// Why rules were not taken, to be shown whole in the journal and in brief on the Status line.
struct RuleRefusal: Error {
  /// The caret texts, line by line.
  let lines: [String]
  /// The first fault in one line: `FILE:LINE:COLUMN what`.
  let brief: String
  let count: Int

  init(_ failure: FileFailure) { self.init(plain: "规则文件夹：\(failure)") }

  init(noneIn folders: [String]) {
    self.init(plain: "规则文件夹里没有规则：\(folders.joined(separator: "、"))（需要 *.rules 文件）")
  }

  init(_ errors: RuleErrors) {
    self.lines = errors.rendered.flatMap { $0.split(separator: "\n", omittingEmptySubsequences: false) }
      .map(String.init)
    self.brief = RuleRefusal.brief(errors.rendered.first ?? "")
    self.count = errors.rendered.count
  }

  private init(plain: String) {
    self.lines = [plain]
    self.brief = plain
    self.count = 1
  }

  /// Of a caret text: what stands behind its arrow, then its title.
  private static func brief(_ rendered: String) -> String {
    let lines = rendered.split(separator: "\n").map(String.init)
    let title = lines.first ?? ""
    guard let arrow = lines.first(where: { $0.drop { $0 == " " }.hasPrefix("--> ") }) else { return title }
    return arrow.drop { $0 == " " }.dropFirst(4) + " " + title
  }
}
