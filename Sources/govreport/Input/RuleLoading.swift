import ArgumentParser
import FileAccess
import Glibc
import Inspection
import SystemPackage

/// Finds and loads the rules that a command works with.
enum RuleLoading {
  private static let installed: FilePath = "/usr/share/govreportd/rules"
  private static let site: FilePath = "/etc/govreportd/rules.d"

  /// For waivers, which end on a day.
  static var today: CalendarDate? {
    Today.date.flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day) }
  }

  /// - Throws: `ExitCode` after every error was printed.
  static func load(_ named: [String]) throws -> RuleSet {
    let folders = try folders(named)
    do throws(RuleErrors) {
      return try RuleSet(folders)
    } catch {
      throw refused(error)
    }
  }

  /// What the named folders hold, or the default ones.
  ///
  /// - Throws: `ExitCode` after it was said what cannot be read.
  static func folders(_ named: [String]) throws -> [RuleFolder] {
    try (named.isEmpty ? defaults() : named.map { FilePath($0) }).map(read)
  }

  /// Prints what is wrong with rules.
  static func refused(_ errors: RuleErrors) -> ExitCode {
    Standard.complain(errors.rendered.joined(separator: "\n\n"))
    let warnings = errors.rendered.count { $0.hasPrefix("warning") }
    let doubts = warnings == 0 ? "" : "、\(warnings) 处提醒"
    Standard.complain("\n规则有 \(errors.rendered.count - warnings) 处错误\(doubts)，没有载入")
    return ExitCode(1)
  }

  /// A folder; of a single rule file, the file with the word lists that lie beside it.
  private static func read(_ path: FilePath) throws -> RuleFolder {
    do throws(FileFailure) {
      if path.string.hasSuffix(".rules"), try NamedFile.status(path).kind == .regular {
        return try single(path)
      }
      let files = try RuleFiles(path).files
      return RuleFolder(path: path.string, files: files.map { RuleSource(name: $0.name, bytes: $0.bytes) })
    } catch {
      Standard.complain("govreport: \(error)")
      throw ExitCode(1)
    }
  }

  private static func single(_ path: FilePath) throws(FileFailure) -> RuleFolder {
    let folder = path.removingLastComponent()
    let name = path.lastComponent?.string ?? ""
    let files = try RuleFiles(folder.isEmpty ? "." : folder).files.filter {
      $0.name == name || !$0.name.hasSuffix(".rules")
    }
    return RuleFolder(
      path: folder.isEmpty ? "." : folder.string,
      files: files.map { RuleSource(name: $0.name, bytes: $0.bytes) })
  }

  /// The installed rules with the site's own; else the `Rules` of the build tree that this program runs from.
  private static func defaults() throws -> [FilePath] {
    if exists(installed) { return [installed] + [site].filter(exists) }
    if let tree = ofBuildTree() { return [tree] }
    Standard.complain("govreport: 没有安装规则（\(installed)），请用 --rules 指定规则文件夹")
    throw ExitCode(1)
  }

  private static func ofBuildTree() -> FilePath? {
    guard let program = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(program) }
    var folder = FilePath(String(cString: program)).removingLastComponent()
    while folder.components.count > 1 {
      let rules = folder.appending("Rules")
      if exists(rules), exists(folder.appending("Package.swift")) { return rules }
      folder = folder.removingLastComponent()
    }
    return nil
  }

  private static func exists(_ path: FilePath) -> Bool { access(path.string, F_OK) == 0 }
}
