import Foundation
import Inspection

/// The project's own rules and samples, as they lie in the checkout.
enum Shipped {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().resolvingSymlinksInPath()

  static let folder: RuleFolder = {
    let rules = root.appending(path: "Rules").resolvingSymlinksInPath()
    let names = FileManager.default.enumerator(atPath: rules.path)?.compactMap { $0 as? String } ?? []
    let files = names.filter { $0.hasSuffix(".rules") || $0.hasPrefix("lists/") }.sorted().map { name in
      RuleSource(name: name, bytes: bytes(rules.appending(path: name)))
    }
    return RuleFolder(path: "Rules", files: files)
  }()

  static func rules() throws -> RuleSet { try RuleSet([folder]) }

  static func sample(_ name: String) -> [UInt8] { bytes(root.appending(path: "Tests/Samples/\(name)")) }

  static func bytes(_ url: URL) -> [UInt8] { Array((try? Data(contentsOf: url)) ?? Data()) }
}

extension Inspection {
  /// The failed rules with their subjects and first lines, for comparing: `t3-balance total:43`.
  var alarms: [String] {
    findings.filter { $0.outcome == .fail }.map { finding in
      let subject = finding.subject.isEmpty ? "" : " " + finding.subject
      return finding.rule + subject + (finding.places.first.map { ":\($0.line)" } ?? "")
    }
  }
}
